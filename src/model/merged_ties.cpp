#include "model/merged_ties.hpp"

#include <algorithm>

namespace entente {

std::uint64_t row_count(const MergedTies& merged) {
    std::vector<TieId> rows = merged.rows;
    std::sort(rows.begin(), rows.end());
    return static_cast<std::uint64_t>(std::unique(rows.begin(), rows.end()) - rows.begin());
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
            return sum / static_cast<double>(rows.size());
        case MergeRule::count:
            return static_cast<double>(rows.size());
        case MergeRule::sum:
            break;
    }
    return sum;
}

}  // namespace entente
