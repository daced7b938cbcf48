// The display controller SSD1306 (Solomon Systech, data sheet of April 2008).
#pragma once

#include "squeeze/i2c_bus.h"
#include "squeeze/screen.h"

namespace squeeze {

class Ssd1306 {
  public:
    Ssd1306(I2cBus& bus, uint8_t address) : bus_(bus), address_(address) {}

    // Switches the display on; `turned` when it is mounted upside down. False when nothing answers.
    bool start(size_t height, bool turned);
    // Shows a screen; false when the display no longer answers.
    bool show(const Screen& screen);

  private:
    I2cBus& bus_;
    const uint8_t address_;
};

}  // namespace squeeze
