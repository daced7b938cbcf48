// How long each operator of a model takes.
#pragma once

#include "squeeze/messages.h"
#include "tensorflow/lite/micro/compatibility.h"
#include "tensorflow/lite/micro/micro_profiler_interface.h"

namespace squeeze {

class OperatorClock : public tflite::MicroProfilerInterface {
  public:
    // `now` tells microseconds; `rest` is called after every operator.
    OperatorClock(uint64_t (*now)(), void (*rest)()) : now_(now), rest_(rest) {}

    // Forgets what it has timed: a run begins.
    void restart();
    uint32_t BeginEvent(const char* tag) override;
    void EndEvent(uint32_t event) override;

    // The operators since the last restart; of a very long model the first ones.
    Span<const OperatorTime> times() const { return {times_, count_}; }
    // The time of all operators that restore weights.
    uint32_t decode_microseconds() const { return decode_microseconds_; }

  private:
    static constexpr size_t kMostOperators = 160;

    uint64_t (*const now_)();
    void (*const rest_)();
    OperatorTime times_[kMostOperators];
    size_t count_ = 0;
    uint64_t began_ = 0;
    bool decodes_ = false;
    uint32_t decode_microseconds_ = 0;

    TF_LITE_REMOVE_VIRTUAL_DELETE
};

}  // namespace squeeze
