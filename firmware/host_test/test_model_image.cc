#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "golden_records.h"
#include "squeeze/actions.h"
#include "squeeze/model_image.h"

using namespace squeeze;

namespace {

const std::map<std::string, Status> kCodes = {
    {"READY", Status::kReady},
    {"NO_MODEL", Status::kNoModel},
    {"MODEL_VERSION", Status::kModelVersion},
    {"MODEL_LENGTH", Status::kModelLength},
    {"MODEL_DAMAGED", Status::kModelDamaged},
    {"MODEL_FIELD", Status::kModelField},
};

// The sound images, and with each the changes to it.
std::vector<std::pair<Record, std::vector<Record>>> sound_images() {
    std::vector<std::pair<Record, std::vector<Record>>> images;
    for (const Record& record : golden_records("model_image.txt")) {
        if (record.values("image").empty()) {
            images.back().second.push_back(record);
        } else {
            images.push_back({record, {}});
        }
    }
    return images;
}

// The sound image with the changes of a case.
ByteVector changed(ByteVector image, const Record& record) {
    for (const auto& [word, rest] : record.lines) {
        if (word == "patch") {
            std::istringstream words(rest);
            size_t at = 0;
            std::string bytes;
            words >> at >> bytes;
            const ByteVector patch = from_hex(bytes);
            std::copy(patch.begin(), patch.end(), image.begin() + static_cast<long>(at));
        } else if (word == "cut") {
            image.resize(std::stoul(rest));
        } else if (word == "append") {
            const ByteVector more = from_hex(rest);
            image.insert(image.end(), more.begin(), more.end());
        } else if (word == "rehash") {
            const Sha256 hash = sha256(view(image).part(48));
            std::copy(hash.begin(), hash.end(), image.begin() + 16);
        }
    }
    return image;
}

std::string text(std::string_view view) {
    return std::string(view);
}

void expect_what_is_said(const Record& sound) {
    const ByteVector bytes = from_hex(sound.value("image"));
    ModelImage image{};
    Text detail;
    ASSERT_EQ(read_model_image(view(bytes), image, detail), Status::kReady) << detail.view();
    std::istringstream labels(sound.value("labels"));
    size_t number = 0;
    for (std::string label; labels >> label; ++number) {
        EXPECT_EQ(text(label_of(image, number)), text_from_hex(label));
    }
    EXPECT_EQ(image.classes, number);
    EXPECT_EQ(text(label_of(image, number)), "");
    EXPECT_EQ(image.input.height, std::stoi(sound.value("input_height")));
    EXPECT_EQ(image.input.width, std::stoi(sound.value("input_width")));
    EXPECT_EQ(image.input.channels, std::stoi(sound.value("input_channels")));
    EXPECT_EQ(image.input.scale, std::stof(sound.value("input_scale")));
    EXPECT_EQ(image.input.zero_point, std::stoi(sound.value("input_zero_point")));
    EXPECT_EQ(copy(image.input.codes), from_hex(sound.value("input_codes")));
    EXPECT_EQ(image.output.scale, std::stof(sound.value("output_scale")));
    EXPECT_EQ(image.output.zero_point, std::stoi(sound.value("output_zero_point")));
    const std::string sure_score = sound.value("output_sure_score");
    EXPECT_EQ(image.output.sure_score, sure_score == "-" ? INT8_MIN : std::stoi(sure_score));
    EXPECT_EQ(copy(image.board.actions), from_hex(sound.value("board.actions")));
    EXPECT_EQ(image.board.actions.size(), image.board.action_count * kActionBytes);
    EXPECT_EQ(copy(image.model), from_hex(sound.value("model")));
    EXPECT_EQ(image.model.data() - bytes.data(), std::stol(sound.value("model_offset")));
    EXPECT_EQ(copy(image.sha256), from_hex(sound.value("sha256")));
}

}  // namespace

TEST(ModelImage, HoldsWhatTheVectorsSay) {
    for (const auto& [sound, changes] : sound_images()) {
        expect_what_is_said(sound);
        EXPECT_GE(changes.size(), 5U);
    }
}

TEST(ModelImage, EndsInTheCodeThatTheVectorsNameWhenItIsChanged) {
    const auto images = sound_images();
    ASSERT_EQ(images.size(), 3U) << "one of each version";
    for (const auto& [sound, changes] : images) {
        for (const Record& change : changes) {
            const ByteVector bytes = changed(from_hex(sound.value("image")), change);
            ModelImage image{};
            Text detail;
            EXPECT_EQ(read_model_image(view(bytes), image, detail), kCodes.at(change.value("code")))
                << change.value("name") << ": " << detail.view();
        }
    }
}

TEST(ModelImage, TellsItsLengthFromItsBeginning) {
    const ByteVector bytes = from_hex(golden_records("model_image.txt").front().value("image"));
    size_t total = 0;
    Text detail;
    EXPECT_EQ(image_bytes(view(bytes).part(0, kImageBeginning), 1 << 20, total, detail), Status::kReady);
    EXPECT_EQ(total, bytes.size());
    EXPECT_EQ(image_bytes(view(bytes).part(0, kImageBeginning), total - 1, total, detail),
              Status::kModelLength);
}
