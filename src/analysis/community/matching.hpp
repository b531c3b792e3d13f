// Which groups of one division go on as which groups of another (Greene, Doyle & Cunningham 2010).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace entente {

struct GroupMatch {
    std::size_t before = 0, after = 0;  // group numbers
    double overlap = 0;                 // |A ∩ B| / |A ∪ B| (Jaccard)
};

// The one-to-one matching of groups with the greatest sum of overlaps, of pairs that overlap by `least` or
// more; of equal ones that of the lower numbers. before[i] and after[i] are the groups of thing i, 0 for
// none; the groups are numbered from 1. In the order of `after`. Exact (Kuhn 1955; Munkres 1957), apart for
// each set of groups that overlap one another: O(g³) for g groups of one set.
std::vector<GroupMatch> match_groups(std::span<const std::uint32_t> before,
                                     std::span<const std::uint32_t> after, double least);

// For each row the column it gets, or nothing, so that the sum of the gains is greatest; gains below 0 are
// never taken. rows × columns, row by row.
std::vector<std::optional<std::size_t>> assignment(std::span<const double> gains, std::size_t rows,
                                                   std::size_t columns);

}  // namespace entente
