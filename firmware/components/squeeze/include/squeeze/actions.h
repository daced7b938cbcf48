// What a board does when it sees a class: the actions of a model image, and when they happen (byte table and
// rules in docs/model-image.md). The program decides the same in Python (core/boards/actions.py).
#pragma once

#include <string_view>

#include "squeeze/span.h"
#include "squeeze/text.h"

namespace squeeze {

constexpr size_t kActionBytes = 64;
constexpr size_t kMostActions = 32;
constexpr size_t kMostActionLine = 52;
constexpr int8_t kHighestPin = 63;

enum class ActionKind : uint8_t { kPinWhileSeen = 1, kPinForTime = 2, kLine = 3 };

// A class counts as seen when the answer is sure, the class is the best and its score at least `least_score`,
// and that `times` answers in a row. `line` points into the table.
struct Action {
    uint16_t class_number;
    ActionKind kind;
    int8_t pin;
    int8_t least_score;
    uint8_t times;
    uint32_t milliseconds;
    std::string_view line;
};

// Whether a table of whole entries is one for a model with so many classes; else `detail` names the field.
bool actions_are_sound(Bytes table, size_t classes, Text& detail);

// Pins by their bits: bit 4 is GPIO 4.
struct PinLevels {
    uint64_t used = 0;
    uint64_t high = 0;

    bool uses(uint8_t pin) const { return (used >> pin & 1) != 0; }
    bool is_high(uint8_t pin) const { return (high >> pin & 1) != 0; }
};

// Who does what is decided.
class Actor {
  public:
    // Gives a pin a level that it has not had.
    virtual void set_pin(uint8_t pin, bool high) = 0;
    // Writes a line of text on the serial port.
    virtual void write_line(uint16_t class_number, std::string_view line) = 0;

  protected:
    ~Actor() = default;
};

// Decides, answer after answer, what the board does. All pins are low at first. Times are microseconds since
// some moment.
class ActionPlayer {
  public:
    // Begins with a sound table, which stays where it is.
    void start(Bytes table, Actor& actor);
    // The model has answered: the class with the highest score, that score, and whether it is sure.
    void answered(uint64_t now, uint16_t best, int8_t score, bool is_sure);
    // Time has passed without an answer.
    void pass_time(uint64_t now);

    bool has_actions() const { return count_ > 0; }
    PinLevels levels() const { return levels_; }

  private:
    void forget_what_is_old(uint64_t now);
    void begin(size_t number, uint64_t now);
    bool wants_high(size_t number, uint64_t now) const;
    void set_pins(uint64_t now);

    Actor* actor_ = nullptr;
    size_t count_ = 0;
    Action actions_[kMostActions];
    uint8_t streaks_[kMostActions];
    uint64_t until_[kMostActions];
    uint64_t answered_at_ = 0;
    PinLevels levels_;
};

}  // namespace squeeze
