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
    std::vector<TieId> before;
    std::vector<SignedPair> pairs_before;  // of them
    As as_before = As::pairs;
    bool directed_before = false;
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const TieSelection ties = data.both_signs(windows[i], Holding::possible);
        const std::vector<TieId> now = select_rows(data.rows(), ties);
        const bool directed = resolve(data.rows(), ties, now).directed;
        const As as = directed || directed_before ? As::arcs : As::pairs;
        if (i > 0 && as != as_before) pairs_before = signed_pairs(data, before, as);
        std::vector<SignedPair> pairs = signed_pairs(data, now, as);
        if (i > 0) result[i] = turnover(pairs_before, pairs);
        pairs_before = std::move(pairs);
        before = now;
        as_before = as;
        directed_before = directed;
    }
    return result;
}

}  // namespace entente
