#include "base/prose.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace entente;

TEST_CASE("one thing is told in the singular and none in the plural") {
    CHECK(counted(1, "tie") == "1 tie");
    CHECK(counted(0, "tie") == "0 ties");
    CHECK(counted(2, "community", "communities") == "2 communities");
    CHECK(noun(1, "row", "rows") == "row");
}

TEST_CASE("a list has commas and one closing word") {
    CHECK(listed(std::vector<std::string>{}) == "");
    CHECK(listed(std::vector<std::string>{"a"}) == "a");
    CHECK(listed(std::vector<std::string>{"a", "b"}) == "a and b");
    CHECK(listed(std::vector<std::string>{"a", "b", "c"}, "or") == "a, b or c");
}

TEST_CASE("a word for the shell is quoted where the shell would read more than the word") {
    CHECK(quoted_for_shell("data/x.csv") == "data/x.csv");
    CHECK(quoted_for_shell("my data") == "'my data'");
    CHECK(quoted_for_shell("it's") == "'it'\\''s'");
    CHECK(quoted_for_shell("") == "''");
}
