#include "squeeze/ssd1306.h"

namespace squeeze {

namespace {

// Section 8.1.5.2: what follows is commands, or is data.
constexpr uint8_t kCommands = 0x00;
constexpr uint8_t kData = 0x40;

// Section 9, table 9-1.
constexpr uint8_t kDisplayOff = 0xAE;
constexpr uint8_t kDisplayOn = 0xAF;
constexpr uint8_t kClock = 0xD5;
constexpr uint8_t kRows = 0xA8;
constexpr uint8_t kOffset = 0xD3;
constexpr uint8_t kStartLine = 0x40;
constexpr uint8_t kChargePump = 0x8D;
constexpr uint8_t kAddressing = 0x20;
constexpr uint8_t kColumnsFromLeft = 0xA0;
constexpr uint8_t kColumnsFromRight = 0xA1;
constexpr uint8_t kRowsFromTop = 0xC0;
constexpr uint8_t kRowsFromBottom = 0xC8;
constexpr uint8_t kRowPins = 0xDA;
constexpr uint8_t kContrast = 0x81;
constexpr uint8_t kPrecharge = 0xD9;
constexpr uint8_t kDeselect = 0xDB;
constexpr uint8_t kFollowMemory = 0xA4;
constexpr uint8_t kNotInverted = 0xA6;
constexpr uint8_t kColumnRange = 0x21;
constexpr uint8_t kPageRange = 0x22;

}  // namespace

bool Ssd1306::start(size_t height, bool turned) {
    const bool every_second_row = height > 32;
    const uint8_t commands[] = {
        kDisplayOff,
        kClock,
        0x80,
        kRows,
        static_cast<uint8_t>(height - 1),
        kOffset,
        0,
        kStartLine,
        kChargePump,
        0x14,
        kAddressing,
        0x00,
        turned ? kColumnsFromLeft : kColumnsFromRight,
        turned ? kRowsFromTop : kRowsFromBottom,
        kRowPins,
        static_cast<uint8_t>(every_second_row ? 0x12 : 0x02),
        kContrast,
        0xCF,
        kPrecharge,
        0xF1,
        kDeselect,
        0x40,
        kFollowMemory,
        kNotInverted,
        kDisplayOn,
    };
    return bus_.write(address_, kCommands, commands);
}

bool Ssd1306::show(const Screen& screen) {
    const size_t pages = screen.height() / 8;
    const uint8_t window[] = {
        kColumnRange, 0, static_cast<uint8_t>(screen.width() - 1),
        kPageRange,   0, static_cast<uint8_t>(pages - 1),
    };
    bool shown = bus_.write(address_, kCommands, window);
    for (size_t number = 0; shown && number < pages; ++number) {
        shown = bus_.write(address_, kData, screen.page(number));
    }
    return shown;
}

}  // namespace squeeze
