// The first UART, on the pins that the chip's boot loader uses.
#pragma once

#include "port.h"

class UartLine final : public Port {
  public:
    // `baud` is the speed at which the link begins.
    explicit UartLine(uint32_t baud) : traits_{baud, kHighestBaud, kWindow} {}

    // False when the driver cannot be installed.
    bool start();
    void write(squeeze::Bytes bytes) override;
    void set_baud(uint32_t baud) override;
    size_t read(squeeze::Buffer arrived) override;
    const squeeze::LineTraits& traits() const override { return traits_; }

  private:
    static constexpr uint32_t kHighestBaud = 921600;

    const squeeze::LineTraits traits_;
};
