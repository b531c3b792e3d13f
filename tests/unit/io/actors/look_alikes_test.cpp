#include "io/actors/look_alikes.hpp"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

bool alike(std::string_view a, std::string_view b) {
    io::LookAlikes looks;
    return looks.look_of(a) == looks.look_of(b);
}

}  // namespace

TEST_CASE("ids that differ in what cannot be seen look alike") {
    CHECK(alike("S\u00E3o Front", "Sa\u0303o Front"));  // composed and decomposed
    CHECK(alike("Ba'ath", "Ba\u2019ath"));              // straight and curly
    CHECK(alike("Ba'ath", "Ba`ath"));
    CHECK(alike("A-B", "A\u2013B"));                           // hyphen and en dash
    CHECK(alike("Red Front", "Red\u00A0Front"));               // no-break space
    CHECK(alike("Red Front", "Red\u200B Front"));              // zero-width space
    CHECK(alike("ONU", "\u041ENU"));                           // Cyrillic O
    CHECK(alike("\u041E\u041E\u041D", "\u043E\u043E\u043D"));  // Cyrillic case
    CHECK(alike("M\u00FCller", "muller"));
    CHECK(alike("\uFF21\uFF22", "AB"));  // full-width letters
    CHECK(alike("red front", "RedFront"));
}

TEST_CASE("ids that people tell apart do not look alike, though their letters are easily confused") {
    CHECK(!alike("A1", "Al"));
    CHECK(!alike("O1", "01"));
    CHECK(!alike("modern", "modem"));
    CHECK(!alike("Red Front", "Red Army"));
    CHECK(!alike("\u0643\u062A\u0627\u0628", "\u0643\u062A\u0628"));  // kitab and kutub
    CHECK(!alike("\u0438", "\u0439"));                                // Cyrillic i and short i
}

TEST_CASE("what tells look-alikes apart is named by number and name") {
    CHECK(io::difference_of("Sa\u0303o", "S\u00E3o").find("U+0303 (combining tilde)") != std::string::npos);
    CHECK(io::difference_of("\u041ENU", "ONU") == "U+041E (cyrillic capital letter o)");
    CHECK(io::difference_of("Red Front", "Red\u00A0Front") == "U+00A0 (no-break space)");
    CHECK(io::difference_of("Red Front", "RedFront") == "case or spaces");
}
