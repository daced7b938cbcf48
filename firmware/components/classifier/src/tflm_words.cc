#include "classifier/tflm_words.h"

#include <cstdarg>
#include <cstdio>

namespace {

squeeze::Text words;

}  // namespace

extern "C" void __wrap_DebugLog(const char* format, va_list arguments) {
    if (!words.empty()) {
        return;
    }
    char line[squeeze::Text::kMostCharacters];
    vsnprintf(line, sizeof line, format, arguments);
    const std::string_view said(line);
    words << said.substr(0, said.find_first_of("\r\n"));
}

namespace squeeze {

const Text& tflm_words() {
    return words;
}

void forget_tflm_words() {
    words.clear();
}

}  // namespace squeeze
