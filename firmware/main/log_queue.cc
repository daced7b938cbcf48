#include "log_queue.h"

#include <cstdarg>
#include <cstdio>

#include "esp_log.h"
#include "freertos/FreeRTOS.h"
#include "freertos/queue.h"

namespace {

constexpr UBaseType_t kMostLines = 8;

QueueHandle_t lines = nullptr;

// ESP-IDF writes the level's letter first.
squeeze::LogLevel level_of(char letter) {
    switch (letter) {
        case 'E':
            return squeeze::LogLevel::kError;
        case 'W':
            return squeeze::LogLevel::kWarning;
        case 'I':
            return squeeze::LogLevel::kInformation;
        default:
            return squeeze::LogLevel::kDetail;
    }
}

int keep(const char* format, va_list arguments) {
    char said[squeeze::Text::kMostCharacters + 1];
    const int size = vsnprintf(said, sizeof said, format, arguments);
    const std::string_view line(said);
    squeeze::Text text;
    text << line.substr(0, line.find_first_of("\r\n"));
    log_line(level_of(said[0]), text);
    return size;
}

}  // namespace

void start_log_queue() {
    lines = xQueueCreate(kMostLines, sizeof(LoggedLine));
    if (lines != nullptr) {
        esp_log_set_vprintf(keep);
    }
}

void log_line(squeeze::LogLevel level, const squeeze::Text& text) {
    const LoggedLine line = {level, text};
    if (lines != nullptr && !text.empty()) {
        // When nobody listens the newest lines are left out: what went wrong first explains the rest.
        xQueueSend(lines, &line, 0);
    }
}

bool next_log_line(LoggedLine& line) {
    return lines != nullptr && xQueueReceive(lines, &line, 0) == pdTRUE;
}
