#include <gtest/gtest.h>

#include "squeeze/status_light.h"

using squeeze::Status;

namespace {

constexpr uint64_t kStep = 10'000;

int flashes_within(Status status, uint64_t microseconds) {
    int flashes = 0;
    bool lit = false;
    for (uint64_t moment = 0; moment < microseconds; moment += kStep) {
        const bool now = squeeze::is_lit(status, false, moment);
        flashes += now && !lit ? 1 : 0;
        lit = now;
    }
    return flashes;
}

}  // namespace

TEST(StatusLight, FlashesTheNumberOfWhatIsWrong) {
    for (const Status status : {Status::kNoModel, Status::kModelDamaged, Status::kArenaTooSmall}) {
        const auto number = static_cast<uint64_t>(status);
        const uint64_t round = number * 500'000 + 1'500'000;
        EXPECT_EQ(flashes_within(status, round), static_cast<int>(number));
        EXPECT_EQ(flashes_within(status, 3 * round), static_cast<int>(3 * number));
    }
}

TEST(StatusLight, IsDarkWhenAllIsWellAndLitWhenBusy) {
    EXPECT_EQ(flashes_within(Status::kReady, 10'000'000), 0);
    EXPECT_TRUE(squeeze::is_lit(Status::kReady, true, 123));
    EXPECT_TRUE(squeeze::is_lit(Status::kNoModel, true, 450'000));
}
