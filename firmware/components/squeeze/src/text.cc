#include "squeeze/text.h"

#include <charconv>

namespace squeeze {

Text& Text::operator<<(std::string_view more) {
    for (const char character : more) {
        if (size_ == kMostCharacters) {
            break;
        }
        const bool printable = character >= ' ' && character <= '~';
        characters_[size_++] = printable ? character : '?';
    }
    return *this;
}

Text& Text::append_number(int64_t number) {
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    return *this << std::string_view(digits, static_cast<size_t>(end - digits));
}

}  // namespace squeeze
