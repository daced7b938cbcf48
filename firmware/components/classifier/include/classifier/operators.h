// The operators that the program's models are made of: these and no others are in the firmware.
#pragma once

#include <iterator>

#include "tensorflow/lite/micro/micro_mutable_op_resolver.h"

namespace squeeze {

constexpr tflite::BuiltinOperator kOperators[] = {
    tflite::BuiltinOperator_ADD,     tflite::BuiltinOperator_CONCATENATION,
    tflite::BuiltinOperator_CONV_2D, tflite::BuiltinOperator_MAX_POOL_2D,
    tflite::BuiltinOperator_MEAN,    tflite::BuiltinOperator_SOFTMAX,
};

// Restores Huffman-coded weights; TFLM has it as a custom operator.
constexpr char kDecodeOperator[] = "TFLM_DECODE";

using Resolver = tflite::MicroMutableOpResolver<std::size(kOperators) + 1>;

// The kernels of these operators.
const Resolver& resolver();

}  // namespace squeeze
