// The vectors of FIPS 180-4 (NIST's examples) and RFC 4648 §10.
#include "report/page/content_policy.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

using namespace entente::report;

namespace {

std::string hex_of(std::string_view text) {
    std::string out;
    for (const std::uint8_t byte : sha256(text)) out += fmt::format("{:02x}", byte);
    return out;
}

std::string base64_of(std::string_view text) {
    const std::vector<std::uint8_t> bytes(text.begin(), text.end());
    return base64(bytes);
}

}  // namespace

TEST_CASE("SHA-256 gives NIST's digests", "[report]") {
    CHECK(hex_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(hex_of(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("Base64 gives RFC 4648's examples", "[report]") {
    CHECK(base64_of("").empty());
    CHECK(base64_of("f") == "Zg==");
    CHECK(base64_of("fo") == "Zm8=");
    CHECK(base64_of("foo") == "Zm9v");
    CHECK(base64_of("foobar") == "Zm9vYmFy");
    CHECK(base64_of("\xff\xfe\xfd") == "//79");
}

TEST_CASE("A policy names inline text by its digest", "[report]") {
    CHECK(policy_source(sha256("")) == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
}
