// The model image: what stands in the model partition (byte table in docs/model-image.md).
#pragma once

#include "squeeze/board_block.h"
#include "squeeze/checksums.h"
#include "squeeze/span.h"
#include "squeeze/status.h"
#include "squeeze/text.h"

namespace squeeze {

// The newest version of the format; older ones are read too.
constexpr uint16_t kImageVersion = 3;
constexpr size_t kImageHeaderBytes = 448;
// How much of an image `image_bytes` needs to see.
constexpr size_t kImageBeginning = 16;
constexpr size_t kMostImageBytes = 16 * 1024 * 1024;
constexpr size_t kMostLabels = 1000;
constexpr size_t kMostLabelBytes = 255;
constexpr size_t kLargestSide = 1024;
constexpr size_t kModelAlignment = 16;

// The image a model takes. A code c stands for (c - zero_point) * scale; `codes[v]` is the code of image
// value v.
struct InputFormat {
    uint16_t height;
    uint16_t width;
    uint8_t channels;
    float scale;
    int32_t zero_point;
    Bytes codes;

    size_t bytes() const { return static_cast<size_t>(height) * width * channels; }
};

// How a score's code c is read: (c - zero_point) * scale. An answer is sure when its highest code is at least
// `sure_score`; with the lowest code there is, every answer is.
struct OutputFormat {
    float scale;
    int32_t zero_point;
    int8_t sure_score = INT8_MIN;
};

// A model with all that a board needs to run it. Everything in it points into the image's bytes.
struct ModelImage {
    Bytes sha256;
    uint16_t classes;
    Bytes labels;  // `classes` texts, each with a zero byte behind it
    InputFormat input;
    OutputFormat output;
    BoardBlock board;
    Bytes model;  // a .tflite
};

// How long the image is that begins with `beginning`, in a place of `place` bytes; what is wrong otherwise.
Status image_bytes(Bytes beginning, size_t place, size_t& total, Text& detail);

// Reads the image at the beginning of `bytes`, checking first its magic, version, length and hash, then every
// field. `detail` says what is wrong.
Status read_model_image(Bytes bytes, ModelImage& image, Text& detail);

// The label that begins at `at`, without its zero byte.
std::string_view label_at(Bytes labels, size_t at);

// The label of a class; empty where there is none.
std::string_view label_of(const ModelImage& image, size_t number);

}  // namespace squeeze
