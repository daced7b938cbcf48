// From a camera's image to a model's input.
#pragma once

#include "squeeze/model_image.h"

namespace squeeze {

enum class PixelFormat : uint8_t {
    kGray,
    kRgb888,
    kRgb565,  // the byte with red first
};

// An image in somebody else's memory: rows from the top, pixels from the left.
struct ImageView {
    Bytes bytes;
    uint16_t width = 0;
    uint16_t height = 0;
    PixelFormat format = PixelFormat::kGray;
};

// Scales the largest centered part of an image that has the input's proportions to the input's size, in
// color or gray (ITU-R 601 luma), as image values 0 to 255.
//
// The filter is bilinear and antialiased as that of the Python library Pillow, with which the images that a
// model learns from are scaled: center, support, weights of 22 bits, and rounding after each direction.
// False when a view is too short for its size, more than 30 times too large, or `values` is not the input's
// size.
bool scale_image(const ImageView& view, const InputFormat& input, Buffer values);

// Replaces image values by the input tensor's codes for them.
void quantize(Buffer values, const InputFormat& input);

}  // namespace squeeze
