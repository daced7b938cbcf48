#include "classifier/classifier.h"

#include <algorithm>

#include "classifier/model_check.h"
#include "classifier/operators.h"
#include "classifier/tflm_words.h"

namespace squeeze {

namespace {

// The most external memory that is set apart for what stays, when internal memory has no room for it.
constexpr size_t kMostPersistent = 256 * 1024;
constexpr size_t kAlignment = 16;

// TFLM plans a model in the memory that will be its working memory; with less it would fail without saying
// so.
size_t planning_bytes(const tflite::Model& model) {
    constexpr size_t kBeside = 8 * 1024;
    constexpr size_t kATensor = 64;
    size_t bytes = kBeside;
    for (const tflite::SubGraph* const graph : *model.subgraphs()) {
        bytes += graph->tensors() == nullptr ? 0 : graph->tensors()->size() * kATensor;
    }
    return bytes;
}

}  // namespace

Classifier::Running::Running(const tflite::Model& model, const Layout& layout, OperatorClock& clock)
    : working(layout.working),
      persistent(layout.persistent, working),
      allocator(persistent, working, planner),
      interpreter(&model, resolver(), &allocator, nullptr, &clock),
      decoded{layout.decoded.data(), layout.decoded.size()} {}

Status Classifier::prepare(const ModelImage& image, Text& detail) {
    running_.reset();
    input_ = {};
    use_ = {};
    clock_.restart();
    Status status = check_model(image.model, detail);
    if (status != Status::kReady) {
        return status;
    }
    const tflite::Model& model = *tflite::GetModel(image.model.data());
    status = check_tensors(model, image, detail);
    if (status != Status::kReady) {
        return status;
    }
    const size_t apart = std::min(memory_.external.size() / 4, kMostPersistent) / kAlignment * kAlignment;
    const Layout layouts[] = {
        {memory_.persistent, memory_.working, {}},
        {memory_.persistent, memory_.external, memory_.working},
        {memory_.external.part(0, apart), memory_.external.part(apart), memory_.working},
    };
    status = Status::kArenaTooSmall;
    for (const Layout& layout : layouts) {
        if (layout.persistent.empty() || layout.working.empty()) {
            continue;
        }
        detail.clear();
        status = lay_out(model, layout, detail);
        if (status != Status::kArenaTooSmall) {
            break;
        }
    }
    return status;
}

Status Classifier::lay_out(const tflite::Model& model, const Layout& layout, Text& detail) {
    const size_t planning = planning_bytes(model);
    if (layout.working.size() < planning) {
        detail << "more than " << planning << " of " << layout.working.size() << " bytes";
        return Status::kArenaTooSmall;
    }
    forget_tflm_words();
    // When it fails on its way, TFLM looks at what it has not filled in.
    std::fill(layout.persistent.begin(), layout.persistent.end(), uint8_t{0});
    Running& running = running_.emplace(model, layout, clock_);
    tflite::MicroInterpreter& interpreter = running.interpreter;
    const bool planned =
        (layout.decoded.empty() || interpreter.SetDecompressionMemory(&running.decoded, 1) == kTfLiteOk) &&
        interpreter.AllocateTensors() == kTfLiteOk;
    const bool is_short = running.persistent.was_short() || running.working.wanted() > 0;
    if (!planned || is_short) {
        say_what_is_short(layout, detail);
        running_.reset();
        return is_short ? Status::kArenaTooSmall : Status::kModelOperator;
    }
    const size_t used =
        running.persistent.GetPersistentUsedBytes() + running.working.GetNonPersistentUsedBytes();
    use_.used = static_cast<uint32_t>(used);
    use_.free = static_cast<uint32_t>(layout.persistent.size() + layout.working.size() - used);
    TfLiteTensor* const input = interpreter.input(0);
    TfLiteTensor* const output = interpreter.output(0);
    input_ = {reinterpret_cast<uint8_t*>(input->data.int8), input->bytes};
    scores_ = {output->data.int8, output->bytes};
    return Status::kReady;
}

void Classifier::say_what_is_short(const Layout& layout, Text& detail) const {
    if (running_->persistent.was_short()) {
        detail << "more than " << layout.persistent.size() << " bytes of what stays";
    } else if (running_->working.wanted() > 0) {
        detail << running_->working.wanted() << " of " << layout.working.size() << " bytes";
    } else {
        detail << tflm_words().view();
    }
}

Status Classifier::run(Span<const int8_t>& scores, Text& detail) {
    forget_tflm_words();
    clock_.restart();
    if (!running_ || running_->interpreter.Invoke() != kTfLiteOk) {
        detail << tflm_words().view();
        return Status::kInferenceFailed;
    }
    scores = scores_;
    return Status::kReady;
}

}  // namespace squeeze
