#include <array>

#include "squeeze/checksums.h"

namespace squeeze {

namespace {

constexpr uint32_t kReflectedPolynomial = 0xEDB88320;

// What four bits at the low end do to the rest: sixteen entries are quick enough for a serial line.
constexpr std::array<uint32_t, 16> table_of_halves() {
    std::array<uint32_t, 16> table{};
    for (uint32_t half = 0; half < table.size(); ++half) {
        uint32_t crc = half;
        for (int bit = 0; bit < 4; ++bit) {
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? kReflectedPolynomial : 0);
        }
        table[half] = crc;
    }
    return table;
}

constexpr std::array<uint32_t, 16> kHalves = table_of_halves();

}  // namespace

uint32_t crc32(Bytes bytes) {
    uint32_t crc = 0xFFFFFFFF;
    for (const uint8_t byte : bytes) {
        crc ^= byte;
        crc = (crc >> 4) ^ kHalves[crc & 0xF];
        crc = (crc >> 4) ^ kHalves[crc & 0xF];
    }
    return ~crc;
}

}  // namespace squeeze
