#include "squeeze/link_session.h"

#include <algorithm>
#include <cstring>

#include "squeeze/model_image.h"

namespace squeeze {

namespace {

constexpr uint64_t kSecond = 1'000'000;
constexpr uint64_t kConfirmTime = 1'500'000;
constexpr uint64_t kIdleTime = 10 * kSecond;
constexpr size_t kPartBytes = 1024;
constexpr uint32_t kLowestBaud = 1200;
constexpr uint8_t kLineEnd[] = {'\r', '\n'};

}  // namespace

LinkSession::LinkSession(Device& device, Line& line, const LineTraits& traits)
    : device_(device), line_(line), traits_(traits), baud_(traits.starting_baud), heard_(device.now()) {}

void LinkSession::receive(Bytes bytes) {
    for (const uint8_t byte : bytes) {
        Frame frame;
        // Answers are never answered: an echo on the line must not go round for ever.
        if (reader_.take(byte, frame) && (frame.kind & kAnswerBit) == 0) {
            answer(frame);
            // A long inference is no silence of the computer.
            heard_ = device_.now();
            heard_ever_ = true;
        }
    }
}

void LinkSession::tick() {
    const uint64_t now = device_.now();
    if (baud_before_ != 0 && now > confirm_until_) {
        change_baud(baud_before_);
        baud_before_ = 0;
    }
    if (now - heard_ > kIdleTime && baud_ != traits_.starting_baud) {
        change_baud(traits_.starting_baud);
        baud_before_ = 0;
    }
}

bool LinkSession::is_watched() {
    return device_.now() < watched_until_;
}

bool LinkSession::is_heard() {
    return heard_ever_ && device_.now() - heard_ <= kIdleTime;
}

void LinkSession::log(LogLevel level, std::string_view text) {
    ByteWriter payload(payload_);
    write_log_line(payload, level, text);
    send(static_cast<uint8_t>(Kind::kLogLine), 0, payload.written());
}

void LinkSession::send_shot(const Shot& shot, const Prediction& prediction) {
    ByteWriter head(payload_);
    write_camera_image(head, shot);
    send(static_cast<uint8_t>(Kind::kCameraImage), 0, head.written());
    for (size_t offset = 0; offset < shot.jpeg.size(); offset += kPartBytes) {
        ByteWriter part(payload_);
        write_camera_part(part, shot.number, static_cast<uint32_t>(offset),
                          shot.jpeg.part(offset, kPartBytes));
        send(static_cast<uint8_t>(Kind::kCameraPart), 0, part.written());
    }
    if (watches_inputs_) {
        send_input(shot.number);
    }
    ByteWriter tail(payload_);
    write_camera_prediction(tail, shot.number, prediction);
    send(static_cast<uint8_t>(Kind::kCameraPrediction), 0, tail.written());
}

void LinkSession::send_input(uint32_t number) {
    const Bytes seen = device_.inbox().seen;
    for (size_t offset = 0; offset < seen.size(); offset += kPartBytes) {
        ByteWriter part(payload_);
        write_camera_input(part, number, seen, static_cast<uint32_t>(offset), kPartBytes);
        send(static_cast<uint8_t>(Kind::kCameraInput), 0, part.written());
    }
}

// Memory of its own: `payload_` may hold the answer that is being written.
void LinkSession::tell_pin(uint8_t pin, bool high) {
    if (is_heard()) {
        uint8_t memory[2];
        ByteWriter payload(memory);
        write_pin_changed(payload, pin, high);
        send(static_cast<uint8_t>(Kind::kPinChanged), 0, payload.written());
    }
}

// The text stands between frames: the zero byte in front of the next one ends it.
void LinkSession::write_line(uint16_t class_number, std::string_view line) {
    uint8_t memory[kMostActionLine + sizeof kLineEnd];
    ByteWriter text(memory);
    text.text(line);
    text.bytes(kLineEnd);
    line_.write(text.written());
    if (is_heard()) {
        ByteWriter payload(memory);
        write_action_line(payload, class_number, line);
        send(static_cast<uint8_t>(Kind::kActionLine), 0, payload.written());
    }
}

void LinkSession::send(uint8_t kind, uint16_t sequence, Bytes payload) {
    Frame frame;
    frame.kind = kind;
    frame.sequence = sequence;
    frame.payload = payload;
    line_.write(Bytes(wire_, encode_frame(frame, wire_)));
}

void LinkSession::change_baud(uint32_t baud) {
    baud_ = baud;
    line_.set_baud(baud);
}

void LinkSession::answer(const Frame& frame) {
    ByteWriter payload(payload_);
    Text detail;
    const Status status = frame.version == kLinkVersion ? meet(frame, payload, detail) : Status::kLinkVersion;
    if (status != Status::kReady) {
        ByteWriter refusal(payload_);
        write_refusal(refusal, status, frame.kind, detail.view());
        send(static_cast<uint8_t>(Kind::kRefusal), frame.sequence, refusal.written());
        return;
    }
    send(frame.kind | kAnswerBit, frame.sequence, payload.written());
    if (static_cast<Kind>(frame.kind) == Kind::kSetSpeed) {
        baud_before_ = baud_;
        confirm_until_ = device_.now() + kConfirmTime;
        change_baud(baud_wanted_);
    }
}

// Writes the answer's payload, or returns the status that refuses the request.
Status LinkSession::meet(const Frame& frame, ByteWriter& payload, Text& detail) {
    ByteReader request(frame.payload);
    switch (static_cast<Kind>(frame.kind)) {
        case Kind::kAskHello:
            return meet_hello(request, payload);
        case Kind::kAskLabels:
            return meet_labels(request, payload);
        case Kind::kSetSpeed:
            return meet_set_speed(request, payload, detail);
        case Kind::kConfirmSpeed:
            return meet_confirm_speed(request, payload, detail);
        case Kind::kBeginImage:
            return meet_begin_image(request, payload, detail);
        case Kind::kImagePart:
            return meet_image_part(request, payload, detail);
        case Kind::kPredict:
            return meet_predict(frame.sequence, request, payload, detail);
        case Kind::kAskProfile:
            return meet_profile(request, payload);
        case Kind::kWatch:
            return meet_watch(false, request, payload, detail);
        case Kind::kWatchInputs:
            return meet_watch(true, request, payload, detail);
        case Kind::kAskInput:
            return meet_input(request, payload);
        case Kind::kPing:
            return meet_ping(request, payload);
        case Kind::kAskPins:
            return meet_pins(request, payload);
        default:
            return Status::kUnknownRequest;
    }
}

Status LinkSession::meet_hello(ByteReader& request, ByteWriter& payload) {
    if (!request.finished()) {
        return Status::kBadRequest;
    }
    Hello hello;
    device_.describe(hello);
    hello.highest_baud = traits_.highest_baud;
    hello.window = traits_.window;
    write_hello(payload, hello);
    return Status::kReady;
}

Status LinkSession::meet_labels(ByteReader& request, ByteWriter& payload) {
    const uint16_t first = request.u16();
    if (!request.finished()) {
        return Status::kBadRequest;
    }
    Hello hello;
    device_.describe(hello);
    if (!has_model(hello.status)) {
        return hello.status;
    }
    payload.u16(hello.classes);
    payload.u16(first);
    const Bytes labels = device_.labels();
    for (size_t number = 0, at = 0; at < labels.size(); ++number) {
        const Bytes with_end = labels.part(at, label_at(labels, at).size() + 1);
        if (number >= first) {
            if (with_end.size() > payload.room()) {
                break;
            }
            payload.bytes(with_end);
        }
        at += with_end.size();
    }
    return Status::kReady;
}

Status LinkSession::meet_set_speed(ByteReader& request, ByteWriter& payload, Text& detail) {
    const uint32_t baud = request.u32();
    if (!request.finished()) {
        return Status::kBadRequest;
    }
    if (baud < kLowestBaud || baud > traits_.highest_baud) {
        detail << baud;
        return Status::kSpeedRefused;
    }
    baud_wanted_ = baud;
    payload.u32(baud);
    return Status::kReady;
}

Status LinkSession::meet_confirm_speed(ByteReader& request, ByteWriter& payload, Text& detail) {
    const uint32_t baud = request.u32();
    if (!request.finished() || baud != baud_) {
        detail << "the speed is " << baud_;
        return Status::kBadRequest;
    }
    baud_before_ = 0;
    payload.u32(baud);
    return Status::kReady;
}

Status LinkSession::meet_begin_image(ByteReader& request, ByteWriter& payload, Text& detail) {
    const uint16_t height = request.u16();
    const uint16_t width = request.u16();
    const uint8_t channels = request.u8();
    if (!request.finished()) {
        return Status::kBadRequest;
    }
    const Status status = begin_image(height, width, channels, detail);
    payload.u32(0);
    return status;
}

// What is refused ends an image of this line, and none of another line.
Status LinkSession::begin_image(size_t height, size_t width, size_t channels, Text& detail) {
    ImageInbox& inbox = device_.inbox();
    answered_sequence_ = -1;
    Hello hello;
    device_.describe(hello);
    const size_t bytes = height * width * channels;
    const bool fits = height == hello.input_height && width == hello.input_width &&
                      channels == hello.input_channels && bytes <= inbox.memory.size();
    if (has_model(hello.status) && fits) {
        inbox = {inbox.memory, this, static_cast<int64_t>(bytes), 0, device_.now(), {}};
        return Status::kReady;
    }
    if (inbox.owner == this) {
        inbox = {inbox.memory, this, -1, 0, device_.now(), {}};
    }
    if (!has_model(hello.status)) {
        return hello.status;
    }
    detail << hello.input_height << " x " << hello.input_width << " x " << hello.input_channels;
    return Status::kImageShape;
}

Status LinkSession::meet_image_part(ByteReader& request, ByteWriter& payload, Text& detail) {
    const uint32_t offset = request.u32();
    const Bytes data = request.rest();
    if (!request.ok()) {
        return Status::kBadRequest;
    }
    // A part of a line that has begun no image, or whose image another line's has replaced, goes nowhere: it
    // must not end what arrives on the other line.
    ImageInbox none;
    ImageInbox& inbox = device_.inbox().owner == this ? device_.inbox() : none;
    inbox.touched = device_.now();
    if (offset == inbox.received) {
        const uint64_t end = static_cast<uint64_t>(offset) + data.size();
        if (inbox.expected < 0 || end > static_cast<uint64_t>(inbox.expected)) {
            detail << "more than the image";
            return Status::kBadRequest;
        }
        if (!data.empty()) {
            std::memcpy(inbox.memory.data() + offset, data.data(), data.size());
        }
        inbox.received += data.size();
    }
    payload.u32(static_cast<uint32_t>(inbox.received));
    return Status::kReady;
}

Status LinkSession::meet_predict(uint16_t sequence, ByteReader& request, ByteWriter& payload, Text& detail) {
    if (!request.finished()) {
        return Status::kBadRequest;
    }
    if (answered_sequence_ == sequence) {
        payload.bytes(Bytes(answered_, answered_size_));
        return Status::kReady;
    }
    const ImageInbox& inbox = device_.inbox();
    if (inbox.owner != this || static_cast<int64_t>(inbox.received) != inbox.expected) {
        detail << (inbox.owner == this ? inbox.received : 0) << " bytes";
        return Status::kImageIncomplete;
    }
    Prediction prediction;
    const Status status = device_.predict(inbox.memory.part(0, inbox.received), prediction, detail);
    if (status != Status::kReady) {
        return status;
    }
    write_prediction(payload, prediction);
    answered_sequence_ = sequence;
    answered_size_ = payload.size();
    std::memcpy(answered_, payload_, answered_size_);
    return Status::kReady;
}

Status LinkSession::meet_profile(ByteReader& request, ByteWriter& payload) {
    const uint16_t first = request.u16();
    if (!request.finished()) {
        return Status::kBadRequest;
    }
    const Span<const OperatorTime> times = device_.operator_times();
    payload.u16(static_cast<uint16_t>(times.size()));
    payload.u16(first);
    for (const OperatorTime& one : times.part(first, payload.room() / kOperatorEntryBytes)) {
        write_operator_time(payload, one);
    }
    return Status::kReady;
}

Status LinkSession::meet_watch(bool with_inputs, ByteReader& request, ByteWriter& payload, Text& detail) {
    const uint16_t seconds = request.u16();
    if (!request.finished()) {
        return Status::kBadRequest;
    }
    const Status status = seconds == 0 ? Status::kReady : device_.can_watch(detail);
    if (status != Status::kReady) {
        return status;
    }
    watched_until_ = device_.now() + seconds * kSecond;
    watches_inputs_ = with_inputs;
    payload.u16(seconds);
    return Status::kReady;
}

Status LinkSession::meet_ping(ByteReader& request, ByteWriter& payload) {
    const uint32_t token = request.u32();
    if (!request.finished()) {
        return Status::kBadRequest;
    }
    payload.u32(token);
    return Status::kReady;
}

Status LinkSession::meet_input(ByteReader& request, ByteWriter& payload) {
    const uint32_t offset = request.u32();
    const Bytes seen = device_.inbox().seen;
    if (!request.finished() || (offset > 0 && offset >= seen.size())) {
        return Status::kBadRequest;
    }
    if (seen.empty()) {
        return Status::kImageIncomplete;
    }
    write_input(payload, seen, offset, kPartBytes);
    return Status::kReady;
}

Status LinkSession::meet_pins(ByteReader& request, ByteWriter& payload) {
    if (!request.finished()) {
        return Status::kBadRequest;
    }
    write_pins(payload, device_.pins());
    return Status::kReady;
}

}  // namespace squeeze
