// entente balance: two camps, and what contradicts them.
#include "analysis/balance/balance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "base/error.hpp"
#include "base/number.hpp"
#include "base/prose.hpp"
#include "cli/commands.hpp"
#include "cli/options/part_option.hpp"
#include "cli/over_data.hpp"
#include "cli/terminal/messages.hpp"
#include "cli/terminal/progress.hpp"
#include "model/limits.hpp"
#include "report/balance.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 2> examples{{
    {"balance data/highland-tribes",
     "The two factions, the fewest ties that contradict them, and a proof that there are no fewer."},
    {"balance data/great-powers-1872-1907 --at 1890 --format json", "One year, for a program."},
}};

struct Settings {
    std::string part;
    DataOptions data;
    SelectionOptions selection;
    std::string plot;
    std::optional<double> time_limit;
    std::optional<std::uint64_t> steps;
    bool exact = false;
    std::string conflict = "net";
    unsigned draws = 1000;
};

ConflictRule conflict_of(const std::string& word) {
    if (word == "keep") return ConflictRule::keep;
    return word == "drop" ? ConflictRule::drop : ConflictRule::net;
}

constexpr std::uint64_t small = 200;  // ties, whose proof is a matter of seconds

std::uint64_t proof_steps_of(const Settings& settings) {
    if (settings.exact + settings.steps.has_value() + settings.time_limit.has_value() > 1)
        throw Error(Fault::usage, "--exact, --steps and --time-limit exclude each other; give one of them");
    if (settings.exact) return std::numeric_limits<std::uint64_t>::max();
    return settings.steps.value_or(limits.balance_proof_steps);
}

// What the proof may take at most; comparing with chance is bounded, but not below some draws of all ties.
study::Work work_of(const Settings& settings, std::uint64_t proof_steps, const Graph& graph) {
    const double of_chance = settings.draws == 0 ? 0 : 2e5 * static_cast<double>(graph.tie_count());
    const double visits = static_cast<double>(graph.vertex_count()) * static_cast<double>(graph.arc_count());
    const bool walks = graph.vertex_count() > limits.all_walks &&
                       graph.vertex_count() <= limits.walk_balance &&
                       visits <= static_cast<double>(limits.walk_balance_visits);
    if (settings.exact)
        return {.what = "the proof of the frustration index, which --exact leaves without a bound,",
                .steps = graph.tie_count() > small ? std::numeric_limits<double>::infinity() : 0,
                .instead = "Ctrl-C ends it with the bounds reached"};
    return {.what = "the proof of the frustration index and its comparison with chance",
            .steps = (settings.time_limit ? 0.0 : static_cast<double>(proof_steps)) + of_chance +
                     (walks ? 4 * visits : 0),
            .instead = "--time-limit or --steps ends the proof sooner, --draws 0 leaves chance out"};
}

// How to go on where the bound of work ended the proof.
std::string remark_on_bounds(const Settings& settings, std::uint64_t proof_steps) {
    if (settings.time_limit)
        return fmt::format("not proven within {} {}; a longer --time-limit goes on, --exact to the end",
                           format_number(*settings.time_limit),
                           *settings.time_limit == 1 ? "second" : "seconds");
    const std::string steps = proof_steps % 1'000'000 == 0
                                  ? fmt::format("{} million steps", proof_steps / 1'000'000)
                                  : counted(proof_steps, "step");
    return fmt::format("not proven within {}; --steps N goes on, --exact to the end", steps);
}

void run(Context& context, const Settings& settings) {
    start_part(context, settings.part, "draws");
    const std::uint64_t proof_steps = proof_steps_of(settings);
    const study::SelectedData view = selected_data(context, settings);
    expect(context, view.graph, work_of(settings, proof_steps, view.graph));
    step(context, "balance");
    BalanceOptions options;
    options.conflict = conflict_of(settings.conflict);
    const MergeRule merge = view.selection.merge;
    const std::array merging{OptionGiven{"--merge", options.conflict == ConflictRule::keep &&
                                                        merge != MergeRule::sum &&
                                                        merge != MergeRule::count}};
    tell_without_effect(context, merging, "beside --conflict keep: every row counts by itself");
    options.time_limit = settings.time_limit;
    options.proof_steps = proof_steps;
    options.draws = settings.draws;
    options.seed = context.seed;
    const Balance balance = analyze_balance(view.network(), view.selection, options, context.control);
    std::vector<std::string> remarks{data_line(view)};
    if (balance.frustration.status == ProofStatus::bounded && !context.control.stopped())
        remarks.push_back(remark_on_bounds(settings, proof_steps));
    for (const std::string& what : balance.left_out) remarks.push_back("left out: " + what);
    deliver_result(context, {.rows = [&] { return report::balance_table(view.network(), balance); },
                             .json =
                                 [&] {
                                     report::Settings used = view.settings();
                                     used.seed = context.seed;
                                     used.more = report::balance_settings(
                                         {.conflict = options.conflict,
                                          .time_limit = settings.time_limit,
                                          .proof_steps = settings.time_limit || settings.exact
                                                             ? std::nullopt
                                                             : std::optional(options.proof_steps),
                                          .exact = settings.exact,
                                          .draws = settings.draws});
                                     return report::balance_value(view.network(), balance,
                                                                  settings_value(used));
                                 },
                             .text = [&] { return report::balance_text(view.network(), balance); },
                             .remarks = remarks,
                             .plot = settings.plot,
                             .chart = [&] { return study::balance_chart(view.network(), balance); }});
    context.control
        .checkpoint();  // Ctrl-C: the bounds reached were worth reporting, but the work was not finished
}

void own_options(Options& options, Settings& settings) {
    options.push_back({.names = "--time-limit",
                       .value = "S",
                       .help = "seconds for the proof instead of steps; what it does not reach has bounds",
                       .target = &settings.time_limit,
                       .least = 0});
    options.push_back(
        {.names = "--steps",
         .value = "N",
         .help = fmt::format("work for the proof, the same on every machine (default {}, some ten seconds)",
                             limits.balance_proof_steps),
         .target = &settings.steps});
    options.push_back({.names = "--exact",
                       .value = "",
                       .help = "go on until the index is proven, however long it takes",
                       .target = &settings.exact});
    options.push_back(
        {.names = "--conflict",
         .value = "",
         .help = "a pair with both signs: the sign of its sum (default), every row by itself, or left out",
         .target = &settings.conflict,
         .choices = {"net", "keep", "drop"}});
    options.push_back({.names = "--draws",
                       .value = "N",
                       .help = "random networks of each null model (default 1000; 0: none)",
                       .target = &settings.draws});
}

}  // namespace

const Command balance_command{
    .name = "balance",
    .usage = "DATA…",
    .summary = "find the two camps of a signed network and what contradicts them",
    .description =
        "Triangles by sign, the frustration index (the fewest ties that contradict a division into two "
        "factions) with a proof or bounds, the factions, weak "
        "balance with any number of blocs, walk balance, and all of it against chance. Ties without a sign "
        "and directions are ignored; ties of both signs take part, so that --ties can only be all.",
    .examples = examples,
    .declare = [](Options& options) {
        Action action = over_data<Settings>(
            options, {.ties = SignFilter::all, .plot = "the frustration index against random signs"},
            own_options, run);
        // Ties of both signs are weighed against each other.
        Option& ties = *std::ranges::find(options, "--ties", &Option::names);
        ties.elsewhere = std::exchange(ties.choices, {to_string(SignFilter::all)});
        return action;
    }};

}  // namespace entente::cli
