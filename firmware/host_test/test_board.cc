#include <gtest/gtest.h>

#include "fakes.h"
#include "golden_records.h"
#include "squeeze/board.h"

using namespace squeeze;

namespace {

class BoardTest : public testing::Test {
  protected:
    const ByteVector image_ = from_hex(golden_records("model_image.txt").front().value("image"));
    fakes::SummingModel model_;
    Board board_{fakes::facts(), model_};
};

}  // namespace

TEST_F(BoardTest, HasNoModelUntilAnImageIsRead) {
    Hello hello;
    board_.describe(hello);
    EXPECT_EQ(hello.status, Status::kNoModel);
    EXPECT_EQ(hello.runtime, "sums");
    EXPECT_EQ(hello.classes, 0);
}

TEST_F(BoardTest, RefusesAnImageForAnotherChip) {
    BoardFacts facts = fakes::facts();
    facts.chip = Chip::kEsp32c3;
    Board board(facts, model_);
    EXPECT_FALSE(board.read_image(view(image_)));
    EXPECT_EQ(board.status(), Status::kModelForOtherChip);
    EXPECT_EQ(board.detail(), "made for esp32-cam");
}

TEST_F(BoardTest, SaysWhichModelItCannotRun) {
    model_.prepares = Status::kArenaTooSmall;
    ASSERT_TRUE(board_.read_image(view(image_)));
    board_.start_model({});
    Hello hello;
    board_.describe(hello);
    EXPECT_EQ(hello.status, Status::kArenaTooSmall);
    EXPECT_EQ(copy(hello.model_sha256), copy(view(image_).part(16, 32)));
    Text detail;
    EXPECT_EQ(board_.can_watch(detail), Status::kArenaTooSmall);
}

TEST_F(BoardTest, PredictsWhatTheCameraSees) {
    ASSERT_TRUE(board_.read_image(view(image_)));
    board_.start_model({});
    const ByteVector pixels(160 * 120 * 2, 0xFF);
    Prediction prediction;
    Text detail;
    ASSERT_EQ(board_.predict_view({view(pixels), 160, 120, PixelFormat::kRgb565}, prediction, detail),
              Status::kReady);
    EXPECT_EQ(prediction.scores.size(), 3U);
    EXPECT_EQ(prediction.top.size(), 3U);
    const uint32_t white = board_.image().input.codes[255];
    const uint32_t sum = white * static_cast<uint32_t>(board_.image().input.bytes() / 3);
    EXPECT_EQ(prediction.scores[0], static_cast<int>(sum % 200) - 100);
}

// The model sums up what it is given: an image of one value has a score that can be worked out.
TEST_F(BoardTest, IsSureFromTheScoreOnThatItsImageNames) {
    ASSERT_TRUE(board_.read_image(view(image_)));
    ModelImage image = board_.image();
    const ByteVector values(image.input.bytes(), 7);
    const uint32_t sum = image.input.codes[7] * static_cast<uint32_t>(values.size() / 3);
    const int score = static_cast<int>(sum % 200) - 100;
    for (const int sure_score : {INT8_MIN, score - 1, score, score + 1, INT8_MAX}) {
        image.output.sure_score = static_cast<int8_t>(sure_score);
        ASSERT_TRUE(board_.take_image(image));
        board_.start_model({});
        Prediction prediction;
        Text detail;
        ASSERT_EQ(board_.predict(view(values), prediction, detail), Status::kReady);
        EXPECT_EQ(prediction.scores[prediction.top[0]], score);
        EXPECT_EQ(prediction.is_sure, score >= sure_score) << sure_score;
        EXPECT_EQ(board_.last_prediction().is_sure, prediction.is_sure);
    }
}

TEST_F(BoardTest, ReportsACameraImageThatIsTooShort) {
    ASSERT_TRUE(board_.read_image(view(image_)));
    board_.start_model({});
    const ByteVector pixels(100);
    Prediction prediction;
    Text detail;
    EXPECT_EQ(board_.predict_view({view(pixels), 160, 120, PixelFormat::kRgb565}, prediction, detail),
              Status::kCameraFailed);
}

namespace {

// What a board does, as text.
class WrittenDown : public Actor {
  public:
    void set_pin(uint8_t pin, bool high) override {
        said << "pin " << pin << (high ? " high" : " low") << "; ";
    }
    void write_line(uint16_t class_number, std::string_view line) override {
        said << class_number << " " << line << "; ";
    }

    Text said;
};

// A table with one action: a pin is high while class 0 is seen.
ByteVector pin_while_class_0() {
    ByteVector table(kActionBytes);
    const uint8_t beginning[] = {0, 0, 1, 13, 0x80, 1};
    std::copy(std::begin(beginning), std::end(beginning), table.begin());
    return table;
}

}  // namespace

TEST_F(BoardTest, ActsOnWhatItSees) {
    const ByteVector table = pin_while_class_0();
    ASSERT_TRUE(board_.read_image(view(image_)));
    ModelImage image = board_.image();
    image.board.actions = view(table);
    ASSERT_TRUE(board_.take_image(image));
    board_.start_model({});
    WrittenDown actor;
    board_.start_actions(actor);
    EXPECT_TRUE(board_.has_actions());
    const ByteVector white(160 * 120 * 2, 0xFF);
    Prediction prediction;
    Text detail;
    // Of equal scores the first class is the best.
    ASSERT_EQ(board_.predict_view({view(white), 160, 120, PixelFormat::kRgb565}, prediction, detail),
              Status::kReady);
    ASSERT_EQ(prediction.top[0], 0);
    EXPECT_EQ(actor.said.view(), "pin 13 high; ");
    EXPECT_EQ(board_.pins().high, uint64_t{1} << 13);
    fakes::moment += 10'000'000;
    board_.pass_time();
    EXPECT_EQ(actor.said.view(), "pin 13 high; pin 13 low; ");
}

TEST_F(BoardTest, DoesNotActWhenItIsNotSure) {
    const ByteVector table = pin_while_class_0();
    ASSERT_TRUE(board_.read_image(view(image_)));
    ModelImage image = board_.image();
    image.board.actions = view(table);
    image.output.sure_score = INT8_MAX;
    ASSERT_TRUE(board_.take_image(image));
    board_.start_model({});
    WrittenDown actor;
    board_.start_actions(actor);
    const ByteVector white(160 * 120 * 2, 0xFF);
    Prediction prediction;
    Text detail;
    ASSERT_EQ(board_.predict_view({view(white), 160, 120, PixelFormat::kRgb565}, prediction, detail),
              Status::kReady);
    ASSERT_FALSE(prediction.is_sure);
    EXPECT_TRUE(actor.said.empty());
}
