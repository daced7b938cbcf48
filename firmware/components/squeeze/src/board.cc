#include "squeeze/board.h"

#include <algorithm>
#include <cstring>

#include "squeeze/ranking.h"

namespace squeeze {

void Board::refuse(Status status, std::string_view detail) {
    status_ = status;
    has_image_ = false;
    detail_.clear();
    detail_ << detail;
}

bool Board::read_image(Bytes bytes) {
    ModelImage image{};
    Text detail;
    const Status status = read_model_image(bytes, image, detail);
    if (status != Status::kReady) {
        refuse(status, detail.view());
        return false;
    }
    return take_image(image);
}

bool Board::take_image(const ModelImage& image) {
    image_ = image;
    if (image_.board.chip != facts_.chip) {
        Text detail;
        detail << "made for " << image_.board.profile;
        refuse(Status::kModelForOtherChip, detail.view());
        return false;
    }
    status_ = Status::kReady;
    detail_.clear();
    has_image_ = true;
    return true;
}

void Board::start_model(Buffer input_memory) {
    inbox_ = {};
    inbox_.memory = input_memory;
    status_ = runner_.prepare(image_, detail_);
}

Status Board::can_watch(Text& detail) {
    detail << (has_model(status_) ? camera_detail_ : detail_.view());
    return has_model(status_) ? camera_ : status_;
}

void Board::describe(Hello& hello) {
    hello.firmware = facts_.firmware;
    hello.variant = facts_.variant;
    hello.runtime = runner_.name();
    hello.chip = static_cast<uint16_t>(facts_.chip);
    hello.chip_revision = facts_.chip_revision;
    std::copy(std::begin(facts_.mac), std::end(facts_.mac), hello.mac);
    hello.is_virtual = facts_.is_virtual;
    hello.has_camera = camera_ == Status::kReady;
    hello.psram_bytes = facts_.psram_bytes;
    hello.reset_reason = facts_.reset_reason;
    hello.status = status_;
    if (has_image_) {
        describe_model(hello);
    }
}

// Also of a model that does not run: so the computer knows which one it is.
void Board::describe_model(Hello& hello) {
    const ArenaUse arena = runner_.arena();
    hello.profile = image_.board.profile;
    hello.input_channels = image_.input.channels;
    hello.model_sha256 = image_.sha256;
    hello.classes = image_.classes;
    hello.input_height = image_.input.height;
    hello.input_width = image_.input.width;
    hello.input_scale = image_.input.scale;
    hello.input_zero_point = image_.input.zero_point;
    hello.output_scale = image_.output.scale;
    hello.output_zero_point = image_.output.zero_point;
    hello.arena_used = arena.used;
    hello.arena_free = arena.free;
}

Status Board::predict(Bytes image, Prediction& prediction, Text& detail) {
    const uint64_t started = now();
    const Buffer input = runner_.input();
    if (!has_model(status_) || image.size() != input.size()) {
        return has_model(status_) ? Status::kImageIncomplete : status_;
    }
    std::memcpy(input.data(), image.data(), image.size());
    inbox_.seen = image;
    return run(started, prediction, detail);
}

Status Board::predict_view(const ImageView& view, Prediction& prediction, Text& detail) {
    const uint64_t started = now();
    if (!has_model(status_)) {
        return status_;
    }
    if (!scale_image(view, image_.input, runner_.input())) {
        detail << "an image of " << view.width << " x " << view.height << " cannot be scaled";
        return Status::kCameraFailed;
    }
    keep_seen(runner_.input());
    return run(started, prediction, detail);
}

// The runtime may overwrite its input. An image that is just arriving is not disturbed.
void Board::keep_seen(Bytes values) {
    const bool is_needed = inbox_.is_needed(now());
    inbox_.seen = {};
    if (is_needed || values.size() > inbox_.memory.size()) {
        return;
    }
    std::memcpy(inbox_.memory.data(), values.data(), values.size());
    inbox_ = {inbox_.memory, nullptr, -1, 0, 0, inbox_.memory.part(0, values.size())};
}

Status Board::run(uint64_t started, Prediction& prediction, Text& detail) {
    quantize(runner_.input(), image_.input);
    const uint64_t running = now();
    status_ = runner_.run(prediction.scores, detail);
    if (status_ != Status::kReady) {
        return status_;
    }
    const uint64_t done = now();
    prediction.top = Span<const uint16_t>(top_, rank(prediction.scores, top_));
    prediction.is_sure = prediction.scores[top_[0]] >= image_.output.sure_score;
    prediction.inference_microseconds = static_cast<uint32_t>(done - running);
    prediction.decode_microseconds = runner_.decode_microseconds();
    prediction.total_microseconds = static_cast<uint32_t>(now() - started);
    last_ = prediction;
    ++predictions_;
    actions_.answered(done, top_[0], prediction.scores[top_[0]], prediction.is_sure);
    return status_;
}

}  // namespace squeeze
