// A light, if the board has one: a diode on a pin, or an addressable one (WS2812).
#pragma once

#include "driver/rmt_tx.h"
#include "squeeze/board_block.h"

class Light {
  public:
    void start(const squeeze::BoardBlock& board);
    void set(bool lit);

  private:
    void start_pin();
    void start_addressable();
    void send(bool lit);

    squeeze::Led kind_ = squeeze::Led::kNone;
    gpio_num_t pin_ = GPIO_NUM_NC;
    bool lit_ = false;
    rmt_channel_handle_t channel_ = nullptr;
    rmt_encoder_handle_t encoder_ = nullptr;
};
