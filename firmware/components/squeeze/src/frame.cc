#include "squeeze/frame.h"

#include "squeeze/byte_reader.h"
#include "squeeze/byte_writer.h"
#include "squeeze/checksums.h"
#include "squeeze/cobs.h"

namespace squeeze {

namespace {

bool read_body(Bytes body, Frame& frame) {
    if (body.size() < kFrameHead + kFrameCrc || body.size() > kMostBody) {
        return false;
    }
    const Bytes content = body.part(0, body.size() - kFrameCrc);
    ByteReader crc(body.part(content.size()));
    if (crc.u32() != crc32(content)) {
        return false;
    }
    ByteReader reader(content);
    frame.version = reader.u8();
    frame.kind = reader.u8();
    frame.sequence = reader.u16();
    frame.payload = reader.rest();
    return true;
}

}  // namespace

size_t encode_frame(const Frame& frame, Buffer wire) {
    uint8_t body[kMostBody];
    ByteWriter writer(body);
    writer.u8(frame.version);
    writer.u8(frame.kind);
    writer.u16(frame.sequence);
    writer.bytes(frame.payload);
    writer.u32(crc32(writer.written()));
    CobsEncoder encoder(wire.part(1, kMostCoded));
    encoder.put(writer.written());
    const size_t coded = encoder.finish();
    wire[0] = 0;
    wire[1 + coded] = 0;
    return coded + 2;
}

bool FrameReader::take(uint8_t byte, Frame& frame) {
    if (byte == 0) {
        return finish(frame);
    }
    if (size_ == kMostCoded) {
        overflowed_ = true;
    } else {
        piece_[size_++] = byte;
    }
    return false;
}

bool FrameReader::finish(Frame& frame) {
    const bool lost = overflowed_;
    const Buffer piece(piece_, size_);
    overflowed_ = false;
    size_ = 0;
    if (lost) {
        return false;
    }
    const size_t length = cobs_decode(piece);
    return length != kNotCobs && read_body({piece_, length}, frame);
}

}  // namespace squeeze
