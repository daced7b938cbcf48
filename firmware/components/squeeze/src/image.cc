#include "squeeze/image.h"

#include <algorithm>

namespace squeeze {

namespace {

constexpr int kPrecision = 22;
constexpr int kMostTaps = 62;
// So many columns are worked out together: their weights have room on the stack.
constexpr int kColumns = 4;

// The part of an image that is kept, in one direction, and the size that it is scaled to.
struct Axis {
    double start;
    double size;
    int in_size;
    int out_size;
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

double triangle(double distance) {
    const double away = distance < 0 ? -distance : distance;
    return away < 1.0 ? 1.0 - away : 0.0;
}

double support_of(const Axis& axis) {
    return std::max(axis.size / axis.out_size, 1.0);
}

Taps taps_for(const Axis& axis, int index) {
    const double support = support_of(axis);
    const double center = axis.start + (index + 0.5) * (axis.size / axis.out_size);
    Taps taps;
    taps.first = std::max(static_cast<int>(center - support + 0.5), 0);
    taps.count = std::min(static_cast<int>(center + support + 0.5), axis.in_size) - taps.first;
    double parts[kMostTaps];
    double sum = 0;
    for (int i = 0; i < taps.count; ++i) {
        parts[i] = triangle((taps.first + i - center + 0.5) / support);
        sum += parts[i];
    }
    for (int i = 0; i < taps.count; ++i) {
        taps.weights[i] = static_cast<int32_t>(0.5 + parts[i] / sum * (1 << kPrecision));
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
    double width = view.width;
    double height = view.height;
    if (view.width * input.height > view.height * input.width) {
        width = height * input.width / input.height;
    } else {
        height = width * input.height / input.width;
    }
    across = {(view.width - width) / 2, width, view.width, input.width};
    down = {(view.height - height) / 2, height, view.height, input.height};
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
    if (2 * std::max(support_of(across), support_of(down)) + 2 > kMostTaps) {
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
