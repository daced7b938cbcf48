// Short texts of printable ASCII in memory of fixed size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace squeeze {

// Appends until it is full; the rest is cut off. What is not printable ASCII becomes '?', so that no text can
// break a frame's encoding or a display.
class Text {
  public:
    Text& operator<<(std::string_view more);
    template <typename Number,
              typename = std::enable_if_t<std::is_integral_v<Number> && !std::is_same_v<Number, char>>>
    Text& operator<<(Number number) {
        return append_number(static_cast<int64_t>(number));
    }

    void clear() { size_ = 0; }
    bool empty() const { return size_ == 0; }
    std::string_view view() const { return {characters_, size_}; }

    static constexpr size_t kMostCharacters = 120;

  private:
    Text& append_number(int64_t number);

    char characters_[kMostCharacters];
    size_t size_ = 0;
};

}  // namespace squeeze
