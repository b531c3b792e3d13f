#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "cli/options/option_value.hpp"

using namespace entente;
using namespace entente::cli;

namespace {

struct Fixture {
    std::string ties = "all";
    bool directed = false, undirected = false;
    std::optional<std::string> at, from;
    Options options{
        {.names = "--ties", .value = "", .help = "", .target = &ties, .choices = {"all", "positive"}},
        {.names = "--directed", .value = "", .help = "", .target = &directed},
        {.names = "--undirected", .value = "", .help = "", .target = &undirected},
        {.names = "--at", .value = "", .help = "", .target = &at},
        {.names = "--from", .value = "", .help = "", .target = &from}};
};

}  // namespace

TEST_CASE("a default fills an option that was not given, and the first default wins") {
    Fixture f;
    apply_defaults(f.options, {{"ties", "positive"}}, "a.toml");
    apply_defaults(f.options, {{"ties", "all"}}, "b.toml");
    CHECK(f.ties == "positive");
}

TEST_CASE("the command line goes before a default, also where the two exclude each other") {
    Fixture f;
    f.options[2].given = f.undirected = true;
    f.options[4].given = true;
    apply_defaults(f.options, {{"directed", "true"}, {"at", "1904"}}, "a.toml");
    CHECK_FALSE(f.directed);
    CHECK_FALSE(f.at.has_value());
}

TEST_CASE("a default for another command is left alone; one for none is an error with the nearest name") {
    Fixture f;
    apply_defaults(f.options, {{"radius", "2"}}, "a.toml");
    CHECK_THROWS_WITH(apply_defaults(f.options, {{"radus", "2"}}, "a.toml"),
                      "a.toml: no command has an option 'radus'; did you mean 'radius'?");
    CHECK_THROWS_WITH(apply_defaults(f.options, {{"ties", "some"}}, "a.toml"),
                      Catch::StartsWith("a.toml: --ties cannot be 'some'"));
}

TEST_CASE("options that all commands have take defaults, but for what belongs to one run") {
    std::uint64_t seed = 1;
    std::string format, output;
    Options options{
        {.names = "--seed", .value = "N", .help = "", .target = &seed, .group = Group::common},
        {.names = "--format", .value = "", .help = "", .target = &format, .group = Group::common},
        {.names = "-o,--output", .value = "FILE", .help = "", .target = &output, .group = Group::common}};
    apply_defaults(options, {{"seed", "7"}}, "a.toml");
    CHECK(seed == 7);
    CHECK_THROWS_WITH(apply_defaults(options, {{"format", "json"}}, "a.toml"),
                      "a.toml: 'format' is of one run; give it as --format there");
    CHECK_THROWS_AS(apply_defaults(options, {{"output", "x.csv"}}, "a.toml"), Error);
}

TEST_CASE("a default reaches an option of a single word, and the word is checked") {
    std::string collapse;
    Options options{
        {.names = "--collapse", .value = "", .help = "", .target = &collapse, .choices = {"community"}}};
    CHECK_THROWS_WITH(apply_defaults(options, {{"collapse", "communities"}}, "a.toml"),
                      "a.toml: --collapse cannot be 'communities'; did you mean 'community'?");
    apply_defaults(options, {{"collapse", "community"}}, "a.toml");
    CHECK(collapse == "community");
}

TEST_CASE(
    "a default of other commands leaves an option without a choice alone, unless no command knows the word") {
    std::string ties = "all";
    Options options{{.names = "--ties",
                     .value = "",
                     .help = "",
                     .target = &ties,
                     .choices = {"all"},
                     .elsewhere = {"all", "positive"}}};
    apply_defaults(options, {{"ties", "positive"}}, "a.toml");
    CHECK(ties == "all");
    CHECK_THROWS_WITH(apply_defaults(options, {{"ties", "wrong"}}, "a.toml"),
                      Catch::StartsWith("a.toml: --ties cannot be 'wrong'"));
    CHECK_THROWS_WITH(assign(options[0], "positive"),
                      "--ties cannot be 'positive'; here it is always 'all', so leave it out");
}
