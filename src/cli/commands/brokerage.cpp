// entente brokerage: who stands between the groups.
#include "analysis/brokerage/brokerage.hpp"

#include <algorithm>
#include <array>

#include "analysis/community/communities.hpp"
#include "cli/commands.hpp"
#include "cli/over_data.hpp"
#include "cli/terminal/progress.hpp"
#include "report/brokerage.hpp"
#include "study/communities.hpp"
#include "study/figures/charts.hpp"
#include "study/quick_balance.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 2> examples{{
    {"brokerage data/jerusalem-axis", "Who joins leaders, groups and states to one another."},
    {"brokerage data/jerusalem-axis --group affiliation --format csv",
     "The same between the values of a column of actors.csv."},
}};

struct Settings {
    DataOptions data;
    SelectionOptions selection;
    std::string plot;
    std::string group = "kind";
    unsigned permutations = 1000;
};

Grouping grouping_of_actors(Context& context, const Settings& settings, const study::SelectedData& view) {
    if (settings.group == "faction") {
        const Balance balance =
            study::quick_balance(view.network(), view.selection, context.seed, context.control);
        constexpr std::array<std::string_view, 3> names{"", "1", "2"};
        std::vector<std::string_view> words;
        for (const std::uint8_t faction : study::factions_of(balance, view.graph.actors))
            words.push_back(names[faction]);
        return grouping_of("faction", words, true);
    }
    if (settings.group != "community")
        return grouping_by_column(view.network(), view.graph.actors, settings.group);
    if (!settings.selection.ties.empty())  // what was asked for holds for the groups too
        return grouping_by_community(find_communities(view.network(), view.selection, view.graph,
                                                      {.seed = context.seed}, context.control));
    // Groups that keep opponents apart, whatever ties the brokers join them by.
    return grouping_by_community(study::default_communities(view.network(), view.selection, view.graph,
                                                            {.seed = context.seed}, context.control));
}

void run(Context& context, const Settings& settings) {
    const study::SelectedData view = selected_data(context, settings);
    const auto arcs = static_cast<double>(view.graph.arc_count());
    expect(
        context, view.graph,
        {.what = "brokerage and its comparison with chance",
         .steps = (settings.group == "community" ? study::steps_of_communities(view.graph, "leiden") : 0.0) +
                  arcs * settings.permutations,
         .instead = "--permutations 0 leaves chance out"});
    step(context, "brokerage");
    const Grouping grouping = grouping_of_actors(context, settings, view);
    const Brokerage found = brokerage(
        view.graph, grouping, {.permutations = settings.permutations, .seed = context.seed}, context.control);
    std::vector<std::string> remarks{data_line(view)};
    remarks.insert(remarks.end(), found.remarks.begin(), found.remarks.end());
    deliver_result(
        context,
        {.rows = [&] { return report::brokerage_table(view.network(), found); },
         .json =
             [&] {
                 report::Settings used = view.settings();
                 used.seed = context.seed;
                 used.more = {{"group", settings.group}, {"permutations", settings.permutations}};
                 return report::brokerage_value(view.network(), found, settings_value(used));
             },
         .text = [&] { return report::brokerage_text(view.network(), found, text_options(context)); },
         .remarks = remarks,
         .plot = settings.plot,
         .chart = [&] { return study::brokerage_chart(view.network(), found); }});
}

void own_options(Options& options, Settings& settings) {
    options.push_back({.names = "--group",
                       .value = "kind|community|faction|COLUMN",
                       .help = "which groups (default kind)",
                       .target = &settings.group});
    options.push_back({.names = "--permutations",
                       .value = "N",
                       .help = "of the groups, for the E–I index (default 1000)",
                       .target = &settings.permutations});
}

}  // namespace

const Command brokerage_command{
    .name = "brokerage",
    .usage = "DATA…",
    .summary = "count who stands between whom, by groups",
    .description =
        "An actor brokers where it joins two others who are not tied: as coordinator within one group, "
        "itinerant between two of another group, gatekeeper "
        "into or representative out of its own, liaison between three (Gould & Fernandez 1989), each "
        "compared with chance; and how far ties stay "
        "within the groups (E–I index).",
    .examples = examples,
    .declare = [](Options& options) {
        return over_data<Settings>(options, {.ties = SignFilter::nonnegative, .plot = "brokers by role"},
                                   own_options, run);
    }};

}  // namespace entente::cli
