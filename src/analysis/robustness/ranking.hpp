// Rankings compared.
#pragma once

#include <cstdint>
#include <vector>

namespace entente {

// Places of values, the highest first. Values that differ by at most 1e-9 of the larger (from one to the next
// down the list) are level; undefined ones come last, level with each other.
struct Ranking {
    std::vector<std::uint32_t> rank;   // standard competition rank: 1 + how many are higher
    std::vector<double> mid_rank;      // the mean of the places that level values share
    std::vector<std::uint32_t> order;  // from first to last; level ones in their own order
};
Ranking ranking(const std::vector<double>& values);

// Kendall's τ-b of two rankings of the same things (Kendall 1945), in O(n log n) (Knight 1966); nan when all
// are level in one of them.
double kendall_tau_b(const Ranking& a, const Ranking& b);

// Pearson's correlation over the places where both are defined; nan when one does not vary there.
double correlation(const std::vector<double>& a, const std::vector<double>& b);

// The least value that at least `share` of the values do not exceed. `values` is reordered; not empty.
double quantile(std::vector<double>& values, double share);

}  // namespace entente
