// A board with its model: what the link asks for, whatever the hardware is.
#pragma once

#include "squeeze/actions.h"
#include "squeeze/image.h"
#include "squeeze/link_session.h"
#include "squeeze/model_image.h"
#include "squeeze/model_runner.h"

namespace squeeze {

// What a chip knows of itself.
struct BoardFacts {
    std::string_view firmware;
    std::string_view variant;
    Chip chip = Chip::kEsp32;
    uint16_t chip_revision = 0;
    uint8_t mac[6] = {};
    bool is_virtual = false;
    uint32_t psram_bytes = 0;
    uint8_t reset_reason = 0;
    uint64_t (*microseconds)() = nullptr;
};

class Board : public Device {
  public:
    Board(const BoardFacts& facts, ModelRunner& runner) : facts_(facts), runner_(runner) {}

    // There is no model, for this reason.
    void refuse(Status status, std::string_view detail);
    // Reads the model image that begins at `bytes`; true when it is sound and made for this chip.
    bool read_image(Bytes bytes);
    // The same with a model image that was read already; true when it is made for this chip.
    bool take_image(const ModelImage& image);
    // Makes the model of the model image ready; `input_memory` takes an image from the computer.
    void start_model(Buffer input_memory);
    // From now on `actor` does what the model image says for what is seen.
    void start_actions(Actor& actor) { actions_.start(image_.board.actions, actor); }
    // Lets time pass: what was seen is forgotten, and pins go low.
    void pass_time() { actions_.pass_time(now()); }
    // Whether the board has something to do for what it sees, also when nobody watches.
    bool has_actions() const { return actions_.has_actions(); }
    // The camera answers, or does not, and why; the reason is good as long as the board.
    void set_camera(Status status, std::string_view why = {}) {
        camera_ = status;
        camera_detail_ = why;
    }

    Status status() const { return status_; }
    std::string_view detail() const { return detail_.view(); }
    // Good once one of those was true.
    const ModelImage& image() const { return image_; }
    // How many predictions there were, and the last one, whose scores are good until the next.
    uint32_t predictions() const { return predictions_; }
    const Prediction& last_prediction() const { return last_; }

    // Runs the model on a camera's image; the prediction is good until the next one.
    Status predict_view(const ImageView& view, Prediction& prediction, Text& detail);

    void describe(Hello& hello) override;
    Bytes labels() override { return image_.labels; }
    ImageInbox& inbox() override { return inbox_; }
    Status predict(Bytes image, Prediction& prediction, Text& detail) override;
    Span<const OperatorTime> operator_times() override { return runner_.operator_times(); }
    // Whether there is a model and a camera for it.
    bool can_see() const { return has_model(status_) && camera_ == Status::kReady; }
    // Whether the camera can be asked for images; `detail` says why it cannot.
    Status can_watch(Text& detail) override;
    PinLevels pins() override { return actions_.levels(); }
    uint64_t now() override { return facts_.microseconds(); }

  private:
    void describe_model(Hello& hello);
    void keep_seen(Bytes values);
    Status run(uint64_t started, Prediction& prediction, Text& detail);

    static constexpr size_t kTop = 5;

    const BoardFacts facts_;
    ModelRunner& runner_;
    Status status_ = Status::kNoModel;
    Status camera_ = Status::kNoCamera;
    std::string_view camera_detail_;
    Text detail_;
    bool has_image_ = false;
    ModelImage image_{};
    ImageInbox inbox_;
    uint16_t top_[kTop];
    uint32_t predictions_ = 0;
    Prediction last_;
    ActionPlayer actions_;
};

}  // namespace squeeze
