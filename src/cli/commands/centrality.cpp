// entente centrality: who stands where.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/centrality/measures.hpp"
#include "analysis/centrality/sampling.hpp"
#include "base/named.hpp"
#include "cli/commands.hpp"
#include "cli/options/part_option.hpp"
#include "cli/over_data.hpp"
#include "cli/terminal/messages.hpp"
#include "cli/terminal/progress.hpp"
#include "report/actors.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 3> examples{{
    {"centrality data/jerusalem-axis -m degree,betweenness --top 5",
     "The five actors with most ties, and how much runs through them."},
    {"centrality data/florentine-families -m all --format csv -o families.csv",
     "Every measure that applies, for a spreadsheet."},
    {"centrality data/great-powers-1872-1907 --ties positive --at 1890", "Only the alliances of one year."},
}};

struct Settings {
    std::string part;
    DataOptions data;
    SelectionOptions selection;
    std::string plot;
    std::vector<std::string> measures;
    bool normalized = false;
    std::optional<double> approximate;
    std::optional<std::string> sort;
    std::optional<std::uint64_t> top;
};

// What to compute: the measures asked for, and the one that sorts.
std::vector<std::string> measures_asked(const Settings& settings) {
    std::vector<std::string> names = settings.measures.empty() ? default_measures() : settings.measures;
    for (const std::string& name : names) {
        if (name != "all") find_named("measure", name, measures());
    }
    if (!settings.sort) return names;
    find_named("measure", *settings.sort, measures());
    if (std::ranges::find(names, *settings.sort) == names.end() &&
        std::ranges::find(names, "all") == names.end())
        names.push_back(*settings.sort);
    return names;
}

ScoreTable sorted(const ScoreTable& scores, const Settings& settings) {
    if ((!settings.sort && !settings.top) || scores.columns.empty()) return scores;
    const auto by = std::ranges::find(scores.columns, settings.sort.value_or(scores.columns.front().measure),
                                      &Scores::measure);
    if (by == scores.columns.end())
        throw Error(Fault::usage,
                    fmt::format("--sort {}: the measure does not apply to these ties; sort by another",
                                *settings.sort));
    return report::reordered(scores, report::ranked(*by), settings.top.value_or(scores.actors.size()));
}

std::vector<std::string> remarks_of(const study::SelectedData& view, const ScoreTable& scores) {
    std::vector<std::string> remarks = data_lines(view, scores);
    for (const Scores& column : scores.columns) {
        if (!column.remark.empty()) remarks.push_back(fmt::format("{}: {}", column.measure, column.remark));
    }
    for (std::string& remark : report::remarks_of_left_out(scores.left_out))
        remarks.push_back(std::move(remark));
    return remarks;
}

// For programs each measure of signed ties says itself which ties it used.
ScoreTable with_remarks(ScoreTable scores, const study::SignedTies& of_signed) {
    for (Scores& column : scores.columns) {
        if (column.signed_ties) column.remark += (column.remark.empty() ? "" : "; ") + of_signed.remark;
    }
    return scores;
}

// Without the column that only sorts: a program gets the measures that it asked for, and no other.
ScoreTable asked_only(ScoreTable scores, const Settings& settings) {
    const std::vector<std::string>& asked = settings.measures;
    if (!settings.sort || std::ranges::find(asked, *settings.sort) != asked.end() ||
        std::ranges::find(asked, "all") != asked.end())
        return scores;
    const std::vector<std::string> defaults = default_measures();
    if (asked.empty() && std::ranges::find(defaults, *settings.sort) != defaults.end()) return scores;
    std::erase_if(scores.columns, [&](const Scores& column) { return column.measure == *settings.sort; });
    return scores;
}

// Says what will take long. Of all measures betweenness stands for those of paths, which share its searches.
void expect_time(Context& context, const Settings& settings, const study::SelectedData& view) {
    const std::vector<std::string> asked = measures_asked(settings);
    const bool all = std::ranges::find(asked, "all") != asked.end();
    study::Work paths{.what = "exact path measures", .instead = "--approximate 0.01 estimates them"};
    study::Work others{.what = "closed walks and currents", .instead = ""};
    for (const std::string& name :
         measures_named({view.network(), view.selection, view.graph}, asked).names) {
        const bool of_paths = name != "subgraph" && name != "current_flow_closeness";
        if (of_paths && all && name != "betweenness") continue;
        (of_paths ? paths : others).steps += study::steps_of(view.graph, name);
    }
    expect(context, view.graph, paths);
    expect(context, view.graph, others);
}

void run(Context& context, const Settings& settings) {
    start_part(context, settings.part, "sums");
    (void)measures_asked(settings);
    if (settings.approximate) check_sampling({.error = *settings.approximate});
    const TieSelection ties = selection_of(settings.selection, study::default_ties(measures_asked(settings)));
    study::check_chart_file(settings.plot);
    const study::SelectedData view = selected_data(context, settings.data, ties);
    constexpr std::array sampled{"betweenness", "closeness", "harmonic"};
    const std::array approximate{OptionGiven{
        "--approximate",
        settings.approximate &&
            std::ranges::none_of(
                measures_named({view.network(), view.selection, view.graph}, measures_asked(settings)).names,
                [&](const std::string& name) { return std::ranges::find(sampled, name) != sampled.end(); })}};
    tell_without_effect(context, approximate,
                        "on these measures: only betweenness, closeness and harmonic are sampled");
    if (!settings.approximate) expect_time(context, settings, view);
    step(context, "measures");
    const ScoreTable all = score_table({view.network(), view.selection, view.graph}, measures_asked(settings),
                                       {.normalized = settings.normalized,
                                        .approximate = settings.approximate.value_or(0),
                                        .seed = context.seed,
                                        .with_ties_used = true},
                                       context.control);
    const ScoreTable in_order = sorted(all, settings);
    const ResultFormat& format = result_format(context);
    const ScoreTable scores = format.reader == Reader::person ? in_order : asked_only(in_order, settings);
    if (!format.holds_remarks) {
        for (const Scores& column : scores.columns) {
            const bool empty_cells = column.remark.find("left empty") != std::string::npos;
            if (!column.remark.empty() && (settings.approximate || empty_cells))
                note(context, column.measure + ": " + column.remark);
        }
        for (const std::string& remark : report::remarks_of_left_out(scores.left_out)) note(context, remark);
    }
    deliver_result(
        context,
        {.rows = [&] { return report::scores_table(view.network(), scores); },
         .json =
             [&] {
                 const auto of_signed = signed_ties_of(view, scores);
                 report::Settings used = of_signed && of_signed->all ? of_signed->settings : view.settings();
                 used.more = {{"normalized", settings.normalized},
                              {"approximate",
                               settings.approximate ? report::Value(*settings.approximate) : report::Value()},
                              {"sort", settings.sort ? report::Value(*settings.sort) : report::Value()}};
                 return report::scores_value(view.network(),
                                             of_signed ? with_remarks(scores, *of_signed) : scores,
                                             settings_value(used));
             },
         .remarks = remarks_of(view, scores),
         .plot = settings.plot,
         .chart = [&] { return study::scores_chart(view.network(), in_order); }});
}

void own_options(Options& options, Settings& settings) {
    options.push_back({.names = "-m,--measure",
                       .value = "M,…",
                       .help = "which measures ('entente list measures' explains them), or all",
                       .target = &settings.measures});
    options.push_back({.names = "--normalized",
                       .value = "",
                       .help = "divide by the largest value possible, where the measure has one",
                       .target = &settings.normalized});
    options.push_back({.names = "--approximate",
                       .value = "E",
                       .help = "betweenness, closeness and harmonic from a sample, within the error E (say "
                               "0.01) of their scale; the result says how sure that is",
                       .target = &settings.approximate});
    options.push_back({.names = "--sort",
                       .value = "M",
                       .help = "highest value of this measure first (default: the order of the data); where "
                               "-m does not name it, only the table shows it",
                       .target = &settings.sort});
    options.push_back({.names = "--top",
                       .value = "N",
                       .help = "only the first N, by --sort or else by the first measure",
                       .target = &settings.top,
                       .least = 1});
}

}  // namespace

const Command centrality_command{
    .name = "centrality",
    .usage = "DATA…",
    .summary = "measure the position of every actor",
    .description =
        "One row an actor, one column a measure. Hostile ties take no part "
        "unless --ties says so: being many people's enemy does "
        "not make an actor central. Without -m the default measures are taken.",
    .examples = examples,
    .declare = [](Options& options) {
        return over_data<Settings>(options,
                                   {.ties = std::nullopt,
                                    .defaults = "nonnegative, all where every measure is one of signed ties",
                                    .plot = "the values of one measure, or the first two against each other"},
                                   own_options, run);
    }};

}  // namespace entente::cli
