#include "analysis/robustness/replicates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "analysis/centrality/measures.hpp"
#include "base/error.hpp"
#include "base/named.hpp"
#include "model/cited_sources.hpp"

namespace entente {

namespace {

constexpr std::uint64_t tie_order_stream = std::uint64_t{1} << 40;

// The first `count` of the numbers below `size` in random order.
std::vector<std::size_t> drawn(std::size_t size, std::size_t count, Random& random) {
    std::vector<std::size_t> all(size);
    std::iota(all.begin(), all.end(), std::size_t{0});
    for (std::size_t i = 0; i < count; ++i) std::swap(all[i], all[i + random.below(size - i)]);
    all.resize(count);
    return all;
}

std::size_t rounded_part(double share, std::size_t of) {
    return static_cast<std::size_t>(std::llround(share * static_cast<double>(of)));
}

// At least one where there is any: a network of which nothing changes says nothing about a change.
std::size_t part(double share, std::size_t of) {
    return std::max<std::size_t>(rounded_part(share, of), share > 0 && of > 0 ? 1 : 0);
}

// As many actors, with their kinds where some are chosen by kind: all that measures of signed ties look at.
ActorTable bare(const ActorTable& actors, bool with_kinds) {
    ActorTable result;
    for (std::size_t i = 0; i < actors.size(); ++i) result.id.push_back("");
    if (with_kinds) result.kind = actors.kind;
    return result;
}

// These actors and the given rows only, with what measures of signed ties look at.
Network with_rows(const ActorTable& actors, const Network& network, const TieDirections& directions,
                  const std::vector<TieId>& rows) {
    Network result;
    result.actors = actors;
    const auto take = [&](const auto& column, auto& to) {
        if (column.empty()) return;
        for (const TieId row : rows) to.push_back(column[index(row)]);
    };
    take(network.ties.source, result.ties.source);
    take(network.ties.target, result.ties.target);
    take(network.ties.sign, result.ties.sign);
    take(network.ties.strength, result.ties.strength);
    // Said of every row, so that the direction does not hang on which rows are left.
    for (const TieId row : rows)
        result.ties.directed.push_back(directions.one_way(network, row) ? Directedness::directed
                                                                        : Directedness::undirected);
    return result;
}

}  // namespace

Resampler::Resampler(const Network& network, const TieSelection& selection, const RobustnessOptions& options)
    : network_(network),
      selection_(selection),
      options_(options),
      directions_(network, selection.direction, false) {
    const Measure& measure = find_named("measure", options.measure, measures());
    needs_signs_ = measure.applies == Applies::to_signed || measure.applies == Applies::to_signed_directed;
    if (!(options.share >= 0 && options.share <= 1))
        throw Error(Fault::usage, fmt::format("the share must lie between 0 and 1, not {}", options.share));
    TieSelection of_rows = selection;
    if (needs_signs_) {
        of_rows.signs = SignFilter::all;
        bare_actors_ = bare(network.actors, !selection.kinds.empty());
    }
    rows_ = select_rows(network, of_rows);
    resolved_ = resolve(network, of_rows, rows_);
    directions_ = TieDirections(network, selection.direction, resolved_.directed);
    actors_ = build_graph(network, of_rows, resolved_, rows_).actors;
    const CitedSources cited(network);
    std::unordered_map<std::string_view, std::size_t> known;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const std::vector<std::string_view> sources = cited.of(rows_[i]);
        for (const std::string_view source : sources) {
            const auto [at, fresh] = known.try_emplace(source, sources_.size());
            if (fresh) sources_.push_back({std::string(source), {}, {}});
            sources_[at->second].rows.push_back(i);
            if (sources.size() == 1) sources_[at->second].alone.push_back(i);
        }
    }
    if (options.by == Perturbation::by_source && sources_.empty()) {
        throw Error(Fault::usage,
                    "no tie in use names a source: fill the citation column, or ask for --by tie, confidence "
                    "or random");
    }
    Random random(options.seed, tie_order_stream);
    if (options.by != Perturbation::by_tie) return;
    if (rows_.size() > options.replicates) {
        tie_order_ = drawn(rows_.size(), options.replicates, random);
    } else {
        tie_order_ = drawn(rows_.size(), rows_.size(), random);
        std::sort(tie_order_.begin(), tie_order_.end());
    }
}

std::size_t Resampler::replicate_count() const {
    if (options_.by == Perturbation::by_tie) return tie_order_.size();
    if (options_.by == Perturbation::by_source) return sources_.size();
    return options_.replicates;
}

std::vector<double> Resampler::values_of_graph(const Network& network, const TieSelection& selection,
                                               const Graph& graph) const {
    const ScoreTable table = score_table({network, selection, graph}, {options_.measure}, {}, {});
    std::vector<double> values(actors_.size(), undefined);
    for (std::size_t i = 0, at = 0; i < table.actors.size(); ++i) {  // both lists ascend
        while (at < actors_.size() && actors_[at] < table.actors[i]) ++at;
        if (at < actors_.size() && actors_[at] == table.actors[i]) values[at] = table.columns[0].values[i];
    }
    return values;
}

std::vector<double> Resampler::values_of(const std::vector<TieId>& rows) const {
    if (!needs_signs_)
        return values_of_graph(network_, selection_, build_graph(network_, selection_, resolved_, rows));
    return values_of_rows(with_rows(bare_actors_, network_, directions_, rows));
}

// Rows are chosen already: dates, relations and kinds need no second look, and their columns are not copied.
std::vector<double> Resampler::values_of_rows(const Network& chosen) const {
    TieSelection plain;
    plain.signs = selection_.signs;
    plain.direction = selection_.direction == Direction::reversed ? Direction::reversed
                      : resolved_.directed                        ? Direction::directed
                                                                  : Direction::undirected;
    plain.weighting = resolved_.weighted ? Weighting::weighted : Weighting::unweighted;
    plain.merge = selection_.merge;
    plain.kinds = selection_.kinds;
    plain.largest_component = selection_.largest_component;
    return values_of_graph(chosen, plain, build_graph(chosen, plain));
}

std::vector<double> Resampler::values_without(const std::vector<std::size_t>& left_out) const {
    std::vector<char> out(rows_.size(), 0);
    for (const std::size_t i : left_out) out[i] = 1;
    std::vector<TieId> kept;
    kept.reserve(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (!out[i]) kept.push_back(rows_[i]);
    }
    return values_of(kept);
}

std::vector<double> Resampler::thinned(double share, std::uint64_t stream) const {
    Random random(options_.seed, stream);
    return values_without(drawn(rows_.size(), rounded_part(share, rows_.size()), random));
}

bool Resampler::thins(double share) const { return rounded_part(share, rows_.size()) > 0; }

// The pairs that have no tie in the data.
FreePairs Resampler::free_pairs() const {
    FreePairs free(actors_, resolved_.directed);
    for (const TieId row : rows_)
        free.take(network_.ties.source[index(row)], network_.ties.target[index(row)], ways_of(row));
    return free;
}

Ways Resampler::ways_of(TieId row) const {
    return directions_.directed() && !directions_.one_way(network_, row) ? Ways::both : Ways::one;
}

std::size_t Resampler::changeable() const {
    return needs_signs_ || options_.change == RandomChange::remove
               ? rows_.size()
               : build_graph(network_, selection_, resolved_, rows_).tie_count();
}

std::optional<std::size_t> Resampler::one_changed_of() const {
    if (options_.by != Perturbation::by_random) return {};
    const std::size_t of = changeable();
    if (part(options_.share, of) == rounded_part(options_.share, of)) return {};
    return of;
}

std::size_t Resampler::unplaced() const {
    if (options_.by != Perturbation::by_random || options_.change == RandomChange::remove) return 0;
    const std::size_t changed = part(options_.share, changeable());
    const std::uint64_t free = free_pairs().count();
    return changed > free ? changed - static_cast<std::size_t>(free) : 0;
}

// As below, for measures of both signs: rows instead of merged ties, and a new row has all that a row has but
// its ends, so that the signs stay in proportion.
std::vector<double> Resampler::with_added_or_rewired_rows(Random& random) const {
    const std::size_t changed = part(options_.share, rows_.size());
    std::vector<TieId> rows = rows_;
    std::vector<std::pair<std::size_t, std::pair<ActorId, ActorId>>> moved;
    FreePairs free = free_pairs();
    if (options_.change == RandomChange::rewire) {
        for (const std::size_t i : drawn(rows_.size(), changed, random)) {
            if (const auto ends = free.draw(random, ways_of(rows_[i]))) moved.emplace_back(i, *ends);
        }
    } else {
        for (std::size_t made = 0; made < changed; ++made) {
            const TieId model = rows_[random.below(rows_.size())];
            const auto ends = free.draw(random, ways_of(model));
            if (!ends) continue;
            moved.emplace_back(rows.size(), *ends);
            rows.push_back(model);
        }
    }
    Network chosen = with_rows(bare_actors_, network_, directions_, rows);
    for (const auto& [at, ends] : moved) std::tie(chosen.ties.source[at], chosen.ties.target[at]) = ends;
    return values_of_rows(chosen);
}

// A tie that is added or moved joins actors who had none in the data, so that no tie comes back to where it
// was. One for which no pair is free stays where it is (rewire) or is not made (add).
std::vector<double> Resampler::with_added_or_rewired(Random& random) const {
    if (needs_signs_) return with_added_or_rewired_rows(random);
    const Graph graph = build_graph(network_, selection_, resolved_, rows_);
    const std::size_t changed = part(options_.share, graph.tie_count());
    MergedTies ties{graph.merged.ties, std::vector<std::uint64_t>(1, 0), {}};
    FreePairs free(graph.actors, graph.directed());
    for (const MergedTie& tie : ties.ties) free.take(tie.source, tie.target, Ways::one);
    if (options_.change == RandomChange::rewire) {
        for (const std::size_t t : drawn(graph.tie_count(), changed, random)) {
            const auto ends = free.draw(random, Ways::one);
            if (!ends) break;
            std::tie(ties.ties[t].source, ties.ties[t].target) = *ends;
        }
    } else {
        for (std::size_t made = 0; made < changed; ++made) {
            const double strength = graph.merged.ties[random.below(graph.tie_count())].strength;
            const auto ends = free.draw(random, Ways::one);
            if (!ends) break;
            ties.ties.push_back({ends->first, ends->second, strength});
        }
    }
    ties.first_row.assign(ties.ties.size() + 1, 0);
    return values_of_graph(network_, selection_,
                           Graph(graph.actors, std::move(ties), graph.directed(), graph.weighted()));
}

std::vector<double> Resampler::replicate(std::size_t r, std::uint64_t stream) const {
    Random random(options_.seed, stream);
    switch (options_.by) {
        case Perturbation::by_tie:
            return values_without({tie_order_[r]});
        case Perturbation::by_source:
            return values_without(sources_[r].alone);
        case Perturbation::by_random:
            if (options_.change != RandomChange::remove) return with_added_or_rewired(random);
            return values_without(drawn(rows_.size(), part(options_.share, rows_.size()), random));
        case Perturbation::by_confidence:
            break;
    }
    std::vector<TieId> kept;
    kept.reserve(rows_.size());
    for (const TieId row : rows_) {
        if (random.uniform() < network_.confidence(row)) kept.push_back(row);
    }
    return values_of(kept);
}

}  // namespace entente
