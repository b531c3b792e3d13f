#include "analysis/timeline/turnover.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace entente {

namespace {

struct SignedPair {
    ActorId source{}, target{};
    Sign sign = Sign::none;
    auto operator<=>(const SignedPair&) const = default;
};

enum class As { pairs, arcs };

// Ascending, each once.
std::vector<SignedPair> signed_pairs(const TimeData& data, std::span<const TieId> rows, As as) {
    const TieTable& ties = data.rows().ties;
    std::vector<SignedPair> pairs;
    for (const TieId row : rows) {
        const ActorId a = ties.source[index(row)], b = ties.target[index(row)];
        const Sign sign = data.rows().sign(row);
        if (as == As::pairs) {
            pairs.push_back({std::min(a, b), std::max(a, b), sign});
            continue;
        }
        pairs.push_back({a, b, sign});
        if (!data.one_way(row)) pairs.push_back({b, a, sign});
    }
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

Turnover turnover(std::span<const SignedPair> before, std::span<const SignedPair> after) {
    std::vector<SignedPair> both;
    std::ranges::set_intersection(before, after, std::back_inserter(both));
    const auto shared = static_cast<double>(both.size());
    const double all = static_cast<double>(before.size() + after.size()) - shared;
    return {.share = all > 0 ? 1 - shared / all : undefined,
            .added = static_cast<double>(after.size()) - shared,
            .gone = static_cast<double>(before.size()) - shared};
}

}  // namespace

std::vector<Turnover> turnovers(const TimeData& data, const std::vector<DayInterval>& windows) {
    std::vector<Turnover> result(windows.size());
    std::vector<SignedPair> before;
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const TieSelection ties = data.both_signs(windows[i], Holding::possible);
        const std::vector<TieId> rows = select_rows(data.rows(), ties);
        const As as = resolve(data.rows(), ties, rows).directed ? As::arcs : As::pairs;
        std::vector<SignedPair> now = signed_pairs(data, rows, as);
        if (i > 0) result[i] = turnover(before, now);
        before = std::move(now);
    }
    return result;
}

}  // namespace entente
