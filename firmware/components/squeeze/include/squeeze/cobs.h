// Consistent Overhead Byte Stuffing (S. Cheshire, M. Baker, IEEE/ACM Transactions on Networking 7, 1999).
#pragma once

#include "squeeze/span.h"

namespace squeeze {

// Codes bytes so that none is zero while they are written one by one. Each run of up to 254 bytes that are
// not zero follows a byte that says its length plus 1. `coded` takes one byte in 254 more than is put, and
// one.
class CobsEncoder {
  public:
    explicit CobsEncoder(Buffer coded) : coded_(coded) {}

    void put(Bytes bytes);
    // Ends the last run and returns how many bytes were written.
    size_t finish();

  private:
    void end_run();

    Buffer coded_;
    size_t run_ = 0;
    size_t next_ = 1;
};

constexpr size_t kNotCobs = SIZE_MAX;

// Decodes in place and returns the length, or kNotCobs when the bytes are no such code.
size_t cobs_decode(Buffer coded);

}  // namespace squeeze
