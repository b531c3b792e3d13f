// entente summary: the network as a whole.
#include "analysis/summary/summary.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/result.hpp"
#include "cli/view.hpp"
#include "report/summary.hpp"

#include <array>

namespace entente::cli {

namespace {

constexpr std::array<Example, 2> examples{{
    {"summary data/jerusalem-axis", "How large, how dense, how hostile, how centralised the network is."},
    {"summary data/great-powers-1872-1907 --at 1907 --format json", "The same of one year, for a program."},
}};

struct Settings {
    DataOptions data;
    SelectionOptions selection;
};

void run(Context& context, const Settings& settings) {
    const View view = view_of(context, settings.data, settings.selection);
    step(context, "summary");
    const Summary summary = summarise({view.network(), view.selection, view.graph}, context.control);
    std::vector<std::string> remarks{"ties: " + report::settings_line(view.settings())};
    for (const std::string& what : summary.left_out) remarks.push_back("left out: " + what);
    deliver_result(context, {.rows = [&] { return report::summary_table(view.network(), summary); },
                             .json = [&] { return report::summary_value(view.network(), summary, settings_value(view.settings())); },
                             .text = [&] { return report::summary_text(view.network(), summary); },
                             .remarks = remarks});
}

Action declare(Options& options) {
    auto settings = std::make_shared<Settings>();
    add_selection_options(options, settings->selection, SignFilter::all);
    add_data_options(options, settings->data);
    return [settings](Context& context) { run(context, *settings); };
}

}  // namespace

const Command summary_command{
    .name = "summary",
    .usage = "DATA…",
    .summary = "describe the network as a whole",
    .description = "Size, signs, density, components, distances, reciprocity, closure, mixing and centralization, of all ties unless --ties says otherwise. "
                   "Distances are in steps, over the pairs that reach each other; transitivity and clustering take no notice of weights and directions.",
    .examples = examples,
    .declare = declare};

}  // namespace entente::cli
