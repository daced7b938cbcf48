#include "squeeze/messages.h"

namespace squeeze {

namespace {

constexpr size_t kVersionBytes = 16;
constexpr size_t kNameBytes = 24;
constexpr size_t kHashBytes = 32;
constexpr uint8_t kPinIsHigh = 0x80;

}  // namespace

void write_hello(ByteWriter& writer, const Hello& hello) {
    writer.text(hello.firmware, kVersionBytes);
    writer.text(hello.variant, kVersionBytes);
    writer.text(hello.runtime, kNameBytes);
    writer.text(hello.profile, kNameBytes);
    writer.u16(hello.chip);
    writer.u16(hello.chip_revision);
    writer.bytes(hello.mac);
    writer.u8(hello.is_virtual ? 1 : 0);
    writer.u8(hello.has_camera ? 1 : 0);
    writer.u32(hello.psram_bytes);
    writer.u8(hello.reset_reason);
    writer.u8(hello.input_channels);
    writer.u16(static_cast<uint16_t>(hello.status));
    writer.bytes(hello.model_sha256);
    writer.zeros(kHashBytes - hello.model_sha256.size());
    writer.u16(hello.classes);
    writer.u16(hello.input_height);
    writer.u16(hello.input_width);
    writer.u16(0);
    writer.f32(hello.input_scale);
    writer.i32(hello.input_zero_point);
    writer.f32(hello.output_scale);
    writer.i32(hello.output_zero_point);
    writer.u32(hello.arena_used);
    writer.u32(hello.arena_free);
    writer.u32(hello.highest_baud);
    writer.u32(hello.window);
}

void write_prediction(ByteWriter& writer, const Prediction& prediction) {
    const Span<const uint16_t> named = prediction.is_sure ? prediction.top : Span<const uint16_t>();
    writer.u32(prediction.total_microseconds);
    writer.u32(prediction.inference_microseconds);
    writer.u32(prediction.decode_microseconds);
    writer.u16(static_cast<uint16_t>(prediction.scores.size()));
    writer.u16(static_cast<uint16_t>(named.size()));
    for (const int8_t score : prediction.scores) {
        writer.u8(static_cast<uint8_t>(score));
    }
    for (const uint16_t number : named) {
        writer.u16(number);
    }
}

void write_operator_time(ByteWriter& writer, const OperatorTime& one) {
    writer.u32(one.microseconds);
    writer.text(one.name, kOperatorNameBytes);
}

void write_refusal(ByteWriter& writer, Status code, uint8_t request, std::string_view text) {
    writer.u16(static_cast<uint16_t>(code));
    writer.u8(request);
    writer.text(text);
}

void write_log_line(ByteWriter& writer, LogLevel level, std::string_view text) {
    writer.u8(static_cast<uint8_t>(level));
    writer.text(text);
}

void write_camera_image(ByteWriter& writer, const Shot& shot) {
    writer.u32(shot.number);
    writer.u32(static_cast<uint32_t>(shot.jpeg.size()));
    writer.u16(shot.width);
    writer.u16(shot.height);
}

void write_camera_part(ByteWriter& writer, uint32_t number, uint32_t offset, Bytes data) {
    writer.u32(number);
    writer.u32(offset);
    writer.bytes(data);
}

void write_input(ByteWriter& writer, Bytes seen, uint32_t offset, size_t most) {
    writer.u32(static_cast<uint32_t>(seen.size()));
    writer.u32(offset);
    writer.bytes(seen.part(offset, most));
}

void write_camera_input(ByteWriter& writer, uint32_t number, Bytes seen, uint32_t offset, size_t most) {
    writer.u32(number);
    write_input(writer, seen, offset, most);
}

void write_pins(ByteWriter& writer, const PinLevels& levels) {
    for (uint8_t pin = 0; pin <= kHighestPin; ++pin) {
        if (levels.uses(pin)) {
            writer.u8(static_cast<uint8_t>(pin | (levels.is_high(pin) ? kPinIsHigh : 0)));
        }
    }
}

void write_pin_changed(ByteWriter& writer, uint8_t pin, bool high) {
    writer.u8(pin);
    writer.u8(high ? 1 : 0);
}

void write_action_line(ByteWriter& writer, uint16_t class_number, std::string_view line) {
    writer.u16(class_number);
    writer.text(line);
}

void write_camera_prediction(ByteWriter& writer, uint32_t number, const Prediction& prediction) {
    writer.u32(number);
    write_prediction(writer, prediction);
}

}  // namespace squeeze
