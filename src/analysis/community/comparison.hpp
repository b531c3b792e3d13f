// Comparing two divisions of the same actors.
#pragma once

#include <cstdint>
#include <span>

#include "analysis/community/grouping.hpp"
#include "base/control.hpp"
#include "model/findings/comparison.hpp"

namespace entente {

// Hubert & Arabie (1985); 1 where both divisions are trivial in the same way; nan for fewer than two actors.
double adjusted_rand_index(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

// 2 I(a, b) / (H(a) + H(b)), Danon et al. (2005); 1 where neither divides anything; nan for no actors.
double normalized_mutual_information(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

// H(a) + H(b) − 2 I(a, b) in nats, Meilă (2003); nan for no actors.
double variation_of_information(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

// All three and a permutation test of the adjusted Rand index, over the actors that both groupings divide;
// the groupings are parallel. The same for any number of threads. O(n) a permutation. Throws
// Error(Fault::interrupted).
PartitionComparison compare(const Grouping& first, const Grouping& second, std::uint32_t permutations,
                            std::uint64_t seed, const Control& control);

}  // namespace entente
