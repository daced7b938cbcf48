// CRC-32 of a frame and SHA-256 of a model image.
#pragma once

#include <array>

#include "squeeze/span.h"

namespace squeeze {

// The CRC-32 of ISO-HDLC, Ethernet and zlib: polynomial 0x04C11DB7 reflected, all bits inverted.
uint32_t crc32(Bytes bytes);

using Sha256 = std::array<uint8_t, 32>;

// SHA-256 (FIPS 180-4, section 6.2).
Sha256 sha256(Bytes bytes);

}  // namespace squeeze
