#include "squeeze/board_block.h"

#include "squeeze/actions.h"
#include "squeeze/utf8.h"

namespace squeeze {

namespace {

constexpr size_t kProfileBytes = 24;
constexpr size_t kReservedAtTheEnd = 16;

// Reads fields one after the other and remembers the first that contradicts the format.
class Fields {
  public:
    Fields(ByteReader& reader, Text& detail) : reader_(reader), detail_(detail) {}

    uint32_t u32() { return reader_.u32(); }
    uint8_t u8() { return reader_.u8(); }

    std::string_view text(const char* name, size_t size) {
        Bytes field = reader_.bytes(size);
        size_t length = field.size();
        while (length > 0 && field[length - 1] == 0) {
            --length;
        }
        field = field.part(0, length);
        bool zero_inside = false;
        for (const uint8_t byte : field) {
            zero_inside = zero_inside || byte == 0;
        }
        require(!field.empty() && !zero_inside && is_utf8(field), name);
        return {reinterpret_cast<const char*>(field.data()), field.size()};
    }

    Chip chip(const char* name) {
        const Chip chip = static_cast<Chip>(reader_.u16());
        require(chip == Chip::kEsp32 || chip == Chip::kEsp32c3 || chip == Chip::kEsp32s3, name);
        return chip;
    }

    // A choice whose numbers run from 0 to `last`.
    template <typename Choice>
    Choice choice(const char* name, Choice last) {
        const uint8_t number = reader_.u8();
        require(number <= static_cast<uint8_t>(last), name);
        return static_cast<Choice>(number);
    }

    bool flag(const char* name) {
        const uint8_t number = reader_.u8();
        require(number <= 1, name);
        return number == 1;
    }

    int8_t pin(const char* name, bool needed = false) {
        const int8_t pin = reader_.i8();
        require(pin >= (needed ? 0 : kNotConnected) && pin <= kHighestPin, name);
        return pin;
    }

    void reserved(size_t size) {
        for (const uint8_t byte : reader_.bytes(size)) {
            require(byte == 0, "reserved bytes");
        }
    }

    bool sound() const { return sound_ && reader_.ok(); }

  private:
    void require(bool condition, const char* name) {
        if (!condition && sound_) {
            sound_ = false;
            detail_ << name;
        }
    }

    ByteReader& reader_;
    Text& detail_;
    bool sound_ = true;
};

void read_camera_pins(Fields& fields, CameraPins& pins) {
    pins.power_down = fields.pin("pin_power_down");
    pins.reset = fields.pin("pin_reset");
    pins.clock = fields.pin("pin_clock");
    pins.sda = fields.pin("pin_sda");
    pins.scl = fields.pin("pin_scl");
    for (int8_t& pin : pins.data) {
        pin = fields.pin("pin_d");
    }
    pins.vsync = fields.pin("pin_vsync");
    pins.href = fields.pin("pin_href");
    pins.pixel_clock = fields.pin("pin_pixel_clock");
}

}  // namespace

bool read_board_block(ByteReader& reader, BoardBlock& block, Text& detail) {
    Fields fields(reader, detail);
    block.profile = fields.text("profile", kProfileBytes);
    block.chip = fields.chip("chip");
    block.psram = fields.choice("psram", Psram::kOctal);
    block.link_port = fields.choice("link_port", LinkPort::kUsbSerialJtag);
    block.link_baud = fields.u32();
    block.persistent_arena = fields.u32();
    block.working_arena = fields.u32();
    block.psram_arena = fields.u32();
    block.camera = fields.choice("camera", Camera::kOv5640);
    block.camera_flipped = fields.flag("camera_flipped");
    block.camera_mirrored = fields.flag("camera_mirrored");
    fields.reserved(1);
    block.camera_clock = fields.u32();
    read_camera_pins(fields, block.camera_pins);
    block.pin_button = fields.pin("pin_button");
    block.button_pressed_level = fields.flag("button_pressed_level");
    block.pin_led = fields.pin("pin_led");
    block.led = fields.choice("led", Led::kAddressable);
    block.display = fields.choice("display", Display::kSsd1306);
    block.display_address = fields.u8();
    block.display_width = fields.u8();
    block.display_height = fields.u8();
    const bool has_display = block.display != Display::kNone;
    block.pin_display_sda = fields.pin("pin_display_sda", has_display);
    block.pin_display_scl = fields.pin("pin_display_scl", has_display);
    block.display_turned = fields.flag("display_turned");
    block.action_count = fields.u8();
    fields.reserved(kReservedAtTheEnd);
    return fields.sound();
}

}  // namespace squeeze
