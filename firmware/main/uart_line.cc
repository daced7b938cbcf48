#include "uart_line.h"

#include "driver/uart.h"
#include "freertos/FreeRTOS.h"

namespace {

constexpr uart_port_t kUart = UART_NUM_0;
constexpr TickType_t kDrainTime = pdMS_TO_TICKS(100);

}  // namespace

bool UartLine::start() {
    uart_config_t config = {};
    config.baud_rate = static_cast<int>(traits_.starting_baud);
    config.data_bits = UART_DATA_8_BITS;
    config.parity = UART_PARITY_DISABLE;
    config.stop_bits = UART_STOP_BITS_1;
    config.flow_ctrl = UART_HW_FLOWCTRL_DISABLE;
    config.source_clk = UART_SCLK_DEFAULT;
    return uart_driver_install(kUart, kReceiveBuffer, 0, 0, nullptr, 0) == ESP_OK &&
           uart_param_config(kUart, &config) == ESP_OK;
}

void UartLine::write(squeeze::Bytes bytes) {
    uart_write_bytes(kUart, bytes.data(), bytes.size());
}

void UartLine::set_baud(uint32_t baud) {
    uart_wait_tx_done(kUart, kDrainTime);
    uart_set_baudrate(kUart, baud);
}

size_t UartLine::read(squeeze::Buffer arrived) {
    const int size = uart_read_bytes(kUart, arrived.data(), arrived.size(), 0);
    return size > 0 ? static_cast<size_t>(size) : 0;
}
