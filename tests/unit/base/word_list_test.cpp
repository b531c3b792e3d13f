#include "base/word_list.hpp"

#include <catch2/catch.hpp>

using namespace entente;
using Words = std::vector<std::string>;

TEST_CASE("words of a list may hold commas in quotation marks") {
    CHECK(words_of_list("a, b ,c") == Words{"a", "b", "c"});
    CHECK(words_of_list("\"arms, money\",trade") == Words{"arms, money", "trade"});
    CHECK(words_of_list("trade , \"arms, \"\"soft\"\" money\" ") == Words{"trade", "arms, \"soft\" money"});
    CHECK(words_of_list("a,,b") == Words{"a", "", "b"});
    CHECK(words_of_list("").size() == 1);
}

TEST_CASE("a quotation mark that closes nothing is part of its word") {
    CHECK(words_of_list("\"a,b") == Words{"\"a", "b"});
    CHECK(words_of_list("\"a\" b,c") == Words{"\"a\" b", "c"});
}

TEST_CASE("a word comes back from a list as it was") {
    for (const std::string& word : Words{"plain", "arms, money", "\"x\"", "a \"b\", c", "\"", ","})
        CHECK(words_of_list("z," + as_list_word(word) + ",y") == Words{"z", word, "y"});
}
