#include "base/terminal_text.hpp"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("what acts on a terminal is replaced, in whatever way it is written") {
    CHECK(for_terminal("a\x1b[31mb") == "a\xEF\xBF\xBD[31mb");
    CHECK(for_terminal("\x1b]0;title\x07") == "\xEF\xBF\xBD]0;title\xEF\xBF\xBD");
    CHECK(for_terminal("\xC2\x9B 1m") == "\xEF\xBF\xBD 1m");  // C1 as UTF-8
    CHECK(for_terminal("\x9B"
                       "1m") ==
          "\xEF\xBF\xBD"
          "1m");  // and as a bare byte
    CHECK(for_terminal("a\xE2\x80\xAE"
                       "b\xE2\x81\xA7"
                       "c") ==
          "a\xEF\xBF\xBD"
          "b\xEF\xBF\xBD"
          "c");
    CHECK(for_terminal("one\rtwo\x7F") == "one\xEF\xBF\xBDtwo\xEF\xBF\xBD");
}

TEST_CASE("names in any script, line feeds and tabs reach the terminal as they are") {
    const std::string text = "صادق\tΝίκος\n東京 é\xCC\x81 \xF0\x9F\x8F\xB3\n";
    CHECK(for_terminal(text) == text);
}

TEST_CASE("only the program's own styles become sequences") {
    CHECK(for_terminal(styled(Style::bold, "id") + " x") == "\x1b[1mid\x1b[0m x");
    CHECK(for_terminal("\xFF"
                       "9x") ==
          "\xEF\xBF\xBD"
          "9x");
    CHECK(for_terminal("\xFF") == "\xEF\xBF\xBD");
}

TEST_CASE("a text is cut to columns in one pass, whatever its length") {
    CHECK(first_columns("abc", 2) == "ab");
    CHECK(first_columns("東京", 3) == "東");
    CHECK(first_columns("e\xCC\x81x", 1) == "e\xCC\x81");
    CHECK(first_columns("abc", 10) == "abc");
    const std::string text(2'000'000, 'x');
    CHECK(first_columns(text, 1'999'999).size() == 1'999'999);
}
