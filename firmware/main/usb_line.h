// The chip's own USB serial port, on chips that have one.
#pragma once

#include "port.h"

class UsbLine final : public Port {
  public:
    // False when the chip has no such port or its driver cannot be installed.
    bool start();
    // What a computer does not take in time is dropped: nobody may be listening.
    void write(squeeze::Bytes bytes) override;
    void set_baud(uint32_t) override {}
    size_t read(squeeze::Buffer arrived) override;
    const squeeze::LineTraits& traits() const override { return traits_; }

  private:
    const squeeze::LineTraits traits_ = {0, 0, kWindow};
};
