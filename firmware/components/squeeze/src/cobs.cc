#include "squeeze/cobs.h"

namespace squeeze {

namespace {

constexpr size_t kLongestRun = 254;

}  // namespace

void CobsEncoder::end_run() {
    coded_[run_] = static_cast<uint8_t>(next_ - run_);
    run_ = next_++;
}

void CobsEncoder::put(Bytes bytes) {
    for (const uint8_t byte : bytes) {
        if (byte == 0) {
            end_run();
            continue;
        }
        coded_[next_++] = byte;
        if (next_ - run_ > kLongestRun) {
            end_run();
        }
    }
}

size_t CobsEncoder::finish() {
    end_run();
    return run_;
}

size_t cobs_decode(Buffer coded) {
    size_t size = 0;
    for (size_t at = 0; at < coded.size();) {
        const size_t length = coded[at++];
        if (length == 0 || length - 1 > coded.size() - at) {
            return kNotCobs;
        }
        for (const size_t end = at + length - 1; at < end; ++at) {
            if (coded[at] == 0) {
                return kNotCobs;
            }
            coded[size++] = coded[at];
        }
        if (length <= kLongestRun && at < coded.size()) {
            coded[size++] = 0;
        }
    }
    return coded.empty() ? kNotCobs : size;
}

}  // namespace squeeze
