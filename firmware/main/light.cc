#include "light.h"

#include "driver/gpio.h"

namespace {

// WS2812B data sheet: a bit is a high and a low of 0.4 and 0.8 microseconds, give or take 0.15.
constexpr uint32_t kTicksASecond = 10'000'000;
constexpr uint16_t kShort = 4;
constexpr uint16_t kLong = 8;
constexpr size_t kSymbols = 64;
constexpr int kSendTime = 10;
// Bright enough to be seen, in the order of the wire: green, red, blue.
constexpr uint8_t kLit[] = {24, 8, 0};
constexpr uint8_t kDark[] = {0, 0, 0};

rmt_symbol_word_t pulse(uint16_t high, uint16_t low) {
    rmt_symbol_word_t symbol = {};
    symbol.level0 = 1;
    symbol.duration0 = high;
    symbol.level1 = 0;
    symbol.duration1 = low;
    return symbol;
}

}  // namespace

void Light::start(const squeeze::BoardBlock& board) {
    if (board.led == squeeze::Led::kNone || board.pin_led == squeeze::kNotConnected) {
        return;
    }
    kind_ = board.led;
    pin_ = static_cast<gpio_num_t>(board.pin_led);
    if (kind_ == squeeze::Led::kAddressable) {
        start_addressable();
    } else {
        start_pin();
    }
    send(false);
}

void Light::start_pin() {
    gpio_config_t config = {};
    config.pin_bit_mask = uint64_t{1} << pin_;
    config.mode = GPIO_MODE_OUTPUT;
    if (gpio_config(&config) != ESP_OK) {
        kind_ = squeeze::Led::kNone;
    }
}

void Light::start_addressable() {
    rmt_tx_channel_config_t channel = {};
    channel.gpio_num = pin_;
    channel.clk_src = RMT_CLK_SRC_DEFAULT;
    channel.resolution_hz = kTicksASecond;
    channel.mem_block_symbols = kSymbols;
    channel.trans_queue_depth = 1;
    rmt_bytes_encoder_config_t encoder = {};
    encoder.bit0 = pulse(kShort, kLong);
    encoder.bit1 = pulse(kLong, kShort);
    encoder.flags.msb_first = 1;
    if (rmt_new_tx_channel(&channel, &channel_) != ESP_OK ||
        rmt_new_bytes_encoder(&encoder, &encoder_) != ESP_OK || rmt_enable(channel_) != ESP_OK) {
        kind_ = squeeze::Led::kNone;
    }
}

void Light::set(bool lit) {
    if (lit != lit_) {
        lit_ = lit;
        send(lit);
    }
}

void Light::send(bool lit) {
    switch (kind_) {
        case squeeze::Led::kNone:
            return;
        case squeeze::Led::kLitWhenHigh:
            gpio_set_level(pin_, lit ? 1 : 0);
            return;
        case squeeze::Led::kLitWhenLow:
            gpio_set_level(pin_, lit ? 0 : 1);
            return;
        case squeeze::Led::kAddressable:
            rmt_transmit_config_t once = {};
            once.flags.queue_nonblocking = 1;
            // A light that does not get its bits is no reason to wait again, nor to fill the log.
            if (rmt_transmit(channel_, encoder_, lit ? kLit : kDark, sizeof kLit, &once) != ESP_OK ||
                rmt_tx_wait_all_done(channel_, kSendTime) != ESP_OK) {
                kind_ = squeeze::Led::kNone;
            }
            return;
    }
}
