#include "analysis/change/tied_pairs.hpp"

#include <algorithm>
#include <map>

namespace entente {

std::vector<TiedPair> tied_pairs(const Network& network, std::span<const TieId> rows) {
    std::vector<TiedPair> pairs;
    std::map<std::pair<ActorId, ActorId>, std::size_t> known;
    for (const TieId row : rows) {
        const ActorId a = network.ties.source[index(row)], b = network.ties.target[index(row)];
        const auto [at, fresh] = known.try_emplace(std::minmax(a, b), pairs.size());
        if (fresh) pairs.push_back({a, b, {}});
        pairs[at->second].rows.push_back(row);
    }
    return pairs;
}

std::vector<TieId> rows_without(std::span<const TieId> rows, std::span<const TieId> left_out) {
    std::vector<TieId> kept;
    kept.reserve(rows.size());
    std::ranges::set_difference(rows, left_out, std::back_inserter(kept));
    return kept;
}

}  // namespace entente
