// A stretch of memory that somebody else owns, with its length.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace squeeze {

template <typename T>
class Span {
  public:
    constexpr Span() = default;
    constexpr Span(T* data, size_t size) : data_(data), size_(size) {}
    template <size_t N>
    constexpr Span(T (&array)[N]) : data_(array), size_(N) {}
    template <typename U, typename = std::enable_if_t<std::is_same_v<const U, T>>>
    constexpr Span(Span<U> other) : data_(other.data()), size_(other.size()) {}

    constexpr T* data() const { return data_; }
    constexpr size_t size() const { return size_; }
    constexpr bool empty() const { return size_ == 0; }
    constexpr T* begin() const { return data_; }
    constexpr T* end() const { return data_ + size_; }
    constexpr T& operator[](size_t index) const { return data_[index]; }

    // `count` elements from `offset` on, or as many of them as there are.
    constexpr Span part(size_t offset, size_t count = SIZE_MAX) const {
        if (offset >= size_) {
            return {};
        }
        const size_t rest = size_ - offset;
        return {data_ + offset, count < rest ? count : rest};
    }

  private:
    T* data_ = nullptr;
    size_t size_ = 0;
};

using Bytes = Span<const uint8_t>;
using Buffer = Span<uint8_t>;

}  // namespace squeeze
