#include <gtest/gtest.h>

#include <set>

#include "golden_records.h"
#include "squeeze/font.h"
#include "squeeze/screen.h"
#include "squeeze/ssd1306.h"

using namespace squeeze;

namespace {

// A device on the bus that reads what the pins do as an I2C receiver does.
class BusReader : public I2cPins {
  public:
    explicit BusReader(uint8_t address) : address_(address) {}

    void set_data(bool high) override {
        if (clock_ && high != data_) {
            high ? stop() : start();
        }
        data_ = high;
    }

    void set_clock(bool high) override {
        if (high && !clock_) {
            rise();
        }
        clock_ = high;
    }

    bool data_is_high() override { return data_ && !acknowledging_; }
    void wait() override { ++waits; }

    std::vector<ByteVector> transfers;
    int waits = 0;

  private:
    void start() {
        bits_ = 0;
        current_.clear();
        listening_ = true;
    }

    void stop() {
        // The clock has to rise for it: that bit is none.
        if (bits_ == 1) {
            current_.pop_back();
        }
        if (!current_.empty()) {
            transfers.push_back(current_);
        }
        listening_ = false;
    }

    void rise() {
        if (!listening_) {
            return;
        }
        if (++bits_ == 9) {
            bits_ = 0;
            acknowledging_ = current_[0] == address_ << 1;
            return;
        }
        acknowledging_ = false;
        if (bits_ == 1) {
            current_.push_back(0);
        }
        current_.back() = static_cast<uint8_t>(current_.back() << 1 | (data_ ? 1 : 0));
    }

    const uint8_t address_;
    bool data_ = true;
    bool clock_ = true;
    bool listening_ = false;
    bool acknowledging_ = false;
    int bits_ = 0;
    ByteVector current_;
};

size_t lit_pixels(const Screen& screen, size_t first_row, size_t last_row) {
    size_t count = 0;
    for (size_t y = first_row; y < last_row; ++y) {
        for (size_t x = 0; x < screen.width(); ++x) {
            count += screen.is_lit(x, y) ? 1 : 0;
        }
    }
    return count;
}

}  // namespace

TEST(Font, HasALetterOfItsOwnForEveryCharacter) {
    std::set<ByteVector> seen;
    for (char character = ' '; character <= '~'; ++character) {
        const auto& columns = glyph(character);
        EXPECT_TRUE(seen.emplace(std::begin(columns), std::end(columns)).second) << character;
    }
    EXPECT_EQ(&glyph('\xC3'), &glyph('?'));
}

TEST(Screen, DrawsLettersAtTheirPlaceAndSize) {
    Screen screen(128, 64);
    screen.draw("L", 10, 20, 2);
    EXPECT_TRUE(screen.is_lit(10, 20) && screen.is_lit(11, 33) && screen.is_lit(19, 33));
    EXPECT_FALSE(screen.is_lit(14, 20) || screen.is_lit(9, 20) || screen.is_lit(10, 34));
    screen.clear();
    EXPECT_EQ(lit_pixels(screen, 0, 64), 0U);
}

TEST(Screen, CutsWhatGoesBeyondItsEdge) {
    Screen screen(128, 32);
    screen.draw("far too long for this display, by a wide margin", 100, 28, 3);
    EXPECT_GT(lit_pixels(screen, 28, 32), 0U);
    EXPECT_EQ(lit_pixels(screen, 0, 28), 0U);
}

TEST(Screen, ShowsALabelAboveAndItsProbabilityBelow) {
    Screen screen(128, 64);
    show_prediction(screen, {"glacier", 0.93F, true, 1'830'000});
    EXPECT_GT(lit_pixels(screen, 0, 21), 100U);
    EXPECT_GT(lit_pixels(screen, 57, 64), 50U);
    Screen expected(128, 64);
    expected.draw("93 %   1830 ms", 0, 57, 1);
    EXPECT_EQ(lit_pixels(screen, 57, 64), lit_pixels(expected, 57, 64));
}

TEST(Screen, SaysThatAnAnswerIsNotSureAndWhichItWouldBe) {
    Screen screen(128, 64);
    show_prediction(screen, {"glacier", 0.41F, false, 1'830'000});
    Screen expected(128, 64);
    expected.draw("not sure", 0, 0, 2);
    expected.draw("41 % glacier", 0, 57, 1);
    for (size_t page = 0; page < 8; ++page) {
        EXPECT_EQ(copy(screen.page(page)), copy(expected.page(page)));
    }
}

TEST(Screen, TakesALetterOfSeveralBytesForOne) {
    Screen accented(128, 64);
    accented.draw("\xC3\xB6x", 0, 0, 1);
    Screen plain(128, 64);
    plain.draw("?x", 0, 0, 1);
    EXPECT_EQ(copy(accented.page(0)), copy(plain.page(0)));
}

TEST(Ssd1306, IsStartedAndFilledOverTheBus) {
    BusReader reader(0x3C);
    I2cBus bus(reader);
    Ssd1306 display(bus, 0x3C);
    ASSERT_TRUE(display.start(64, false));
    ASSERT_EQ(reader.transfers.size(), 1U);
    const ByteVector commands = reader.transfers[0];
    EXPECT_EQ(commands[0], 0x3C << 1);
    EXPECT_EQ(commands[1], 0x00) << "commands follow";
    EXPECT_EQ(commands[2], 0xAE) << "off first";
    EXPECT_EQ(commands.back(), 0xAF) << "on last";
    Screen screen(128, 64);
    screen.light(5, 63);
    ASSERT_TRUE(display.show(screen));
    ASSERT_EQ(reader.transfers.size(), 2U + 8U);
    const ByteVector last_page = reader.transfers.back();
    ASSERT_EQ(last_page.size(), 2U + 128U);
    EXPECT_EQ(last_page[1], 0x40) << "data follows";
    EXPECT_EQ(last_page[2 + 5], 0x80);
    EXPECT_GT(reader.waits, 0);
}

TEST(Ssd1306, ThatIsNotThereIsNoticed) {
    BusReader reader(0x3D);
    I2cBus bus(reader);
    EXPECT_FALSE(Ssd1306(bus, 0x3C).start(64, false));
}

TEST(Words, AreThereForEveryReasonThatAModelDoesNotRun) {
    for (int number = 1; number <= 12; ++number) {
        EXPECT_FALSE(words_for(static_cast<Status>(number)).empty());
    }
}
