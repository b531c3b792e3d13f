#include "study/analysis.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "analysis/balance/balance.hpp"
#include "analysis/centrality/betweenness.hpp"
#include "analysis/community/communities.hpp"
#include "analysis/robustness/robustness.hpp"
#include "analysis/summary/summary.hpp"
#include "base/named.hpp"
#include "base/prose.hpp"
#include "model/limits.hpp"
#include "study/communities.hpp"
#include "study/figures/analysis_figures.hpp"
#include "study/leaders.hpp"
#include "study/slices.hpp"

namespace entente::study {

namespace {

// The measures of every network but those that paths of this many actors and ties make too long to wait for;
// these are said.
std::vector<std::string> affordable_measures(const Graph& graph, std::vector<std::string>& left_out) {
    const double visits = static_cast<double>(graph.vertex_count()) * static_cast<double>(graph.arc_count());
    const auto most = static_cast<double>(limits.path_visits);
    const auto most_by_length = static_cast<double>(limits.path_visits_by_length);
    std::vector<std::string> names = default_measures(), too_long;
    if (visits > most || (graph.weighted() && visits > most_by_length)) too_long.push_back("betweenness");
    if (graph.weighted() && visits > most_by_length)
        too_long.insert(too_long.end(), {"closeness", "harmonic"});
    std::erase_if(
        names, [&](const std::string& name) { return std::ranges::find(too_long, name) != too_long.end(); });
    if (!too_long.empty()) {
        left_out.push_back(
            fmt::format("{}: exact values of so many actors and ties take long; 'entente centrality -m {} "
                        "--approximate 0.01' estimates them, with its error, without it they are exact",
                        fmt::join(too_long, ", "), fmt::join(too_long, ",")));
    }
    return names;
}

void measure(const AnalysisRun& run, Analysis& analysis) {
    run.step("measures");
    const MeasureInput input{analysis.data.network(), analysis.data.selection, analysis.data.graph};
    const bool all = analysis.data.graph.vertex_count() <= limits.all_measures;
    std::vector<std::string> too_long;
    analysis.scores = score_table(
        input, all ? std::vector<std::string>{"all"} : affordable_measures(analysis.data.graph, too_long),
        {.with_ties_used = true}, run.control);
    analysis.left_out = analysis.scores.left_out;
    analysis.left_out.insert(analysis.left_out.end(), too_long.begin(), too_long.end());
    if (all) return;
    const std::vector<std::string> usual = default_measures();
    std::string names;
    for (const Measure& row : measures()) {
        if (std::ranges::find(usual, row.name) == usual.end())
            names += (names.empty() ? "" : ", ") + std::string(row.name);
    }
    analysis.left_out.push_back(
        fmt::format("{}: more than {} actors; 'entente centrality -m all' takes those that are possible",
                    names, limits.all_measures));
}

void measure_ties(const AnalysisRun& run, Analysis& analysis) {
    const Graph& graph = analysis.data.graph;
    if (graph.vertex_count() > limits.tie_betweenness) {
        analysis.left_out.push_back(
            fmt::format("betweenness of ties: more than {} actors", limits.tie_betweenness));
        return;
    }
    run.step("ties");
    const std::vector<double> of_tie = tie_betweenness(graph, run.control);
    analysis.tie_betweenness.assign(analysis.data.network().tie_count(), undefined);
    for (std::size_t tie = 0; tie < of_tie.size(); ++tie) {
        for (const TieId row : graph.merged.rows_of(tie)) analysis.tie_betweenness[index(row)] = of_tie[tie];
    }
}

std::size_t rows_of_sign(const Analysis& analysis, Sign sign) {
    return static_cast<std::size_t>(std::ranges::count_if(
        analysis.all_rows, [&](TieId row) { return analysis.data.network().sign(row) == sign; }));
}

// Where any tie is hostile: what the two camps are and what contradicts them. Without, all is balanced in one
// camp.
void balance(const AnalysisRun& run, Analysis& analysis) {
    if (rows_of_sign(analysis, Sign::negative) == 0) {
        if (analysis.data.network().has_signs())
            analysis.left_out.emplace_back("balance: no tie in use is hostile");
        return;
    }
    if (analysis.all_selection.signs != SignFilter::all) {
        analysis.left_out.emplace_back("balance: it is about ties of both signs, of which --ties takes one");
        return;
    }
    run.step("balance");
    BalanceOptions& options = analysis.balance_options;
    options.proof_steps = limits.balance_steps;
    options.draws = analysis.all_rows.size() <= limits.balance_draws_rows
                        ? static_cast<unsigned>(limits.balance_draws)
                        : 0;
    options.seed = run.options.seed;
    options.most_walking = limits.walk_balance_in_passing;
    analysis.balance = analyze_balance(analysis.data.network(), analysis.all_selection, options, run.control);
    run.control.checkpoint();
    if (options.draws == 0)
        analysis.left_out.push_back(
            fmt::format("balance against chance: more than {} ties; 'entente balance' does it",
                        limits.balance_draws_rows));
    analysis.left_out.insert(analysis.left_out.end(), analysis.balance->left_out.begin(),
                             analysis.balance->left_out.end());
}

// Where ties are not certain: how far the ranks by betweenness depend on it.
void assess(const AnalysisRun& run, Analysis& analysis) {
    const Network& network = analysis.data.network();
    const bool certain =
        std::ranges::all_of(network.ties.confidence, [](double confidence) { return confidence >= 1; });
    if (!network.has_confidences() || certain) return;
    if (analysis.data.graph.vertex_count() > limits.robustness) {
        analysis.left_out.push_back(
            fmt::format("robustness: more than {} actors; 'entente robustness' does it", limits.robustness));
        return;
    }
    run.step("robustness");
    RobustnessOptions options;
    options.replicates = static_cast<unsigned>(analysis.data.graph.vertex_count() > limits.robustness_many
                                                   ? limits.robustness_replicates_of_many
                                                   : limits.robustness_replicates);
    options.stability = false;  // the page and robustness.csv have ranks only
    options.seed = run.options.seed;
    analysis.robustness.push_back(assess_robustness(network, analysis.data.selection, options, run.control));
}

bool same_rows(const TieSelection& a, const TieSelection& b, const Network& network) {
    if (a == b) return true;
    return !network.has_signs() ||
           std::ranges::find(network.ties.sign, Sign::negative) == network.ties.sign.end();
}

void keep_among(std::vector<TieId>& rows, const Network& network, const std::vector<ActorId>& actors) {
    std::erase_if(rows, [&](TieId row) {
        return !std::ranges::binary_search(actors, network.ties.source[index(row)]);
    });
}

// What no figure waits for. What is left out is said in the order of the page.
void find_the_rest(const AnalysisRun& run, Analysis& analysis) {
    const std::vector<std::string> of_balance = std::exchange(analysis.left_out, {});
    measure(run, analysis);
    measure_ties(run, analysis);
    run.step("summary");
    analysis.summary = summarize({analysis.data.network(), analysis.all_selection, analysis.all_graph},
                                 run.control, {.exact = false, .seed = run.options.seed});
    for (const std::vector<std::string>& more : {analysis.summary.left_out, of_balance})
        analysis.left_out.insert(analysis.left_out.end(), more.begin(), more.end());
    assess(run, analysis);
    run.step("leaders");
    analysis.explanations = explained_leaders(analysis, run.control);
    if (run.options.timeline) {
        run.step("slices");
        analysis.timeline = sliced(analysis, run.options, run.control);
    }
}

}  // namespace

void check_names(const AnalysisOptions& options) {
    find_named("layout", options.layout, render::layouts());
    if (options.size != "none") find_named("measure", options.size, measures());
    find_named("theme", options.theme, render::themes());
    find_named("algorithm", options.algorithm, community_algorithms());
}

Analysis analyze(io::Reading reading, const AnalysisTies& ties, const AnalysisOptions& options,
                 const Control& control, const Step& step) {
    check_names(options);
    const AnalysisRun run{options, control, step};
    if (options.timeline)  // what cannot be cut is refused before any work
        (void)planned_slices(*options.timeline, reading.network, ties.measures);
    SelectedData data = select_data(std::move(reading), ties.measures);
    std::vector<TieId> rows = select_rows(data.network(), ties.all);
    Graph graph = same_rows(ties.all, ties.measures, data.network()) ? data.graph
                                                                     : build_graph(data.network(), ties.all);
    if (ties.all.largest_component) keep_among(rows, data.network(), graph.actors);
    Analysis analysis(std::move(data), ties.all, std::move(rows), std::move(graph));
    const SelectedData& used = analysis.data;
    step("communities");
    const CommunityOptions communities{.algorithm = options.algorithm,
                                       .runs = options.runs,
                                       .resolution = options.resolution,
                                       .seed = options.seed};
    if (used.selection != ties.all)
        analysis.community_selection = community_ties(used.network(), used.selection, options.algorithm);
    const bool of_all = analysis.community_selection == ties.all;
    analysis.partition = find_communities(used.network(), analysis.community_selection,
                                          of_all ? analysis.all_graph : used.graph, communities, control);
    balance(run, analysis);
    const bool drawn =
        used.graph.vertex_count() <= limits.figures && analysis.all_rows.size() <= limits.figures_rows;
    const bool sized_by_scores = options.size != "degree" && options.size != "none";
    if (!drawn || sized_by_scores) find_the_rest(run, analysis);
    if (!drawn) {
        analysis.left_out.push_back(
            fmt::format("network.svg, communities.svg, balance.svg: more than {} actors or {} ties; 'entente "
                        "draw' draws a part of them, by --kind, --relation, --at or --ego",
                        limits.figures, limits.figures_rows));
        return analysis;
    }
    AnalysisFigures figures(run, analysis);
    if (!sized_by_scores) {
        Control beside = control;  // what the last of the layouts' processes leave free
        beside.threads = std::max(1U, control.threads - std::min(control.threads, figures.running()));
        find_the_rest({options, beside, step}, analysis);
    }
    figures.finish(run, analysis);
    return analysis;
}

}  // namespace entente::study
