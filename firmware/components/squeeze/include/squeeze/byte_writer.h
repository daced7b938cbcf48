// Little endian fields into a buffer, one after the other.
#pragma once

#include <string_view>

#include "squeeze/span.h"

namespace squeeze {

// Writing past the end leaves the buffer as it is, and `ok()` is false from then on.
class ByteWriter {
  public:
    explicit ByteWriter(Buffer buffer) : buffer_(buffer) {}

    void u8(uint8_t value);
    void u16(uint16_t value);
    void u32(uint32_t value);
    void i32(int32_t value) { u32(static_cast<uint32_t>(value)); }
    void f32(float value);
    void bytes(Bytes bytes);
    // As much of a text as fits `field` bytes, filled up with zero bytes; never a part of a UTF-8 character.
    void text(std::string_view text, size_t field);
    // A text of any length, without an end mark.
    void text(std::string_view text);
    void zeros(size_t count);

    bool ok() const { return ok_; }
    size_t size() const { return size_; }
    size_t room() const { return buffer_.size() - size_; }
    Bytes written() const { return buffer_.part(0, size_); }

  private:
    uint8_t* take(size_t count);

    Buffer buffer_;
    size_t size_ = 0;
    bool ok_ = true;
};

}  // namespace squeeze
