// Runs a model image's .tflite in TensorFlow Lite Micro.
#pragma once

#include <optional>

#include "classifier/arenas.h"
#include "classifier/operator_clock.h"
#include "squeeze/model_runner.h"
#include "tensorflow/lite/micro/memory_planner/greedy_memory_planner.h"
#include "tensorflow/lite/micro/micro_allocator.h"
#include "tensorflow/lite/micro/micro_interpreter.h"

namespace squeeze {

// Memory that a model may use; each part begins at a multiple of 16 and may be empty. Internal memory is fast
// and comes in two blocks, external memory (PSRAM) is large and slow.
struct ArenaMemory {
    Buffer persistent;
    Buffer working;
    Buffer external;
};

class Classifier : public ModelRunner {
  public:
    // `now` tells microseconds; `rest` is called after every operator.
    Classifier(std::string_view name, uint64_t (*now)(), void (*rest)()) : name_(name), clock_(now, rest) {}

    void give(const ArenaMemory& memory) { memory_ = memory; }

    std::string_view name() override { return name_; }
    // Takes internal memory when it is enough. Else activations go to external memory, and weights are still
    // decoded into internal memory, from where convolutions read them many times.
    Status prepare(const ModelImage& image, Text& detail) override;
    ArenaUse arena() override { return use_; }
    Buffer input() override { return input_; }
    Status run(Span<const int8_t>& scores, Text& detail) override;
    Span<const OperatorTime> operator_times() override { return clock_.times(); }
    uint32_t decode_microseconds() override { return clock_.decode_microseconds(); }

  private:
    // One way to lay a model out in memory.
    struct Layout {
        Buffer persistent;
        Buffer working;
        Buffer decoded;  // where weights are decoded to; empty: in the working memory
    };

    // TFLM's own allocator cannot be given arenas but by who derives from it.
    class Allocator : public tflite::MicroAllocator {
      public:
        using MicroAllocator::MicroAllocator;
        Allocator(PersistentArena& persistent, WorkingArena& working, tflite::MicroMemoryPlanner& planner)
            : MicroAllocator(&persistent, &working, &planner) {}
        ~Allocator() override = default;

      private:
        TF_LITE_REMOVE_VIRTUAL_DELETE
    };

    // A model laid out; none of it may move while the model is in use.
    struct Running {
        Running(const tflite::Model& model, const Layout& layout, OperatorClock& clock);

        WorkingArena working;
        PersistentArena persistent;
        tflite::GreedyMemoryPlanner planner;
        Allocator allocator;
        tflite::MicroInterpreter interpreter;
        tflite::MicroContext::AlternateMemoryRegion decoded;
    };

    Status lay_out(const tflite::Model& model, const Layout& layout, Text& detail);
    void say_what_is_short(const Layout& layout, Text& detail) const;

    const std::string_view name_;
    OperatorClock clock_;
    ArenaMemory memory_;
    std::optional<Running> running_;
    ArenaUse use_;
    Buffer input_;
    Span<const int8_t> scores_;
};

}  // namespace squeeze
