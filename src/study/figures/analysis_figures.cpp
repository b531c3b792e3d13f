#include "study/figures/analysis_figures.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analysis/centrality/measures.hpp"
#include "base/named.hpp"
#include "base/prose.hpp"
#include "render/layout/shared_layout.hpp"
#include "report/actors.hpp"
#include "report/balance.hpp"
#include "report/format/selection_rows.hpp"
#include "study/figures/figures.hpp"
#include "study/quick_balance.hpp"

namespace entente::study {

namespace {

const Scores* column_named(const ScoreTable& scores, const std::string& measure) {
    const auto at = std::ranges::find(scores.columns, measure, &Scores::measure);
    return at == scores.columns.end() ? nullptr : &*at;
}

// The degree by all ties that are drawn, hostile ones included: a size must not contradict the picture.
Scores degree_of_all(const AnalysisRun& run, const Analysis& analysis) {
    return score_table({analysis.data.network(), analysis.all_selection, analysis.all_graph}, {"degree"}, {},
                       run.control)
        .columns.front();
}

void tell_failures(const render::Layout& layout, const char* figures, Analysis& analysis) {
    const std::string failures = failure_text(layout);
    if (!failures.empty()) analysis.left_out.push_back(fmt::format("{}: {}", figures, failures));
}

// Where most pairs are tied no drawing of lines can be followed; a cell for each pair can.
void draw_matrix(const AnalysisRun& run, const render::Picture& picture, Analysis& analysis) {
    const auto most = find_named("layout", render::matrix_layout, render::layouts()).most.actors;
    if (!suits_matrix(picture) || picture.nodes.size() > most) return;
    analysis.matrix_figure =
        Drawn{picture, laid_out(picture, std::string(render::matrix_layout), run.options.seed, run.control),
              "The same network as a matrix, a cell for each pair of actors: more than half of all pairs are "
              "tied."};
}

void set_size(const AnalysisRun& run, const Analysis& analysis, const Scores& degree,
              render::PictureOptions& picture) {
    picture.size = column_named(analysis.scores, run.options.size);
    picture.size_actors = analysis.scores.actors;
    if (analysis.balance && picture.size != nullptr && !picture.size->signed_ties)
        picture.size_ties = "without hostile ties";
    if (run.options.size != "degree") return;
    picture.size = &degree;
    picture.size_actors = analysis.all_graph.actors;
    picture.size_ties.clear();
}

bool several_kinds(const Network& network) {
    for (std::size_t i = 1; i < network.actor_count(); ++i) {
        if (network.actors.kind[i] != network.actors.kind[0]) return true;
    }
    return false;
}

// What of the data the figure of the factions does not show or count, in a sentence; "" when it is all there.
std::string not_shown(const Balance& balance) {
    const auto absent = static_cast<std::uint64_t>(std::ranges::count(balance.faction, std::uint8_t{0}));
    std::vector<std::string> parts;
    if (absent > 0)
        parts.push_back(counted(absent, "actor without a signed tie that counts",
                                "actors without a signed tie that counts"));
    if (balance.unsigned_rows > 0)
        parts.push_back(counted(balance.unsigned_rows, "tie without a sign", "ties without a sign"));
    std::string text = parts.empty() ? "" : fmt::format("Not shown: {}.", fmt::join(parts, ", "));
    if (balance.undecided_pairs > 0)
        text += fmt::format("{}Not counted: {}.", text.empty() ? "" : " ",
                            counted(balance.undecided_pairs, "pair whose ties of both signs cancel out",
                                    "pairs whose ties of both signs cancel out"));
    return text;
}

// The signed ties between the factions on two sides, those that contradict them with emphasis.
void draw_balance(const AnalysisRun& run, Analysis& analysis) {
    const Balance& balance = *analysis.balance;
    const Scores degree = degree_of_all(run, analysis);
    const bool placed = analysis.network_figure && analysis.network_figure->picture.camps == 2;
    render::PictureOptions picture;
    if (placed) set_size(run, analysis, degree, picture);
    // Their size counts what is drawn there, which here may be less.
    if (placed && run.options.size == "degree" && balance.unsigned_rows > 0)
        picture.size_ties = "with unsigned ties";
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < balance.actors.size(); ++i) {
        if (balance.faction[i] == 0) continue;
        actors.push_back(balance.actors[i]);
        picture.factions.push_back(balance.faction[i]);
    }
    const Network& network = analysis.data.network();
    std::vector<TieId> rows;
    for (const TieId row : analysis.all_rows) {
        if (network.sign(row) != Sign::none) rows.push_back(row);
    }
    picture.frustrated = frustrated_rows(balance);
    picture.color = render::ColorBy::faction;
    picture.period = report::time_phrase(analysis.all_settings());
    const std::string omitted = not_shown(balance), finding = report::frustration_headline(balance) + ".";
    picture.subtitle = omitted.empty() ? report::frustration_headline(balance) : finding + " " + omitted;
    const ResolvedSelection resolved{analysis.all_graph.directed(), analysis.all_graph.weighted()};
    render::Picture drawn = render::picture_of(
        network, actors, bundles_of(network, analysis.all_selection, resolved, rows), picture);
    run.step("drawing");
    // Where the network stands on two sides already, every actor stays where it is.
    std::optional<render::Layout> shared;
    if (placed)
        shared =
            render::layout_of_part(analysis.network_figure->picture, analysis.network_figure->layout, drawn);
    render::Layout layout =
        shared ? std::move(*shared) : laid_out(drawn, run.options.layout, run.options.seed, run.control);
    if (!shared) tell_failures(layout, "balance.svg", analysis);
    analysis.balance_figure =
        Drawn{std::move(drawn), std::move(layout), omitted.empty() ? finding : finding + " " + omitted};
}

}  // namespace

AnalysisFigures::AnalysisFigures(const AnalysisRun& run, const Analysis& analysis)
    : pictures_(std::make_unique<Pictures>(pictures_of(run, analysis))),
      layout_(begun_layout(pictures_->by_community, run.options.layout, run.options.seed, run.control)) {}

AnalysisFigures::Pictures AnalysisFigures::pictures_of(const AnalysisRun& run, const Analysis& analysis) {
    run.step("drawing");
    const Network& network = analysis.data.network();
    render::PictureOptions picture;
    picture.period = report::time_phrase(analysis.all_settings());
    const Scores degree = degree_of_all(run, analysis);
    set_size(run, analysis, degree, picture);
    if (analysis.balance) {
        if (const auto camps = clear_camps(*analysis.balance, network.actor_count())) {
            picture.factions = camps_of_actors(*camps, analysis.all_graph.actors);
            picture.frustrated = camps->against;
            if (camps->count > 2 && !several_kinds(network)) picture.color = render::ColorBy::faction;
        }
    }
    const char* colored = picture.color == render::ColorBy::faction ? ", colored by bloc"
                          : several_kinds(network)                  ? ", colored by kind"
                                                                    : "";
    Pictures pictures{
        render::picture_of(network, analysis.all_graph.actors, analysis.all_ties, picture), {}, colored};
    picture.color = render::ColorBy::community;
    picture.groups = &analysis.partition;
    pictures.by_community =
        render::picture_of(network, analysis.all_graph.actors, analysis.all_ties, picture);
    return pictures;
}

// Both figures have the same actors, ties and sizes, so that one layout serves both: that of the communities,
// whose members then stand together.
void AnalysisFigures::finish(const AnalysisRun& run, Analysis& analysis) {
    run.step("drawing");
    render::Layout layout = layout_.finish();
    tell_failures(layout, "network.svg, communities.svg", analysis);
    analysis.network_figure =
        Drawn{std::move(pictures_->by_kind), layout,
              fmt::format("{} and the ties between them{}.",
                          counted(analysis.all_graph.vertex_count(), "actor"), pictures_->colored),
              pictures_->colored};
    draw_matrix(run, pictures_->by_community, analysis);
    analysis.communities_figure =
        Drawn{std::move(pictures_->by_community), std::move(layout),
              fmt::format("The same network, colored by its {} ({}).",
                          report::community_count(analysis.partition), analysis.partition.algorithm)};
    if (analysis.balance && report::has_signed_ties(*analysis.balance)) draw_balance(run, analysis);
}

}  // namespace entente::study
