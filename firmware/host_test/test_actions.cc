#include <gtest/gtest.h>

#include <sstream>

#include "golden_records.h"
#include "squeeze/actions.h"

using namespace squeeze;

namespace {

constexpr size_t kManyClasses = 1000;

std::string hex_of(std::string_view text) {
    static const char kDigits[] = "0123456789abcdef";
    std::string written;
    for (const char character : text) {
        const auto byte = static_cast<uint8_t>(character);
        written += {kDigits[byte >> 4], kDigits[byte & 15]};
    }
    return written;
}

// Writes down what happens as the vectors do.
class Recorder : public Actor {
  public:
    void set_pin(uint8_t pin, bool high) override {
        said.push_back("pin " + std::to_string(pin) + (high ? " 1" : " 0"));
    }
    void write_line(uint16_t class_number, std::string_view line) override {
        said.push_back("line " + std::to_string(class_number) + " " + hex_of(line));
    }

    std::vector<std::string> said;
};

// Does a step of a record; false when the line is none.
bool step(ActionPlayer& player, const std::string& word, const std::string& rest) {
    std::istringstream words(rest);
    uint64_t now = 0;
    words >> now;
    if (word == "answer") {
        int best = 0;
        int score = 0;
        int is_sure = 0;
        words >> best >> score >> is_sure;
        player.answered(now, static_cast<uint16_t>(best), static_cast<int8_t>(score), is_sure != 0);
    } else if (word == "time") {
        player.pass_time(now);
    }
    return word == "answer" || word == "time";
}

}  // namespace

TEST(Actions, HappenWhenTheVectorsSay) {
    size_t steps = 0;
    for (const Record& record : golden_records("actions.txt")) {
        const ByteVector table = from_hex(record.value("actions"));
        Text detail;
        ASSERT_TRUE(actions_are_sound(view(table), kManyClasses, detail)) << detail.view();
        Recorder recorder;
        ActionPlayer player;
        player.start(view(table), recorder);
        std::vector<std::string> named;
        for (const auto& [word, rest] : record.lines) {
            if (word == "pin" || word == "line") {
                named.push_back(word + " " + rest);
            } else {
                EXPECT_EQ(recorder.said, named) << record.value("name") << ", before " << rest;
                steps += step(player, word, rest) ? 1 : 0;
            }
        }
        EXPECT_EQ(recorder.said, named) << record.value("name");
    }
    EXPECT_GT(steps, 250U);
}

TEST(Actions, BeginWithAllPinsLow) {
    const Record record = golden_records("actions.txt").at(1);
    const ByteVector table = from_hex(record.value("actions"));
    Recorder recorder;
    ActionPlayer player;
    EXPECT_FALSE(player.has_actions());
    player.start(view(table), recorder);
    EXPECT_TRUE(player.has_actions());
    EXPECT_EQ(player.levels().used, uint64_t{1} << 13);
    EXPECT_EQ(player.levels().high, 0U);
    player.answered(5, 1, 127, true);
    EXPECT_EQ(player.levels().high, uint64_t{1} << 13);
    player.start(view(table), recorder);
    EXPECT_EQ(player.levels().high, 0U);
}
