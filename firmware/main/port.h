// A serial port of the chip.
#pragma once

#include "squeeze/link_session.h"

class Port : public squeeze::Line {
  public:
    // Takes what has arrived, without waiting; returns how many bytes.
    virtual size_t read(squeeze::Buffer arrived) = 0;
    virtual const squeeze::LineTraits& traits() const = 0;

  protected:
    ~Port() = default;
};

// Bytes of image parts that may be under way unanswered, and the receive buffer that takes them with all
// that frames add, while a model runs.
constexpr uint32_t kWindow = 4096;
constexpr uint32_t kReceiveBuffer = 8192;
