#include "squeeze/byte_writer.h"

#include <cstring>

namespace squeeze {

namespace {

constexpr bool continues_a_character(char byte) {
    return (static_cast<uint8_t>(byte) & 0xC0) == 0x80;
}

}  // namespace

uint8_t* ByteWriter::take(size_t count) {
    if (!ok_ || count > room()) {
        ok_ = false;
        return nullptr;
    }
    uint8_t* const place = buffer_.data() + size_;
    size_ += count;
    return place;
}

void ByteWriter::u8(uint8_t value) {
    bytes({&value, 1});
}

void ByteWriter::u16(uint16_t value) {
    const uint8_t field[] = {static_cast<uint8_t>(value), static_cast<uint8_t>(value >> 8)};
    bytes(field);
}

void ByteWriter::u32(uint32_t value) {
    const uint8_t field[] = {static_cast<uint8_t>(value), static_cast<uint8_t>(value >> 8),
                             static_cast<uint8_t>(value >> 16), static_cast<uint8_t>(value >> 24)};
    bytes(field);
}

void ByteWriter::f32(float value) {
    uint32_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    u32(bits);
}

void ByteWriter::bytes(Bytes bytes) {
    uint8_t* const place = take(bytes.size());
    if (place != nullptr && !bytes.empty()) {
        std::memcpy(place, bytes.data(), bytes.size());
    }
}

void ByteWriter::text(std::string_view text) {
    bytes({reinterpret_cast<const uint8_t*>(text.data()), text.size()});
}

void ByteWriter::text(std::string_view text, size_t field) {
    size_t fitting = text.size();
    if (fitting > field) {
        fitting = field;
        while (fitting > 0 && continues_a_character(text[fitting])) {
            --fitting;
        }
    }
    this->text(text.substr(0, fitting));
    zeros(field - fitting);
}

void ByteWriter::zeros(size_t count) {
    uint8_t* const place = take(count);
    if (place != nullptr) {
        std::memset(place, 0, count);
    }
}

}  // namespace squeeze
