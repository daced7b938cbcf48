#include "squeeze/utf8.h"

namespace squeeze {

namespace {

// What may follow a first byte: how many bytes, and the range of the first of them (Unicode, table 3-7).
struct Sequence {
    size_t following;
    uint8_t least;
    uint8_t most;
};

constexpr size_t kNone = SIZE_MAX;

constexpr Sequence begun_by(uint8_t byte) {
    if (byte < 0x80) {
        return {0, 0, 0};
    }
    if (byte >= 0xC2 && byte <= 0xDF) {
        return {1, 0x80, 0xBF};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        return {2, static_cast<uint8_t>(byte == 0xE0 ? 0xA0 : 0x80),
                static_cast<uint8_t>(byte == 0xED ? 0x9F : 0xBF)};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        return {3, static_cast<uint8_t>(byte == 0xF0 ? 0x90 : 0x80),
                static_cast<uint8_t>(byte == 0xF4 ? 0x8F : 0xBF)};
    }
    return {kNone, 0, 0};
}

}  // namespace

bool is_utf8(Bytes bytes) {
    for (size_t at = 0; at < bytes.size();) {
        const Sequence sequence = begun_by(bytes[at++]);
        if (sequence.following > bytes.size() - at) {
            return false;
        }
        for (size_t i = 0; i < sequence.following; ++i) {
            const uint8_t least = i == 0 ? sequence.least : 0x80;
            const uint8_t most = i == 0 ? sequence.most : 0xBF;
            if (bytes[at] < least || bytes[at] > most) {
                return false;
            }
            ++at;
        }
    }
    return true;
}

}  // namespace squeeze
