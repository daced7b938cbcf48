// A small display, if the board has one.
#pragma once

#include <optional>

#include "driver/gpio.h"
#include "squeeze/board_block.h"
#include "squeeze/i2c_bus.h"
#include "squeeze/screen.h"
#include "squeeze/ssd1306.h"

class Display {
  public:
    // False when the board should have a display and it does not answer.
    bool start(const squeeze::BoardBlock& board);
    void show_prediction(const squeeze::ShownAnswer& answer);
    void show_notice(std::string_view headline, std::string_view line);

  private:
    // Two pins as the display's bus.
    class Pins final : public squeeze::I2cPins {
      public:
        Pins(gpio_num_t data, gpio_num_t clock) : data_(data), clock_(clock) {}

        bool start();
        void set_data(bool high) override { gpio_set_level(data_, high ? 1 : 0); }
        void set_clock(bool high) override { gpio_set_level(clock_, high ? 1 : 0); }
        bool data_is_high() override { return gpio_get_level(data_) != 0; }
        void wait() override;

      private:
        const gpio_num_t data_;
        const gpio_num_t clock_;
    };

    void show();

    std::optional<Pins> pins_;
    std::optional<squeeze::I2cBus> bus_;
    std::optional<squeeze::Ssd1306> controller_;
    std::optional<squeeze::Screen> screen_;
};
