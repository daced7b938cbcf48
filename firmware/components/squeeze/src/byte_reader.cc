#include "squeeze/byte_reader.h"

#include <cstring>

namespace squeeze {

Bytes ByteReader::bytes(size_t count) {
    if (!ok_ || count > bytes_.size() - at_) {
        ok_ = false;
        return {};
    }
    const Bytes field = bytes_.part(at_, count);
    at_ += count;
    return field;
}

uint8_t ByteReader::u8() {
    const Bytes field = bytes(1);
    return field.empty() ? 0 : field[0];
}

uint16_t ByteReader::u16() {
    const Bytes field = bytes(2);
    if (field.empty()) {
        return 0;
    }
    return static_cast<uint16_t>(field[0] | field[1] << 8);
}

uint32_t ByteReader::u32() {
    const Bytes field = bytes(4);
    if (field.empty()) {
        return 0;
    }
    return field[0] | static_cast<uint32_t>(field[1]) << 8 | static_cast<uint32_t>(field[2]) << 16 |
           static_cast<uint32_t>(field[3]) << 24;
}

float ByteReader::f32() {
    const uint32_t bits = u32();
    float number;
    std::memcpy(&number, &bits, sizeof number);
    return number;
}

}  // namespace squeeze
