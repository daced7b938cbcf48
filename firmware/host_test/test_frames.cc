#include <gtest/gtest.h>

#include <sstream>

#include "golden_records.h"
#include "squeeze/cobs.h"
#include "squeeze/frame.h"

using squeeze::Frame;
using squeeze::FrameReader;

namespace {

struct OwnedFrame {
    int version;
    int kind;
    int sequence;
    ByteVector payload;

    bool operator==(const OwnedFrame& other) const {
        return version == other.version && kind == other.kind && sequence == other.sequence &&
               payload == other.payload;
    }
};

std::vector<OwnedFrame> frames_in(const ByteVector& stream) {
    static FrameReader reader;
    reader = FrameReader();
    std::vector<OwnedFrame> frames;
    for (const uint8_t byte : stream) {
        Frame frame;
        if (reader.take(byte, frame)) {
            frames.push_back({frame.version, frame.kind, frame.sequence, copy(frame.payload)});
        }
    }
    return frames;
}

ByteVector on_wire(uint8_t kind, uint16_t sequence, const ByteVector& payload) {
    uint8_t wire[squeeze::kMostOnWire];
    Frame frame;
    frame.kind = kind;
    frame.sequence = sequence;
    frame.payload = view(payload);
    const size_t size = squeeze::encode_frame(frame, wire);
    return {wire, wire + size};
}

}  // namespace

TEST(Frames, AreEncodedAndReadAsTheVectorsSay) {
    const auto records = golden_records("link_frames.txt");
    ASSERT_GT(records.size(), 20U);
    for (const Record& record : records) {
        const auto wire = from_hex(record.value("wire"));
        const auto payload = from_hex(record.value("payload"));
        const int kind = std::stoi(record.value("type"));
        const int sequence = std::stoi(record.value("sequence"));
        EXPECT_EQ(on_wire(static_cast<uint8_t>(kind), static_cast<uint16_t>(sequence), payload), wire)
            << record.value("name");
        EXPECT_EQ(frames_in(wire), (std::vector<OwnedFrame>{{1, kind, sequence, payload}}))
            << record.value("name");
    }
}

TEST(Frames, AreFoundInEveryStreamOfTheVectors) {
    const auto records = golden_records("link_streams.txt");
    ASSERT_GT(records.size(), 10U);
    for (const Record& record : records) {
        std::vector<OwnedFrame> named;
        for (const std::string& line : record.values("frame")) {
            std::istringstream words(line);
            OwnedFrame frame{};
            std::string payload;
            words >> frame.version >> frame.kind >> frame.sequence >> payload;
            frame.payload = from_hex(payload);
            named.push_back(frame);
        }
        EXPECT_EQ(frames_in(from_hex(record.value("stream"))), named) << record.value("name");
    }
}

TEST(Frames, OfTheLongestPayloadFitTheirBuffers) {
    for (const uint8_t value : {uint8_t{0}, uint8_t{0x11}}) {
        const ByteVector payload(squeeze::kMostPayload, value);
        const ByteVector wire = on_wire(6, 65535, payload);
        EXPECT_LE(wire.size(), squeeze::kMostOnWire);
        EXPECT_EQ(frames_in(wire), (std::vector<OwnedFrame>{{1, 6, 65535, payload}}));
    }
}

TEST(Cobs, RefusesWhatIsNoSuchCode) {
    for (const ByteVector& bad : {ByteVector{}, ByteVector{0}, ByteVector{3, 1}, ByteVector{2, 0},
                                  ByteVector{1, 0, 1}, ByteVector{255, 1, 2}}) {
        ByteVector bytes = bad;
        EXPECT_EQ(squeeze::cobs_decode({bytes.data(), bytes.size()}), squeeze::kNotCobs);
    }
}
