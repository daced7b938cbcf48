#include "squeeze/screen.h"

#include <algorithm>
#include <cstring>

#include "squeeze/font.h"
#include "squeeze/text.h"

namespace squeeze {

namespace {

constexpr size_t kAdvance = kGlyphWidth + 1;
constexpr size_t kLargest = 3;
constexpr size_t kLine = 10;
constexpr std::string_view kNotSure = "not sure";

size_t largest_scale(const Screen& screen, std::string_view text) {
    size_t scale = screen.height() / (2 * kGlyphHeight);
    scale = std::clamp<size_t>(scale, 1, kLargest);
    while (scale > 1 && text.size() * kAdvance * scale > screen.width()) {
        --scale;
    }
    return scale;
}

}  // namespace

Screen::Screen(size_t width, size_t height)
    : width_(std::min(width, kMostWidth)), height_(std::min(height, kMostHeight) / 8 * 8) {}

void Screen::clear() {
    std::memset(pages_, 0, sizeof pages_);
}

void Screen::light(size_t x, size_t y) {
    if (x < width_ && y < height_) {
        pages_[y / 8][x] |= static_cast<uint8_t>(1 << (y % 8));
    }
}

bool Screen::is_lit(size_t x, size_t y) const {
    return x < width_ && y < height_ && (pages_[y / 8][x] >> (y % 8) & 1) != 0;
}

void Screen::draw(std::string_view text, size_t x, size_t y, size_t scale) {
    for (const char character : text) {
        // A letter beyond ASCII takes several bytes and is drawn once, by its first.
        if ((static_cast<uint8_t>(character) & 0xC0) == 0x80) {
            continue;
        }
        const auto& columns = glyph(character);
        for (size_t dx = 0; dx < kGlyphWidth * scale; ++dx) {
            for (size_t dy = 0; dy < kGlyphHeight * scale; ++dy) {
                if ((columns[dx / scale] >> (dy / scale) & 1) != 0) {
                    light(x + dx, y + dy);
                }
            }
        }
        x += kAdvance * scale;
    }
}

void show_prediction(Screen& screen, const ShownAnswer& answer) {
    const float percent = std::clamp(answer.probability, 0.0F, 1.0F) * 100;
    const std::string_view headline = answer.is_sure ? answer.label : kNotSure;
    Text line;
    line << static_cast<int>(percent + 0.5F) << " %";
    if (answer.is_sure) {
        line << "   " << (answer.microseconds + 500) / 1000 << " ms";
    } else {
        line << " " << answer.label;
    }
    screen.clear();
    screen.draw(headline, 0, 0, largest_scale(screen, headline));
    screen.draw(line.view(), 0, screen.height() - kGlyphHeight, 1);
}

void show_notice(Screen& screen, std::string_view headline, std::string_view line) {
    screen.clear();
    screen.draw(headline, 0, 0, largest_scale(screen, headline));
    const size_t fitting = screen.width() / kAdvance;
    const size_t first_row = screen.height() / 2;
    for (size_t at = 0, y = first_row; at < line.size() && fitting > 0; at += fitting, y += kLine) {
        screen.draw(line.substr(at, fitting), 0, y, 1);
    }
}

std::string_view words_for(Status status) {
    switch (status) {
        case Status::kReady:
            return "ready";
        case Status::kNoModel:
            return "no model";
        case Status::kModelVersion:
            return "other version";
        case Status::kModelLength:
            return "model cut short";
        case Status::kModelDamaged:
            return "model damaged";
        case Status::kModelForOtherChip:
            return "other chip";
        case Status::kModelOperator:
            return "other operator";
        case Status::kArenaTooSmall:
            return "memory too small";
        case Status::kNoModelPartition:
            return "no partition";
        case Status::kInferenceFailed:
            return "model failed";
        case Status::kNoCamera:
            return "no camera";
        case Status::kCameraFailed:
            return "camera failed";
        default:
            return "model unusable";
    }
}

}  // namespace squeeze
