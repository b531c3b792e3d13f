#include "base/prose.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace entente;

TEST_CASE("one thing is told in the singular and none in the plural") {
    CHECK(counted(1, "tie") == "1 tie");
    CHECK(counted(0, "tie") == "0 ties");
    CHECK(counted(2, "community", "communities") == "2 communities");
    CHECK(noun(1, "row", "rows") == "row");
    CHECK(counted(1234567, "tie", "ties", Digits::grouped) == "1,234,567 ties");
    CHECK(counted(999, "tie", "", Digits::grouped) == "999 ties");
}

TEST_CASE("a list has commas and one closing word") {
    CHECK(listed(std::vector<std::string>{}) == "");
    CHECK(listed(std::vector<std::string>{"a"}) == "a");
    CHECK(listed(std::vector<std::string>{"a", "b"}) == "a and b");
    CHECK(listed(std::vector<std::string>{"a", "b", "c"}, "or") == "a, b or c");
}

TEST_CASE("a list that is cut short says how many more there are") {
    const std::vector<std::string> words{"a", "b", "c"};
    CHECK(first_listed(words, 3) == "a, b and c");
    CHECK(first_listed(words, 2) == "a, b and 1 more");
    CHECK(first_listed(words, 1) == "a and 2 more");
    CHECK(first_listed({}, 2) == "");
}

TEST_CASE("numbers for people keep four digits and say what is undefined") {
    CHECK(four_digits(0.12) == "0.1200");
    CHECK(four_digits(1204) == "1204");
    CHECK(four_digits(12345.6) == "12346");
    CHECK(four_digits(-0.0) == "0");
    CHECK(four_digits(6.667e-10) == "6.667e-10");
    CHECK(four_digits(std::nan("")) == "–");
    CHECK(rounded(0.12) == "0.12");
    CHECK(rounded(-1204) == "-1,204");
    CHECK(rounded(12345.6) == "12,346");
    CHECK(rounded(3.2e-9) == "3.2e-09");
    CHECK(rounded(std::nan("")) == "");
}

TEST_CASE("text for markup is escaped in content and in quotes, without control characters") {
    CHECK(escaped("<a href=\"x\">R&D's</a>") == "&lt;a href=&quot;x&quot;&gt;R&amp;D&#39;s&lt;/a&gt;");
    CHECK(escaped("a\tb\nc") == "a\tb\nc");
    CHECK(escaped(std::string_view("a\0b\x1b\x7f", 5)) == "a\uFFFDb\uFFFD\uFFFD");
    CHECK(escaped("صادق") == "صادق");
}

TEST_CASE("a word for the shell is quoted where the shell would read more than the word") {
    CHECK(quoted_for_shell("data/x.csv") == "data/x.csv");
    CHECK(quoted_for_shell("my data") == "'my data'");
    CHECK(quoted_for_shell("it's") == "'it'\\''s'");
    CHECK(quoted_for_shell("") == "''");
}
