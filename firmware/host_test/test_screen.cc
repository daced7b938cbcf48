#include <gtest/gtest.h>

#include <set>

#include "golden_records.h"
#include "squeeze/font.h"
#include "squeeze/screen.h"

using namespace squeeze;

namespace {

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

TEST(Words, AreThereForEveryReasonThatAModelDoesNotRun) {
    for (int number = 1; number <= 12; ++number) {
        EXPECT_FALSE(words_for(static_cast<Status>(number)).empty());
    }
}
