// A camera, if the board has one and it answers.
#pragma once

#include <atomic>

#include "squeeze/board_block.h"
#include "squeeze/model_image.h"
#include "squeeze/image.h"
#include "squeeze/status.h"

// What the camera saw: as it is sent, and as the model gets it. Good until it is given back.
struct CameraFrame {
    squeeze::Bytes jpeg;
    uint16_t width = 0;
    uint16_t height = 0;
    squeeze::ImageView view;
};

class BoardCamera {
  public:
    // Starts the driver in a task of its own and waits for it a moment: a sensor that does not answer keeps
    // its driver waiting for many seconds, in which the link has to answer.
    void start(const squeeze::BoardBlock& board, const squeeze::InputFormat& input);
    // kReady once it answers and as long as it does, kNoCamera when the board or this firmware has none.
    squeeze::Status status() const { return status_; }
    // Takes a fresh image; false when none comes.
    bool take(CameraFrame& frame);
    // Gives the last image back to the driver.
    void give_back();

  private:
    static void start_driver(void* camera);
    bool driver_answers() const;
    bool fetch(CameraFrame& frame);
    bool decode(CameraFrame& frame);

    const squeeze::BoardBlock* board_ = nullptr;
    std::atomic<squeeze::Status> status_{squeeze::Status::kNoCamera};
    std::atomic<bool> started_{false};
    int missed_ = 0;
    void* held_ = nullptr;
    squeeze::Buffer pixels_;
    uint8_t shrinking_ = 0;  // JPEG is decoded at 1 / 2^shrinking of its size
};
