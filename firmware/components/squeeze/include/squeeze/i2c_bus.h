// An I2C bus with one master, driven by hand over two pins.
//
// A display takes a few bytes now and then, and ESP-IDF's two generations of I2C drivers, of which a camera's
// driver takes one or the other, may not be in one program: this one gets in nobody's way.
#pragma once

#include "squeeze/span.h"

namespace squeeze {

// Two open-drain pins with pull-ups.
class I2cPins {
  public:
    // Lets a pin go high, or pulls it low.
    virtual void set_data(bool high) = 0;
    virtual void set_clock(bool high) = 0;
    virtual bool data_is_high() = 0;
    // Waits for half a clock period: 1.3 microseconds or more (400 kHz).
    virtual void wait() = 0;

  protected:
    ~I2cPins() = default;
};

class I2cBus {
  public:
    explicit I2cBus(I2cPins& pins) : pins_(pins) {}

    // Writes `first` and then bytes to a device of a 7-bit address; false when it does not acknowledge.
    bool write(uint8_t address, uint8_t first, Bytes bytes);

  private:
    void start();
    void stop();
    bool put(uint8_t byte);

    I2cPins& pins_;
};

}  // namespace squeeze
