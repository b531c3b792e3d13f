// entente explain: why an actor has the score that it has.
#include "analysis/change/explain.hpp"

#include <array>

#include "analysis/centrality/measures.hpp"
#include "base/named.hpp"
#include "cli/commands.hpp"
#include "cli/over_data.hpp"
#include "cli/terminal/progress.hpp"
#include "report/change/explanation.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 3> examples{{
    {"explain data/jerusalem-axis hezbollah -m betweenness",
     "What Hezbollah's place by betweenness rests on, tie by tie."},
    {"explain data/jerusalem-axis hezbollah -m degree --by source", "The same, source by source."},
    {"explain data/great-powers-1872-1907 germany -m net_degree --at 1907 --format csv",
     "Every tie behind a score, with file, line and citation."},
}};

struct Settings {
    DataOptions data;
    SelectionOptions selection;
    std::string measure, by = "tie";
    std::optional<std::uint64_t> top;
};

ExplainBy by_of(const std::string& word) {
    if (word == "source") return ExplainBy::source;
    if (word == "relation") return ExplainBy::relation;
    return word == "actor" ? ExplainBy::actor : ExplainBy::tie;
}

void run(Context& context, const Settings& given) {
    find_named("measure", given.measure, measures());
    DataOptions data = given.data;
    const std::vector<std::string> words = take_last_words(data, 1, "an actor is");
    const study::SelectedData view = selected_data(context, data, selection_of(given.selection));
    const Network& network = view.network();
    if (given.by == "source") refuse_projected(network);
    const ActorId actor = actor_named(context, network, words[0]);
    step(context, "explanation");
    const Explanation found = explain(network, view.selection, actor,
                                      {.measure = given.measure, .by = by_of(given.by)}, context.control);
    const MergeRule merge = view.selection.merge;
    const std::size_t all = found.parts.size(), top = given.top.value_or(all);
    const std::size_t shown = given.top.value_or(std::min<std::size_t>(all, 20));
    std::vector<std::string> remarks = data_lines(view, given.measure);
    remarks.insert(remarks.end(), found.remarks.begin(), found.remarks.end());
    deliver_result(
        context,
        {.rows = [&] { return report::explanation_table(network, merge, found, top); },
         .json =
             [&] {
                 const auto of_signed = signed_ties_of(view, given.measure);
                 return report::explanation_value(
                     network, merge, found, top,
                     settings_value(of_signed ? of_signed->settings : view.settings()));
             },
         .text = [&] { return report::explanation_text(network, found, shown, text_options(context)); },
         .remarks = remarks});
}

void own_options(Options& options, Settings& settings) {
    options.push_back({.names = "-m,--measure",
                       .value = "M",
                       .help = "the measure ('entente list measures' explains them)",
                       .target = &settings.measure,
                       .required = true});
    options.push_back(
        {.names = "--by",
         .value = "",
         .help = "what the score is taken apart into (default tie: all rows of a pair of actors)",
         .target = &settings.by,
         .choices = {"tie", "source", "relation", "actor"}});
    options.push_back({.names = "--top",
                       .value = "N",
                       .help = "only the N largest parts (default: all; 20 for the table)",
                       .target = &settings.top});
}

}  // namespace

const Command explain_command{
    .name = "explain",
    .usage = "DATA… ACTOR -m M",
    .summary = "say what an actor's score rests on, down to rows and sources",
    .description =
        "Takes the score apart: each tie's share, where the measure is a sum, and always the score and rank "
        "without it. The first line names the source (or tie) without which the actor falls furthest. ACTOR "
        "is "
        "an id or a label.",
    .examples = examples,
    .declare = [](Options& options) {
        return over_data<Settings>(options, {.ties = SignFilter::nonnegative, .words = "DATA… ACTOR"},
                                   own_options, run);
    }};

}  // namespace entente::cli
