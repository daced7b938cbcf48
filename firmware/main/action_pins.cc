#include "action_pins.h"

#include "driver/gpio.h"

uint64_t ActionPins::start(uint64_t pins) {
    driven_ = 0;
    for (uint8_t pin = 0; pin <= squeeze::kHighestPin; ++pin) {
        const uint64_t bit = uint64_t{1} << pin;
        if ((pins & bit) == 0 || !GPIO_IS_VALID_OUTPUT_GPIO(pin)) {
            continue;
        }
        gpio_config_t config = {};
        config.pin_bit_mask = bit;
        config.mode = GPIO_MODE_OUTPUT;
        // The level first, so that a pin is never high for a moment while it becomes an output.
        gpio_set_level(static_cast<gpio_num_t>(pin), 0);
        if (gpio_config(&config) == ESP_OK) {
            driven_ |= bit;
        }
    }
    return driven_;
}

void ActionPins::set(uint8_t pin, bool high) {
    if ((driven_ >> pin & 1) != 0) {
        gpio_set_level(static_cast<gpio_num_t>(pin), high ? 1 : 0);
    }
}
