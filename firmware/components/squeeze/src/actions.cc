#include "squeeze/actions.h"

#include <algorithm>

#include "squeeze/byte_reader.h"
#include "squeeze/utf8.h"

namespace squeeze {

namespace {

constexpr int8_t kNoPin = -1;
constexpr uint8_t kMostTimes = 100;
constexpr uint32_t kMostMilliseconds = 3'600'000;
constexpr uint64_t kForgetTime = 10'000'000;
constexpr uint8_t kFirstPrintable = 0x20;
constexpr uint8_t kDelete = 0x7F;

// The text in a field that is filled up with zero bytes.
Bytes text_in(Bytes field) {
    size_t length = field.size();
    while (length > 0 && field[length - 1] == 0) {
        --length;
    }
    return field.part(0, length);
}

// Neither a zero byte nor anything else that leaves a line.
bool is_printable(Bytes text) {
    return is_utf8(text) && std::all_of(text.begin(), text.end(), [](uint8_t byte) {
               return byte >= kFirstPrintable && byte != kDelete;
           });
}

Action action_at(Bytes table, size_t number, bool& reserved_is_zero) {
    ByteReader reader(table.part(number * kActionBytes, kActionBytes));
    Action action;
    action.class_number = reader.u16();
    action.kind = static_cast<ActionKind>(reader.u8());
    action.pin = reader.i8();
    action.least_score = reader.i8();
    action.times = reader.u8();
    reserved_is_zero = reader.u16() == 0;
    action.milliseconds = reader.u32();
    const Bytes line = text_in(reader.bytes(kMostActionLine));
    action.line = {reinterpret_cast<const char*>(line.data()), line.size()};
    return action;
}

// The first field of an action that contradicts the format; null when there is none.
const char* broken_field(const Action& action) {
    const bool is_line = action.kind == ActionKind::kLine;
    const bool is_timed = action.kind == ActionKind::kPinForTime;
    const Bytes line = {reinterpret_cast<const uint8_t*>(action.line.data()), action.line.size()};
    if (!is_line && !is_timed && action.kind != ActionKind::kPinWhileSeen) {
        return "kind";
    }
    if (is_line ? action.pin != kNoPin : action.pin < 0 || action.pin > kHighestPin) {
        return "pin";
    }
    if (action.times < 1 || action.times > kMostTimes) {
        return "times";
    }
    if (is_timed ? action.milliseconds < 1 || action.milliseconds > kMostMilliseconds
                 : action.milliseconds != 0) {
        return "milliseconds";
    }
    return line.empty() != is_line && is_printable(line) ? nullptr : "line";
}

}  // namespace

bool actions_are_sound(Bytes table, size_t classes, Text& detail) {
    const size_t count = table.size() / kActionBytes;
    if (count > kMostActions) {
        detail << "action_count";
        return false;
    }
    size_t least_class = 0;
    for (size_t i = 0; i < count; ++i) {
        bool reserved_is_zero = true;
        const Action action = action_at(table, i, reserved_is_zero);
        const char* const field = reserved_is_zero ? broken_field(action) : "reserved bytes";
        if (field != nullptr) {
            detail << field;
            return false;
        }
        if (action.class_number < least_class || action.class_number >= classes) {
            detail << "class_number";
            return false;
        }
        least_class = action.class_number + size_t{1};
    }
    return true;
}

void ActionPlayer::start(Bytes table, Actor& actor) {
    actor_ = &actor;
    count_ = std::min(table.size() / kActionBytes, kMostActions);
    answered_at_ = 0;
    levels_ = {};
    for (size_t i = 0; i < count_; ++i) {
        bool reserved_is_zero = true;
        actions_[i] = action_at(table, i, reserved_is_zero);
        streaks_[i] = 0;
        until_[i] = 0;
        if (actions_[i].pin != kNoPin) {
            levels_.used |= uint64_t{1} << actions_[i].pin;
        }
    }
}

void ActionPlayer::answered(uint64_t now, uint16_t best, int8_t score, bool is_sure) {
    forget_what_is_old(now);
    answered_at_ = now;
    for (size_t i = 0; i < count_; ++i) {
        const Action& action = actions_[i];
        if (!is_sure || best != action.class_number || score < action.least_score) {
            streaks_[i] = 0;
        } else if (streaks_[i] < action.times && ++streaks_[i] == action.times) {
            begin(i, now);
        }
    }
    set_pins(now);
}

void ActionPlayer::pass_time(uint64_t now) {
    forget_what_is_old(now);
    set_pins(now);
}

void ActionPlayer::forget_what_is_old(uint64_t now) {
    if (now - answered_at_ >= kForgetTime) {
        std::fill_n(streaks_, count_, uint8_t{0});
    }
}

void ActionPlayer::begin(size_t number, uint64_t now) {
    const Action& action = actions_[number];
    if (action.kind == ActionKind::kLine) {
        actor_->write_line(action.class_number, action.line);
    } else if (action.kind == ActionKind::kPinForTime) {
        until_[number] = now + uint64_t{action.milliseconds} * 1000;
    }
}

bool ActionPlayer::wants_high(size_t number, uint64_t now) const {
    const Action& action = actions_[number];
    return action.kind == ActionKind::kPinWhileSeen ? streaks_[number] == action.times : now < until_[number];
}

// Of actions with the same pin, one that wants it high is enough.
void ActionPlayer::set_pins(uint64_t now) {
    uint64_t wanted = 0;
    for (size_t i = 0; i < count_; ++i) {
        if (actions_[i].pin != kNoPin && wants_high(i, now)) {
            wanted |= uint64_t{1} << actions_[i].pin;
        }
    }
    const PinLevels before = levels_;
    levels_.high = wanted;
    for (uint8_t pin = 0; pin <= kHighestPin; ++pin) {
        if (before.is_high(pin) != levels_.is_high(pin)) {
            actor_->set_pin(pin, levels_.is_high(pin));
        }
    }
}

}  // namespace squeeze
