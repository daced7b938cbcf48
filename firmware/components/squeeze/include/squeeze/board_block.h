// What differs between boards of one firmware variant: the board block of a model image
// (byte table in docs/model-image.md).
#pragma once

#include <string_view>

#include "squeeze/byte_reader.h"
#include "squeeze/text.h"

namespace squeeze {

constexpr size_t kBoardBlockBytes = 96;
constexpr int8_t kNotConnected = -1;

// Chips by the number that their ROM is known by.
enum class Chip : uint16_t { kEsp32 = 0, kEsp32c3 = 5, kEsp32s3 = 9 };
enum class Psram : uint8_t { kNone = 0, kQuad = 1, kOctal = 2 };
enum class LinkPort : uint8_t { kUart = 0, kUsbSerialJtag = 1 };
enum class Camera : uint8_t { kNone = 0, kOv2640 = 1, kOv3660 = 2, kOv5640 = 3 };
enum class Led : uint8_t { kNone = 0, kLitWhenHigh = 1, kLitWhenLow = 2, kAddressable = 3 };
enum class Display : uint8_t { kNone = 0, kSsd1306 = 1 };

// Pins of the camera in the order of the byte table.
struct CameraPins {
    int8_t power_down;
    int8_t reset;
    int8_t clock;
    int8_t sda;
    int8_t scl;
    int8_t data[8];  // d7 first
    int8_t vsync;
    int8_t href;
    int8_t pixel_clock;
};

// A board as its firmware needs to know it: bytes, hertz, baud, GPIO numbers.
//
// `persistent_arena` and `working_arena` are the most that two blocks of internal memory may take,
// `psram_arena` the most in external memory, 0 without.
struct BoardBlock {
    std::string_view profile;
    Chip chip;
    Psram psram;
    LinkPort link_port;
    uint32_t link_baud;
    uint32_t persistent_arena;
    uint32_t working_arena;
    uint32_t psram_arena;
    Camera camera;
    bool camera_flipped;
    bool camera_mirrored;
    uint32_t camera_clock;
    CameraPins camera_pins;
    int8_t pin_button;
    bool button_pressed_level;
    int8_t pin_led;
    Led led;
    Display display;
    uint8_t display_address;
    uint8_t display_width;
    uint8_t display_height;
    int8_t pin_display_sda;
    int8_t pin_display_scl;
    bool display_turned;
    uint8_t action_count;
    Bytes actions;  // a table of so many entries, behind the header of the image
};

// Reads a board block, without its actions; false when a field contradicts the format, and `detail` names it.
bool read_board_block(ByteReader& reader, BoardBlock& block, Text& detail);

}  // namespace squeeze
