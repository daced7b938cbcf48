// What a board's light says.
#pragma once

#include "squeeze/status.h"

namespace squeeze {

// Whether the light is lit at a moment. It is lit while the board is busy; when its model does not run, it
// flashes as many times as the status has for a number, pauses, and begins again; else it is dark.
constexpr bool is_lit(Status status, bool busy, uint64_t microseconds) {
    constexpr uint64_t kFlash = 200'000;
    constexpr uint64_t kPeriod = 500'000;
    constexpr uint64_t kPause = 1'500'000;
    if (busy || has_model(status)) {
        return busy;
    }
    const uint64_t flashes = static_cast<uint64_t>(status) * kPeriod;
    const uint64_t moment = microseconds % (flashes + kPause);
    return moment < flashes && moment % kPeriod < kFlash;
}

}  // namespace squeeze
