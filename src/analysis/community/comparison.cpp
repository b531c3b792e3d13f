#include "analysis/community/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/parallel.hpp"
#include "base/random.hpp"

namespace entente {

namespace {

using Labels = std::span<const std::uint32_t>;

std::vector<std::uint64_t> sizes_of(Labels labels) {
    std::vector<std::uint64_t> sizes(
        labels.empty() ? 0 : *std::max_element(labels.begin(), labels.end()) + std::size_t{1}, 0);
    for (const std::uint32_t l : labels) ++sizes[l];
    return sizes;
}

// How many actors share each pair of groups, in order of the pairs' first actors: a sum over them is the same
// on every machine.
std::vector<std::uint64_t> overlaps(Labels a, Labels b) {
    std::unordered_map<std::uint64_t, std::size_t> place;
    std::vector<std::uint64_t> counts;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto [at, fresh] = place.try_emplace(std::uint64_t{a[i]} << 32 | b[i], counts.size());
        if (fresh) counts.push_back(0);
        ++counts[at->second];
    }
    return counts;
}

double pairs(const std::vector<std::uint64_t>& counts) {
    double sum = 0;
    for (const std::uint64_t c : counts) sum += static_cast<double>(c) * (static_cast<double>(c) - 1) / 2;
    return sum;
}

double entropy(const std::vector<std::uint64_t>& counts, std::size_t total) {
    double sum = 0;
    for (const std::uint64_t c : counts) {
        const double share = static_cast<double>(c) / static_cast<double>(total);
        if (c > 0) sum -= share * std::log(share);
    }
    return sum;
}

// The mutual information is H(a) + H(b) − H(a, b).
struct Entropies {
    double first, second, joint;
};

Entropies entropies(Labels a, Labels b) {
    return {entropy(sizes_of(a), a.size()), entropy(sizes_of(b), b.size()),
            entropy(overlaps(a, b), a.size())};
}

// Pairs of actors together in both: what of the index a permutation changes.
double pairs_in_both(Labels a, Labels b) { return pairs(overlaps(a, b)); }

}  // namespace

double adjusted_rand_index(Labels a, Labels b) {
    if (a.size() < 2) return undefined;
    const double all = static_cast<double>(a.size()) * (static_cast<double>(a.size()) - 1) / 2;
    const double in_a = pairs(sizes_of(a)), in_b = pairs(sizes_of(b)), in_both = pairs_in_both(a, b);
    const double expected = in_a * in_b / all, most = (in_a + in_b) / 2;
    return most == expected ? 1 : (in_both - expected) / (most - expected);
}

double normalized_mutual_information(Labels a, Labels b) {
    if (a.empty()) return undefined;
    const auto [first, second, joint] = entropies(a, b);
    return first + second > 0 ? std::clamp(2 * (first + second - joint) / (first + second), 0.0, 1.0) : 1;
}

double variation_of_information(Labels a, Labels b) {
    if (a.empty()) return undefined;
    const auto [first, second, joint] = entropies(a, b);
    const double variation = 2 * joint - first - second;
    return variation > 1e-14 ? variation : 0;
}

PartitionComparison compare(const Grouping& first, const Grouping& second, std::uint32_t permutations,
                            std::uint64_t seed, const Control& control) {
    PartitionComparison result;
    result.first = first.name;
    result.second = second.name;
    result.permutations = permutations;
    std::vector<std::uint32_t> a, b;
    for (std::size_t i = 0; i < first.group.size(); ++i) {
        const bool in_a = first.group[i] != Grouping::none, in_b = second.group[i] != Grouping::none;
        if (in_a && in_b) {
            a.push_back(first.group[i]);
            b.push_back(second.group[i]);
        } else if (in_a || in_b) {
            ++result.left_out;
        }
    }
    const auto used = [](const std::vector<std::uint64_t>& sizes) {
        return static_cast<std::uint32_t>(
            std::count_if(sizes.begin(), sizes.end(), [](std::uint64_t size) { return size > 0; }));
    };
    result.actors = a.size();
    result.first_groups = used(sizes_of(a));
    result.second_groups = used(sizes_of(b));
    result.adjusted_rand = adjusted_rand_index(a, b);
    result.mutual_information = normalized_mutual_information(a, b);
    result.variation_of_information = variation_of_information(a, b);
    if (a.size() < 2 || permutations == 0) return result;
    const double observed = pairs_in_both(a, b);
    std::vector<char> reached(permutations, 0);
    parallel_blocks(permutations, control, [&](std::size_t draw, unsigned) {
        Random random(seed, draw);
        std::vector<std::uint32_t> shuffled = b;
        random.shuffle(std::span(shuffled));
        reached[draw] = pairs_in_both(a, shuffled) >= observed ? 1 : 0;
    });
    result.p = (static_cast<double>(std::count(reached.begin(), reached.end(), 1)) + 1) /
               (static_cast<double>(permutations) + 1);
    return result;
}

}  // namespace entente
