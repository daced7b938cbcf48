#include <gtest/gtest.h>

#include "golden_records.h"
#include "squeeze/text.h"
#include "squeeze/utf8.h"

TEST(Text, TakesWordsAndNumbersUntilItIsFull) {
    squeeze::Text text;
    text << "between " << INT64_MIN << " and " << uint8_t{7} << " caf\xC3\xA9\n";
    EXPECT_EQ(text.view(), "between -9223372036854775808 and 7 caf???");
    for (int i = 0; i < 100; ++i) {
        text << "more";
    }
    EXPECT_EQ(text.view().size(), squeeze::Text::kMostCharacters);
}

TEST(Utf8, IsToldFromOtherBytes) {
    for (const char* good : {"-", "61", "c3a9", "efbfbd", "ed9fbf", "ee8080", "f0908080", "f48fbfbf"}) {
        EXPECT_TRUE(squeeze::is_utf8(view(from_hex(good)))) << good;
    }
    for (const char* bad : {"80", "c3", "c328", "c080", "e08080", "eda080", "f0808080", "f4908080",
                            "f5808080", "ff", "e282", "61c3"}) {
        EXPECT_FALSE(squeeze::is_utf8(view(from_hex(bad)))) << bad;
    }
}
