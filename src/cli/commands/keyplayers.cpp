// entente keyplayers: the few actors on whom a network hinges.
#include "analysis/keyplayers/keyplayers.hpp"

#include <array>

#include "cli/commands.hpp"
#include "cli/over_data.hpp"
#include "cli/terminal/progress.hpp"
#include "report/keyplayers.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 2> examples{{
    {"keyplayers data/jerusalem-axis -k 2", "The two actors without whom the network falls apart most."},
    {"keyplayers data/florentine-families -k 3 --objective reach",
     "The three families from whom all others are nearest."},
}};

struct Settings {
    DataOptions data;
    SelectionOptions selection;
    std::string plot;
    unsigned size = 0;
    std::string objective = "fragment";
};

KeyPlayerObjective objective_of(const std::string& word) {
    if (word == "reach") return KeyPlayerObjective::reach;
    return word == "fragment" ? KeyPlayerObjective::fragment : KeyPlayerObjective::fragment_distance;
}

KeyPlayerOptions options_of(const Settings& settings, std::uint32_t size, std::uint64_t seed) {
    return {.objective = objective_of(settings.objective), .size = size, .seed = seed};
}

// The best sets of 1, 2, … actors, for the chart.
std::vector<KeyPlayers> sets_up_to(const Graph& graph, const Settings& settings, Context& context) {
    std::vector<KeyPlayers> sets;
    for (std::uint32_t size = 1; size <= settings.size; ++size)
        sets.push_back(key_players(graph, options_of(settings, size, context.seed), context.control));
    return sets;
}

void run(Context& context, const Settings& settings) {
    const study::SelectedData view = selected_data(context, settings);
    // Candidates are chosen by betweenness where there are many; the search itself is bounded.
    expect(context, view.graph,
           {.what = "key players", .steps = study::all_searches(view.graph), .instead = ""});
    step(context, "key players");
    const KeyPlayers found =
        key_players(view.graph, options_of(settings, settings.size, context.seed), context.control);
    std::vector<std::string> remarks{data_line(view)};
    remarks.insert(remarks.end(), found.remarks.begin(), found.remarks.end());
    deliver_result(context, {.rows = [&] { return report::key_players_table(view.network(), found); },
                             .json =
                                 [&] {
                                     report::Settings used = view.settings();
                                     used.seed = context.seed;
                                     return report::key_players_value(view.network(), found,
                                                                      settings_value(used));
                                 },
                             .text = [&] { return report::key_players_text(view.network(), found); },
                             .remarks = remarks,
                             .plot = settings.plot,
                             .chart =
                                 [&] {
                                     return study::key_players_chart(
                                         view.network(), sets_up_to(view.graph, settings, context));
                                 }});
}

void own_options(Options& options, Settings& settings) {
    options.push_back({.names = "-k",
                       .value = "N",
                       .help = "how many actors",
                       .target = &settings.size,
                       .required = true,
                       .least = 1});
    options.push_back({.names = "--objective",
                       .value = "",
                       .help =
                           "what makes the best set (default fragment): removing it cuts the most pairs off, "
                           "the same with near pairs counting more, or it is nearest to all",
                       .target = &settings.objective,
                       .choices = {"fragment", "fragment-distance", "reach"}});
}

}  // namespace

const Command keyplayers_command{
    .name = "keyplayers",
    .usage = "DATA… -k N",
    .summary = "find the few actors whose removal breaks the network, or who reach all",
    .description =
        "Sets of N actors, not the N highest single scores (Borgatti 2006): two actors who cut the same tie "
        "are no better than one. Small networks are searched "
        "completely, and the result says so; larger ones from several starts.",
    .examples = examples,
    .declare = [](Options& options) {
        return over_data<Settings>(
            options, {.ties = SignFilter::nonnegative, .plot = "what the best sets of 1 … N actors come to"},
            own_options, run);
    }};

}  // namespace entente::cli
