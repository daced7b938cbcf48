// A board with the golden image on it, and a computer's side of its line.
#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "fakes.h"
#include "golden_records.h"
#include "squeeze/link_session.h"

using namespace squeeze;

struct Heard {
    uint8_t kind;
    uint16_t sequence;
    ByteVector payload;
};

class LinkSessionTest : public testing::Test {
  protected:
    LinkSessionTest() {
        EXPECT_TRUE(board_.read_image(view(image_)));
        board_.start_model({memory_.data(), memory_.size()});
    }

    void send(uint8_t kind, uint16_t sequence, const ByteVector& payload, uint8_t version = kLinkVersion) {
        uint8_t wire[kMostOnWire];
        const size_t size = encode_frame({version, kind, sequence, view(payload)}, wire);
        receiving_->receive(Bytes(wire, size));
    }

    // Sends a frame to the board's other line, whose answers nobody hears.
    void send_to_other(Kind kind, const ByteVector& payload) {
        receiving_ = other_.get();
        send(static_cast<uint8_t>(kind), 1, payload);
        receiving_ = session_.get();
    }

    std::vector<Heard> heard() {
        FrameReader reader;
        std::vector<Heard> frames;
        for (const uint8_t byte : line_.written) {
            Frame frame;
            if (reader.take(byte, frame)) {
                frames.push_back({frame.kind, frame.sequence, copy(frame.payload)});
            }
        }
        line_.written.clear();
        return frames;
    }

    Heard ask(Kind kind, const ByteVector& payload, uint16_t sequence = 9) {
        send(static_cast<uint8_t>(kind), sequence, payload);
        const auto frames = heard();
        EXPECT_EQ(frames.size(), 1U);
        if (frames.empty()) {
            return {};
        }
        EXPECT_EQ(frames[0].sequence, sequence);
        return frames[0];
    }

    Status refusal(Kind kind, const ByteVector& payload) {
        const Heard answer = ask(kind, payload);
        EXPECT_EQ(answer.kind, static_cast<uint8_t>(Kind::kRefusal));
        EXPECT_EQ(answer.payload.at(2), static_cast<uint8_t>(kind));
        return static_cast<Status>(answer.payload.at(0) | answer.payload.at(1) << 8);
    }

    ByteVector shape() const {
        const InputFormat& input = board_.image().input;
        return {static_cast<uint8_t>(input.height), 0, static_cast<uint8_t>(input.width), 0, input.channels};
    }

    // Sends an image in parts of 1,000 bytes.
    void upload(const ByteVector& image) {
        ask(Kind::kBeginImage, shape());
        for (size_t at = 0; at < image.size(); at += 1000) {
            send_part(static_cast<uint32_t>(at), copy(view(image).part(at, 1000)));
        }
        heard();
    }

    void send_part(uint32_t offset, const ByteVector& data) {
        ByteVector payload = number(offset);
        payload.insert(payload.end(), data.begin(), data.end());
        send(static_cast<uint8_t>(Kind::kImagePart), 3, payload);
    }

    static ByteVector number(uint32_t value) {
        return {static_cast<uint8_t>(value), static_cast<uint8_t>(value >> 8),
                static_cast<uint8_t>(value >> 16), static_cast<uint8_t>(value >> 24)};
    }

    ByteVector input_image() const {
        ByteVector values(board_.image().input.bytes());
        for (size_t i = 0; i < values.size(); ++i) {
            values[i] = static_cast<uint8_t>(i * 7 + i / 256);
        }
        return values;
    }

    const ByteVector image_ = from_hex(golden_records("model_image.txt").front().value("image"));
    ByteVector memory_ = ByteVector(100'000);
    fakes::SummingModel model_;
    Board board_{fakes::facts(), model_};
    fakes::RememberingLine line_;
    fakes::RememberingLine other_line_;
    std::unique_ptr<LinkSession> session_ = std::make_unique<LinkSession>(board_, line_, fakes::kTraits);
    std::unique_ptr<LinkSession> other_ = std::make_unique<LinkSession>(board_, other_line_, fakes::kTraits);
    LinkSession* receiving_ = session_.get();
};
