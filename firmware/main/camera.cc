#include "camera.h"

#include "sdkconfig.h"

#if (CONFIG_IDF_TARGET_ESP32 || CONFIG_IDF_TARGET_ESP32S3) && __has_include("esp_camera.h") && \
                                                                            __has_include("jpeg_decoder.h")

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
// What the decoder works in (JPEG_WORK_BUF_SIZE in esp_jpeg). Given by us, it is not allocated for every
// image.
constexpr size_t kScratch = 3100;

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

// The driver's own log lines say more.
const char* words_for(esp_err_t error) {
    switch (error) {
        case ESP_ERR_NO_MEM:
            return "not enough memory for its driver";
        case ESP_ERR_NOT_FOUND:
        case ESP_ERR_NOT_SUPPORTED:
        case ESP_ERR_CAMERA_NOT_DETECTED:
        case ESP_ERR_CAMERA_NOT_SUPPORTED:
            return "no sensor answers that the firmware knows";
        case ESP_ERR_INVALID_ARG:
            return "its driver refuses the pins or the clock";
        default:
            return "its driver does not start";
    }
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
    scratch_ = take_internal_memory(kScratch);
    TaskHandle_t task = nullptr;
    // The lowest priority: whatever the driver waits for, nobody else waits with it. The last core: its
    // interrupts do not stop a model that runs on the first.
    if (pixels_.empty() || scratch_.empty() ||
        xTaskCreatePinnedToCore(serve, "camera", kTaskStack, this, tskIDLE_PRIORITY, &task,
                                portNUM_PROCESSORS - 1) != pdPASS) {
        why_ = "not enough memory for its images";
        return;
    }
    task_ = task;
    for (int waited = 0; !started_ && waited < kPatience; ++waited) {
        vTaskDelay(kMoment);
    }
}

void BoardCamera::serve(void* camera) {
    auto& self = *static_cast<BoardCamera*>(camera);
    self.why_ = "its driver is still starting";
    const char* const failure = self.start_driver();
    self.why_ = failure == nullptr ? "" : failure;
    if (failure == nullptr) {
        self.status_ = squeeze::Status::kReady;
    }
    self.started_ = true;
    while (failure == nullptr) {
        ulTaskNotifyTake(pdTRUE, portMAX_DELAY);
        self.fetch();
    }
    vTaskDelete(nullptr);
}

// Null when it has started, else why it has not.
const char* BoardCamera::start_driver() const {
    const camera_config_t config = config_of(*board_);
    const esp_err_t error = esp_camera_init(&config);
    if (error != ESP_OK) {
        return words_for(error);
    }
    sensor_t* const sensor = esp_camera_sensor_get();
    if (sensor == nullptr) {
        return words_for(ESP_ERR_NOT_FOUND);
    }
    sensor->set_vflip(sensor, board_->camera_flipped ? 1 : 0);
    sensor->set_hmirror(sensor, board_->camera_mirrored ? 1 : 0);
    return nullptr;
}

void BoardCamera::ask() {
    if (status_ == squeeze::Status::kReady && step_ == Step::kIdle) {
        step_ = Step::kAsked;
        xTaskNotifyGive(static_cast<TaskHandle_t>(task_));
    }
}

// In the task. The driver holds an image from when the last one was given back: that one is old.
void BoardCamera::fetch() {
    camera_fb_t* const old = esp_camera_fb_get();
    if (old != nullptr) {
        esp_camera_fb_return(old);
        held_ = esp_camera_fb_get();
    }
    if (held_ == nullptr) {
        miss("it sends no image");
    }
    step_ = held_ == nullptr ? Step::kMissed : Step::kFetched;
}

void BoardCamera::miss(const char* why) {
    why_ = why;
    if (++missed_ == kMostMissed) {
        status_ = squeeze::Status::kCameraFailed;
    }
}

Fetched BoardCamera::take(CameraFrame& frame) {
    const Step step = step_;
    if (step == Step::kIdle || step == Step::kAsked) {
        return Fetched::kNothing;
    }
    if (step == Step::kMissed) {
        step_ = Step::kIdle;
        return Fetched::kMissed;
    }
    const auto* const fetched = static_cast<const camera_fb_t*>(held_);
    frame.jpeg = {fetched->buf, fetched->len};
    frame.width = static_cast<uint16_t>(fetched->width);
    frame.height = static_cast<uint16_t>(fetched->height);
    if (fetched->format != PIXFORMAT_JPEG || !decode(frame)) {
        miss("its images cannot be decoded");
        give_back();
        return Fetched::kMissed;
    }
    missed_ = 0;
    why_ = "";
    return Fetched::kImage;
}

bool BoardCamera::decode(CameraFrame& frame) {
    esp_jpeg_image_cfg_t config = {};
    config.indata = const_cast<uint8_t*>(frame.jpeg.data());
    config.indata_size = static_cast<uint32_t>(frame.jpeg.size());
    config.outbuf = pixels_.data();
    config.outbuf_size = static_cast<uint32_t>(pixels_.size());
    config.out_format = JPEG_IMAGE_FORMAT_RGB888;
    config.out_scale = static_cast<esp_jpeg_image_scale_t>(shrinking_);
    config.advanced.working_buffer = scratch_.data();
    config.advanced.working_buffer_size = scratch_.size();
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
        step_ = Step::kIdle;
    }
}

#else

void BoardCamera::start(const squeeze::BoardBlock&, const squeeze::InputFormat&) {}

void BoardCamera::ask() {}

Fetched BoardCamera::take(CameraFrame&) {
    return Fetched::kNothing;
}

void BoardCamera::give_back() {}

#endif
