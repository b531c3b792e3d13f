// What data hold does not act on the terminal of the person who looks at them.
#include <catch2/catch.hpp>

#include "program/run.hpp"
#include "support/reading.hpp"

using namespace entente;

namespace {

const std::string bad =
    "X\x1b[31m\x1b]0;title\x07\xC2\x9B"
    "2J\xE2\x80\xAEY";

test::Folder hostile_data() {
    std::string actors = "id,label,kind\n";
    for (const char* id : {"a", "b", "c", "d"})
        actors += std::string(id) + "," + bad + id + "," + (id[0] < 'c' ? "k" + bad : "other") + "\n";
    return test::Folder(
        {{"actors.csv", actors},
         {"ties.csv", "source,target,relation,sign,citation,confidence\na,b,r" + bad + ",+,s" + bad +
                          ",0.5\nb,c,,-,,0.9\nc,d,,+,,1\na,c,,-,,1\nc,d" + bad + ",,+,,1\n"}});
}

// Without the program's own sequences: colors, and clearing the line of the progress.
std::string without_own(std::string text) {
    for (const char* own :
         {"\x1b[1m", "\x1b[0m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\r\x1b[K", "\r\n"}) {
        for (std::size_t at = text.find(own); at != std::string::npos; at = text.find(own, at))
            text.erase(at, std::string(own).size());
    }
    return text;
}

void check_harmless(const std::string& text) {
    const std::string rest = without_own(text);
    CAPTURE(rest);
    CHECK(rest.find('\x1b') == std::string::npos);
    CHECK(rest.find('\x07') == std::string::npos);
    CHECK(rest.find("\xC2\x9B") == std::string::npos);
    CHECK(rest.find("\xE2\x80\xAE") == std::string::npos);
}

}  // namespace

TEST_CASE("no command hands control sequences of the data to a terminal, in any format", "[program]") {
    const test::Folder folder = hostile_data();
    const std::string data = folder.path();
    const std::vector<std::vector<std::string>> commands{
        {"check", data},
        {"summary", data},
        {"centrality", data},
        {"communities", data},
        {"balance", data},
        {"brokerage", data},
        {"brokerage", data, "--group", "community"},
        {"keyplayers", data, "-k", "1"},
        {"robustness", data, "-m", "degree", "--replicates", "5"},
        {"path", data, "a", "d"},
        {"ego", data, "a"},
        {"draw", data, "--describe"},
        {"draw", data, "-o", "-"},
        {"list", "relations", data},
        {"analyze", data, "-o", folder / "out"},
        {"communities", data, "--compare", bad},
        {"check", folder / ("no" + bad)}};
    for (const std::vector<std::string>& command : commands) {
        for (const char* format : {"table", "csv", "json"}) {
            std::vector<std::string> words = command;
            words.insert(words.end(), {"--add-missing-actors", "--format", format});
            CAPTURE(words);
            const test::Ended ended = test::run_program(words, {.terminal = true});
            CHECK(ended.signal == 0);
            CHECK(!ended.out.empty());
            check_harmless(ended.out);
        }
    }
}

TEST_CASE("a program that reads CSV gets every byte of the data", "[program]") {
    const test::Folder folder = hostile_data();
    const test::Ended ended = test::run_program(
        {"centrality", folder.path(), "--add-missing-actors", "--format", "csv", "--quiet"});
    CHECK(ended.status == 0);
    CHECK(ended.out.find(bad) != std::string::npos);
}
