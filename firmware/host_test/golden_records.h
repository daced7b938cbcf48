// The golden vectors of tests/golden, which Python and C++ read alike.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "squeeze/span.h"

struct Record {
    std::vector<std::pair<std::string, std::string>> lines;  // a word and the rest

    // The only value of a word; throws where there is none.
    std::string value(const std::string& word) const;
    std::vector<std::string> values(const std::string& word) const;
};

// The records of a file, comments left out. Throws when there is no such file.
std::vector<Record> golden_records(const std::string& file);

using ByteVector = std::vector<uint8_t>;

// Bytes as the files write them.
ByteVector from_hex(const std::string& text);

std::string text_from_hex(const std::string& text);

inline squeeze::Bytes view(const ByteVector& bytes) {
    return {bytes.data(), bytes.size()};
}

inline ByteVector copy(squeeze::Bytes bytes) {
    return {bytes.begin(), bytes.end()};
}
