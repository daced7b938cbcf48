// Messages of the link: values to payloads (byte tables in docs/protocol.md).
#pragma once

#include <string_view>

#include "squeeze/actions.h"
#include "squeeze/byte_writer.h"
#include "squeeze/frame.h"
#include "squeeze/status.h"

namespace squeeze {

// Types of messages. A request's answer has its type with bit 7 set.
enum class Kind : uint8_t {
    kAskHello = 0x01,
    kAskLabels = 0x02,
    kSetSpeed = 0x03,
    kConfirmSpeed = 0x04,
    kBeginImage = 0x05,
    kImagePart = 0x06,
    kPredict = 0x07,
    kAskProfile = 0x08,
    kWatch = 0x09,
    kPing = 0x0A,
    kAskPins = 0x0B,
    kAskInput = 0x0C,
    kWatchInputs = 0x0D,
    kRefusal = 0xC0,
    kLogLine = 0xC1,
    kCameraImage = 0xC2,
    kCameraPart = 0xC3,
    kCameraPrediction = 0xC4,
    kPinChanged = 0xC5,
    kActionLine = 0xC6,
    kCameraInput = 0xC7,
};

constexpr uint8_t kAnswerBit = 0x80;
constexpr size_t kOperatorNameBytes = 28;
constexpr size_t kOperatorEntryBytes = 4 + kOperatorNameBytes;

enum class LogLevel : uint8_t { kDetail = 0, kInformation = 1, kWarning = 2, kError = 3 };

// What a board is, and whether its model is ready to run. Texts that are too long are cut.
struct Hello {
    std::string_view firmware;
    std::string_view variant;
    std::string_view runtime;
    std::string_view profile;
    uint16_t chip = 0;
    uint16_t chip_revision = 0;
    uint8_t mac[6] = {};
    bool is_virtual = false;
    bool has_camera = false;
    uint32_t psram_bytes = 0;
    uint8_t reset_reason = 0;
    uint8_t input_channels = 0;
    Status status = Status::kReady;
    Bytes model_sha256;  // empty without a model
    uint16_t classes = 0;
    uint16_t input_height = 0;
    uint16_t input_width = 0;
    float input_scale = 0;
    int32_t input_zero_point = 0;
    float output_scale = 0;
    int32_t output_zero_point = 0;
    uint32_t arena_used = 0;
    uint32_t arena_free = 0;
    uint32_t highest_baud = 0;
    uint32_t window = 0;
};

// What the model says: a code for each class, and the numbers of the best classes, best first. An answer that
// is not sure names no class to the computer.
struct Prediction {
    uint32_t total_microseconds = 0;
    uint32_t inference_microseconds = 0;
    uint32_t decode_microseconds = 0;
    Span<const int8_t> scores;
    Span<const uint16_t> top;
    bool is_sure = true;
};

// One operator of the model in the last inference.
struct OperatorTime {
    std::string_view name;
    uint32_t microseconds = 0;
};

// A camera image as it goes over the link.
struct Shot {
    uint32_t number = 0;
    Bytes jpeg;
    uint16_t width = 0;
    uint16_t height = 0;
};

void write_hello(ByteWriter& writer, const Hello& hello);
void write_prediction(ByteWriter& writer, const Prediction& prediction);
void write_operator_time(ByteWriter& writer, const OperatorTime& one);
void write_refusal(ByteWriter& writer, Status code, uint8_t request, std::string_view text);
void write_log_line(ByteWriter& writer, LogLevel level, std::string_view text);
void write_camera_image(ByteWriter& writer, const Shot& shot);
void write_camera_part(ByteWriter& writer, uint32_t number, uint32_t offset, Bytes data);
// Parts of what entered the network, from `offset` on, of `most` bytes at most.
void write_input(ByteWriter& writer, Bytes seen, uint32_t offset, size_t most);
void write_camera_input(ByteWriter& writer, uint32_t number, Bytes seen, uint32_t offset, size_t most);
void write_pins(ByteWriter& writer, const PinLevels& levels);
void write_pin_changed(ByteWriter& writer, uint8_t pin, bool high);
void write_action_line(ByteWriter& writer, uint16_t class_number, std::string_view line);
void write_camera_prediction(ByteWriter& writer, uint32_t number, const Prediction& prediction);

}  // namespace squeeze
