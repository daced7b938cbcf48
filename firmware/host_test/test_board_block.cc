#include <gtest/gtest.h>

#include "golden_records.h"
#include "squeeze/board_block.h"

using namespace squeeze;

namespace {

constexpr size_t kAt = 96;

// A field of the board block as the vectors write it.
class Written {
  public:
    explicit Written(const Record& record) : record_(record) {}
    long number(const std::string& name) const { return std::stol(record_.value("board." + name)); }
    std::string text(const std::string& name) const { return text_from_hex(record_.value("board." + name)); }

  private:
    const Record& record_;
};

}  // namespace

TEST(BoardBlock, HoldsWhatTheVectorsSay) {
    const Record record = golden_records("model_image.txt").front();
    const ByteVector image = from_hex(record.value("image"));
    const Written written(record);
    ByteReader reader(view(image).part(kAt, kBoardBlockBytes));
    BoardBlock block{};
    Text detail;
    ASSERT_TRUE(read_board_block(reader, block, detail)) << detail.view();
    EXPECT_TRUE(reader.finished());
    EXPECT_EQ(std::string(block.profile), written.text("profile"));
    EXPECT_EQ(static_cast<long>(block.chip), written.number("chip"));
    EXPECT_EQ(static_cast<long>(block.psram), written.number("psram"));
    EXPECT_EQ(static_cast<long>(block.link_port), written.number("link_port"));
    EXPECT_EQ(block.link_baud, written.number("link_baud"));
    EXPECT_EQ(block.persistent_arena, written.number("persistent_arena"));
    EXPECT_EQ(block.working_arena, written.number("working_arena"));
    EXPECT_EQ(block.psram_arena, written.number("psram_arena"));
    EXPECT_EQ(static_cast<long>(block.camera), written.number("camera"));
    EXPECT_EQ(block.camera_flipped, written.number("camera_flipped") != 0);
    EXPECT_EQ(block.camera_mirrored, written.number("camera_mirrored") != 0);
    EXPECT_EQ(block.camera_clock, written.number("camera_clock"));
    EXPECT_EQ(block.camera_pins.power_down, written.number("pin_power_down"));
    EXPECT_EQ(block.camera_pins.reset, written.number("pin_reset"));
    EXPECT_EQ(block.camera_pins.clock, written.number("pin_clock"));
    EXPECT_EQ(block.camera_pins.sda, written.number("pin_sda"));
    EXPECT_EQ(block.camera_pins.scl, written.number("pin_scl"));
    for (int bit = 7; bit >= 0; --bit) {
        EXPECT_EQ(block.camera_pins.data[7 - bit], written.number("pin_d" + std::to_string(bit)));
    }
    EXPECT_EQ(block.camera_pins.vsync, written.number("pin_vsync"));
    EXPECT_EQ(block.camera_pins.href, written.number("pin_href"));
    EXPECT_EQ(block.camera_pins.pixel_clock, written.number("pin_pixel_clock"));
    EXPECT_EQ(block.pin_button, written.number("pin_button"));
    EXPECT_EQ(block.button_pressed_level, written.number("button_pressed_level") != 0);
    EXPECT_EQ(block.pin_led, written.number("pin_led"));
    EXPECT_EQ(static_cast<long>(block.led), written.number("led"));
    EXPECT_EQ(static_cast<long>(block.display), written.number("display"));
    EXPECT_EQ(block.display_address, written.number("display_address"));
    EXPECT_EQ(block.display_width, written.number("display_width"));
    EXPECT_EQ(block.display_height, written.number("display_height"));
    EXPECT_EQ(block.pin_display_sda, written.number("pin_display_sda"));
    EXPECT_EQ(block.pin_display_scl, written.number("pin_display_scl"));
    EXPECT_EQ(block.display_turned, written.number("display_turned") != 0);
    EXPECT_EQ(block.action_count, 0);
}

TEST(BoardBlock, NamesTheFieldThatIsWrong) {
    ByteVector image = from_hex(golden_records("model_image.txt").front().value("image"));
    image[kAt + 68] = 64;
    ByteReader reader(view(image).part(kAt, kBoardBlockBytes));
    BoardBlock block{};
    Text detail;
    EXPECT_FALSE(read_board_block(reader, block, detail));
    EXPECT_EQ(detail.view(), "pin_button");
}

TEST(BoardBlock, HasPinsForItsDisplay) {
    ByteVector image = from_hex(golden_records("model_image.txt").front().value("image"));
    const auto wrong = [&image] {
        ByteReader reader(view(image).part(kAt, kBoardBlockBytes));
        BoardBlock block{};
        Text detail;
        return read_board_block(reader, block, detail) ? "" : std::string(detail.view());
    };
    image[kAt + 72] = static_cast<uint8_t>(Display::kSsd1306);
    image[kAt + 76] = 21;
    image[kAt + 77] = 22;
    EXPECT_EQ(wrong(), "");
    image[kAt + 77] = 0xFF;
    EXPECT_EQ(wrong(), "pin_display_scl");
    image[kAt + 76] = 0xFF;
    EXPECT_EQ(wrong(), "pin_display_sda");
    image[kAt + 72] = static_cast<uint8_t>(Display::kNone);
    EXPECT_EQ(wrong(), "");
}
