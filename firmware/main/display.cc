#include "display.h"

#include "esp_rom_sys.h"

namespace {

constexpr uint32_t kHalfClock = 2;  // microseconds

}  // namespace

bool Display::Pins::start() {
    gpio_config_t config = {};
    config.pin_bit_mask = uint64_t{1} << data_ | uint64_t{1} << clock_;
    config.mode = GPIO_MODE_INPUT_OUTPUT_OD;
    config.pull_up_en = GPIO_PULLUP_ENABLE;
    return gpio_config(&config) == ESP_OK;
}

void Display::Pins::wait() {
    esp_rom_delay_us(kHalfClock);
}

bool Display::start(const squeeze::BoardBlock& board) {
    if (board.display == squeeze::Display::kNone) {
        return true;
    }
    pins_.emplace(static_cast<gpio_num_t>(board.pin_display_sda),
                  static_cast<gpio_num_t>(board.pin_display_scl));
    bus_.emplace(*pins_);
    controller_.emplace(*bus_, board.display_address);
    if (!pins_->start() || !controller_->start(board.display_height, board.display_turned)) {
        return false;
    }
    screen_.emplace(board.display_width, board.display_height);
    show();
    return true;
}

void Display::show_prediction(const squeeze::ShownAnswer& answer) {
    if (screen_) {
        squeeze::show_prediction(*screen_, answer);
        show();
    }
}

void Display::show_notice(std::string_view headline, std::string_view line) {
    if (screen_) {
        squeeze::show_notice(*screen_, headline, line);
        show();
    }
}

void Display::show() {
    controller_->show(*screen_);
}
