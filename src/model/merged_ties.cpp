#include "model/merged_ties.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_set>

#include "base/error.hpp"
#include "base/number.hpp"

namespace entente {

namespace {

// One entry a row and direction it stands for.
struct Entry {
    ActorId source, target;
    TieId row;
};

// Entries that belong together, groups in the order of their first entries.
struct Groups {
    std::vector<std::uint32_t> first_entry;
    std::vector<std::uint64_t> first_row;  // offsets into rows
    std::vector<TieId> rows;
};

// The keys by which entries belong together: two actors, and one of `kinds` small numbers.
template <class Low, class High, class Kind>
struct Keys {
    Low low;
    High high;
    Kind kind;
    std::size_t kinds;
};
template <class Low, class High, class Kind>  // clang 14 deduces nothing for aggregates by itself
Keys(Low, High, Kind, std::size_t)->Keys<Low, High, Kind>;

// Equal keys come together by stable counting sorts, so that a million ties merge in linear time.
template <class Low, class High, class Kind>
Groups grouped(const std::vector<Entry>& entries, std::size_t actors, const Keys<Low, High, Kind>& keys) {
    const std::size_t m = entries.size();
    std::vector<std::uint32_t> order(m), scratch(m);
    const auto counting_sort = [&](std::size_t range, const auto& key, const auto& from,
                                   std::vector<std::uint32_t>& to) {
        std::vector<std::uint32_t> place(range + 1, 0);
        for (const Entry& e : entries) ++place[key(e) + 1];
        std::partial_sum(place.begin(), place.end(), place.begin());
        for (std::size_t i = 0; i < m; ++i)
            to[place[key(entries[from(i)])]++] = static_cast<std::uint32_t>(from(i));
    };
    const auto low = [&](const Entry& e) { return index(keys.low(e)); };
    const auto high = [&](const Entry& e) { return index(keys.high(e)); };
    const auto as_given = [](std::size_t i) { return i; };
    if (keys.kinds > 1) {
        counting_sort(keys.kinds, keys.kind, as_given, order);
        counting_sort(
            actors, high, [&](std::size_t i) { return order[i]; }, scratch);
    } else {
        counting_sort(actors, high, as_given, scratch);
    }
    counting_sort(
        actors, low, [&](std::size_t i) { return scratch[i]; }, order);

    std::vector<std::uint32_t> group_of(m);  // entry -> first entry of its group
    for (std::size_t i = 0; i < m; ++i) {
        const Entry& e = entries[order[i]];
        const Entry& before = entries[order[i > 0 ? i - 1 : 0]];
        const bool same =
            i > 0 && low(before) == low(e) && high(before) == high(e) && keys.kind(before) == keys.kind(e);
        group_of[order[i]] = same ? group_of[order[i - 1]] : order[i];
    }
    Groups groups;
    std::vector<std::uint32_t>& number = scratch;
    for (std::uint32_t e = 0; e < m; ++e) {
        if (group_of[e] != e) continue;
        number[e] = static_cast<std::uint32_t>(groups.first_entry.size());
        groups.first_entry.push_back(e);
    }
    groups.first_row.assign(groups.first_entry.size() + 1, 0);
    for (std::uint32_t e = 0; e < m; ++e) ++groups.first_row[number[group_of[e]] + 1];
    std::partial_sum(groups.first_row.begin(), groups.first_row.end(), groups.first_row.begin());
    groups.rows.resize(m);
    std::vector<std::uint64_t> next(groups.first_row.begin(), groups.first_row.end() - 1);
    for (std::uint32_t e = 0; e < m; ++e) groups.rows[next[number[group_of[e]]]++] = entries[e].row;
    return groups;
}

std::string place_of(const Network& network, TieId row) {
    if (index(row) >= network.ties.place.size()) return fmt::format("row {}", index(row) + 1);
    const RowPlace place = network.ties.place[index(row)];
    return fmt::format("{}:{}", network.files.at(place.file), place.line);
}

// Where the strongest of these rows stand, and with which weights.
std::string strongest_places(const Network& network, std::span<const TieId> rows) {
    constexpr std::size_t most_named = 3;
    std::vector<TieId> strongest(rows.begin(), rows.end());
    std::ranges::stable_sort(strongest, std::greater<>(), [&](TieId row) { return network.strength(row); });
    std::string places;
    for (std::size_t i = 0; i < std::min(most_named, strongest.size()); ++i)
        places += fmt::format("{}{} ({})", i == 0 ? "" : ", ", place_of(network, strongest[i]),
                              format_number(network.strength(strongest[i])));
    if (strongest.size() > most_named) places += fmt::format(" and {} more", strongest.size() - most_named);
    return places;
}

[[noreturn]] void refuse_overflow(const Network& network, std::span<const TieId> rows) {
    throw Error(
        Fault::data,
        fmt::format("the weights of {} and {} add up to more than a number can hold (1.8e308): {}; "
                    "divide the weights by a common factor or take --merge max",
                    network.id(network.ties.source[index(rows.front())]),
                    network.id(network.ties.target[index(rows.front())]), strongest_places(network, rows)));
}

// Strengths of actors and of the whole network are sums of all ties, counted from both ends and both ways.
void check_total(const Network& network, const MergedTies& merged) {
    double quarter = 0;
    for (const MergedTie& tie : merged.ties) quarter += tie.strength / 4;
    if (quarter < std::numeric_limits<double>::max() / 16) return;
    throw Error(
        Fault::data,
        fmt::format("the weights of the ties in use add up to more than a number can hold (1.8e308, "
                    "with each tie counted from both ends): {}; divide the weights by a common factor "
                    "or take --unweighted",
                    strongest_places(network, merged.rows)));
}

// The mean of weights whose sum is more than a number can hold.
double mean_of_large(const Network& network, std::span<const TieId> rows) {
    double mean = 0;
    for (const TieId row : rows) mean += network.strength(row) / static_cast<double>(rows.size());
    return mean;
}

}  // namespace

TieDirections::TieDirections(const Network& network, Direction direction, bool directed)
    : directed_(directed),
      reversed_(direction == Direction::reversed),
      any_said_(directed && std::ranges::any_of(network.ties.directed, [](Directedness said) {
                    return said != Directedness::unsaid;
                })) {}

Ends TieDirections::ends(const Network& network, TieId row) const {
    const ActorId source = network.ties.source[index(row)], target = network.ties.target[index(row)];
    return reversed_ && one_way(network, row) ? Ends{target, source} : Ends{source, target};
}

bool TieDirections::one_way(const Network& network, TieId row) const {
    const Directedness said = network.directed(row);
    return directed_ && (said == Directedness::directed || (said == Directedness::unsaid && !any_said_));
}

MergedTies merged_ties(const Network& network, const TieSelection& selection, ResolvedSelection resolved,
                       std::span<const TieId> rows) {
    const TieDirections directions(network, selection.direction, resolved.directed);
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    for (const TieId row : rows) {
        const auto [source, target] = directions.ends(network, row);
        entries.push_back({source, target, row});
        if (resolved.directed && !directions.one_way(network, row)) entries.push_back({target, source, row});
    }
    const bool by_pair = !resolved.directed;
    Groups groups =
        grouped(entries, network.actor_count(),
                Keys{[&](const Entry& e) { return by_pair ? std::min(e.source, e.target) : e.source; },
                     [&](const Entry& e) { return by_pair ? std::max(e.source, e.target) : e.target; },
                     [](const Entry&) { return std::size_t{0}; }, 1});
    MergedTies merged;
    merged.ties.reserve(groups.first_entry.size());
    for (const std::uint32_t e : groups.first_entry)
        merged.ties.push_back({entries[e].source, entries[e].target, 1});
    merged.first_row = std::move(groups.first_row);
    merged.rows = std::move(groups.rows);
    if (resolved.weighted) {
        for (std::size_t t = 0; t < merged.size(); ++t)
            merged.ties[t].strength = merged_strength(network, selection.merge, merged.rows_of(t));
        check_total(network, merged);
    }
    return merged;
}

std::uint64_t row_count(const MergedTies& merged) {
    std::vector<TieId> rows = merged.rows;
    std::sort(rows.begin(), rows.end());
    return static_cast<std::uint64_t>(std::unique(rows.begin(), rows.end()) - rows.begin());
}

Bundles bundles_of(const Network& network, const TieSelection& selection, ResolvedSelection resolved,
                   std::span<const TieId> rows) {
    Bundles bundles{.directions = TieDirections(network, selection.direction, resolved.directed),
                    .weighted = resolved.weighted,
                    .counts_rows = resolved.weighted ? selection.merge == MergeRule::count
                                                     : selection.weighting == Weighting::automatic &&
                                                           selection.merge == MergeRule::sum,
                    .ties = {},
                    .first_row = {},
                    .rows = {}};
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    for (const TieId row : rows) {
        const auto [source, target] = bundles.directions.ends(network, row);
        entries.push_back({source, target, row});
    }
    const auto one_way = [&](const Entry& e) { return bundles.directions.one_way(network, e.row); };
    const auto kind = [&](const Entry& e) {
        return static_cast<std::size_t>(static_cast<int>(network.sign(e.row)) + 1) + (one_way(e) ? 3U : 0U);
    };
    Groups groups = grouped(
        entries, network.actor_count(),
        Keys{[&](const Entry& e) { return one_way(e) ? e.source : std::min(e.source, e.target); },
             [&](const Entry& e) { return one_way(e) ? e.target : std::max(e.source, e.target); }, kind, 6});
    bundles.ties.reserve(groups.first_entry.size());
    for (const std::uint32_t e : groups.first_entry)
        bundles.ties.push_back({.source = entries[e].source,
                                .target = entries[e].target,
                                .directed = one_way(entries[e]),
                                .sign = network.sign(entries[e].row)});
    bundles.first_row = std::move(groups.first_row);
    bundles.rows = std::move(groups.rows);
    if (resolved.weighted) {
        for (std::size_t t = 0; t < bundles.size(); ++t)
            bundles.ties[t].strength = merged_strength(network, selection.merge, bundles.rows_of(t));
    }
    return bundles;
}

double merged_strength(const Network& network, MergeRule rule, std::span<const TieId> rows) {
    double sum = 0, largest = 0, smallest = network.strength(rows.front());
    for (const TieId row : rows) {
        const double strength = network.strength(row);
        sum += strength;
        largest = std::max(largest, strength);
        smallest = std::min(smallest, strength);
    }
    switch (rule) {
        case MergeRule::max:
            return largest;
        case MergeRule::min:
            return smallest;
        case MergeRule::mean:
            return std::isfinite(sum) ? sum / static_cast<double>(rows.size()) : mean_of_large(network, rows);
        case MergeRule::count:
            return static_cast<double>(rows.size());
        case MergeRule::sum:
            break;
    }
    if (!std::isfinite(sum)) refuse_overflow(network, rows);
    return sum;
}

std::vector<std::string_view> different_cells(const TextColumn& column, std::span<const TieId> rows) {
    constexpr std::size_t few = 8;
    std::vector<std::string_view> cells;
    std::unordered_set<std::string_view> seen;  // filled once there are more than a few
    for (const TieId row : rows) {
        const std::string_view cell = column[index(row)];
        if (cell.empty()) continue;
        if (cells.size() <= few ? std::ranges::find(cells, cell) != cells.end() : seen.contains(cell))
            continue;
        cells.push_back(cell);
        if (cells.size() == few + 1) seen.insert(cells.begin(), cells.end());
        else if (cells.size() > few) seen.insert(cell);
    }
    return cells;
}

std::string_view relation_label(const Network& network, std::string_view relation) {
    const Relation* known = network.find_relation(relation);
    return known == nullptr || known->label.empty() ? relation : std::string_view(known->label);
}

std::vector<std::string_view> relation_labels(const Network& network, std::span<const TieId> rows) {
    std::vector<std::string_view> labels;
    for (const std::string_view relation : different_cells(network.ties.relation, rows)) {
        const std::string_view label = relation_label(network, relation);
        if (std::ranges::find(labels, label) == labels.end()) labels.push_back(label);
    }
    return labels;
}

}  // namespace entente
