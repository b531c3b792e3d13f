#include "analysis/community/matching.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

#include "base/disjoint_sets.hpp"

namespace entente {

namespace {

// The Hungarian method on a square matrix of costs, by shortest augmenting paths with potentials; row i gets
// column result[i].
std::vector<std::size_t> cheapest(const std::vector<double>& costs, std::size_t n) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    std::vector<double> of_row(n + 1, 0), of_column(n + 1, 0);
    std::vector<std::size_t> row_of(n + 1, 0), came_from(n + 1, 0);  // 1-based, 0: free
    for (std::size_t row = 1; row <= n; ++row) {
        row_of[0] = row;
        std::size_t at = 0;
        std::vector<double> slack(n + 1, infinite);
        std::vector<char> seen(n + 1, 0);
        do {
            seen[at] = 1;
            double least = infinite;
            std::size_t next = 0;
            for (std::size_t column = 1; column <= n; ++column) {
                if (seen[column] != 0) continue;
                const double reduced =
                    costs[(row_of[at] - 1) * n + column - 1] - of_row[row_of[at]] - of_column[column];
                if (reduced < slack[column]) slack[column] = reduced, came_from[column] = at;
                if (slack[column] < least) least = slack[column], next = column;
            }
            for (std::size_t column = 0; column <= n; ++column) {
                if (seen[column] != 0) of_row[row_of[column]] += least, of_column[column] -= least;
                else slack[column] -= least;
            }
            at = next;
        } while (row_of[at] != 0);
        for (; at != 0; at = came_from[at]) row_of[at] = row_of[came_from[at]];
    }
    std::vector<std::size_t> result(n);
    for (std::size_t column = 1; column <= n; ++column) result[row_of[column] - 1] = column - 1;
    return result;
}

std::vector<std::size_t> sizes_of(std::span<const std::uint32_t> groups) {
    std::vector<std::size_t> sizes(groups.empty() ? 1 : *std::ranges::max_element(groups) + 1, 0);
    for (const std::uint32_t group : groups) ++sizes[group];
    return sizes;
}

// The overlaps of at least `least`, by before and after.
std::vector<GroupMatch> overlaps(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after,
                                 double least) {
    const std::vector<std::size_t> before_sizes = sizes_of(before), after_sizes = sizes_of(after);
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> shared;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i] != 0 && after[i] != 0) ++shared[{before[i], after[i]}];
    }
    std::vector<GroupMatch> result;
    for (const auto& [groups, both] : shared) {
        const std::size_t either = before_sizes[groups.first] + after_sizes[groups.second] - both;
        const double overlap = static_cast<double>(both) / static_cast<double>(either);
        if (overlap >= least) result.push_back({groups.first, groups.second, overlap});
    }
    return result;
}

// The best of one set of overlapping groups.
void match_set(const std::vector<GroupMatch>& set, std::vector<GroupMatch>& result) {
    std::vector<std::size_t> befores, afters;
    for (const GroupMatch& match : set) {
        befores.push_back(match.before);
        afters.push_back(match.after);
    }
    for (auto* list : {&befores, &afters}) {
        std::ranges::sort(*list);
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    const auto place = [](const std::vector<std::size_t>& list, std::size_t group) {
        return static_cast<std::size_t>(std::ranges::lower_bound(list, group) - list.begin());
    };
    std::vector<double> gains(befores.size() * afters.size(), -1);
    for (const GroupMatch& match : set)
        gains[place(befores, match.before) * afters.size() + place(afters, match.after)] = match.overlap;
    const auto found = assignment(gains, befores.size(), afters.size());
    for (std::size_t row = 0; row < found.size(); ++row) {
        if (found[row])
            result.push_back({befores[row], afters[*found[row]], gains[row * afters.size() + *found[row]]});
    }
}

}  // namespace

std::vector<std::optional<std::size_t>> assignment(std::span<const double> gains, std::size_t rows,
                                                   std::size_t columns) {
    const std::size_t n = std::max(rows, columns);
    std::vector<double> costs(n * n, 0);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column)
            costs[row * n + column] = -std::max(0.0, gains[row * columns + column]);
    }
    const std::vector<std::size_t> found = cheapest(costs, n);
    std::vector<std::optional<std::size_t>> result(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        if (found[row] < columns && gains[row * columns + found[row]] >= 0) result[row] = found[row];
    }
    return result;
}

std::vector<GroupMatch> match_groups(std::span<const std::uint32_t> before,
                                     std::span<const std::uint32_t> after, double least) {
    const std::vector<GroupMatch> pairs = overlaps(before, after, least);
    const std::size_t befores = sizes_of(before).size(), afters = sizes_of(after).size();
    balance::DisjointSets sets(static_cast<std::uint32_t>(befores + afters));
    for (const GroupMatch& pair : pairs)
        sets.unite(static_cast<std::uint32_t>(pair.before), static_cast<std::uint32_t>(befores + pair.after));
    std::map<std::uint32_t, std::vector<GroupMatch>> by_set;
    for (const GroupMatch& pair : pairs)
        by_set[sets.of(static_cast<std::uint32_t>(pair.before))].push_back(pair);
    std::vector<GroupMatch> result;
    for (const auto& [set, members] : by_set) match_set(members, result);
    std::ranges::sort(result, {}, &GroupMatch::after);
    return result;
}

}  // namespace entente
