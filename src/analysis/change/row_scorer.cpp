#include "analysis/change/row_scorer.hpp"

#include <algorithm>

#include "analysis/centrality/measures.hpp"
#include "base/named.hpp"
#include "model/findings/scores.hpp"
#include "model/merged_ties.hpp"

namespace entente {

namespace {

// What a row without a direction means depends on the other rows: said in each it stays the same when others
// are left out.
std::vector<Directedness> explicit_directions(const Network& network, const TieDirections& directions) {
    std::vector<Directedness> result;
    for (std::size_t row = 0; row < network.tie_count(); ++row) {
        const bool one_way = directions.one_way(network, static_cast<TieId>(row));
        result.push_back(one_way ? Directedness::directed : Directedness::undirected);
    }
    return result;
}

Graph restricted(Graph graph, std::span<const char> present) {
    if (present.empty()) return graph;
    std::vector<ActorId> actors;
    std::ranges::copy_if(graph.actors, std::back_inserter(actors),
                         [&](ActorId actor) { return present[index(actor)] != 0; });
    if (actors.size() == graph.actors.size()) return graph;
    const bool directed = graph.directed(), weighted = graph.weighted();
    return {std::move(actors), std::move(graph.merged), directed, weighted};
}

}  // namespace

bool uses_both_signs(std::string_view measure) {
    const Applies applies = find_named("measure", measure, measures()).applies;
    return applies == Applies::to_signed || applies == Applies::to_signed_directed;
}

RowScorer::RowScorer(const Network& network, const TieSelection& selection, std::vector<std::string> measures)
    : measures_(std::move(measures)) {
    for (const std::string& name : measures_)
        (uses_both_signs(name) ? signed_measures_ : plain_measures_).push_back(name);
    TieSelection both = selection;
    both.signs = SignFilter::all;
    const std::vector<TieId> plain_rows = select_rows(network, selection);
    rows_ = plain_rows;
    if (!signed_measures_.empty()) {
        rows_ = select_rows(network, both);
        std::erase_if(rows_, [&](TieId row) {
            return network.sign(row) == Sign::none && !std::ranges::binary_search(plain_rows, row);
        });
    }
    actors_ = select_actors(network, selection);
    in_graph_.assign(network.tie_count(), 0);
    for (const TieId row : plain_rows) in_graph_[index(row)] = 1;
    // Measures of signed ties alone take their direction from those, as when they are run by themselves.
    resolved_ = resolve(network, selection, plain_measures_.empty() ? rows_ : plain_rows);

    for (std::size_t i = 0; i < network.actor_count(); ++i) bare_.actors.id.push_back("");
    bare_.ties.source = network.ties.source;
    bare_.ties.target = network.ties.target;
    bare_.ties.sign = network.ties.sign;
    bare_.ties.strength = network.ties.strength;
    bare_.ties.directed =
        explicit_directions(network, TieDirections(network, selection.direction, resolved_.directed));

    plain_.signs = selection.signs;
    plain_.direction = !resolved_.directed                          ? Direction::undirected
                       : selection.direction == Direction::reversed ? Direction::reversed
                                                                    : Direction::directed;
    plain_.weighting = resolved_.weighted ? Weighting::weighted : Weighting::unweighted;
    plain_.merge = selection.merge;
    plain_.largest_component = selection.largest_component;
}

std::vector<TieId> RowScorer::graph_rows(std::span<const TieId> rows) const {
    std::vector<TieId> kept;
    std::ranges::copy_if(rows, std::back_inserter(kept),
                         [&](TieId row) { return in_graph_[index(row)] != 0; });
    return kept;
}

Graph RowScorer::graph(std::span<const TieId> rows, std::span<const char> present) const {
    Graph all = build_graph(bare_, plain_, resolved_, graph_rows(rows));
    if (actors_.size() == bare_.actor_count()) return restricted(std::move(all), present);
    std::vector<char> kept(bare_.actor_count(), 0);
    for (const ActorId actor : actors_)
        kept[index(actor)] = present.empty() || present[index(actor)] != 0 ? 1 : 0;
    return restricted(std::move(all), kept);
}

Network RowScorer::network_of(std::span<const TieId> rows) const {
    Network result;
    result.actors = bare_.actors;
    const auto take = [&](const auto& column, auto& to) {
        if (column.empty()) return;
        for (const TieId row : rows) to.push_back(column[index(row)]);
    };
    take(bare_.ties.source, result.ties.source);
    take(bare_.ties.target, result.ties.target);
    take(bare_.ties.sign, result.ties.sign);
    take(bare_.ties.strength, result.ties.strength);
    take(bare_.ties.directed, result.ties.directed);
    return result;
}

RowScorer::Values RowScorer::values(std::span<const TieId> rows, const Control& control,
                                    std::span<const char> present) const {
    const Graph of_rows = graph(rows, present);
    std::vector<ScoreTable> tables;
    if (!plain_measures_.empty())
        tables.push_back(score_table({bare_, plain_, of_rows}, plain_measures_, {}, control));
    if (!signed_measures_.empty()) {
        const Network chosen = network_of(rows);
        tables.push_back(score_table({chosen, plain_, of_rows}, signed_measures_, {}, control));
    }
    Values result(measures_.size(), std::vector<double>(actors_.size(), undefined));
    for (std::size_t m = 0; m < measures_.size(); ++m) {
        for (const ScoreTable& table : tables) {
            const auto column = std::ranges::find(table.columns, measures_[m], &Scores::measure);
            if (column == table.columns.end()) continue;
            for (std::size_t i = 0, at = 0; i < table.actors.size(); ++i) {  // both lists ascend
                while (actors_[at] != table.actors[i]) ++at;
                result[m][at] = column->values[i];
            }
        }
    }
    return result;
}

}  // namespace entente
