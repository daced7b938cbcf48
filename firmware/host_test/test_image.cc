#include <gtest/gtest.h>

#include "golden_records.h"
#include "squeeze/image.h"

using namespace squeeze;

namespace {

InputFormat input_of(uint16_t height, uint16_t width, uint8_t channels) {
    return {height, width, channels, 1.0F, 0, {}};
}

ByteVector scaled(const ByteVector& pixels, uint16_t width, uint16_t height, PixelFormat format,
                  const InputFormat& input) {
    ByteVector values(input.bytes());
    EXPECT_TRUE(scale_image({view(pixels), width, height, format}, input, {values.data(), values.size()}));
    return values;
}

}  // namespace

TEST(Image, OfTheSameSizeIsLeftAsItIs) {
    const ByteVector pixels = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    EXPECT_EQ(scaled(pixels, 2, 2, PixelFormat::kRgb888, input_of(2, 2, 3)), pixels);
}

TEST(Image, LosesItsSidesAndKeepsItsMiddle) {
    const ByteVector row = {9, 10, 20, 9, 9, 30, 40, 9};
    EXPECT_EQ(scaled(row, 4, 2, PixelFormat::kGray, input_of(2, 2, 1)), (ByteVector{10, 20, 30, 40}));
    EXPECT_EQ(scaled({1, 2, 10, 20, 30, 40, 3, 4}, 2, 4, PixelFormat::kGray, input_of(2, 2, 1)),
              (ByteVector{10, 20, 30, 40}));
}

TEST(Image, OfFiveAndSixBitsKeepsBlackAndWhite) {
    const ByteVector pixels = {0x00, 0x00, 0xFF, 0xFF, 0xF8, 0x00, 0x07, 0xE0};
    EXPECT_EQ(scaled(pixels, 2, 2, PixelFormat::kRgb565, input_of(2, 2, 3)),
              (ByteVector{0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 255, 0}));
}

TEST(Image, InColorBecomesGrayByItsLuma) {
    const ByteVector pixels = {255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255};
    EXPECT_EQ(scaled(pixels, 2, 2, PixelFormat::kRgb888, input_of(2, 2, 1)), (ByteVector{76, 150, 29, 255}));
}

TEST(Image, InGrayBecomesThreeEqualColors) {
    EXPECT_EQ(scaled({7, 7, 7, 7}, 2, 2, PixelFormat::kGray, input_of(1, 1, 3)), (ByteVector{7, 7, 7}));
}

TEST(Image, ThatCannotBeScaledIsRefused) {
    const ByteVector pixels(100 * 100);
    ByteVector values(4);
    const InputFormat input = input_of(2, 2, 1);
    const Buffer out(values.data(), values.size());
    EXPECT_FALSE(scale_image({view(pixels), 101, 100, PixelFormat::kGray}, input, out)) << "too short";
    EXPECT_FALSE(scale_image({view(pixels), 0, 0, PixelFormat::kGray}, input, out)) << "empty";
    EXPECT_FALSE(scale_image({view(pixels), 100, 100, PixelFormat::kGray}, input, out)) << "too large";
    EXPECT_FALSE(scale_image({view(pixels), 10, 10, PixelFormat::kGray}, input, out.part(0, 3)))
        << "no room";
}

TEST(Image, ValuesBecomeTheCodesOfTheTable) {
    ByteVector codes(256);
    for (size_t value = 0; value < codes.size(); ++value) {
        codes[value] = static_cast<uint8_t>(value ^ 0x80);
    }
    InputFormat input = input_of(1, 3, 1);
    input.codes = view(codes);
    ByteVector values = {0, 128, 255};
    quantize({values.data(), values.size()}, input);
    EXPECT_EQ(values, (ByteVector{0x80, 0x00, 0x7F}));
}
