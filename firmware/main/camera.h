// A camera, if the board has one and it answers.
#pragma once

#include "squeeze/board_block.h"
#include "squeeze/model_image.h"
#include "squeeze/picture.h"
#include "squeeze/status.h"

// What the camera saw: as it is sent, and as the model gets it. Good until it is given back.
struct CameraFrame {
    squeeze::Bytes jpeg;
    uint16_t width = 0;
    uint16_t height = 0;
    squeeze::PictureView view;
};

class BoardCamera {
  public:
    // kReady when it answers, kNoCamera when the board or this firmware has none, else kCameraFailed.
    squeeze::Status start(const squeeze::BoardBlock& board, const squeeze::InputFormat& input);
    // Takes a fresh picture; false when none comes.
    bool take(CameraFrame& frame);
    // Gives the last picture back to the driver.
    void give_back();

  private:
    bool decode(CameraFrame& frame);

    void* held_ = nullptr;
    squeeze::Buffer pixels_;
    uint8_t shrinking_ = 0;  // JPEG is decoded at 1 / 2^shrinking of its size
};
