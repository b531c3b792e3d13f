// entente timeline: a network through time.
#include "analysis/timeline/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "analysis/centrality/measures.hpp"
#include "analysis/community/communities.hpp"
#include "base/named.hpp"
#include "base/prose.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/options/slice_plan.hpp"
#include "cli/over_data.hpp"
#include "cli/terminal/folder.hpp"
#include "cli/terminal/messages.hpp"
#include "cli/terminal/progress.hpp"
#include "model/limits.hpp"
#include "report/actors.hpp"
#include "report/change/timeline.hpp"
#include "report/format/settings.hpp"
#include "study/figures/time_figure.hpp"
#include "study/slices.hpp"
#include "study/stale_outputs.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 4> examples{{
    {"timeline data/great-powers-1872-1907 -m net_degree", "Year by year: ties, balance and who leads."},
    {"timeline data/great-powers-1872-1907 --by 1872,1890,1907 --format csv", "Three dates, as rows."},
    {"timeline data/jerusalem-axis --by year --window 5 --step 5 -o years",
     "Slices of five years: slices.csv, actors.csv, communities.csv and timeline.json into a folder."},
    {"timeline data/great-powers-1872-1907 --by 1872,1882,1890,1894,1904,1907 -o powers.svg",
     "Six years side by side, with ranks, signed ties and frustration below."},
}};

struct Settings {
    DataOptions data;
    SelectionOptions selection;
    std::vector<std::string> by, measures;
    std::uint64_t window = 1, step = 1;
    std::string communities = "leiden", population = "active", undated = "keep";
    unsigned shuffles = 0;
    bool balance = false, draw = false;
};

// What is asked for, of ties of any time, taken with the direction that all slices have.
NamedMeasures measures_of(const Settings& given, const Network& network, TieSelection ties,
                          const TimelineOptions& options) {
    if (ties.direction == Direction::automatic)
        ties.direction = resolve_through_time(network, ties, options).directed ? Direction::directed
                                                                               : Direction::undirected;
    ties.window.reset();
    return measures_named({network, ties, build_graph(network, ties)}, given.measures);
}

TimelineOptions options_of(const Context& context, const Settings& given, const SlicePlan& plan,
                           const Network& network, const TieSelection& ties) {
    TimelineOptions options;
    options.slices = planned_slices(plan, network, ties);
    options.population = given.population == "all" ? Population::all : Population::active;
    options.undated = given.undated == "drop" ? TimeData::Undated::drop : TimeData::Undated::keep;
    options.algorithm = given.communities == "none" ? "" : given.communities;
    options.balance = given.balance || network.tie_count() <= limits.timeline_balance_rows;
    options.shuffles = given.shuffles;
    options.seed = context.seed;
    return options;
}

void check_names(const Settings& given) {
    for (const std::string& name : given.measures) {
        if (name != "all") find_named("measure", name, measures());
    }
    if (given.communities != "none") find_named("algorithm", given.communities, community_algorithms());
}

// Counts have a direction of their own where only hostile ties, which measures leave out, say one.
std::string what_counts_are_of(bool directed_counts, const report::Settings& settings) {
    const std::string text = "counts, communities and balance of ties of both signs";
    if (directed_counts == settings.resolved.directed) return text;
    return text + (directed_counts ? ", directed" : ", undirected");
}

void run(Context& context, const Settings& given) {
    check_names(given);
    SlicePlan plan = slice_plan_of("--by", given.by);
    plan.window = given.window;
    plan.step = given.step;
    if (given.draw && !names_folder(context.output) && !names_figure(context.output))
        throw Error(Fault::usage, "--draw needs a place for timeline.svg: -o DIR or -o FILE.svg");
    const TieSelection ties = selection_of(given.selection);
    const io::Reading reading = load_for(context, given.data, ties);
    const Network& network = reading.network;
    TimelineOptions options = options_of(context, given, plan, network, ties);
    std::vector<std::string> remarks;
    if (!given.measures.empty()) {
        NamedMeasures asked = measures_of(given, network, ties, options);
        options.measures = std::move(asked.names);
        remarks = report::remarks_of_left_out(asked.left_out);
    }
    if (options.shuffles > 0) remarks.emplace_back(report::figures_without_z);
    step(context, "slices");
    Timeline found = follow_network(network, ties, options, context.control);
    found.remarks.insert(found.remarks.end(), remarks.begin(), remarks.end());
    note_where_no_remarks(context, remarks);
    if (const std::string undated = study::undated_ties(found); !undated.empty()) note(context, undated);
    const report::Settings settings = study::slice_settings(network, ties, options, plan);
    const auto value = [&] { return report::timeline_value(network, found, settings_value(settings)); };
    const auto figure = [&] {
        step(context, "figure");
        return render::to_time_svg(study::time_picture(network, ties, found, context.seed, context.control));
    };
    if (names_figure(context.output)) return deliver(context, figure());
    if (names_folder(context.output)) {
        std::vector<FileText> files{
            {"slices.csv", to_csv(report::slices_table(found))},
            {"actors.csv", to_csv(report::slice_actors_table(network, found, report::ActorRows::all))},
            {"communities.csv", to_csv(report::community_events_table(found))},
            {"timeline.json", to_json(value())}};
        if (given.draw) files.push_back({"timeline.svg", figure()});
        return deliver_folder(context, files, study::outputs_of_timeline(context.output));
    }
    remarks.insert(
        remarks.begin(),
        fmt::format("{} ({}); {}", counted(found.slices.size(), "slice"), report::settings_line(settings),
                    what_counts_are_of(study::directed_counts(network, ties, options), settings)));
    deliver_result(context,
                   {.rows = [&] { return report::slices_table(found); },
                    .json = value,
                    .text = [&] { return report::timeline_text(network, found, text_options(context)); },
                    .remarks = remarks});
}

void own_options(Options& options, Settings& settings) {
    const auto add = [&](Option option) { options.push_back(std::move(option)); };
    add({.names = "--by",
         .value = "PERIOD",
         .help = "year (default), quarter or month, or the dates themselves: 1872,1890-05,1907",
         .target = &settings.by});
    add({.names = "--window",
         .value = "N",
         .help = "each slice looks back over N periods (default 1)",
         .target = &settings.window,
         .least = 1});
    add({.names = "--step",
         .value = "N",
         .help = "a slice every N periods (default 1)",
         .target = &settings.step,
         .least = 1});
    add({.names = "-m,--measure",
         .value = "M,…",
         .help = "measures of the actors, or all that apply (default degree,betweenness)",
         .target = &settings.measures});
    add({.names = "--communities",
         .value = "A",
         .help = "how communities are found, or none (default leiden)",
         .target = &settings.communities});
    add({.names = "--balance",
         .value = "",
         .help = "frustration also of more than " +
                 counted(limits.timeline_balance_rows, "row", "rows", Digits::grouped),
         .target = &settings.balance});
    add({.names = "--population",
         .value = "",
         .help = "whom a slice counts: actors with a tie or dates of their own in it (default), or all",
         .target = &settings.population,
         .choices = {"active", "all"}});
    add({.names = "--undated",
         .value = "",
         .help = "ties without any date: possible in every slice (default), or left out",
         .target = &settings.undated,
         .choices = {"keep", "drop"}});
    add({.names = "--draw",
         .value = "",
         .help = "also timeline.svg: the slices side by side on one layout, with ranks and balance below",
         .target = &settings.draw});
    add({.names = "--null",
         .value = "N",
         .help =
             "compare density, components, transitivity, frustration, balanced triangles and turnover with N "
             "shuffles of the dates: z, and where something changed",
         .target = &settings.shuffles});
}

}  // namespace

const Command timeline_command{
    .name = "timeline",
    .usage = "DATA…",
    .summary = "follow the network through time, slice by slice",
    .description =
        "Cuts time into slices and gives each one's figures, measures, balance and communities, which keep "
        "their number through time. A slice has the ties that may hold in it; the values of those that "
        "certainly "
        "hold stand beside. With -o DIR slices.csv, actors.csv, communities.csv and timeline.json; "
        "--ties chooses the ties that the measures of the actors take; figures, communities and balance of "
        "the slices take ties of both signs. --format csv gives the slices. -o FILE.svg draws them instead, "
        "--draw adds the figure to DIR.",
    .examples = examples,
    .declare =
        [](Options& options) {
            Action action = over_data<Settings>(options, {.ties = SignFilter::nonnegative}, own_options, run);
            // Every slice is given for possible and for certain ties.
            std::erase_if(options, [](const Option& option) {
                return option.names == "--certain" || option.names == "--throughout";
            });
            return action;
        },
    .writes = Writes::result_or_folder};

}  // namespace entente::cli
