// Frames: how messages travel on the wire (docs/protocol.md).
#pragma once

#include "squeeze/span.h"

namespace squeeze {

constexpr uint8_t kLinkVersion = 1;
constexpr size_t kMostPayload = 1088;
constexpr size_t kFrameHead = 4;
constexpr size_t kFrameCrc = 4;
constexpr size_t kMostBody = kFrameHead + kMostPayload + kFrameCrc;
// The longest frame on the wire, without and with its zero bytes.
constexpr size_t kMostCoded = kMostBody + kMostBody / 254 + 1;
constexpr size_t kMostOnWire = kMostCoded + 2;

// One frame; `version` is the sender's. The payload lies in the memory of whoever gave the frame.
struct Frame {
    uint8_t version = kLinkVersion;
    uint8_t kind = 0;
    uint16_t sequence = 0;
    Bytes payload;
};

// Writes the frame as it goes on the wire, zero bytes on both sides included, and returns its length.
// The payload may not be longer than kMostPayload; `wire` takes kMostOnWire bytes.
size_t encode_frame(const Frame& frame, Buffer wire);

// Frames out of a stream that may be cut, doubled or mixed with noise at any place.
class FrameReader {
  public:
    // Takes the next byte; true when it completes a frame, whose payload is good until the next call.
    bool take(uint8_t byte, Frame& frame);

  private:
    bool finish(Frame& frame);

    uint8_t piece_[kMostCoded];
    size_t size_ = 0;
    bool overflowed_ = false;
};

}  // namespace squeeze
