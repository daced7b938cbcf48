#include <gtest/gtest.h>

#include "golden_records.h"
#include "squeeze/checksums.h"

namespace {

ByteVector of(const std::string& text) {
    return {text.begin(), text.end()};
}

ByteVector digest(const ByteVector& bytes) {
    const squeeze::Sha256 hash = squeeze::sha256(view(bytes));
    return {hash.begin(), hash.end()};
}

}  // namespace

// The check value of the CRC catalog (CRC-32/ISO-HDLC).
TEST(Crc32, OfTheDigitsIsTheCheckValue) {
    EXPECT_EQ(squeeze::crc32(view(of("123456789"))), 0xCBF43926U);
    EXPECT_EQ(squeeze::crc32({}), 0U);
}

// The examples of the standard (FIPS 180-4, NIST's example values), and lengths around the padding's edges.
TEST(Sha256, OfTheStandardsExamples) {
    EXPECT_EQ(digest(of("abc")),
              from_hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    EXPECT_EQ(digest(of("")), from_hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    EXPECT_EQ(digest(of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
              from_hex("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
    EXPECT_EQ(digest(ByteVector(1'000'000, 'a')),
              from_hex("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
}
