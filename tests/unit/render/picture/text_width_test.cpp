#include "render/picture/text_width.hpp"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::render;

TEST_CASE("Text is measured by letters, not by bytes") {
    CHECK(text_width("Iran", 10) == Approx(10 * (0.286 + 0.368 + 0.582 + 0.591)));
    // The same number of characters in two scripts: alike within a third, though one has twice the bytes.
    CHECK(text_width("Наполеон", 10) < 1.35 * text_width("Napoleon", 10));
    CHECK(text_width("中国", 10) == Approx(20.4));
    CHECK(text_width("e\xCC\x81", 10) == Approx(text_width("e", 10)));
}

TEST_CASE("Labels are broken between words, between ideographs, and only then within a word") {
    CHECK(wrapped("Palestinian Islamic Jihad", 90, 3, 13) ==
          std::vector<std::string>{"Palestinian", "Islamic Jihad"});
    CHECK(wrapped("", 90, 3, 13).empty());
    CHECK(wrapped("Iran", 10000, 1, 13) == std::vector<std::string>{"Iran"});
    CHECK(wrapped("中华人民共和国", 45, 3, 13).size() == 3);
    CHECK(wrapped("Supercalifragilistic", 60, 4, 13).size() > 1);
    const auto cut = wrapped("one two three four five six", 40, 2, 13);
    REQUIRE(cut.size() == 2);
    CHECK(cut[1].ends_with("…"));
    CHECK(text_width(cut[1], 13) <= 40);
}

TEST_CASE("The direction of a line is that of its first letter that has one") {
    CHECK(right_to_left("حزب الله"));
    CHECK(right_to_left("צה״ל (IDF)"));
    CHECK(right_to_left("1948 صدر"));
    CHECK_FALSE(right_to_left("IDF צה״ל"));
    CHECK_FALSE(right_to_left("Иран"));
    CHECK_FALSE(right_to_left("123"));
}

TEST_CASE("What XML cannot hold and what turns text around is taken out") {
    CHECK(printable("a\x01\x1b[0mb\tc\nd") == "a[0mb c d");
    CHECK(printable("x\xE2\x80\xAEy\xEF\xBF\xBEz") == "xyz");
    CHECK(printable("žluťoučký") == "žluťoučký");
    CHECK(printable("ends well – \n") == "ends well –  ");
}
