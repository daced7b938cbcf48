// The pins that actions set.
#pragma once

#include "squeeze/actions.h"

class ActionPins {
  public:
    // Makes outputs of pins, all low; returns those that the chip can drive.
    uint64_t start(uint64_t pins);
    void set(uint8_t pin, bool high);

  private:
    uint64_t driven_ = 0;
};
