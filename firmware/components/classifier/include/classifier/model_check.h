// Whether a .tflite can be given to TensorFlow Lite Micro, which itself trusts whatever it is given.
#pragma once

#include "squeeze/model_image.h"
#include "tensorflow/lite/schema/schema_generated.h"

namespace squeeze {

// kModelUnreadable when the bytes are no sound flatbuffer of schema version 3 whose graph refers only to what
// is there, kModelOperator (with the operator's name in `detail`) when the firmware lacks one of its
// operators.
Status check_model(Bytes bytes, Text& detail);

// kModelTensors when the model has not one input and one output of the shapes, types and scales that the
// image says. The model was checked before.
Status check_tensors(const tflite::Model& model, const ModelImage& image, Text& detail);

}  // namespace squeeze
