#include "button.h"

#include "driver/gpio.h"

namespace {

constexpr uint64_t kBounceTime = 30'000;

}  // namespace

void Button::start(const squeeze::BoardBlock& board) {
    if (board.pin_button == squeeze::kNotConnected) {
        return;
    }
    gpio_config_t config = {};
    config.pin_bit_mask = uint64_t{1} << board.pin_button;
    config.mode = GPIO_MODE_INPUT;
    config.pull_up_en = board.button_pressed_level ? GPIO_PULLUP_DISABLE : GPIO_PULLUP_ENABLE;
    config.pull_down_en = board.button_pressed_level ? GPIO_PULLDOWN_ENABLE : GPIO_PULLDOWN_DISABLE;
    config.intr_type = GPIO_INTR_DISABLE;
    if (gpio_config(&config) == ESP_OK) {
        pin_ = board.pin_button;
        pressed_level_ = board.button_pressed_level ? 1 : 0;
    }
}

bool Button::was_pressed(uint64_t now) {
    if (pin_ == squeeze::kNotConnected) {
        return false;
    }
    const bool pressed = gpio_get_level(static_cast<gpio_num_t>(pin_)) == pressed_level_;
    if (pressed == pressed_) {
        changed_ = now;
        return false;
    }
    if (now - changed_ < kBounceTime) {
        return false;
    }
    pressed_ = pressed;
    return pressed;
}
