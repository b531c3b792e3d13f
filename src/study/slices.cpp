#include "study/slices.hpp"

#include <algorithm>

#include "base/prose.hpp"
#include "model/limits.hpp"
#include "report/change/timeline.hpp"
#include "study/figures/time_figure.hpp"

namespace entente::study {

namespace {

TimelineOptions options_of(const Analysis& analysis, const AnalysisOptions& options) {
    const Network& network = analysis.data.network();
    TimelineOptions result;
    const auto add = [&](const std::string& measure) {
        if (std::ranges::find(result.measures, measure) == result.measures.end())
            result.measures.push_back(measure);
    };
    if (options.size != "none") add(options.size);
    if (std::ranges::any_of(network.ties.sign, [](Sign sign) { return sign == Sign::negative; }))
        add("net_degree");
    result.slices = planned_slices(*options.timeline, network, analysis.data.selection);
    result.algorithm = options.algorithm;
    result.balance = network.tie_count() <= limits.timeline_balance_rows;
    result.seed = options.seed;
    return result;
}

}  // namespace

bool directed_counts(const Network& network, TieSelection ties, const TimelineOptions& options) {
    ties.holding = Holding::possible;
    ties.signs = SignFilter::all;
    return resolve_through_time(network, ties, options).directed;
}

report::Settings slice_settings(const Network& network, TieSelection ties, const TimelineOptions& options,
                                const SlicePlan& plan) {
    ties.holding = Holding::possible;
    report::Value::Array names;
    for (const std::string& name : options.measures) names.emplace_back(name);
    const bool directed = directed_counts(network, ties, options);
    return {.selection = ties,
            .resolved = resolve_through_time(network, ties, options),
            .seed = options.seed,
            .more = {
                {"by", plan.name},
                {"window", std::uint64_t{plan.window}},
                {"step", std::uint64_t{plan.step}},
                {"measures", std::move(names)},
                {"algorithm", options.algorithm.empty() ? report::Value() : report::Value(options.algorithm)},
                {"population", options.population == Population::all ? "all" : "active"},
                {"undated", options.undated == TimeData::Undated::drop ? "drop" : "keep"},
                {"shuffles", options.shuffles},
                {"direction_of_counts", directed ? "directed" : "undirected"}}};
}

std::string undated_ties(const Timeline& timeline) {
    if (timeline.undated == 0 || timeline.undated_left_out) return "";
    return "warning: " + counted(timeline.undated, "tie", "ties") +
           " without any date: possible in every slice, certain in none (--undated drop leaves them out)";
}

Timeline sliced(const Analysis& analysis, const AnalysisOptions& options, const Control& control) {
    return follow_network(analysis.data.network(), analysis.data.selection, options_of(analysis, options),
                          control);
}

std::vector<OutputFile> slice_files(const AnalysisOptions& options, const Analysis& analysis,
                                    const Control& control) {
    if (!analysis.timeline) return {};
    const Network& network = analysis.data.network();
    const Timeline& found = *analysis.timeline;
    const auto csv = [&](report::Table table) {
        return report::to_csv(options.spreadsheet_safe ? report::spreadsheet_safe(std::move(table))
                                                       : std::move(table));
    };
    const TieSelection& ties = analysis.data.selection;
    const report::Settings settings =
        slice_settings(network, ties, options_of(analysis, options), *options.timeline);
    return {{"timeline/slices.csv", "figures, a row a slice of time", csv(report::slices_table(found))},
            {"timeline/actors.csv", "measures through time",
             csv(report::slice_actors_table(network, found, report::ActorRows::all))},
            {"timeline/communities.csv", "communities that form, grow, merge, split and end",
             csv(report::community_events_table(found))},
            {"timeline/timeline.json", "all of that",
             to_json(report::timeline_value(network, found, settings_value(settings)))},
            {"timeline/timeline.svg", "the slices side by side",
             render::to_time_svg(time_picture(network, ties, found, options.seed, control))}};
}

}  // namespace entente::study
