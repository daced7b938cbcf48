#include "squeeze/i2c_bus.h"

namespace squeeze {

void I2cBus::start() {
    pins_.set_data(true);
    pins_.set_clock(true);
    pins_.wait();
    pins_.set_data(false);
    pins_.wait();
    pins_.set_clock(false);
}

void I2cBus::stop() {
    pins_.set_data(false);
    pins_.wait();
    pins_.set_clock(true);
    pins_.wait();
    pins_.set_data(true);
    pins_.wait();
}

// Sends a byte, highest bit first; whether it was acknowledged.
bool I2cBus::put(uint8_t byte) {
    for (int bit = 7; bit >= 0; --bit) {
        pins_.set_data((byte >> bit & 1) != 0);
        pins_.wait();
        pins_.set_clock(true);
        pins_.wait();
        pins_.set_clock(false);
    }
    pins_.set_data(true);
    pins_.wait();
    pins_.set_clock(true);
    pins_.wait();
    const bool acknowledged = !pins_.data_is_high();
    pins_.set_clock(false);
    return acknowledged;
}

bool I2cBus::write(uint8_t address, uint8_t first, Bytes bytes) {
    start();
    bool acknowledged = put(static_cast<uint8_t>(address << 1)) && put(first);
    for (size_t i = 0; acknowledged && i < bytes.size(); ++i) {
        acknowledged = put(bytes[i]);
    }
    stop();
    return acknowledged;
}

}  // namespace squeeze
