#include "analysis/change/row_matching.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

#include "base/text.hpp"

namespace entente {

namespace {

ActorId source_of(const SideRows& side, TieId row) {
    return side.actor[index(side.network.ties.source[index(row)])];
}
ActorId target_of(const SideRows& side, TieId row) {
    return side.actor[index(side.network.ties.target[index(row)])];
}

bool directed(const SideRows& side, TieId row) {
    return side.network.directed(row) == Directedness::directed;
}

Period period_of(const SideRows& side, TieId row) {
    return side.network.has_dates() ? side.network.ties.period[index(row)] : Period{};
}

// What rows have to share to be matched, from the strictest on.
enum class Stage { all, either_way, relation, sign, pair };

using Key = std::tuple<ActorId, ActorId, std::string_view, Sign>;

Key key_of(const SideRows& side, TieId row, Stage stage) {
    ActorId a = source_of(side, row), b = target_of(side, row);
    if ((stage != Stage::all || !directed(side, row)) && b < a) std::swap(a, b);
    const bool by_relation = stage != Stage::sign && stage != Stage::pair;
    const bool by_sign = stage != Stage::relation && stage != Stage::pair;
    return {a, b, by_relation ? side.network.ties.relation[index(row)] : std::string_view(),
            by_sign ? side.network.sign(row) : Sign::none};
}

std::int64_t distance(const Period& a, const Period& b) {
    return std::abs(std::int64_t{a.start.earliest} - std::int64_t{b.start.earliest});
}

// Pairs of one key, nearest starts first, then whichever have the same end, then in order.
void match_near(const SideRows& before, const SideRows& after, std::vector<TieId>& olds,
                std::vector<TieId>& news, std::vector<RowMatch>& matches) {
    constexpr std::size_t most_pairs = 250'000;
    std::vector<std::tuple<std::int64_t, bool, bool, std::size_t, std::size_t>> candidates;
    if (olds.size() * news.size() <= most_pairs) {
        for (std::size_t i = 0; i < olds.size(); ++i) {
            for (std::size_t j = 0; j < news.size(); ++j) {
                const Period a = period_of(before, olds[i]), b = period_of(after, news[j]);
                candidates.emplace_back(distance(a, b), a.end != b.end,
                                        before.network.strength(olds[i]) != after.network.strength(news[j]),
                                        i, j);
            }
        }
        std::ranges::sort(candidates);
    } else {
        for (std::size_t i = 0; i < std::min(olds.size(), news.size()); ++i)
            candidates.emplace_back(0, false, false, i, i);
    }
    std::vector<char> old_done(olds.size(), 0), new_done(news.size(), 0);
    for (const auto& [days, other_end, other_strength, i, j] : candidates) {
        if (old_done[i] != 0 || new_done[j] != 0) continue;
        old_done[i] = new_done[j] = 1;
        matches.push_back({olds[i], news[j]});
    }
    const auto keep_free = [](std::vector<TieId>& rows, const std::vector<char>& done) {
        std::vector<TieId> free;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (done[i] == 0) free.push_back(rows[i]);
        }
        rows = std::move(free);
    };
    keep_free(olds, old_done);
    keep_free(news, new_done);
}

struct Unmatched {
    std::vector<TieId> olds, news;
};

template <class OldKey, class NewKey>
void match_by(const SideRows& before, const SideRows& after, Unmatched& rest, std::vector<RowMatch>& matches,
              const OldKey& old_key, const NewKey& new_key) {
    using KeyOf = std::decay_t<decltype(old_key(TieId{}))>;
    std::map<KeyOf, Unmatched> groups;
    for (const TieId row : rest.olds) groups[old_key(row)].olds.push_back(row);
    for (const TieId row : rest.news) groups[new_key(row)].news.push_back(row);
    Unmatched left;
    for (auto& [key, group] : groups) {
        if (!group.olds.empty() && !group.news.empty())
            match_near(before, after, group.olds, group.news, matches);
        left.olds.insert(left.olds.end(), group.olds.begin(), group.olds.end());
        left.news.insert(left.news.end(), group.news.begin(), group.news.end());
    }
    std::ranges::sort(left.olds);
    std::ranges::sort(left.news);
    rest = std::move(left);
}

const TextColumn* id_column(const Network& network) {
    for (const AttributeColumn& column : network.ties.attributes) {
        if (lower(column.name) == "id") return &column.cells;
    }
    return nullptr;
}

// An id that moved to another pair is a tie gone and a tie added.
std::tuple<std::string_view, ActorId, ActorId> id_and_pair(const SideRows& side, const TextColumn& ids,
                                                           TieId row) {
    const auto [a, b] = std::minmax({source_of(side, row), target_of(side, row)});
    return {ids[index(row)], a, b};
}

bool same_way(const SideRows& before, const SideRows& after, const RowMatch& match) {
    const bool old_way = directed(before, *match.old_row), new_way = directed(after, *match.new_row);
    if (old_way != new_way) return false;
    return !old_way || source_of(before, *match.old_row) == source_of(after, *match.new_row);
}

}  // namespace

std::vector<RowMatch> match_rows(const SideRows& before, const SideRows& after, SameFile same_file) {
    Unmatched rest{{before.rows.begin(), before.rows.end()}, {after.rows.begin(), after.rows.end()}};
    std::vector<RowMatch> matches;
    const TextColumn *old_ids = id_column(before.network), *new_ids = id_column(after.network);
    if (same_file == SameFile::yes) {
        match_by(
            before, after, rest, matches, [](TieId row) { return row; }, [](TieId row) { return row; });
    } else if (old_ids != nullptr && new_ids != nullptr) {
        match_by(
            before, after, rest, matches, [&](TieId row) { return id_and_pair(before, *old_ids, row); },
            [&](TieId row) { return id_and_pair(after, *new_ids, row); });
    }
    if (same_file == SameFile::yes || old_ids == nullptr || new_ids == nullptr) {
        for (const Stage stage : {Stage::all, Stage::either_way, Stage::relation, Stage::sign, Stage::pair}) {
            match_by(
                before, after, rest, matches, [&](TieId row) { return key_of(before, row, stage); },
                [&](TieId row) { return key_of(after, row, stage); });
        }
    }
    for (const TieId row : rest.olds) matches.push_back({row, std::nullopt});
    for (const TieId row : rest.news) matches.push_back({std::nullopt, row});
    return matches;
}

namespace {

std::string_view attribute_of(const Network& network, std::string_view name, TieId row) {
    const auto at = std::ranges::find(network.ties.attributes, name, &AttributeColumn::name);
    return at == network.ties.attributes.end() ? std::string_view() : at->cells[index(row)];
}

// A column that one of the two lacks is empty there.
bool same_attributes(const Network& a, TieId x, const Network& b, TieId y) {
    const auto alike = [&](const AttributeColumn& column) {
        return attribute_of(a, column.name, x) == attribute_of(b, column.name, y);
    };
    return std::ranges::all_of(a.ties.attributes, alike) && std::ranges::all_of(b.ties.attributes, alike);
}

}  // namespace

std::optional<ChangeKind> change_of(const SideRows& before, const SideRows& after, const RowMatch& match) {
    if (!match.old_row) return ChangeKind::added;
    if (!match.new_row) return ChangeKind::gone;
    const Network &a = before.network, &b = after.network;
    const TieId x = *match.old_row, y = *match.new_row;
    if (a.sign(x) != b.sign(y)) return ChangeKind::sign;
    if (a.ties.relation[index(x)] != b.ties.relation[index(y)]) return ChangeKind::relation;
    if (!same_way(before, after, match)) return ChangeKind::direction;
    if (a.strength(x) != b.strength(y)) return ChangeKind::weight;
    if (period_of(before, x) != period_of(after, y)) return ChangeKind::dates;
    if (a.confidence(x) != b.confidence(y)) return ChangeKind::confidence;
    if (a.ties.citation[index(x)] != b.ties.citation[index(y)] ||
        a.ties.note[index(x)] != b.ties.note[index(y)] || !same_attributes(a, x, b, y))
        return ChangeKind::citation;
    return std::nullopt;
}

}  // namespace entente
