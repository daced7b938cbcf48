// What ESP-IDF and its drivers log, until it can be said over the link.
#pragma once

#include "squeeze/messages.h"
#include "squeeze/text.h"

struct LoggedLine {
    squeeze::LogLevel level;
    squeeze::Text text;
};

// From now on log lines are kept, a few of them, instead of being printed: the link has the UART.
void start_log_queue();

// Keeps a line of our own.
void log_line(squeeze::LogLevel level, const squeeze::Text& text);

// The oldest line that is kept, which then no longer is; false when there is none.
bool next_log_line(LoggedLine& line);
