// entente list: what there is to choose from.
#include "analysis/centrality/measures.hpp"
#include "analysis/community/communities.hpp"
#include "base/named.hpp"
#include "cli/commands.hpp"
#include "cli/result.hpp"
#include "report/catalogue.hpp"

#include <algorithm>
#include <array>

namespace entente::cli {

namespace {

constexpr std::array<Example, 2> examples{{
    {"list measures", "Every measure with its definition, its paper and its scale."},
    {"list algorithms --format json", "The same of the community algorithms, for a program."},
}};

report::Catalogue list_measures() {
    report::Catalogue catalogue{.what = "measures", .columns = {"name", "definition", "citation", "scale", "normalized", "default"}};
    const std::vector<std::string> defaults = default_measures();
    for (const Measure& measure : measures()) {
        const bool in_default = std::ranges::find(defaults, measure.name) != defaults.end();
        catalogue.rows.push_back({std::string(measure.name), std::string(measure.definition), std::string(measure.citation), std::string(measure.scale),
                                  measure.normalised.empty() ? "" : "/ (" + std::string(measure.normalised) + ")", in_default ? "yes" : ""});
    }
    return catalogue;
}

report::Catalogue list_algorithms() {
    report::Catalogue catalogue{.what = "algorithms", .columns = {"name", "definition", "citation", "limits", "default"}};
    for (const CommunityAlgorithm& algorithm : community_algorithms()) {
        catalogue.rows.push_back({std::string(algorithm.name), std::string(algorithm.definition), std::string(algorithm.citation), std::string(algorithm.limits),
                                  algorithm.name == "leiden" ? "yes" : ""});
    }
    return catalogue;
}

struct List {
    std::string_view name;
    report::Catalogue (*make)();
};

constexpr std::array lists{List{"measures", list_measures}, List{"algorithms", list_algorithms}};

Action declare(Options& options) {
    auto words = std::make_shared<std::vector<std::string>>();
    options.push_back({.names = "WHAT", .value = "", .help = "measures or algorithms", .target = words.get(), .required = true});
    return [words](Context& context) {
        if (words->size() != 1) throw Error(Fault::usage, "list one thing at a time");
        const report::Catalogue catalogue = find_named("list", words->front(), std::span<const List>(lists)).make();
        deliver_result(context, {.rows = [&] { return report::table_of(catalogue); },
                                 .json = [&] { return report::value_of(catalogue); },
                                 .text = [&] { return report::text_of(catalogue, text_options(context)); }});
    };
}

}  // namespace

const Command list_command{.name = "list",
                           .usage = "measures|algorithms",
                           .summary = "explain what there is to choose from",
                           .description = "Name, definition, the paper it is from, and what is taken by default.",
                           .examples = examples,
                           .declare = declare};

}  // namespace entente::cli
