// What TensorFlow Lite Micro says when something goes wrong.
#pragma once

#include "squeeze/text.h"

namespace squeeze {

// The first line it said since `forget_tflm_words`; empty when it said nothing. Whatever it says goes here
// and nowhere else (the linker's --wrap=DebugLog): standard output may be the link.
const Text& tflm_words();
void forget_tflm_words();

}  // namespace squeeze
