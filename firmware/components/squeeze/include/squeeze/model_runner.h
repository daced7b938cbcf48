// What runs a model: on a chip and in the host program TensorFlow Lite Micro.
#pragma once

#include "squeeze/link_session.h"
#include "squeeze/model_image.h"

namespace squeeze {

struct ArenaUse {
    uint32_t used = 0;
    uint32_t free = 0;
};

class ModelRunner {
  public:
    // What it is, in words, for people.
    virtual std::string_view name() = 0;
    // Makes an image's model ready to run. The image's bytes stay where they are.
    virtual Status prepare(const ModelImage& image, Text& detail) = 0;
    virtual ArenaUse arena() = 0;
    // The input tensor, to be filled before each run: running may overwrite it.
    virtual Buffer input() = 0;
    // Runs the model; the scores are good until the next run.
    virtual Status run(Span<const int8_t>& scores, Text& detail) = 0;
    // The operators of the last run, in their order; none before it.
    virtual Span<const OperatorTime> operator_times() = 0;
    // Of the last run, the time of the operators that restore weights.
    virtual uint32_t decode_microseconds() = 0;

  protected:
    ~ModelRunner() = default;
};

}  // namespace squeeze
