#include "usb_line.h"

#include "freertos/FreeRTOS.h"
#include "soc/soc_caps.h"

#if SOC_USB_SERIAL_JTAG_SUPPORTED

#include "driver/usb_serial_jtag.h"

namespace {

constexpr uint32_t kSendBuffer = 2048;
// The driver takes no more at once than its buffer holds.
constexpr size_t kPiece = 512;
constexpr TickType_t kPatience = pdMS_TO_TICKS(100);

}  // namespace

bool UsbLine::start() {
    usb_serial_jtag_driver_config_t config = {};
    config.tx_buffer_size = kSendBuffer;
    config.rx_buffer_size = kReceiveBuffer;
    return usb_serial_jtag_driver_install(&config) == ESP_OK;
}

void UsbLine::write(squeeze::Bytes bytes) {
    for (size_t at = 0; at < bytes.size(); at += kPiece) {
        const squeeze::Bytes piece = bytes.part(at, kPiece);
        if (usb_serial_jtag_write_bytes(piece.data(), piece.size(), kPatience) <= 0) {
            return;
        }
    }
}

size_t UsbLine::read(squeeze::Buffer arrived) {
    const int size = usb_serial_jtag_read_bytes(arrived.data(), arrived.size(), 0);
    return size > 0 ? static_cast<size_t>(size) : 0;
}

#else

bool UsbLine::start() {
    return false;
}

void UsbLine::write(squeeze::Bytes) {}

size_t UsbLine::read(squeeze::Buffer) {
    return 0;
}

#endif
