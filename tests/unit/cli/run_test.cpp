#include "cli/run.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "base/text.hpp"
#include "cli/help/manual.hpp"
#include "cli/options/command.hpp"
#include "support/reading.hpp"

using namespace entente;

namespace {

struct Outcome {
    int status;
    std::string out, err;
};

Outcome entente_with(const std::vector<std::string>& words) {
    std::vector<const char*> arguments{"entente"};
    for (const std::string& word : words) arguments.push_back(word.c_str());
    std::ostringstream out, err;
    const int status = cli::run(arguments, out, err);
    return {status, out.str(), err.str()};
}

}  // namespace

TEST_CASE("without a command the overview is shown as an error") {
    const Outcome outcome = entente_with({});
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err == cli::overview());
}

TEST_CASE("help and version go to standard output") {
    CHECK(entente_with({"--help"}).out == cli::overview());
    CHECK(entente_with({"--version"}).out == cli::version_text());
    CHECK(entente_with({"check", "--version"}).out == cli::version_text());
    CHECK(entente_with({"help", "check"}).out == entente_with({"check", "--help"}).out);
}

TEST_CASE("a misspelt command, option or choice is answered with the nearest one") {
    CHECK(entente_with({"chek", "x"}).err ==
          "entente: unknown command 'chek'; did you mean 'check'?\nsee entente --help\n");
    CHECK(entente_with({"check", "x", "--delimter", ";"}).err ==
          "entente check: unknown option '--delimter'; did you mean '--delimiter'?\nsee entente check "
          "--help\n");
    const Outcome outcome = entente_with({"check", "x", "--format", "jsn"});
    CHECK(outcome.status == 2);
    CHECK(outcome.err ==
          "entente check: --format cannot be 'jsn'; did you mean 'json'?\nsee entente check --help\n");
}

TEST_CASE("data given where the command belongs is understood") {
    CHECK(entente_with({"-"}).err ==
          "entente: the command comes before the data: entente analyze -\nsee entente --help\n");
}

TEST_CASE("values that do not fit are refused with the value") {
    CHECK(entente_with({"check", "x", "--seed", "one"})
              .err.starts_with("entente check: --seed needs a whole number, not 'one'\n"));
    CHECK(entente_with({"check", "x", "--seed", "-1"})
              .err.starts_with("entente check: --seed needs a whole number of at least 0, not '-1'\n"));
    CHECK(entente_with({"check", "x", "--seed", "18446744073709551616"})
              .err.starts_with("entente check: --seed needs a whole number up to "));
    CHECK(entente_with({"check", "x", "--seed"})
              .err.starts_with("entente check: --seed needs a value: --seed N\n"));
    CHECK(entente_with({"check", "x", "--threads", "0"})
              .err.starts_with("entente check: --threads needs a whole number of at least 1, not '0'\n"));
    CHECK(entente_with({"check"}).err.starts_with("entente check: DATA… is missing\n"));
}

TEST_CASE("every command has a help that fits eighty columns and shows every option and an example") {
    for (const cli::Command* command : cli::commands()) {
        const std::string help = cli::help_of(*command, 0);
        CAPTURE(command->name);
        for (const std::string_view line : split(help, '\n')) {
            CAPTURE(line);
            CHECK(display_width(line) <= 100);
        }
        for (const cli::Option& option : cli::options_of(*command))
            CHECK(help.find(option.long_name()) != std::string::npos);
        CHECK((command->hidden || !command->examples.empty()));
    }
}

TEST_CASE("no two options of a command share a name") {
    for (const cli::Command* command : cli::commands()) {
        std::vector<std::string> names;
        for (const cli::Option& option : cli::options_of(*command)) {
            for (const std::string_view name : split(option.names, ',')) names.emplace_back(name);
        }
        std::sort(names.begin(), names.end());
        CAPTURE(command->name);
        CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
    }
}

TEST_CASE("a name that there is not is refused before any data are read") {
    const std::vector<std::string> of_tables{"algorithm", "layout", "measure", "size", "sort", "theme"};
    std::size_t tried = 0;
    for (const cli::Command* command : cli::commands()) {
        for (const cli::Option& option : cli::options_of(*command)) {
            const std::string name = option.long_name();
            const bool names = !option.choices.empty() || std::ranges::count(of_tables, name) > 0;
            if (!names || option.is_positional()) continue;
            std::vector<std::string> words{std::string(command->name), "no-such-data.csv", "a", "b"};
            for (const cli::Option& other : cli::options_of(*command)) {
                if (!other.required || other.is_positional() || other.long_name() == name) continue;
                words.push_back(other.names.substr(0, other.names.find(',')));
                words.emplace_back(other.long_name() == "measure" ? "degree" : "2");
            }
            if (command->name == "draw") words.insert(words.end(), {"-o", "figure.svg"});
            words.insert(words.end(), {"--" + name, "zzz"});
            const Outcome outcome = entente_with(words);
            CAPTURE(command->name, name, outcome.err);
            CHECK(outcome.status == 2);
            CHECK(outcome.err.find("'zzz'") != std::string::npos);
            CHECK(outcome.err.find("no-such-data") == std::string::npos);
            ++tried;
        }
    }
    CHECK(tried > 40);
}

TEST_CASE("a wrong name among a dataset's own defaults is refused before its ties are read") {
    const test::Folder folder(
        {{"entente.toml", "[defaults]\nalgorithm = \"lieden\"\n"}, {"ties.csv", "source,target\na\n"}});
    const Outcome outcome = entente_with({"analyze", folder.path()});
    CHECK(outcome.status == 2);
    CHECK(outcome.err.find("'lieden'") != std::string::npos);
    CHECK(outcome.err.find("ties.csv") == std::string::npos);
}
