// The board's end of the link: bytes in, bytes out (docs/protocol.md, "A board's duties").
#pragma once

#include "squeeze/actions.h"
#include "squeeze/byte_reader.h"
#include "squeeze/frame.h"
#include "squeeze/messages.h"
#include "squeeze/text.h"

namespace squeeze {

// Where an image from the computer is put together. Lines share it: whoever began last owns it.
struct ImageInbox {
    Buffer memory;
    const void* owner = nullptr;
    int64_t expected = -1;  // bytes of the image that was begun, -1 before one
    size_t received = 0;
    uint64_t touched = 0;  // when a part of it arrived last
    Bytes seen;            // the image of the last prediction, empty once another one was begun

    // Whether an image is on its way to its prediction, so that nothing else may be put into the memory.
    bool is_needed(uint64_t now) const {
        constexpr uint64_t kPatience = 2'000'000;
        return expected >= 0 && seen.empty() && now - touched < kPatience;
    }
};

// What a board can do. A status other than kReady becomes a refusal with `detail`.
class Device {
  public:
    // What the board is, and its model; the line fills in its own speed and window.
    virtual void describe(Hello& hello) = 0;
    // The model's labels, each with a zero byte behind it; empty without a model.
    virtual Bytes labels() = 0;
    virtual ImageInbox& inbox() = 0;
    // Runs the model on an image of the shape that it takes; the prediction is good until the next one.
    virtual Status predict(Bytes image, Prediction& prediction, Text& detail) = 0;
    // The operators of the last inference; none before it.
    virtual Span<const OperatorTime> operator_times() = 0;
    // Whether camera images can be sent.
    virtual Status can_watch(Text& detail) = 0;
    // The pins that actions set.
    virtual PinLevels pins() = 0;
    // Microseconds since some moment in the past.
    virtual uint64_t now() = 0;

  protected:
    ~Device() = default;
};

// A serial line.
class Line {
  public:
    virtual void write(Bytes bytes) = 0;
    // Changes the speed once everything written has left.
    virtual void set_baud(uint32_t baud) = 0;

  protected:
    ~Line() = default;
};

// A line's own figures; `highest_baud` is 0 where it has no speed of its own.
struct LineTraits {
    uint32_t starting_baud = 115200;
    uint32_t highest_baud = 0;
    uint32_t window = 0;
};

// One line's conversation. Whoever drives it gives it what comes in, calls `tick` at least every half second,
// and sends camera images while `is_watched`.
class LinkSession {
  public:
    LinkSession(Device& device, Line& line, const LineTraits& traits);

    void receive(Bytes bytes);
    // Lets time pass: an unconfirmed speed is taken back, a silent computer forgotten.
    void tick();

    // Whether the computer wants camera images now.
    bool is_watched();
    // Whether somebody has sent a frame not long ago.
    bool is_heard();

    void log(LogLevel level, std::string_view text);
    void send_shot(const Shot& shot, const Prediction& prediction);
    // Tells the computer that an action has set a pin, if somebody listens. Also while a request is met.
    void tell_pin(uint8_t pin, bool high);
    // Writes an action's line as plain text, and as a message if somebody listens. Also while a request is
    // met.
    void write_line(uint16_t class_number, std::string_view line);

  private:
    void answer(const Frame& frame);
    Status meet(const Frame& frame, ByteWriter& payload, Text& detail);
    void send(uint8_t kind, uint16_t sequence, Bytes payload);
    void change_baud(uint32_t baud);

    Status meet_hello(ByteReader& request, ByteWriter& payload);
    Status meet_labels(ByteReader& request, ByteWriter& payload);
    Status meet_set_speed(ByteReader& request, ByteWriter& payload, Text& detail);
    Status meet_confirm_speed(ByteReader& request, ByteWriter& payload, Text& detail);
    Status meet_begin_image(ByteReader& request, ByteWriter& payload, Text& detail);
    Status begin_image(size_t height, size_t width, size_t channels, Text& detail);
    Status meet_image_part(ByteReader& request, ByteWriter& payload, Text& detail);
    Status meet_predict(uint16_t sequence, ByteReader& request, ByteWriter& payload, Text& detail);
    Status meet_profile(ByteReader& request, ByteWriter& payload);
    Status meet_watch(bool with_inputs, ByteReader& request, ByteWriter& payload, Text& detail);
    Status meet_ping(ByteReader& request, ByteWriter& payload);
    Status meet_pins(ByteReader& request, ByteWriter& payload);
    Status meet_input(ByteReader& request, ByteWriter& payload);
    void send_input(uint32_t number);

    Device& device_;
    Line& line_;
    const LineTraits traits_;
    FrameReader reader_;
    uint32_t baud_;
    uint32_t baud_wanted_ = 0;
    uint32_t baud_before_ = 0;  // while the present one is unconfirmed, else 0
    uint64_t confirm_until_ = 0;
    uint64_t heard_;
    bool heard_ever_ = false;
    uint64_t watched_until_ = 0;
    bool watches_inputs_ = false;
    uint8_t payload_[kMostPayload];
    uint8_t wire_[kMostOnWire];
    // The prediction that was sent last, for when it is asked for again.
    int32_t answered_sequence_ = -1;
    uint8_t answered_[kMostPayload];
    size_t answered_size_ = 0;
};

}  // namespace squeeze
