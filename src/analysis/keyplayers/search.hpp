// Looking for the sets of a given size that score highest, whatever the score.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/control.hpp"

namespace entente::keyplayers {

using Set = std::vector<std::uint32_t>;  // candidates, ascending

// Puts into scores[c] the score of `rest` with candidate c added, for every c ≥ from that is not in it.
using ScoreWithEach =
    std::function<void(std::span<const std::uint32_t> rest, std::uint32_t from, std::vector<double>& scores)>;

struct SearchTask {
    std::uint32_t candidates = 0;
    std::uint32_t size = 1;                 // 1 … candidates
    std::function<ScoreWithEach()> scorer;  // makes one for a thread
};

struct SearchResult {
    double score = 0;
    std::vector<Set> best;  // the first `most_listed` of the highest score in lexicographic order
    std::uint64_t best_count = 0;
    std::uint64_t considered = 0;  // sets scored
};

inline constexpr std::size_t most_listed = 100;

// Every set. Scores that differ by less than 1e-12 relatively are equal.
SearchResult search_all(const SearchTask& task, const Control& control);

// Greedy growth, then exchanges of one member at a time as long as one helps, from the empty set and from
// starts − 1 sets drawn at random (Borgatti 2006). The same for any number of threads.
SearchResult search_by_exchange(const SearchTask& task, std::uint32_t starts, std::uint64_t seed,
                                const Control& control);

}  // namespace entente::keyplayers
