// A camera, if the board has one and it answers.
#pragma once

#include <atomic>
#include <string_view>

#include "squeeze/board_block.h"
#include "squeeze/image.h"
#include "squeeze/model_image.h"
#include "squeeze/status.h"

// What the camera saw: as it is sent, and as the model gets it. Good until it is given back.
struct CameraFrame {
    squeeze::Bytes jpeg;
    uint16_t width = 0;
    uint16_t height = 0;
    squeeze::ImageView view;
};

// What became of an image that was asked for.
enum class Fetched {
    kNothing,  // none was asked for, or it has not come yet
    kImage,
    kMissed,
};

// The driver may wait for seconds, for a sensor that does not answer or an image that does not come. It does
// so in a task of its own, while the link goes on.
class BoardCamera {
  public:
    // Starts the driver and waits a moment for it.
    void start(const squeeze::BoardBlock& board, const squeeze::InputFormat& input);
    // kReady once it answers and as long as it does, kNoCamera when the board or this firmware has none.
    squeeze::Status status() const { return status_; }
    // What was wrong last; good as long as the program.
    std::string_view why() const { return why_.load(); }
    // Asks for a fresh image. Returns at once, and does nothing while one is on its way.
    void ask();
    // Takes the image that was asked for, once it is there. Returns at once.
    Fetched take(CameraFrame& frame);
    // Gives the image that was taken back to the driver.
    void give_back();

  private:
    // Whose turn it is: from kAsked on the task's, until it has an image or misses it.
    enum class Step { kIdle, kAsked, kFetched, kMissed };

    static void serve(void* camera);
    const char* start_driver() const;
    void fetch();
    void miss(const char* why);
    bool decode(CameraFrame& frame);

    const squeeze::BoardBlock* board_ = nullptr;
    std::atomic<squeeze::Status> status_{squeeze::Status::kNoCamera};
    std::atomic<const char*> why_{""};
    std::atomic<bool> started_{false};
    std::atomic<Step> step_{Step::kIdle};
    void* task_ = nullptr;
    int missed_ = 0;
    void* held_ = nullptr;
    squeeze::Buffer pixels_;
    squeeze::Buffer scratch_;
    uint8_t shrinking_ = 0;  // JPEG is decoded at 1 / 2^shrinking of its size
};
