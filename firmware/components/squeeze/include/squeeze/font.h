// Letters of 5 x 7 pixels for small displays.
#pragma once

#include <cstddef>
#include <cstdint>

namespace squeeze {

constexpr size_t kGlyphWidth = 5;
constexpr size_t kGlyphHeight = 7;

// The columns of a printable ASCII character from the left, bit 0 on top; a question mark's for any other.
const uint8_t (&glyph(char character))[kGlyphWidth];

}  // namespace squeeze
