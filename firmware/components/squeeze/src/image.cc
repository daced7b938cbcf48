#include "squeeze/image.h"

#include <algorithm>
#include <cstdlib>

namespace squeeze {

namespace {

constexpr int kPrecision = 22;
constexpr int kMostTaps = 62;
// So many columns are worked out together: their weights have room on the stack.
constexpr int kColumns = 4;

// The part of an image that is kept, in one direction, and how many pixels it is scaled to. Chips have no
// unit for doubles, so places are counted in units so small that all of them are whole numbers: half a pixel
// of the image is `half` units.
struct Axis {
    int in_size;
    int out_size;
    int64_t half;
    int64_t start;
    int64_t step;  // from one pixel of the result to the next
};

// The pixels that one pixel of the result is made of, and how much of each.
struct Taps {
    int first;
    int count;
    int32_t weights[kMostTaps];
};

size_t bytes_a_pixel(PixelFormat format) {
    switch (format) {
        case PixelFormat::kGray:
            return 1;
        case PixelFormat::kRgb888:
            return 3;
        case PixelFormat::kRgb565:
            return 2;
    }
    return 0;
}

// A part of numerator / denominator pixels in the middle.
Axis axis_of(int64_t numerator, int64_t denominator, int in_size, int out_size) {
    return {in_size, out_size, denominator * out_size, (in_size * denominator - numerator) * out_size,
            2 * numerator};
}

int64_t support_of(const Axis& axis) {
    return std::max(axis.step, 2 * axis.half);
}

Taps taps_for(const Axis& axis, int index) {
    const int64_t support = support_of(axis);
    const int64_t center = axis.start + index * axis.step + axis.step / 2;
    const int64_t first = std::max<int64_t>((center - support + axis.half) / (2 * axis.half), 0);
    const int64_t end = std::min<int64_t>((center + support + axis.half) / (2 * axis.half), axis.in_size);
    Taps taps;
    taps.first = static_cast<int>(first);
    taps.count = static_cast<int>(end - first);
    int64_t parts[kMostTaps];
    int64_t sum = 0;
    for (int i = 0; i < taps.count; ++i) {
        const int64_t distance = std::abs((2 * (first + i) + 1) * axis.half - center);
        parts[i] = std::max<int64_t>(support - distance, 0);
        sum += parts[i];
    }
    for (int i = 0; i < taps.count; ++i) {
        taps.weights[i] = static_cast<int32_t>(((parts[i] << (kPrecision + 1)) + sum) / (2 * sum));
    }
    return taps;
}

// Single values of an image as the model wants them: gray, or one of red, green and blue.
class Source {
  public:
    Source(const ImageView& view, int channels)
        : view_(view), pixel_bytes_(bytes_a_pixel(view.format)), channels_(channels) {}

    // The value at a place that is in the image.
    int value(int x, int y, int channel) const {
        const uint8_t* const pixel =
            view_.bytes.data() + static_cast<size_t>(y * view_.width + x) * pixel_bytes_;
        if (view_.format == PixelFormat::kGray) {
            return pixel[0];
        }
        int color[3];
        if (view_.format == PixelFormat::kRgb888) {
            std::copy(pixel, pixel + 3, color);
        } else {
            widen(pixel, color);
        }
        if (channels_ == 3) {
            return color[channel];
        }
        // Pillow's weights of ITU-R 601, in 16 bits.
        return (color[0] * 19595 + color[1] * 38470 + color[2] * 7471 + 0x8000) >> 16;
    }

  private:
    // Five and six bits to eight, so that the highest value stays the highest.
    static void widen(const uint8_t* pixel, int* color) {
        const int red = pixel[0] >> 3;
        const int green = (pixel[0] & 7) << 3 | pixel[1] >> 5;
        const int blue = pixel[1] & 31;
        color[0] = red << 3 | red >> 2;
        color[1] = green << 2 | green >> 4;
        color[2] = blue << 3 | blue >> 2;
    }

    const ImageView& view_;
    const size_t pixel_bytes_;
    const int channels_;
};

uint8_t rounded(int32_t weighted) {
    return static_cast<uint8_t>(std::clamp<int32_t>(weighted >> kPrecision, 0, 255));
}

uint8_t scaled_value(const Source& source, const Taps& across, const Taps& down, int channel) {
    int32_t sum = 1 << (kPrecision - 1);
    for (int j = 0; j < down.count; ++j) {
        int32_t row = 1 << (kPrecision - 1);
        for (int i = 0; i < across.count; ++i) {
            row += across.weights[i] * source.value(across.first + i, down.first + j, channel);
        }
        sum += down.weights[j] * rounded(row);
    }
    return rounded(sum);
}

// The largest centered part with the proportions of the input.
void centered_part(const ImageView& view, const InputFormat& input, Axis& across, Axis& down) {
    const int64_t width = view.width;
    const int64_t height = view.height;
    if (width * input.height > height * input.width) {
        across = axis_of(height * input.width, input.height, view.width, input.width);
        down = axis_of(height, 1, view.height, input.height);
    } else {
        across = axis_of(width, 1, view.width, input.width);
        down = axis_of(width * input.height, input.width, view.height, input.height);
    }
}

// Whether the taps of a pixel have room.
bool has_room(const Axis& axis) {
    return support_of(axis) + 2 * axis.half <= kMostTaps / 2 * (2 * axis.half);
}

}  // namespace

bool scale_image(const ImageView& view, const InputFormat& input, Buffer values) {
    const size_t needed = static_cast<size_t>(view.width) * view.height * bytes_a_pixel(view.format);
    if (needed == 0 || view.bytes.size() < needed || values.size() != input.bytes()) {
        return false;
    }
    Axis across;
    Axis down;
    centered_part(view, input, across, down);
    if (!has_room(across) || !has_room(down)) {
        return false;
    }
    const Source source(view, input.channels);
    Taps columns[kColumns];
    for (int left = 0; left < input.width; left += kColumns) {
        const int count = std::min(kColumns, input.width - left);
        for (int i = 0; i < count; ++i) {
            columns[i] = taps_for(across, left + i);
        }
        for (int y = 0; y < input.height; ++y) {
            const Taps row = taps_for(down, y);
            uint8_t* value = values.data() + static_cast<size_t>((y * input.width + left) * input.channels);
            for (int i = 0; i < count * input.channels; ++i) {
                *value++ = scaled_value(source, columns[i / input.channels], row, i % input.channels);
            }
        }
    }
    return true;
}

void quantize(Buffer values, const InputFormat& input) {
    for (uint8_t& value : values) {
        value = input.codes[value];
    }
}

}  // namespace squeeze
