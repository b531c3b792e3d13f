// entente list: what there is to choose from, and the relations of data.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "analysis/centrality/measures.hpp"
#include "analysis/change/shares.hpp"
#include "analysis/community/communities.hpp"
#include "base/named.hpp"
#include "cli/commands.hpp"
#include "cli/options/data_options.hpp"
#include "cli/terminal/result.hpp"
#include "io/formats/formats.hpp"
#include "io/presets/library.hpp"
#include "io/vocabulary/vocabulary.hpp"
#include "io/writers/writer.hpp"
#include "model/limits.hpp"
#include "render/layout/layout.hpp"
#include "report/data/relations.hpp"
#include "report/format/catalog.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 4> examples{{
    {"list measures", "Every measure with its definition, its paper and its scale."},
    {"list algorithms --format json", "The same of the community algorithms, for a program."},
    {"list layouts", "How a figure can be laid out, and for how many actors each way is comfortable."},
    {"list relations data/jerusalem-axis",
     "The relations of a dataset, what their ties are by default and how many rows they have."},
}};

report::Catalog list_measures() {
    report::Catalog catalog{
        .what = "measures",
        .columns = {"name", "definition", "citation", "scale", "normalized", "shares", "default"}};
    const std::vector<std::string> defaults = default_measures();
    for (const Measure& measure : measures()) {
        const bool in_default = std::ranges::find(defaults, measure.name) != defaults.end();
        catalog.rows.push_back(
            {std::string(measure.name), std::string(measure.definition), std::string(measure.citation),
             std::string(measure.scale),
             measure.normalized.empty() ? "" : "/ (" + std::string(measure.normalized) + ")",
             has_shares(measure.name) ? "exact" : "", in_default ? "yes" : ""});
    }
    return catalog;
}

report::Catalog list_algorithms() {
    report::Catalog catalog{.what = "algorithms",
                            .columns = {"name", "definition", "citation", "limits", "default"}};
    for (const CommunityAlgorithm& algorithm : community_algorithms()) {
        catalog.rows.push_back({std::string(algorithm.name), std::string(algorithm.definition),
                                std::string(algorithm.citation), std::string(algorithm.limits),
                                algorithm.name == "leiden" ? "yes" : ""});
    }
    return catalog;
}

report::Catalog list_presets() {
    report::Catalog catalog{.what = "presets",
                            .columns = {"name", "definition", "recognized", "rules", "citation", "source"}};
    for (const io::Preset& preset : io::built_in_presets()) {
        std::vector<std::string> signatures, rules;
        for (const io::Signature& signature : preset.signatures)
            signatures.push_back(fmt::format("{}", fmt::join(signature.all, " ")));
        if (preset.headerless.least_columns > 0)
            signatures.push_back(fmt::format("{} to {} tab columns without a header",
                                             preset.headerless.least_columns,
                                             preset.headerless.most_columns));
        for (const io::RuleChoice& rule : preset.rules)
            rules.push_back(fmt::format("{}={} (of {}): {}", rule.name, rule.default_value,
                                        fmt::join(rule.choices, "|"), rule.about));
        catalog.rows.push_back({preset.name, fmt::format("{}: {}", preset.title, preset.about),
                                fmt::format("{}", fmt::join(signatures, "; or ")),
                                fmt::format("{}", fmt::join(rules, "; ")), preset.citation, preset.url});
    }
    return catalog;
}

report::Catalog list_layouts() {
    report::Catalog catalog{.what = "layouts", .columns = {"name", "definition", "comfortable", "default"}};
    for (const render::LayoutEngine& engine : render::layouts()) {
        catalog.rows.push_back({std::string(engine.name), std::string(engine.purpose),
                                fmt::format("up to {} actors", engine.comfortable),
                                engine.name == "auto" ? "yes" : ""});
    }
    return catalog;
}

// There are no built-in relations: what a dataset calls its ties is its own. What the cells about them may
// say is not.
report::Catalog list_cell_words() {
    report::Catalog catalog{.what = "words", .columns = {"name", "definition", "words"}};
    for (const io::CellWords& row : io::cell_words())
        catalog.rows.push_back({row.name, row.meaning, fmt::format("{}", fmt::join(row.words, ", "))});
    return catalog;
}

report::Catalog list_limits() {
    report::Catalog catalog{.what = "limits", .columns = {"name", "definition", "limit", "unit"}};
    for (const LimitRow& row : limit_rows())
        catalog.rows.push_back({std::string(row.name), std::string(row.meaning),
                                fmt::format("{}", limits.*row.value), std::string(row.unit)});
    return catalog;
}

// What of a network convert keeps in the format: "" where it does not write it.
std::string written(std::string_view format) {
    for (const io::Writer& writer : io::writers()) {
        if (writer.name == format)
            return writer.loses.empty() ? "everything" : "without " + std::string(writer.loses);
    }
    return "";
}

report::Catalog list_formats() {
    report::Catalog catalog{
        .what = "formats", .columns = {"name", "definition", "recognized", "extensions", "loses", "written"}};
    for (const io::Format& format : io::formats())
        catalog.rows.push_back({std::string(format.name), std::string(format.what),
                                std::string(format.recognized), std::string(format.extensions),
                                std::string(format.loses), written(format.name)});
    return catalog;
}

struct List {
    std::string_view name;
    report::Catalog (*make)();
};

constexpr std::array lists{List{"measures", list_measures},   List{"algorithms", list_algorithms},
                           List{"layouts", list_layouts},     List{"limits", list_limits},
                           List{"formats", list_formats},     List{"presets", list_presets},
                           List{"relations", list_cell_words}};

constexpr std::string_view about_words =
    "A relation has any name. These are the words of the cells sign, directed and confidence, in any case;\n"
    "'entente list relations DATA…' lists the relations of a dataset with their defaults.";

void list_relations_of_data(Context& context, const DataOptions& data) {
    const io::Reading reading = load(context, data);
    const std::vector<report::RelationRow> relations = report::relations_of(reading.network);
    std::vector<std::string> remarks;
    if (reading.network.ties.relation.empty() && reading.network.relations.empty())
        remarks.emplace_back("the data name no relations");
    if (std::ranges::any_of(relations, [](const report::RelationRow& row) {
            return !row.described && !row.relation.name.empty();
        })) {
        remarks.emplace_back(
            "a relation without defaults in relations.csv: its rows say themselves what they are");
    }
    deliver_result(context, {.rows = [&] { return report::relations_table(relations); },
                             .json = [&] { return report::relations_value(relations); },
                             .remarks = remarks});
}

void run(Context& context, DataOptions& data) {
    const std::string what = data.words.front();
    const List& list = find_named("list", what, std::span<const List>(lists));
    data.words.erase(data.words.begin());
    if (!data.words.empty()) {
        if (what == "relations") return list_relations_of_data(context, data);
        throw Error(
            Fault::usage,
            fmt::format("only relations takes data: 'entente list {}' alone lists the {}", what, what));
    }
    const report::Catalog catalog = list.make();
    deliver_result(context,
                   {.rows = [&] { return report::table_of(catalog); },
                    .json = [&] { return report::value_of(catalog); },
                    .text = [&] { return report::text_of(catalog, text_options(context)); },
                    .remarks = what == "relations" ? std::vector<std::string>{std::string(about_words)}
                                                   : std::vector<std::string>{}});
}

Action declare(Options& options) {
    auto data = std::make_shared<DataOptions>();
    add_data_options(options, *data, "WHAT DATA…");
    options.front().help =
        "measures, algorithms, layouts, limits, formats, presets or relations; after relations, data whose "
        "own "
        "relations are "
        "listed";
    for (const List& list : lists) options.front().offered.emplace_back(list.name);
    return [data](Context& context) { run(context, *data); };
}

}  // namespace

const Command list_command{.name = "list",
                           .usage = "measures|algorithms|layouts|limits|formats|presets|relations [DATA…]",
                           .summary = "explain what there is to choose from",
                           .description =
                               "Name, definition, the paper it is from, and what is taken by default. "
                               "Relations alone: the words that mean a sign, a direction or a confidence. "
                               "Relations of data: the sign, direction and weight that relations.csv gives "
                               "them, and how many rows each has.",
                           .examples = examples,
                           .declare = declare};

}  // namespace entente::cli
