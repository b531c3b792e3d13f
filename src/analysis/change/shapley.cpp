#include "analysis/change/shapley.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"

namespace entente {

namespace {

constexpr std::size_t most_exact = 20;

std::vector<std::vector<double>> zeros(std::size_t rows, std::size_t columns) {
    return std::vector<std::vector<double>>(rows, std::vector<double>(columns, 0));
}

// 1 / (n · C(n − 1, s)): the share of the orders in which just these s changes come before the next.
std::vector<double> order_weights(std::size_t n) {
    std::vector<double> weights(n);
    double binomial = 1;
    for (std::size_t s = 0; s < n; ++s) {
        weights[s] = 1 / (static_cast<double>(n) * binomial);
        binomial *= static_cast<double>(n - 1 - s) / static_cast<double>(s + 1);
    }
    return weights;
}

// What each change adds in one order, by change and score.
std::vector<std::vector<double>> in_order(const std::vector<std::size_t>& order,
                                          const ChangedScores& scores) {
    std::vector<char> made(order.size(), 0);
    std::vector<std::vector<double>> added(order.size());
    std::vector<double> before = scores(made);
    for (const std::size_t change : order) {
        made[change] = 1;
        std::vector<double> after = scores(made);
        added[change].resize(after.size());
        for (std::size_t i = 0; i < after.size(); ++i) added[change][i] = after[i] - before[i];
        before = std::move(after);
    }
    return added;
}

}  // namespace

ShapleyValues shapley_values(std::size_t changes, const ChangedScores& scores, const Control& control) {
    if (changes > most_exact) throw Error(Fault::internal, "too many changes for all orders");
    const std::size_t sets = std::size_t{1} << changes;
    std::vector<std::vector<double>> of_set(sets);
    parallel_blocks(sets, control, [&](std::size_t set, unsigned) {
        std::vector<char> made(changes);
        for (std::size_t change = 0; change < changes; ++change)
            made[change] = static_cast<char>(set >> change & 1U);
        of_set[set] = scores(made);
    });
    ShapleyValues result{zeros(changes, of_set.front().size()), {}};
    if (changes == 0) return result;
    const std::vector<double> weights = order_weights(changes);
    for (std::size_t change = 0; change < changes; ++change) {
        const std::size_t bit = std::size_t{1} << change;
        for (std::size_t set = 0; set < sets; ++set) {
            if ((set & bit) != 0) continue;
            const double weight = weights[static_cast<std::size_t>(std::popcount(set))];
            for (std::size_t i = 0; i < of_set[set].size(); ++i)
                result.value[change][i] += weight * (of_set[set | bit][i] - of_set[set][i]);
        }
    }
    return result;
}

ShapleyValues sampled_shapley_values(std::size_t changes, const ChangedScores& scores, unsigned orders,
                                     std::uint64_t seed, const Control& control) {
    std::vector<std::vector<std::vector<double>>> drawn(orders);
    parallel_blocks(orders, control, [&](std::size_t draw, unsigned) {
        Random random(seed, draw);
        std::vector<std::size_t> order(changes);
        std::iota(order.begin(), order.end(), std::size_t{0});
        random.shuffle(std::span(order));
        drawn[draw] = in_order(order, scores);
    });
    const std::size_t count = changes == 0 || orders == 0 ? 0 : drawn.front().front().size();
    ShapleyValues result{zeros(changes, count), zeros(changes, count)};
    const double n = orders;
    for (std::size_t change = 0; change < changes; ++change) {
        for (std::size_t i = 0; i < count; ++i) {
            double sum = 0, squares = 0;
            for (const auto& added : drawn) sum += added[change][i];
            for (const auto& added : drawn)
                squares += (added[change][i] - sum / n) * (added[change][i] - sum / n);
            result.value[change][i] = sum / n;
            result.error[change][i] = n > 1 ? std::sqrt(squares / (n - 1) / n) : 0;
        }
    }
    return result;
}

}  // namespace entente
