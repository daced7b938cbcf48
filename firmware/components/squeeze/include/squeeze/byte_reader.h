// Little endian fields out of bytes, one after the other.
#pragma once

#include "squeeze/span.h"

namespace squeeze {

// Reading past the end gives zeros and empty spans, and `ok()` is false from then on.
class ByteReader {
  public:
    explicit ByteReader(Bytes bytes) : bytes_(bytes) {}

    uint8_t u8();
    uint16_t u16();
    uint32_t u32();
    int8_t i8() { return static_cast<int8_t>(u8()); }
    int32_t i32() { return static_cast<int32_t>(u32()); }
    float f32();
    Bytes bytes(size_t count);

    bool ok() const { return ok_; }
    Bytes rest() const { return bytes_.part(at_); }
    // All was read, and nothing is left.
    bool finished() const { return ok_ && at_ == bytes_.size(); }

  private:
    Bytes bytes_;
    size_t at_ = 0;
    bool ok_ = true;
};

}  // namespace squeeze
