// A button, if the board has one.
#pragma once

#include <cstdint>

#include "squeeze/board_block.h"

class Button {
  public:
    void start(const squeeze::BoardBlock& board);
    // Whether it was pressed since it was asked before. Ask often: a press is what stays for some
    // milliseconds.
    bool was_pressed(uint64_t now);

  private:
    int pin_ = squeeze::kNotConnected;
    int pressed_level_ = 0;
    bool pressed_ = false;
    uint64_t changed_ = 0;
};
