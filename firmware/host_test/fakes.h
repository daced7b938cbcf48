// A board without hardware: a model that adds up what it is given, a line that remembers, time that stands
// still.
#pragma once

#include <array>
#include <cstring>
#include <vector>

#include "squeeze/board.h"

namespace fakes {

inline uint64_t moment = 1'000'000;

inline uint64_t now() {
    return moment;
}

// Scores are sums over every n-th input code, so that every one of them counts.
class SummingModel : public squeeze::ModelRunner {
  public:
    std::string_view name() override { return "sums"; }

    squeeze::Status prepare(const squeeze::ModelImage& image, squeeze::Text&) override {
        codes_.resize(image.input.bytes());
        scores_.resize(image.classes);
        return prepares;
    }

    squeeze::ArenaUse arena() override { return {1000, 24}; }
    squeeze::Buffer input() override { return {codes_.data(), codes_.size()}; }

    squeeze::Status run(squeeze::Span<const int8_t>& scores, squeeze::Text& detail) override {
        ++runs;
        if (fails) {
            detail << "it was told to fail";
            return squeeze::Status::kInferenceFailed;
        }
        std::vector<uint32_t> sums(scores_.size());
        for (size_t i = 0; i < codes_.size(); ++i) {
            sums[i % sums.size()] += codes_[i];
        }
        for (size_t i = 0; i < sums.size(); ++i) {
            scores_[i] = static_cast<int8_t>(static_cast<int>(sums[i] % 200) - 100);
        }
        // A real model may use the input's memory for what comes later.
        std::memset(codes_.data(), 0, codes_.size());
        scores = {scores_.data(), scores_.size()};
        return squeeze::Status::kReady;
    }

    squeeze::Span<const squeeze::OperatorTime> operator_times() override {
        return runs == 0 ? squeeze::Span<const squeeze::OperatorTime>()
                         : squeeze::Span<const squeeze::OperatorTime>(times_.data(), times_.size());
    }

    uint32_t decode_microseconds() override { return 7; }

    squeeze::Status prepares = squeeze::Status::kReady;
    bool fails = false;
    int runs = 0;

  private:
    std::vector<uint8_t> codes_;
    std::vector<int8_t> scores_;
    std::array<squeeze::OperatorTime, 2> times_ = {{{"CONV_2D", 5}, {"TFLM_DECODE", 7}}};
};

class RememberingLine : public squeeze::Line {
  public:
    void write(squeeze::Bytes bytes) override { written.insert(written.end(), bytes.begin(), bytes.end()); }
    void set_baud(uint32_t baud) override { bauds.push_back(baud); }

    std::vector<uint8_t> written;
    std::vector<uint32_t> bauds;
};

inline squeeze::BoardFacts facts() {
    squeeze::BoardFacts facts;
    facts.firmware = "1.2.3";
    facts.variant = "esp32";
    facts.chip = squeeze::Chip::kEsp32;
    facts.chip_revision = 301;
    facts.microseconds = now;
    return facts;
}

constexpr squeeze::LineTraits kTraits = {115200, 921600, 2048};

}  // namespace fakes
