#include "model/selection.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/error.hpp"
#include "base/named.hpp"
#include "model/all_rows.hpp"

namespace entente {

namespace {

// Whether each different text of a column is wanted, looked up once a text instead of once a row.
class Wanted {
public:
    Wanted(const TextColumn& column, const std::vector<std::string>& words, std::string_view what,
           std::size_t rows)
        : all_(words.empty()) {
        if (all_) return;
        std::vector<std::string_view> present;
        for (std::size_t row = 0; row < rows; ++row) {
            const auto [at, fresh] = wanted_.try_emplace(column[row], false);
            if (fresh && !at->first.empty()) present.push_back(at->first);
        }
        for (const std::string& word : words) {
            const auto at = wanted_.find(word);
            if (at == wanted_.end() && present.empty()) {
                throw Error(Fault::usage, "unknown " + std::string(what) + " '" + word +
                                              "': the data have no " + std::string(what) + "s");
            }
            if (at == wanted_.end()) throw Error(Fault::usage, unknown_name(what, word, present));
            at->second = true;
        }
    }
    bool operator()(std::string_view text) const { return all_ || wanted_.at(text); }

private:
    bool all_;
    std::unordered_map<std::string_view, bool> wanted_;
};

bool keeps(SignFilter filter, Sign sign) {
    switch (filter) {
        case SignFilter::nonnegative:
            return sign != Sign::negative;
        case SignFilter::positive:
            return sign == Sign::positive;
        case SignFilter::negative:
            return sign == Sign::negative;
        case SignFilter::all:
            break;
    }
    return true;
}

std::vector<TieId> rows_of(const Network& network, const TieSelection& selection, bool with_self_ties) {
    const TieTable& ties = network.ties;
    const Wanted relation(ties.relation, selection.relations, "relation", ties.size());
    const Wanted kind(network.actors.kind, selection.kinds, "kind", network.actor_count());
    std::vector<TieId> rows;
    for (std::size_t i = 0; i < ties.size(); ++i) {
        const auto row = static_cast<TieId>(i);
        if ((ties.source[i] == ties.target[i] && !with_self_ties) ||
            !keeps(selection.signs, network.sign(row)))
            continue;
        if (selection.window && network.has_dates()) {
            const bool holds = selection.certain ? surely_holds(ties.period[i], *selection.window)
                                                 : may_hold(ties.period[i], *selection.window);
            if (!holds) continue;
        }
        if (!selection.relations.empty() && !relation(ties.relation[i])) continue;
        if (!selection.kinds.empty() &&
            (!kind(network.kind(ties.source[i])) || !kind(network.kind(ties.target[i]))))
            continue;
        rows.push_back(row);
    }
    return rows;
}

}  // namespace

std::vector<TieId> select_rows(const Network& network, const TieSelection& selection) {
    return rows_of(network, selection, false);
}

std::vector<TieId> select_all_rows(const Network& network, const TieSelection& selection) {
    return rows_of(network, selection, true);
}

std::vector<ActorId> select_actors(const Network& network, const TieSelection& selection) {
    const Wanted kind(network.actors.kind, selection.kinds, "kind", network.actor_count());
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < network.actor_count(); ++i) {
        if (selection.kinds.empty() || kind(network.actors.kind[i]))
            actors.push_back(static_cast<ActorId>(i));
    }
    return actors;
}

ResolvedSelection resolve(const Network& network, const TieSelection& selection,
                          const std::vector<TieId>& rows) {
    ResolvedSelection resolved;
    switch (selection.direction) {
        case Direction::automatic:
            resolved.directed = std::any_of(rows.begin(), rows.end(), [&](TieId row) {
                return network.directed(row) == Directedness::directed;
            });
            break;
        case Direction::directed:
        case Direction::reversed:
            resolved.directed = true;
            break;
        case Direction::undirected:
            break;
    }
    resolved.weighted = selection.weighting == Weighting::weighted ||
                        (selection.weighting == Weighting::automatic &&
                         (network.has_weights() || selection.merge == MergeRule::count));
    return resolved;
}

bool both_ways(Directedness row, bool any_said) {
    return row == Directedness::undirected || (row == Directedness::unsaid && any_said);
}

std::string to_string(SignFilter value) {
    constexpr const char* names[] = {"nonnegative", "positive", "negative", "all"};
    return names[static_cast<std::size_t>(value)];
}
std::string to_string(Direction value) {
    constexpr const char* names[] = {"automatic", "directed", "undirected", "reversed"};
    return names[static_cast<std::size_t>(value)];
}
std::string to_string(Weighting value) {
    constexpr const char* names[] = {"automatic", "weighted", "unweighted"};
    return names[static_cast<std::size_t>(value)];
}
std::string to_string(MergeRule value) {
    constexpr const char* names[] = {"sum", "max", "mean", "min", "count"};
    return names[static_cast<std::size_t>(value)];
}

}  // namespace entente
