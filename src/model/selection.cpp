#include "model/selection.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/error.hpp"
#include "base/named.hpp"
#include "base/prose.hpp"
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

bool holds_in(const Network& network, TieId row, const DayInterval& window, Holding holding) {
    const Period period = network.has_dates() ? network.ties.period[index(row)] : Period{};
    switch (holding) {
        case Holding::certain:
            return surely_holds(period, window);
        case Holding::throughout:
            return holds_throughout(period, window);
        case Holding::possible:
            break;
    }
    return may_hold(period, window);
}

enum class SelfTies { left_out, kept };

// The rows that a selection keeps, whatever their weights.
class RowFilter {
public:
    RowFilter(const Network& network, const TieSelection& selection, SelfTies self_ties = SelfTies::left_out)
        : network_(network),
          selection_(selection),
          self_ties_(self_ties),
          relation_(network.ties.relation, selection.relations, "relation", network.ties.size()),
          kind_(network.actors.kind, selection.kinds, "kind", network.actor_count()) {}

    bool operator()(TieId row) const {
        const TieTable& ties = network_.ties;
        const std::size_t i = index(row);
        if (ties.source[i] == ties.target[i] && self_ties_ == SelfTies::left_out) return false;
        if (!keeps(selection_.signs, network_.sign(row))) return false;
        if (selection_.window && !holds_in(network_, row, *selection_.window, selection_.holding))
            return false;
        if (!selection_.relations.empty() && !relation_(ties.relation[i])) return false;
        return selection_.kinds.empty() ||
               (kind_(network_.kind(ties.source[i])) && kind_(network_.kind(ties.target[i])));
    }

private:
    const Network& network_;
    const TieSelection& selection_;
    SelfTies self_ties_;
    Wanted relation_, kind_;
};

}  // namespace

bool is_weighted(const Network& network, const TieSelection& selection) {
    if (selection.weighting != Weighting::automatic) return selection.weighting == Weighting::weighted;
    return network.has_weights() || selection.merge == MergeRule::count;
}

std::vector<TieId> select_rows(const Network& network, const TieSelection& selection) {
    const RowFilter filter(network, selection);
    const bool weighted = is_weighted(network, selection);
    std::vector<TieId> rows;
    for (std::size_t i = 0; i < network.ties.size(); ++i) {
        const auto row = static_cast<TieId>(i);
        if (filter(row) && !(weighted && network.strength(row) == 0)) rows.push_back(row);
    }
    return rows;
}

std::vector<TieId> select_all_rows(const Network& network, const TieSelection& selection) {
    const RowFilter filter(network, selection, SelfTies::kept);
    std::vector<TieId> rows;
    for (std::size_t i = 0; i < network.ties.size(); ++i) {
        if (const auto row = static_cast<TieId>(i); filter(row)) rows.push_back(row);
    }
    return rows;
}

std::uint64_t count_weightless(const Network& network, const TieSelection& selection) {
    const RowFilter filter(network, selection);
    if (!is_weighted(network, selection)) return 0;
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < network.ties.strength.size(); ++i)
        count += network.ties.strength[i] == 0 && filter(static_cast<TieId>(i)) ? 1 : 0;
    return count;
}

std::vector<std::string> remarks_on_dates(const Network& network, const TieSelection& selection) {
    if (!selection.window) return {};
    TieSelection any_time = selection;
    any_time.window.reset();
    const std::vector<TieId> rows = select_rows(network, any_time);
    std::size_t holding = 0, without_date = 0;
    for (const TieId row : rows) {
        holding += holds_in(network, row, *selection.window, selection.holding) ? 1 : 0;
        without_date += !network.has_dates() || undated(network.ties.period[index(row)]) ? 1 : 0;
    }
    std::vector<std::string> remarks;
    if (selection.holding != Holding::possible && without_date > 0) {
        remarks.push_back(counted(without_date, "tie") + " without any date left out: " +
                          std::string(noun(without_date, "it holds", "they hold")) +
                          " possibly, never certainly");
    }
    if (holding == 0 && !rows.empty()) {
        constexpr const char* what[] = {"may hold", "surely holds", "surely holds throughout"};
        remarks.push_back(std::string("nothing is left: no tie ") +
                          what[static_cast<std::size_t>(selection.holding)] + " at the time asked for (of " +
                          counted(rows.size(), "tie") + ")");
    }
    return remarks;
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
    resolved.weighted = is_weighted(network, selection);
    return resolved;
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
std::string to_string(Holding value) {
    constexpr const char* names[] = {"possible", "certain", "throughout"};
    return names[static_cast<std::size_t>(value)];
}
std::string to_string(Projection value) {
    constexpr const char* names[] = {"none", "source", "target"};
    return names[static_cast<std::size_t>(value)];
}

}  // namespace entente
