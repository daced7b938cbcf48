// An image of black and white pixels, and what a board shows on it.
#pragma once

#include <string_view>

#include "squeeze/span.h"
#include "squeeze/status.h"

namespace squeeze {

// Pixels in pages of eight rows, as an SSD1306 takes them: a byte is eight pixels of one column, bit 0 on
// top.
class Screen {
  public:
    static constexpr size_t kMostWidth = 128;
    static constexpr size_t kMostHeight = 64;

    // Sizes beyond the most are cut to it; a height is a multiple of eight.
    Screen(size_t width, size_t height);

    size_t width() const { return width_; }
    size_t height() const { return height_; }
    Bytes page(size_t number) const { return Bytes(pages_[number], width_); }

    void clear();
    // Lights a pixel; does nothing outside.
    void light(size_t x, size_t y);
    bool is_lit(size_t x, size_t y) const;
    // Draws a text whose letters' pixels are `scale` pixels wide and high; what goes beyond the edge is cut.
    void draw(std::string_view text, size_t x, size_t y, size_t scale);

  private:
    const size_t width_;
    const size_t height_;
    uint8_t pages_[kMostHeight / 8][kMostWidth] = {};
};

// What a model says to an image: its best class, that class's probability, and how long it took.
struct ShownAnswer {
    std::string_view label;
    float probability = 0;
    bool is_sure = true;
    uint32_t microseconds = 0;
};

// The best class as large as it fits, and below it its probability and how long it took; or that the model is
// not sure, and below it the best class.
void show_prediction(Screen& screen, const ShownAnswer& answer);

// What the board does or lacks: a headline and a line below it.
void show_notice(Screen& screen, std::string_view headline, std::string_view line);

// Why a model does not run, in a few words.
std::string_view words_for(Status status);

}  // namespace squeeze
