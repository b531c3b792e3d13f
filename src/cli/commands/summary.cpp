// entente summary: the network as a whole.
#include "analysis/summary/summary.hpp"

#include <fmt/format.h>

#include <array>

#include "analysis/null_model/null_model.hpp"
#include "base/error.hpp"
#include "base/prose.hpp"
#include "cli/commands.hpp"
#include "cli/options/part_option.hpp"
#include "cli/over_data.hpp"
#include "cli/terminal/progress.hpp"
#include "model/limits.hpp"
#include "model/two_mode.hpp"
#include "report/null_model.hpp"
#include "report/summary.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 3> examples{{
    {"summary data/jerusalem-axis", "How large, how dense, how hostile, how centralised the network is."},
    {"summary data/great-powers-1872-1907 --at 1907 --format json", "The same of one year, for a program."},
    {"summary data/florentine-families --relation marriage --null 1000",
     "What of it is more than the number of each family's ties would make by chance."},
}};

struct Settings {
    std::string part;
    DataOptions data;
    SelectionOptions selection;
    std::string plot;
    unsigned null = 0;
    bool exact = false;
};

void run(Context& context, const Settings& settings) {
    if (!settings.part.empty() && settings.null == 0)
        throw Error(Fault::usage, "--part splits the random networks of --null, which is missing");
    start_part(context, settings.part, "draws");
    const study::SelectedData view = selected_data(context, settings);
    step(context, "summary");
    if (settings.exact)
        expect(context, view.graph,
               {.what = "every distance", .steps = study::all_searches(view.graph), .instead = ""});
    const Summary summary = summarize({view.network(), view.selection, view.graph}, context.control,
                                      {.exact = settings.exact, .seed = context.seed});
    std::optional<NullModelComparison> chance;
    if (settings.null > 0 && two_mode(view.network()))
        throw Error(
            Fault::usage,
            "--null draws networks that would tie actors of one mode of these two-mode data to each other; "
            "--project source or target makes one mode");
    if (settings.null > 0) {
        expect(context, view.graph,
               {.what = "comparing with random networks",
                .steps = 200.0 * settings.null * static_cast<double>(view.graph.arc_count()),
                .instead = "--null N draws fewer"});
        step(context, "random networks");
        chance = compare_with_null(view.graph, {.replicates = settings.null, .seed = context.seed},
                                   context.control);
    }
    std::vector<std::string> remarks{data_line(view)};
    if (chance && !chance->exchanges.remark.empty()) remarks.push_back(chance->exchanges.remark);
    for (const std::string& what : summary.left_out) remarks.push_back("left out: " + what);
    deliver_result(
        context,
        {.rows =
             [&] {
                 return chance ? report::null_table(*chance) : report::summary_table(view.network(), summary);
             },
         .json =
             [&] {
                 report::Settings used = view.settings();
                 if (chance || summary.distance_sample) used.seed = context.seed;
                 return report::summary_value(view.network(), summary,
                                              chance ? report::null_value(*chance) : report::Value(),
                                              settings_value(used));
             },
         .text =
             [&] {
                 std::string text = report::summary_text(view.network(), summary);
                 if (chance)
                     text +=
                         fmt::format("\n{} ({})\n\n{}", chance->model, counted(chance->replicates, "network"),
                                     report::to_text(report::null_table(*chance), text_options(context)));
                 return text;
             },
         .remarks = remarks,
         .plot = settings.plot,
         .chart = [&] { return study::degrees_chart(view.network(), view.graph); }});
}

void own_options(Options& options, Settings& settings) {
    options.push_back({.names = "--null",
                       .value = "N",
                       .help = "compare transitivity, reciprocity, assortativity and modularity with N "
                               "random networks of the same degrees",
                       .target = &settings.null});
    options.push_back(
        {.names = "--exact",
         .value = "",
         .help = fmt::format("every distance, also of more than {} actors, of whom else {} drawn at "
                             "random give the mean distance",
                             limits.exact_distances, limits.distance_sample),
         .target = &settings.exact});
}

}  // namespace

const Command summary_command{
    .name = "summary",
    .usage = "DATA…",
    .summary = "describe the network as a whole",
    .description =
        "Size, signs, density, components, distances, reciprocity, closure, mixing "
        "and centralization, of all ties unless --ties says otherwise. "
        "Distances are in steps, over the pairs that reach each other; "
        "transitivity and clustering ignore weights and directions.",
    .examples = examples,
    .declare = [](Options& options) {
        return over_data<Settings>(options, {.ties = SignFilter::all, .plot = "the distribution of degrees"},
                                   own_options, run);
    }};

}  // namespace entente::cli
