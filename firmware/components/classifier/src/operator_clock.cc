#include "classifier/operator_clock.h"

#include "classifier/operators.h"

namespace squeeze {

void OperatorClock::restart() {
    count_ = 0;
    decode_microseconds_ = 0;
}

// One operator runs at a time: the event's number is the next one's place in the list.
uint32_t OperatorClock::BeginEvent(const char* tag) {
    const auto event = static_cast<uint32_t>(count_);
    decodes_ = std::string_view(tag) == kDecodeOperator;
    if (count_ < kMostOperators) {
        times_[count_++] = {tag, 0};
    }
    began_ = now_();
    return event;
}

void OperatorClock::EndEvent(uint32_t event) {
    const auto taken = static_cast<uint32_t>(now_() - began_);
    if (event < kMostOperators) {
        times_[event].microseconds = taken;
    }
    decode_microseconds_ += decodes_ ? taken : 0;
    rest_();
}

}  // namespace squeeze
