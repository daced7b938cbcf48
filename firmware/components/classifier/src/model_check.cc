#include "classifier/model_check.h"

#include <algorithm>
#include <iterator>

#include "classifier/operators.h"
#include "tensorflow/lite/micro/micro_interpreter.h"
#include "tensorflow/lite/schema/schema_utils.h"

namespace squeeze {

namespace {

using Indices = flatbuffers::Vector<int32_t>;

constexpr int32_t kAbsent = -1;

// The length of a list that may be left out.
template <typename Items>
uint32_t count(const Items* items) {
    return items == nullptr ? 0 : items->size();
}

bool are_tensors(const Indices* indices, const tflite::SubGraph& graph, int32_t least) {
    const auto most = static_cast<int32_t>(count(graph.tensors()));
    return indices == nullptr || std::all_of(indices->begin(), indices->end(),
                                             [=](int32_t index) { return index >= least && index < most; });
}

bool refers_to_what_is_there(const tflite::Model& model, const tflite::SubGraph& graph) {
    for (uint32_t i = 0; i < count(graph.tensors()); ++i) {
        if (graph.tensors()->Get(i)->buffer() >= count(model.buffers())) {
            return false;
        }
    }
    for (uint32_t i = 0; i < count(graph.operators()); ++i) {
        const tflite::Operator& one = *graph.operators()->Get(i);
        if (one.opcode_index() >= count(model.operator_codes()) || one.inputs() == nullptr ||
            one.outputs() == nullptr || !are_tensors(one.inputs(), graph, kAbsent) ||
            !are_tensors(one.outputs(), graph, 0)) {
            return false;
        }
    }
    return are_tensors(graph.inputs(), graph, 0) && are_tensors(graph.outputs(), graph, 0);
}

bool is_known(const tflite::OperatorCode& code, Text& detail) {
    const tflite::BuiltinOperator kind = tflite::GetBuiltinCode(&code);
    if (kind == tflite::BuiltinOperator_CUSTOM) {
        const std::string_view name = code.custom_code() == nullptr
                                          ? std::string_view()
                                          : std::string_view(code.custom_code()->c_str());
        detail << name;
        return name == kDecodeOperator;
    }
    detail << tflite::EnumNameBuiltinOperator(kind);
    return std::find(std::begin(kOperators), std::end(kOperators), kind) != std::end(kOperators);
}

Status check_operators(const tflite::Model& model, Text& detail) {
    for (uint32_t g = 0; g < model.subgraphs()->size(); ++g) {
        const tflite::SubGraph& graph = *model.subgraphs()->Get(g);
        for (uint32_t i = 0; i < count(graph.operators()); ++i) {
            Text name;
            const uint32_t code = graph.operators()->Get(i)->opcode_index();
            if (!is_known(*model.operator_codes()->Get(code), name)) {
                detail << name.view();
                return Status::kModelOperator;
            }
        }
    }
    return Status::kReady;
}

// What a tensor's numbers are and how many of them.
bool is_tensor(const tflite::Tensor& tensor, float scale, int32_t zero_point) {
    const tflite::QuantizationParameters* const quantization = tensor.quantization();
    if (tensor.type() != tflite::TensorType_INT8 || quantization == nullptr ||
        count(quantization->scale()) != 1 || count(quantization->zero_point()) != 1) {
        return false;
    }
    return quantization->scale()->Get(0) == scale && quantization->zero_point()->Get(0) == zero_point;
}

bool is_shape(const tflite::Tensor& tensor, Span<const int32_t> shape) {
    return count(tensor.shape()) == shape.size() &&
           std::equal(shape.begin(), shape.end(), tensor.shape()->begin());
}

size_t elements(const tflite::Tensor& tensor) {
    size_t product = 1;
    for (uint32_t i = 0; i < count(tensor.shape()); ++i) {
        product *= static_cast<size_t>(std::max<int32_t>(tensor.shape()->Get(i), 0));
    }
    return product;
}

}  // namespace

Status check_model(Bytes bytes, Text& detail) {
    flatbuffers::Verifier verifier(bytes.data(), bytes.size());
    if (!tflite::VerifyModelBuffer(verifier)) {
        detail << "not a sound flatbuffer";
        return Status::kModelUnreadable;
    }
    const tflite::Model& model = *tflite::GetModel(bytes.data());
    if (model.version() != TFLITE_SCHEMA_VERSION) {
        detail << "schema version " << model.version();
        return Status::kModelUnreadable;
    }
    bool sound = count(model.subgraphs()) > 0;
    for (uint32_t i = 0; sound && i < model.subgraphs()->size(); ++i) {
        sound = refers_to_what_is_there(model, *model.subgraphs()->Get(i));
    }
    if (!sound) {
        detail << "its graph refers to what is not there";
        return Status::kModelUnreadable;
    }
    return check_operators(model, detail);
}

Status check_tensors(const tflite::Model& model, const ModelImage& image, Text& detail) {
    const tflite::SubGraph& graph = *model.subgraphs()->Get(0);
    if (count(graph.inputs()) != 1 || count(graph.outputs()) != 1) {
        detail << count(graph.inputs()) << " inputs, " << count(graph.outputs()) << " outputs";
        return Status::kModelTensors;
    }
    const tflite::Tensor& input = *graph.tensors()->Get(static_cast<uint32_t>(graph.inputs()->Get(0)));
    const tflite::Tensor& output = *graph.tensors()->Get(static_cast<uint32_t>(graph.outputs()->Get(0)));
    const int32_t shape[] = {1, image.input.height, image.input.width, image.input.channels};
    if (!is_shape(input, shape) || !is_tensor(input, image.input.scale, image.input.zero_point)) {
        detail << "input";
        return Status::kModelTensors;
    }
    if (elements(output) != image.classes ||
        !is_tensor(output, image.output.scale, image.output.zero_point)) {
        detail << "output";
        return Status::kModelTensors;
    }
    return Status::kReady;
}

}  // namespace squeeze
