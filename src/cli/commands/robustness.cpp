// entente robustness: how sure a ranking is.
#include "analysis/robustness/robustness.hpp"

#include <array>
#include <optional>

#include "analysis/centrality/measures.hpp"
#include "base/named.hpp"
#include "cli/commands.hpp"
#include "cli/options/part_option.hpp"
#include "cli/over_data.hpp"
#include "cli/terminal/messages.hpp"
#include "cli/terminal/progress.hpp"
#include "report/robustness.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 2> examples{{
    {"robustness data/jerusalem-axis -m betweenness",
     "How far the ranks depend on ties that are not certain."},
    {"robustness data/florentine-families -m degree --by tie --relation marriage",
     "Whether one marriage decides who comes first."},
}};

constexpr std::uint64_t least_draws_of_stability = 1250;  // five steps of 250

struct Settings {
    std::string part;
    DataOptions data;
    SelectionOptions selection;
    std::string plot;
    std::string measure, by = "confidence";
    std::optional<std::string> change;
    unsigned replicates = 1000, top = 3;
    std::optional<double> share;
};

Perturbation perturbation_of(const std::string& word) {
    if (word == "tie") return Perturbation::by_tie;
    if (word == "source") return Perturbation::by_source;
    return word == "random" ? Perturbation::by_random : Perturbation::by_confidence;
}

RandomChange change_of(std::string_view word) {
    if (word == "add") return RandomChange::add;
    return word == "rewire" ? RandomChange::rewire : RandomChange::remove;
}

void run(Context& context, const Settings& settings) {
    start_part(context, settings.part, "replicates");
    find_named("measure", settings.measure, measures());
    const study::SelectedData view = selected_data(context, settings);
    if (settings.by == "source") refuse_projected(view.network());
    if (settings.by != "random") {
        const std::array random{OptionGiven{"--share", settings.share.has_value()},
                                OptionGiven{"--change", settings.change.has_value()}};
        tell_without_effect(context, random, "without --by random");
    }
    expect(context, view.graph,
           {.what = settings.measure + " again and again",
            .steps = (settings.replicates + least_draws_of_stability) *
                     study::steps_of(view.graph, settings.measure),
            .instead = "--replicates takes fewer networks"});
    step(context, "robustness");
    RobustnessOptions options;
    options.measure = settings.measure;
    options.by = perturbation_of(settings.by);
    options.change = change_of(settings.change.value_or("remove"));
    options.share = settings.share.value_or(options.share);
    options.replicates = settings.replicates;
    options.top_k = settings.top;
    options.seed = context.seed;
    const Robustness found = assess_robustness(view.network(), view.selection, options, context.control);
    std::vector<std::string> remarks = data_lines(view, settings.measure);
    remarks.insert(remarks.end(), found.remarks.begin(), found.remarks.end());
    deliver_result(
        context,
        {.rows = [&] { return report::robustness_table(view.network(), found); },
         .json =
             [&] {
                 const auto of_signed = signed_ties_of(view, settings.measure);
                 report::Settings used = of_signed ? of_signed->settings : view.settings();
                 used.seed = context.seed;
                 if (options.by == Perturbation::by_random)
                     used.more = {{"change", settings.change.value_or("remove")}};
                 return report::robustness_value(view.network(), found, settings_value(used));
             },
         .text = [&] { return report::robustness_text(view.network(), found, text_options(context)); },
         .remarks = remarks,
         .plot = settings.plot,
         .chart = [&] { return study::ranks_chart(view.network(), found); }});
}

void own_options(Options& options, Settings& settings) {
    const auto add = [&](Option option) { options.push_back(std::move(option)); };
    add({.names = "-m,--measure",
         .value = "M",
         .help = "the measure whose ranking is tested",
         .target = &settings.measure,
         .required = true});
    add({.names = "--by",
         .value = "",
         .help = "what varies: ties exist with their confidence (default), each tie or source is left out in "
                 "turn, or a random share changes",
         .target = &settings.by,
         .choices = {"confidence", "tie", "source", "random"}});
    add({.names = "--replicates",
         .value = "N",
         .help = "how many networks (default 1000)",
         .target = &settings.replicates,
         .least = 1});
    add({.names = "--share",
         .value = "S",
         .help = "with --by random: the share of the ties that changes (default 0.1)",
         .target = &settings.share,
         .least = 0});
    add({.names = "--change",
         .value = "",
         .help = "with --by random: what happens to them (default remove)",
         .target = &settings.change,
         .choices = {"remove", "add", "rewire"}});
    add({.names = "--top",
         .value = "N",
         .help = "what counts as leading (default 3)",
         .target = &settings.top,
         .least = 1});
}

}  // namespace

const Command robustness_command{
    .name = "robustness",
    .usage = "DATA… -m M",
    .summary = "say how sure a ranking is when the ties are not",
    .description =
        "Takes the measure again on many networks that differ as the data may, and gives each actor's rank "
        "with a 5–95 % interval, the chance to be among "
        "the first, and the ties and sources on which the first place hinges.",
    .examples = examples,
    .declare = [](Options& options) {
        return over_data<Settings>(options,
                                   {.ties = SignFilter::nonnegative, .plot = "ranks with their intervals"},
                                   own_options, run);
    }};

}  // namespace entente::cli
