#include <gtest/gtest.h>

#include <map>

#include "golden_records.h"
#include "squeeze/messages.h"

using namespace squeeze;

namespace {

// The fields of a record, by name.
class Fields {
  public:
    explicit Fields(const Record& record) {
        for (const std::string& line : record.values("field")) {
            const size_t space = line.find(' ');
            const std::string rest = space == std::string::npos ? "" : line.substr(space + 1);
            fields_.emplace(line.substr(0, space), rest);
        }
    }

    std::string text(const std::string& name) const { return text_from_hex(fields_.at(name)); }
    ByteVector bytes(const std::string& name) const { return from_hex(fields_.at(name)); }
    long number(const std::string& name) const { return std::stol(fields_.at(name)); }
    float real(const std::string& name) const { return std::stof(fields_.at(name)); }

    template <typename Number>
    std::vector<Number> numbers(const std::string& name) const {
        std::istringstream words(fields_.at(name));
        std::vector<Number> found;
        for (long number; words >> number;) {
            found.push_back(static_cast<Number>(number));
        }
        return found;
    }

  private:
    std::map<std::string, std::string> fields_;
};

void write_named_hello(ByteWriter& writer, const Fields& fields) {
    const std::string firmware = fields.text("firmware");
    const std::string variant = fields.text("variant");
    const std::string runtime = fields.text("runtime");
    const std::string profile = fields.text("profile");
    const ByteVector mac = fields.bytes("mac");
    const ByteVector hash = fields.bytes("model_sha256");
    Hello hello;
    hello.firmware = firmware;
    hello.variant = variant;
    hello.runtime = runtime;
    hello.profile = profile;
    hello.chip = static_cast<uint16_t>(fields.number("chip"));
    hello.chip_revision = static_cast<uint16_t>(fields.number("chip_revision"));
    std::copy(mac.begin(), mac.end(), hello.mac);
    hello.is_virtual = fields.number("is_virtual") != 0;
    hello.has_camera = fields.number("has_camera") != 0;
    hello.psram_bytes = static_cast<uint32_t>(fields.number("psram_bytes"));
    hello.reset_reason = static_cast<uint8_t>(fields.number("reset_reason"));
    hello.input_channels = static_cast<uint8_t>(fields.number("input_channels"));
    hello.status = static_cast<Status>(fields.number("status"));
    hello.model_sha256 = view(hash);
    hello.classes = static_cast<uint16_t>(fields.number("classes"));
    hello.input_height = static_cast<uint16_t>(fields.number("input_height"));
    hello.input_width = static_cast<uint16_t>(fields.number("input_width"));
    hello.input_scale = fields.real("input_scale");
    hello.input_zero_point = static_cast<int32_t>(fields.number("input_zero_point"));
    hello.output_scale = fields.real("output_scale");
    hello.output_zero_point = static_cast<int32_t>(fields.number("output_zero_point"));
    hello.arena_used = static_cast<uint32_t>(fields.number("arena_used"));
    hello.arena_free = static_cast<uint32_t>(fields.number("arena_free"));
    hello.highest_baud = static_cast<uint32_t>(fields.number("highest_baud"));
    hello.window = static_cast<uint32_t>(fields.number("window"));
    write_hello(writer, hello);
}

// Gives the prediction to `use` while its numbers are in memory.
template <typename Use>
void with_prediction(const Fields& fields, const std::string& prefix, Use use) {
    const auto scores = fields.numbers<int8_t>(prefix + "scores");
    const auto top = fields.numbers<uint16_t>(prefix + "top");
    Prediction prediction;
    prediction.total_microseconds = static_cast<uint32_t>(fields.number(prefix + "total_microseconds"));
    prediction.inference_microseconds =
        static_cast<uint32_t>(fields.number(prefix + "inference_microseconds"));
    prediction.decode_microseconds = static_cast<uint32_t>(fields.number(prefix + "decode_microseconds"));
    prediction.scores = {scores.data(), scores.size()};
    prediction.top = {top.data(), top.size()};
    // A board ranks the classes of every answer; of one that is not sure none is named.
    const uint16_t first[] = {0};
    if (top.empty()) {
        prediction.top = Span<const uint16_t>(first);
        prediction.is_sure = false;
    }
    use(prediction);
}

// Writes the message that a record names; false for those that a board does not write from a value of its
// own.
bool write_named(ByteWriter& writer, const Record& record) {
    const std::string message = record.value("message");
    const Fields fields(record);
    if (message == "Hello") {
        write_named_hello(writer, fields);
    } else if (message == "Prediction") {
        with_prediction(fields, "", [&](const Prediction& one) { write_prediction(writer, one); });
    } else if (message == "CameraPrediction") {
        const auto number = static_cast<uint32_t>(fields.number("number"));
        with_prediction(fields, "prediction.",
                        [&](const Prediction& one) { write_camera_prediction(writer, number, one); });
    } else if (message == "Refusal") {
        write_refusal(writer, static_cast<Status>(fields.number("code")),
                      static_cast<uint8_t>(fields.number("request")), fields.text("text"));
    } else if (message == "LogLine") {
        write_log_line(writer, static_cast<LogLevel>(fields.number("level")), fields.text("text"));
    } else if (message == "CameraImage") {
        const ByteVector jpeg(static_cast<size_t>(fields.number("jpeg_bytes")));
        write_camera_image(writer, {static_cast<uint32_t>(fields.number("number")), view(jpeg),
                                      static_cast<uint16_t>(fields.number("width")),
                                      static_cast<uint16_t>(fields.number("height"))});
    } else if (message == "CameraPart") {
        const ByteVector data = fields.bytes("data");
        write_camera_part(writer, static_cast<uint32_t>(fields.number("number")),
                          static_cast<uint32_t>(fields.number("offset")), view(data));
    } else if (message == "Input" || message == "CameraInput") {
        // What is before the part is not looked at.
        const ByteVector data = fields.bytes("data");
        const auto offset = static_cast<uint32_t>(fields.number("offset"));
        ByteVector seen(static_cast<size_t>(fields.number("total")));
        std::copy(data.begin(), data.end(), seen.begin() + offset);
        if (message == "Input") {
            write_input(writer, view(seen), offset, data.size());
        } else {
            const auto number = static_cast<uint32_t>(fields.number("number"));
            write_camera_input(writer, number, view(seen), offset, data.size());
        }
    } else if (message == "Pins") {
        PinLevels levels;
        for (const uint8_t byte : fields.bytes("pins")) {
            levels.used |= uint64_t{1} << (byte & 0x7F);
            levels.high |= uint64_t{byte >= 0x80} << (byte & 0x7F);
        }
        write_pins(writer, levels);
    } else if (message == "PinChanged") {
        write_pin_changed(writer, static_cast<uint8_t>(fields.number("pin")), fields.number("level") != 0);
    } else if (message == "ActionLine") {
        write_action_line(writer, static_cast<uint16_t>(fields.number("class_number")), fields.text("line"));
    } else {
        return false;
    }
    return true;
}

}  // namespace

TEST(Messages, OfABoardHaveThePayloadsOfTheVectors) {
    std::map<std::string, int> written;
    for (const Record& record : golden_records("link_frames.txt")) {
        uint8_t payload[kMostPayload];
        ByteWriter writer(payload);
        if (write_named(writer, record)) {
            EXPECT_TRUE(writer.ok());
            EXPECT_EQ(copy(writer.written()), from_hex(record.value("payload"))) << record.value("name");
            ++written[record.value("message")];
        }
    }
    EXPECT_EQ(written.size(), 12U);
}

TEST(Messages, CutATextThatIsTooLongBetweenCharacters) {
    uint8_t payload[8];
    ByteWriter writer(payload);
    writer.text("four\xC3\xA9s", 5);
    EXPECT_EQ(copy(writer.written()), (ByteVector{'f', 'o', 'u', 'r', 0}));
}

TEST(Messages, NeverGrowBeyondTheirBuffer) {
    uint8_t payload[4] = {1, 2, 3, 4};
    ByteWriter writer({payload, 3});
    write_log_line(writer, LogLevel::kError, "much too long");
    EXPECT_FALSE(writer.ok());
    EXPECT_EQ(payload[3], 4);
    EXPECT_LE(writer.size(), 3U);
}
