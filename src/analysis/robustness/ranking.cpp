#include "analysis/robustness/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace entente {

namespace {

constexpr double level_within = 1e-9;

bool level(double higher, double lower) {
    if (std::isnan(higher) || std::isnan(lower)) return std::isnan(higher) && std::isnan(lower);
    return higher == lower || higher - lower <= level_within * std::max(std::abs(higher), std::abs(lower));
}

double pairs_of(double count) { return count * (count - 1) / 2; }

// Exchanges that merging needs to sort `values`: pairs that stand the wrong way round.
std::uint64_t sort_counting(std::vector<std::uint32_t>& values, std::vector<std::uint32_t>& scratch,
                            std::size_t begin, std::size_t end) {
    if (end - begin < 2) return 0;
    const std::size_t middle = (begin + end) / 2;
    std::uint64_t exchanges =
        sort_counting(values, scratch, begin, middle) + sort_counting(values, scratch, middle, end);
    std::size_t left = begin, right = middle, at = begin;
    while (left < middle || right < end) {
        const bool take_left = right == end || (left < middle && values[left] <= values[right]);
        if (!take_left) exchanges += middle - left;
        scratch[at++] = take_left ? values[left++] : values[right++];
    }
    std::copy(scratch.begin() + static_cast<std::ptrdiff_t>(begin),
              scratch.begin() + static_cast<std::ptrdiff_t>(end),
              values.begin() + static_cast<std::ptrdiff_t>(begin));
    return exchanges;
}

// Pairs of neighbors in `order` that `same` holds equal, counted by runs.
template <class Same>
double level_pairs(const std::vector<std::uint32_t>& order, const Same& same) {
    double pairs = 0;
    std::size_t run = 1;
    for (std::size_t i = 1; i <= order.size(); ++i) {
        if (i < order.size() && same(order[i - 1], order[i])) {
            ++run;
        } else {
            pairs += pairs_of(static_cast<double>(run));
            run = 1;
        }
    }
    return pairs;
}

}  // namespace

Ranking ranking(const std::vector<double>& values) {
    Ranking result;
    const std::size_t n = values.size();
    result.order.resize(n);
    result.rank.resize(n);
    result.mid_rank.resize(n);
    std::iota(result.order.begin(), result.order.end(), 0U);
    std::stable_sort(result.order.begin(), result.order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (std::isnan(values[a]) || std::isnan(values[b]))
            return !std::isnan(values[a]) && std::isnan(values[b]);
        return values[a] > values[b];
    });
    for (std::size_t begin = 0; begin < n;) {
        std::size_t end = begin + 1;
        while (end < n && level(values[result.order[end - 1]], values[result.order[end]])) ++end;
        std::sort(result.order.begin() + static_cast<std::ptrdiff_t>(begin),
                  result.order.begin() + static_cast<std::ptrdiff_t>(end));
        for (std::size_t i = begin; i < end; ++i) {
            result.rank[result.order[i]] = static_cast<std::uint32_t>(begin + 1);
            result.mid_rank[result.order[i]] = static_cast<double>(begin + 1 + end) / 2;
        }
        begin = end;
    }
    return result;
}

double kendall_tau_b(const Ranking& a, const Ranking& b) {
    const std::size_t n = a.rank.size();
    std::vector<std::uint32_t> order = a.order;
    std::sort(order.begin(), order.end(), [&](std::uint32_t i, std::uint32_t j) {
        return a.rank[i] != a.rank[j] ? a.rank[i] < a.rank[j] : b.rank[i] < b.rank[j];
    });
    const double all = pairs_of(static_cast<double>(n));
    const double level_a =
        level_pairs(order, [&](std::uint32_t i, std::uint32_t j) { return a.rank[i] == a.rank[j]; });
    const double level_both = level_pairs(order, [&](std::uint32_t i, std::uint32_t j) {
        return a.rank[i] == a.rank[j] && b.rank[i] == b.rank[j];
    });
    const double level_b =
        level_pairs(b.order, [&](std::uint32_t i, std::uint32_t j) { return b.rank[i] == b.rank[j]; });
    std::vector<std::uint32_t> ranks(n), scratch(n);
    for (std::size_t i = 0; i < n; ++i) ranks[i] = b.rank[order[i]];
    const auto discordant = static_cast<double>(sort_counting(ranks, scratch, 0, n));
    const double either = (all - level_a) * (all - level_b);
    if (!(either > 0)) return std::numeric_limits<double>::quiet_NaN();
    return (all - level_a - level_b + level_both - 2 * discordant) / std::sqrt(either);
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    double count = 0, sum_a = 0, sum_b = 0;
    const auto each = [&](const auto& visit) {
        for (std::size_t i = 0; i < a.size(); ++i) {
            if (!std::isnan(a[i]) && !std::isnan(b[i])) visit(a[i], b[i]);
        }
    };
    each([&](double x, double y) { ++count, sum_a += x, sum_b += y; });
    double aa = 0, bb = 0, ab = 0;
    const double mean_a = sum_a / count, mean_b = sum_b / count;
    each([&](double x, double y) {
        aa += (x - mean_a) * (x - mean_a);
        bb += (y - mean_b) * (y - mean_b);
        ab += (x - mean_a) * (y - mean_b);
    });
    return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : std::numeric_limits<double>::quiet_NaN();
}

double quantile(std::vector<double>& values, double share) {
    const double place = std::ceil(share * static_cast<double>(values.size()) - 1e-9);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(
                                         std::clamp(place, 1.0, static_cast<double>(values.size())) - 1);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

}  // namespace entente
