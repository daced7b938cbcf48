#include "display.h"

#include "driver/i2c_master.h"
#include "esp_lcd_io_i2c.h"
#include "esp_lcd_panel_ops.h"
#include "esp_lcd_panel_ssd1306.h"
#include "log_queue.h"

namespace {

// The camera's driver has the other one (SCCB_HARDWARE_I2C_PORT1).
constexpr i2c_port_num_t kBus = I2C_NUM_0;
constexpr uint32_t kClock = 400'000;
constexpr uint8_t kGlitches = 7;
constexpr int kPatience = 50;
constexpr size_t kPageRows = 8;
// SSD1306 data sheet, section 8.1.5.2: a byte in front says whether commands or data follow, by its bit 6.
constexpr size_t kControlBytes = 1;
constexpr unsigned kDataBit = 6;

esp_lcd_panel_io_handle_t open_bus(const squeeze::BoardBlock& board) {
    i2c_master_bus_config_t bus_config = {};
    bus_config.i2c_port = kBus;
    bus_config.sda_io_num = static_cast<gpio_num_t>(board.pin_display_sda);
    bus_config.scl_io_num = static_cast<gpio_num_t>(board.pin_display_scl);
    bus_config.clk_source = I2C_CLK_SRC_DEFAULT;
    bus_config.glitch_ignore_cnt = kGlitches;
    bus_config.flags.enable_internal_pullup = 1;
    i2c_master_bus_handle_t bus = nullptr;
    esp_lcd_panel_io_i2c_config_t config = {};
    config.dev_addr = board.display_address;
    config.scl_speed_hz = kClock;
    config.control_phase_bytes = kControlBytes;
    config.dc_bit_offset = kDataBit;
    config.lcd_cmd_bits = 8;
    config.lcd_param_bits = 8;
    esp_lcd_panel_io_handle_t io = nullptr;
    // What is not there is asked for once and quietly: the panel's driver would log every command.
    const bool opened = i2c_new_master_bus(&bus_config, &bus) == ESP_OK &&
                        i2c_master_probe(bus, board.display_address, kPatience) == ESP_OK &&
                        esp_lcd_new_panel_io_i2c(bus, &config, &io) == ESP_OK;
    return opened ? io : nullptr;
}

}  // namespace

bool Display::start(const squeeze::BoardBlock& board) {
    if (board.display == squeeze::Display::kNone) {
        return true;
    }
    screen_.emplace(board.display_width, board.display_height);
    // The display's memory is filled before it is switched on: at first anything may be in it.
    if (!start_panel(board) || !send() || esp_lcd_panel_disp_on_off(panel_, true) != ESP_OK) {
        screen_.reset();
        return false;
    }
    return true;
}

bool Display::start_panel(const squeeze::BoardBlock& board) {
    const esp_lcd_panel_io_handle_t io = open_bus(board);
    if (io == nullptr) {
        return false;
    }
    esp_lcd_panel_ssd1306_config_t controller = {};
    controller.height = static_cast<uint8_t>(screen_->height());
    esp_lcd_panel_dev_config_t config = {};
    config.reset_gpio_num = GPIO_NUM_NC;
    config.bits_per_pixel = 1;
    config.vendor_config = &controller;
    // Modules are mounted so that the controller's first row and column are at the bottom right.
    const bool mirrored = !board.display_turned;
    return esp_lcd_new_panel_ssd1306(io, &config, &panel_) == ESP_OK &&
           esp_lcd_panel_reset(panel_) == ESP_OK && esp_lcd_panel_init(panel_) == ESP_OK &&
           esp_lcd_panel_mirror(panel_, mirrored, mirrored) == ESP_OK;
}

void Display::show_prediction(const squeeze::ShownAnswer& answer) {
    if (screen_) {
        squeeze::show_prediction(*screen_, answer);
        show();
    }
}

void Display::show_notice(std::string_view headline, std::string_view line) {
    if (screen_) {
        squeeze::show_notice(*screen_, headline, line);
        show();
    }
}

bool Display::send() {
    const int width = static_cast<int>(screen_->width());
    for (size_t page = 0; page < screen_->height() / kPageRows; ++page) {
        const int top = static_cast<int>(page * kPageRows);
        const int bottom = top + static_cast<int>(kPageRows);
        const uint8_t* const pixels = screen_->page(page).data();
        if (esp_lcd_panel_draw_bitmap(panel_, 0, top, width, bottom, pixels) != ESP_OK) {
            return false;
        }
    }
    return true;
}

// A display that is pulled out is told once, and not written to again.
void Display::show() {
    if (!send()) {
        screen_.reset();
        squeeze::Text text;
        text << "the display no longer answers";
        log_line(squeeze::LogLevel::kWarning, text);
    }
}
