#include "analysis/robustness/replicates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "analysis/centrality/measures.hpp"
#include "base/error.hpp"
#include "base/named.hpp"

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

std::size_t part(double share, std::size_t of) {
    return static_cast<std::size_t>(std::llround(share * static_cast<double>(of)));
}

// As many actors, with their kinds where some are chosen by kind: all that measures of signed ties look at.
ActorTable bare(const ActorTable& actors, bool with_kinds) {
    ActorTable result;
    for (std::size_t i = 0; i < actors.size(); ++i) result.id.push_back("");
    if (with_kinds) result.kind = actors.kind;
    return result;
}

// These actors and the given rows only, with what measures of signed ties look at.
Network with_rows(const ActorTable& actors, const Network& network, const std::vector<TieId>& rows) {
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
    take(network.ties.directed, result.ties.directed);
    return result;
}

}  // namespace

std::string_view source_of(std::string_view citation) {
    const std::size_t start = citation.find_first_not_of(" \t");
    if (start == std::string_view::npos) return {};
    const std::size_t end = citation.find_first_of(" \t,;", start);
    return citation.substr(start, end == std::string_view::npos ? end : end - start);
}

Resampler::Resampler(const Network& network, const TieSelection& selection, const RobustnessOptions& options)
    : network_(network), selection_(selection), options_(options) {
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
    actors_ = build_graph(network, of_rows, resolved_, rows_).actors;
    std::unordered_map<std::string_view, std::size_t> known;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const std::string_view source = source_of(network.ties.citation[index(rows_[i])]);
        if (source.empty()) continue;
        const auto [at, fresh] = known.try_emplace(source, sources_.size());
        if (fresh) sources_.push_back({std::string(source), {}});
        sources_[at->second].rows.push_back(i);
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
    return values_of_rows(with_rows(bare_actors_, network_, rows));
}

// Rows are chosen already: dates, relations and kinds need no second look, and their columns are not copied.
std::vector<double> Resampler::values_of_rows(const Network& chosen) const {
    TieSelection plain;
    plain.signs = selection_.signs;
    plain.direction = selection_.direction;
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
    return values_without(drawn(rows_.size(), part(share, rows_.size()), random));
}

// As below, for measures of both signs: rows instead of merged ties, and a new row has all that a row has but
// its ends, so that the signs stay in proportion.
std::vector<double> Resampler::with_added_or_rewired_rows(Random& random) const {
    const std::size_t changed = part(options_.share, rows_.size()), n = actors_.size();
    std::vector<TieId> kept, models;
    if (options_.change == RandomChange::rewire) {
        std::vector<char> gone(rows_.size(), 0);
        for (const std::size_t i : drawn(rows_.size(), changed, random)) {
            gone[i] = 1;
            models.push_back(rows_[i]);
        }
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (!gone[i]) kept.push_back(rows_[i]);
        }
    } else {
        kept = rows_;
        for (std::size_t i = 0; i < changed; ++i) models.push_back(rows_[random.below(rows_.size())]);
    }
    std::set<std::pair<ActorId, ActorId>> tied;
    const auto is_new = [&](ActorId source, ActorId target) {
        return source != target &&
               tied.insert(resolved_.directed || source < target ? std::pair(source, target)
                                                                 : std::pair(target, source))
                   .second;
    };
    for (const TieId row : kept) is_new(network_.ties.source[index(row)], network_.ties.target[index(row)]);
    std::vector<std::pair<ActorId, ActorId>> ends;
    for (std::size_t tries = 0; n > 1 && ends.size() < changed && tries < 100 * (changed + 1); ++tries) {
        const ActorId a = actors_[random.below(n)], b = actors_[random.below(n)];
        if (is_new(a, b)) ends.push_back({a, b});
    }
    const std::size_t old = kept.size();
    kept.insert(kept.end(), models.begin(), models.begin() + static_cast<std::ptrdiff_t>(ends.size()));
    Network chosen = with_rows(bare_actors_, network_, kept);
    for (std::size_t i = 0; i < ends.size(); ++i)
        std::tie(chosen.ties.source[old + i], chosen.ties.target[old + i]) = ends[i];
    return values_of_rows(chosen);
}

std::vector<double> Resampler::with_added_or_rewired(Random& random) const {
    if (needs_signs_) return with_added_or_rewired_rows(random);
    const Graph graph = build_graph(network_, selection_, resolved_, rows_);
    const std::size_t changed = part(options_.share, graph.tie_count()), n = graph.vertex_count();
    std::vector<char> gone(graph.tie_count(), 0);
    if (options_.change == RandomChange::rewire) {
        for (const std::size_t t : drawn(graph.tie_count(), changed, random)) gone[t] = 1;
    }
    MergedTies ties;
    ties.first_row.push_back(0);
    std::set<std::pair<ActorId, ActorId>> tied;
    const auto put = [&](ActorId source, ActorId target, double strength) {
        const auto key =
            graph.directed() || source < target ? std::pair(source, target) : std::pair(target, source);
        if (source == target || !tied.insert(key).second) return false;
        ties.ties.push_back({source, target, strength});
        ties.first_row.push_back(0);
        return true;
    };
    for (std::size_t t = 0; t < graph.tie_count(); ++t) {
        if (!gone[t])
            put(graph.merged.ties[t].source, graph.merged.ties[t].target, graph.merged.ties[t].strength);
    }
    // New ties join random actors and are as strong as random old ones. A network so full that few pairs are
    // free gets fewer.
    for (std::size_t made = 0, tries = 0; n > 1 && made < changed && tries < 100 * (changed + 1); ++tries) {
        const double strength = graph.merged.ties[random.below(graph.tie_count())].strength;
        const ActorId a = graph.actors[random.below(n)], b = graph.actors[random.below(n)];
        made += put(a, b, strength) ? 1 : 0;
    }
    return values_of_graph(network_, selection_,
                           Graph(graph.actors, std::move(ties), graph.directed(), graph.weighted()));
}

std::vector<double> Resampler::replicate(std::size_t r, std::uint64_t stream) const {
    Random random(options_.seed, stream);
    switch (options_.by) {
        case Perturbation::by_tie:
            return values_without({tie_order_[r]});
        case Perturbation::by_source:
            return values_without(sources_[r].rows);
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
