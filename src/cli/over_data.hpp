// What the commands over data have in common: the options with which every declaration ends, and the steps
// with which every run begins.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cli/input.hpp"
#include "cli/options/part_option.hpp"
#include "cli/terminal/result.hpp"
#include "study/figures/charts.hpp"

namespace entente::cli {

// What a command takes besides its own options.
struct Takes {
    std::optional<SignFilter> ties;  // the default of --ties; nothing: several, as `defaults` says
    std::string_view defaults =
        "nonnegative for measures, for communities all where any is hostile, else all";
    std::string_view words = "DATA…";  // what the command's words are called
    std::string_view plot = "";        // what the chart of --plot shows, where the settings have a `plot`
};

// Declares the command's `own` options, then those of a chart, of a run in parts, of the ties and of the
// data, into the members `plot`, `part`, `selection` and `data` of its settings (the first two where it has
// them); gives back `run` with them.
template <class Settings>
Action over_data(Options& options, const Takes& takes, void (*own)(Options&, Settings&),
                 void (*run)(Context&, const Settings&)) {
    const auto settings = std::make_shared<Settings>();
    own(options, *settings);
    if constexpr (requires { settings->plot; })
        add_plot_option(options, settings->plot, std::string(takes.plot));
    if constexpr (requires { settings->part; }) add_part_option(options, settings->part);
    add_selection_options(options, settings->selection, takes.ties, takes.defaults);
    add_data_options(options, settings->data, std::string(takes.words));
    return [settings, run](Context& context) { run(context, *settings); };
}

// Refuses options that contradict each other and a chart that cannot be written, then reads the data and
// selects the ties.
template <class Settings>
study::SelectedData selected_data(Context& context, const Settings& settings) {
    const TieSelection ties = selection_of(settings.selection);
    if constexpr (requires { settings.plot; }) study::check_chart_file(settings.plot);
    return selected_data(context, settings.data, ties);
}

}  // namespace entente::cli
