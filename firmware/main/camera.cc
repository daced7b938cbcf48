#include "camera.h"

#include "sdkconfig.h"

#if HAS_CAMERA_DRIVER && (CONFIG_IDF_TARGET_ESP32 || CONFIG_IDF_TARGET_ESP32S3)

#include <algorithm>

#include "arena_memory.h"
#include "esp_camera.h"
#include "esp_heap_caps.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "jpeg_decoder.h"

namespace {

constexpr framesize_t kSize = FRAMESIZE_QVGA;
constexpr size_t kWidth = 320;
constexpr size_t kHeight = 240;
constexpr int kQuality = 12;
constexpr uint8_t kMostShrinking = 3;
constexpr size_t kBytesAPixel = 3;
constexpr int kHardwareBus = 1;
// A camera that sends no image so often in a row has failed.
constexpr int kMostMissed = 3;
constexpr uint32_t kTaskStack = 6144;
constexpr int kPatience = 150;
constexpr TickType_t kMoment = pdMS_TO_TICKS(10);

camera_config_t config_of(const squeeze::BoardBlock& board) {
    const squeeze::CameraPins& pins = board.camera_pins;
    camera_config_t config = {};
    config.pin_pwdn = pins.power_down;
    config.pin_reset = pins.reset;
    config.pin_xclk = pins.clock;
    config.pin_sccb_sda = pins.sda;
    config.pin_sccb_scl = pins.scl;
    config.pin_d7 = pins.data[0];
    config.pin_d6 = pins.data[1];
    config.pin_d5 = pins.data[2];
    config.pin_d4 = pins.data[3];
    config.pin_d3 = pins.data[4];
    config.pin_d2 = pins.data[5];
    config.pin_d1 = pins.data[6];
    config.pin_d0 = pins.data[7];
    config.pin_vsync = pins.vsync;
    config.pin_href = pins.href;
    config.pin_pclk = pins.pixel_clock;
    config.xclk_freq_hz = static_cast<int>(board.camera_clock);
    config.ledc_timer = LEDC_TIMER_0;
    config.ledc_channel = LEDC_CHANNEL_0;
    config.pixel_format = PIXFORMAT_JPEG;
    config.frame_size = kSize;
    config.jpeg_quality = kQuality;
    // One buffer: while a model runs the camera does not use the memory that the model needs.
    config.fb_count = 1;
    config.grab_mode = CAMERA_GRAB_WHEN_EMPTY;
    const bool external = heap_caps_get_total_size(MALLOC_CAP_SPIRAM) > 0;
    config.fb_location = external ? CAMERA_FB_IN_PSRAM : CAMERA_FB_IN_DRAM;
    config.sccb_i2c_port = kHardwareBus;
    return config;
}

// How often the image can be halved with its shorter side still no smaller than the model's image.
uint8_t shrinking_for(const squeeze::InputFormat& input) {
    const size_t wanted = std::max(input.width, input.height);
    uint8_t shrinking = 0;
    while (shrinking < kMostShrinking && kHeight >> (shrinking + 1) >= wanted) {
        ++shrinking;
    }
    return shrinking;
}

}  // namespace

void BoardCamera::start(const squeeze::BoardBlock& board, const squeeze::InputFormat& input) {
    if (board.camera == squeeze::Camera::kNone) {
        return;
    }
    status_ = squeeze::Status::kCameraFailed;
    board_ = &board;
    shrinking_ = shrinking_for(input);
    pixels_ = take_memory((kWidth >> shrinking_) * (kHeight >> shrinking_) * kBytesAPixel);
    // The lowest priority: whatever the driver waits for, nobody else waits with it. The last core: its
    // interrupts do not stop a model that runs on the first.
    if (pixels_.empty() || xTaskCreatePinnedToCore(start_driver, "camera", kTaskStack, this, tskIDLE_PRIORITY,
                                                   nullptr, portNUM_PROCESSORS - 1) != pdPASS) {
        return;
    }
    for (int waited = 0; !started_ && waited < kPatience; ++waited) {
        vTaskDelay(kMoment);
    }
}

void BoardCamera::start_driver(void* camera) {
    auto& self = *static_cast<BoardCamera*>(camera);
    if (self.driver_answers()) {
        self.status_ = squeeze::Status::kReady;
    }
    self.started_ = true;
    vTaskDelete(nullptr);
}

bool BoardCamera::driver_answers() const {
    const camera_config_t config = config_of(*board_);
    if (esp_camera_init(&config) != ESP_OK) {
        return false;
    }
    sensor_t* const sensor = esp_camera_sensor_get();
    if (sensor != nullptr) {
        sensor->set_vflip(sensor, board_->camera_flipped ? 1 : 0);
        sensor->set_hmirror(sensor, board_->camera_mirrored ? 1 : 0);
    }
    return sensor != nullptr;
}

bool BoardCamera::take(CameraFrame& frame) {
    if (fetch(frame)) {
        missed_ = 0;
        return true;
    }
    if (++missed_ == kMostMissed) {
        status_ = squeeze::Status::kCameraFailed;
    }
    return false;
}

bool BoardCamera::fetch(CameraFrame& frame) {
    // The driver holds an image from when the last one was given back: that one is old.
    camera_fb_t* const old = esp_camera_fb_get();
    if (old == nullptr) {
        return false;
    }
    esp_camera_fb_return(old);
    camera_fb_t* const fresh = esp_camera_fb_get();
    if (fresh == nullptr) {
        return false;
    }
    held_ = fresh;
    frame.jpeg = {fresh->buf, fresh->len};
    frame.width = static_cast<uint16_t>(fresh->width);
    frame.height = static_cast<uint16_t>(fresh->height);
    if (fresh->format == PIXFORMAT_JPEG && decode(frame)) {
        return true;
    }
    give_back();
    return false;
}

bool BoardCamera::decode(CameraFrame& frame) {
    esp_jpeg_image_cfg_t config = {};
    config.indata = const_cast<uint8_t*>(frame.jpeg.data());
    config.indata_size = static_cast<uint32_t>(frame.jpeg.size());
    config.outbuf = pixels_.data();
    config.outbuf_size = static_cast<uint32_t>(pixels_.size());
    config.out_format = JPEG_IMAGE_FORMAT_RGB888;
    config.out_scale = static_cast<esp_jpeg_image_scale_t>(shrinking_);
    esp_jpeg_image_output_t output = {};
    if (esp_jpeg_decode(&config, &output) != ESP_OK) {
        return false;
    }
    frame.view = {pixels_, output.width, output.height, squeeze::PixelFormat::kRgb888};
    return true;
}

void BoardCamera::give_back() {
    if (held_ != nullptr) {
        esp_camera_fb_return(static_cast<camera_fb_t*>(held_));
        held_ = nullptr;
    }
}

#else

void BoardCamera::start(const squeeze::BoardBlock&, const squeeze::InputFormat&) {}

bool BoardCamera::take(CameraFrame&) {
    return false;
}

void BoardCamera::give_back() {}

#endif
