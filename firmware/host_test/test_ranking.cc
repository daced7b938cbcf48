#include <gtest/gtest.h>

#include "squeeze/ranking.h"

namespace {

std::vector<int> best(const std::vector<int8_t>& scores, size_t most) {
    std::vector<uint16_t> top(most);
    const size_t count = squeeze::rank({scores.data(), scores.size()}, {top.data(), top.size()});
    return {top.begin(), top.begin() + static_cast<long>(count)};
}

}  // namespace

TEST(Ranking, PutsTheHighestScoreFirst) {
    EXPECT_EQ(best({-128, 5, 127, 0, 5, -1}, 3), (std::vector<int>{2, 1, 4}));
}

TEST(Ranking, KeepsTheOrderOfEqualScores) {
    EXPECT_EQ(best({3, 3, 3, 3}, 2), (std::vector<int>{0, 1}));
}

TEST(Ranking, NamesNoMoreClassesThanThereAre) {
    EXPECT_EQ(best({1, 2}, 5), (std::vector<int>{1, 0}));
    EXPECT_EQ(best({}, 5), (std::vector<int>{}));
}
