#include "cli/analysis.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analysis/balance/balance.hpp"
#include "analysis/centrality/betweenness.hpp"
#include "analysis/community/communities.hpp"
#include "analysis/robustness/robustness.hpp"
#include "analysis/summary/summary.hpp"
#include "cli/figure.hpp"
#include "cli/terminal/progress.hpp"
#include "report/balance.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t all_measures_up_to = 2000;  // actors
constexpr std::size_t tie_betweenness_up_to = 5000;
constexpr std::uint64_t balance_proof_steps =
    2'500'000'000;  // some ten seconds; a time limit would give other bytes on another machine
constexpr std::size_t balance_draws_up_to = 20000;  // rows
constexpr unsigned balance_draws = 200;             // the command takes 1,000
constexpr std::size_t robustness_up_to = 1000;      // actors
constexpr unsigned robustness_replicates = 200,
                   robustness_replicates_of_many = 100;  // the command takes 1,000
constexpr std::size_t many_actors = 500;
constexpr std::size_t figures_up_to = 20000;  // actors
constexpr std::size_t figures_up_to_rows = 100000;

// Visits of arcs beyond which a path measure is not taken in passing: about a minute on two cores.
constexpr double most_visits = 2e10, most_visits_by_length = 5e9;

// The measures of every network but those that paths of this many actors and ties make too long to wait for;
// these are said.
std::vector<std::string> affordable_measures(const Graph& graph, std::vector<std::string>& left_out) {
    const double visits = static_cast<double>(graph.vertex_count()) * static_cast<double>(graph.arc_count());
    std::vector<std::string> names = default_measures(), too_long;
    if (visits > most_visits || (graph.weighted() && visits > most_visits_by_length))
        too_long.push_back("betweenness");
    if (graph.weighted() && visits > most_visits_by_length)
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

void measure(Context& context, Analysis& analysis) {
    step(context, "measures");
    const MeasureInput input{analysis.view.network(), analysis.view.selection, analysis.view.graph};
    const bool all = analysis.view.graph.vertex_count() <= all_measures_up_to;
    std::vector<std::string> too_long;
    analysis.scores = score_table(
        input, all ? std::vector<std::string>{"all"} : affordable_measures(analysis.view.graph, too_long), {},
        context.control);
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
                    names, all_measures_up_to));
}

void measure_ties(Context& context, Analysis& analysis) {
    const Graph& graph = analysis.view.graph;
    if (graph.vertex_count() > tie_betweenness_up_to) {
        analysis.left_out.push_back(
            fmt::format("betweenness of ties: more than {} actors", tie_betweenness_up_to));
        return;
    }
    step(context, "ties");
    const std::vector<double> of_tie = tie_betweenness(graph, context.control);
    analysis.tie_betweenness.assign(analysis.view.network().tie_count(), undefined);
    for (std::size_t tie = 0; tie < of_tie.size(); ++tie) {
        for (const TieId row : graph.merged.rows_of(tie)) analysis.tie_betweenness[index(row)] = of_tie[tie];
    }
}

const Scores* column_named(const ScoreTable& scores, const std::string& measure) {
    const auto at = std::ranges::find(scores.columns, measure, &Scores::measure);
    return at == scores.columns.end() ? nullptr : &*at;
}

// Both figures have the same actors, ties and sizes, so that one layout serves both: that of the communities,
// whose members then stand together.
void draw(Context& context, const AnalysisOptions& options, Analysis& analysis) {
    step(context, "drawing");
    const Network& network = analysis.view.network();
    PictureOptions picture;
    picture.size = column_named(analysis.scores, options.size);
    picture.size_actors = analysis.scores.actors;
    picture.direction = analysis.all_selection.direction;
    Picture by_kind = picture_of(network, analysis.all_graph.actors, analysis.all_rows, picture);
    picture.color = ColorBy::community;
    picture.groups = &analysis.partition;
    Picture by_community = picture_of(network, analysis.all_graph.actors, analysis.all_rows, picture);
    Layout layout = laid_out(context, by_community, options.layout);
    analysis.network_figure = Drawn{std::move(by_kind), layout,
                                    fmt::format("{} actors and the ties between them, coloured by kind.",
                                                analysis.all_graph.vertex_count())};
    analysis.communities_figure = Drawn{std::move(by_community), std::move(layout),
                                        fmt::format("The same network, coloured by its {} communities ({}).",
                                                    analysis.partition.count, analysis.partition.algorithm)};
}

std::size_t rows_of_sign(const Analysis& analysis, Sign sign) {
    return static_cast<std::size_t>(std::ranges::count_if(
        analysis.all_rows, [&](TieId row) { return analysis.view.network().sign(row) == sign; }));
}

// Where any tie is hostile: what the two camps are and what contradicts them. Without, all is balanced in one
// camp.
void balance(Context& context, Analysis& analysis) {
    if (rows_of_sign(analysis, Sign::negative) == 0) {
        if (analysis.view.network().has_signs())
            analysis.left_out.emplace_back("balance: no tie in use is hostile");
        return;
    }
    step(context, "balance");
    BalanceOptions options;
    options.proof_steps = balance_proof_steps;
    options.draws = analysis.all_rows.size() <= balance_draws_up_to ? balance_draws : 0;
    options.seed = context.seed;
    analysis.balance =
        analyze_balance(analysis.view.network(), analysis.all_selection, options, context.control);
    context.control.checkpoint();
    if (options.draws == 0)
        analysis.left_out.push_back(fmt::format(
            "balance against chance: more than {} ties; 'entente balance' does it", balance_draws_up_to));
    analysis.left_out.insert(analysis.left_out.end(), analysis.balance->left_out.begin(),
                             analysis.balance->left_out.end());
}

// What of the data the figure of the factions does not show or count, in a sentence; "" when it is all there.
std::string not_shown(const Balance& balance) {
    const auto absent = static_cast<std::uint64_t>(std::ranges::count(balance.faction, std::uint8_t{0}));
    std::vector<std::string> parts;
    if (absent > 0)
        parts.push_back(some(absent, "actor without a signed tie that counts",
                             "actors without a signed tie that counts"));
    if (balance.unsigned_rows > 0)
        parts.push_back(some(balance.unsigned_rows, "tie without a sign", "ties without a sign"));
    std::string text = parts.empty() ? "" : fmt::format("Not shown: {}.", fmt::join(parts, ", "));
    if (balance.undecided_pairs > 0)
        text += fmt::format("{}Not counted: {}.", text.empty() ? "" : " ",
                            some(balance.undecided_pairs, "pair whose ties of both signs cancel out",
                                 "pairs whose ties of both signs cancel out"));
    return text;
}

// The signed ties between the factions on two sides, those that contradict them with emphasis.
void draw_balance(Context& context, const AnalysisOptions& options, Analysis& analysis) {
    const Balance& balance = *analysis.balance;
    PictureOptions picture;
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < balance.actors.size(); ++i) {
        if (balance.faction[i] == 0) continue;
        actors.push_back(balance.actors[i]);
        picture.factions.push_back(balance.faction[i]);
    }
    std::vector<TieId> rows;
    for (const TieId row : analysis.all_rows) {
        if (analysis.view.network().sign(row) != Sign::none) rows.push_back(row);
    }
    for (std::size_t tie = 0; tie < balance.ties.size(); ++tie) {
        const auto of_tie = balance.rows_of(tie);
        if (balance.ties[tie].frustrated)
            picture.frustrated.insert(picture.frustrated.end(), of_tie.begin(), of_tie.end());
    }
    std::ranges::sort(picture.frustrated);
    picture.color = ColorBy::faction;
    picture.direction = analysis.all_selection.direction;
    const std::string omitted = not_shown(balance), finding = report::frustration_sentence(balance) + ".";
    picture.subtitle = omitted.empty() ? report::frustration_sentence(balance) : finding + " " + omitted;
    Picture drawn = picture_of(analysis.view.network(), actors, rows, picture);
    step(context, "drawing");
    Layout layout = laid_out(context, drawn, options.layout);
    analysis.balance_figure =
        Drawn{std::move(drawn), std::move(layout), omitted.empty() ? finding : finding + " " + omitted};
}

// Where ties are not certain: how far the ranks by betweenness depend on it.
void assess(Context& context, Analysis& analysis) {
    const Network& network = analysis.view.network();
    const bool certain =
        std::ranges::all_of(network.ties.confidence, [](double confidence) { return confidence >= 1; });
    if (!network.has_confidences() || certain) return;
    if (analysis.view.graph.vertex_count() > robustness_up_to) {
        analysis.left_out.push_back(
            fmt::format("robustness: more than {} actors; 'entente robustness' does it", robustness_up_to));
        return;
    }
    step(context, "robustness");
    RobustnessOptions options;
    options.replicates = analysis.view.graph.vertex_count() > many_actors ? robustness_replicates_of_many
                                                                          : robustness_replicates;
    options.seed = context.seed;
    analysis.robustness.push_back(
        assess_robustness(network, analysis.view.selection, options, context.control));
}

bool same_rows(const TieSelection& a, const TieSelection& b, const Network& network) {
    if (a == b) return true;
    return !network.has_signs() ||
           std::ranges::find(network.ties.sign, Sign::negative) == network.ties.sign.end();
}

}  // namespace

Analysis analyze(Context& context, const AnalysisOptions& options) {
    View view = view_of(context, options.data, options.selection, SignFilter::nonnegative, Remarks::in_full);
    const TieSelection all = selection_of(options.selection, SignFilter::all);
    std::vector<TieId> rows = select_rows(view.network(), all);
    Graph graph =
        same_rows(all, view.selection, view.network()) ? view.graph : build_graph(view.network(), all);
    Analysis analysis(std::move(view), all, std::move(rows), std::move(graph));
    const View& used = analysis.view;
    measure(context, analysis);
    measure_ties(context, analysis);
    step(context, "communities");
    analysis.partition = find_communities(used.network(), used.selection, used.graph,
                                          {.algorithm = options.algorithm,
                                           .runs = options.runs,
                                           .resolution = options.resolution,
                                           .seed = context.seed},
                                          context.control);
    step(context, "summary");
    analysis.summary =
        summarize({used.network(), analysis.all_selection, analysis.all_graph}, context.control);
    analysis.left_out.insert(analysis.left_out.end(), analysis.summary.left_out.begin(),
                             analysis.summary.left_out.end());
    balance(context, analysis);
    assess(context, analysis);
    if (used.graph.vertex_count() > figures_up_to || analysis.all_rows.size() > figures_up_to_rows) {
        analysis.left_out.push_back(
            fmt::format("network.svg, communities.svg, balance.svg: more than {} actors or {} ties; 'entente "
                        "draw' draws a part of them, by --kind, --relation, --at or --ego",
                        figures_up_to, figures_up_to_rows));
        return analysis;
    }
    draw(context, options, analysis);
    if (analysis.balance) draw_balance(context, options, analysis);
    return analysis;
}

}  // namespace entente::cli
