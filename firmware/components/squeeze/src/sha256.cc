#include <cstring>

#include "squeeze/checksums.h"

namespace squeeze {

namespace {

constexpr size_t kBlock = 64;
constexpr size_t kLengthField = 8;

// FIPS 180-4, section 4.2.2.
constexpr uint32_t kConstants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr uint32_t rotated(uint32_t word, int bits) {
    return word >> bits | word << (32 - bits);
}

struct State {
    uint32_t words[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

    void absorb(const uint8_t* block);
};

// Section 6.2.2, with the message schedule in a ring of sixteen words.
void State::absorb(const uint8_t* block) {
    uint32_t schedule[16];
    for (int i = 0; i < 16; ++i) {
        schedule[i] = static_cast<uint32_t>(block[4 * i]) << 24 |
                      static_cast<uint32_t>(block[4 * i + 1]) << 16 |
                      static_cast<uint32_t>(block[4 * i + 2]) << 8 | block[4 * i + 3];
    }
    auto [a, b, c, d, e, f, g, h] = words;
    for (int i = 0; i < 64; ++i) {
        uint32_t& word = schedule[i & 15];
        if (i >= 16) {
            const uint32_t early = schedule[(i + 1) & 15];
            const uint32_t late = schedule[(i + 14) & 15];
            word += (rotated(early, 7) ^ rotated(early, 18) ^ early >> 3) + schedule[(i + 9) & 15] +
                    (rotated(late, 17) ^ rotated(late, 19) ^ late >> 10);
        }
        const uint32_t first = h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g)) +
                               kConstants[i] + word;
        const uint32_t second =
            (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    const uint32_t mixed[8] = {a, b, c, d, e, f, g, h};
    for (int i = 0; i < 8; ++i) {
        words[i] += mixed[i];
    }
}

}  // namespace

Sha256 sha256(Bytes bytes) {
    State state;
    size_t at = 0;
    for (; bytes.size() - at >= kBlock; at += kBlock) {
        state.absorb(bytes.data() + at);
    }
    uint8_t tail[2 * kBlock] = {};
    const size_t rest = bytes.size() - at;
    if (rest > 0) {
        std::memcpy(tail, bytes.data() + at, rest);
    }
    tail[rest] = 0x80;
    const size_t padded = rest + 1 + kLengthField <= kBlock ? kBlock : 2 * kBlock;
    const uint64_t bits = static_cast<uint64_t>(bytes.size()) * 8;
    for (size_t i = 0; i < kLengthField; ++i) {
        tail[padded - 1 - i] = static_cast<uint8_t>(bits >> (8 * i));
    }
    for (at = 0; at < padded; at += kBlock) {
        state.absorb(tail + at);
    }
    Sha256 digest;
    for (size_t i = 0; i < digest.size(); ++i) {
        digest[i] = static_cast<uint8_t>(state.words[i / 4] >> (24 - 8 * (i % 4)));
    }
    return digest;
}

}  // namespace squeeze
