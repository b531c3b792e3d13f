#include "analysis/linear/fixed_sums.hpp"

#include <algorithm>

#include "base/shared_blocks.hpp"

namespace entente {

namespace {

std::size_t runs_for(std::size_t sources, std::size_t size, std::size_t multiple) {
    constexpr std::size_t most_runs = 64, fewest_runs = 8, most_memory = std::size_t{256} << 20;
    const std::size_t affordable = most_memory / (sizeof(double) * std::max<std::size_t>(size, 1));
    return std::clamp<std::size_t>((sources + multiple - 1) / multiple, 1,
                                   std::clamp(affordable, fewest_runs, most_runs));
}

}  // namespace

SharedSums shared_sums(
    std::size_t sources, std::size_t size, const Control& control,
    const std::function<void(std::size_t, std::size_t, unsigned, std::span<double>, double&)>& add,
    std::size_t multiple) {
    const std::size_t steps = (sources + multiple - 1) / multiple, runs = runs_for(sources, size, multiple);
    const auto start = [&](std::size_t run) { return std::min(sources, run * steps / runs * multiple); };
    // The sums, then the largest.
    auto partial = shared_blocks<double>({"sums", runs}, control, [&](std::size_t run, unsigned worker) {
        std::vector<double> sums(size + 1, 0);
        add(start(run), start(run + 1), worker, std::span(sums).first(size), sums.back());
        return sums;
    });
    SharedSums result{std::move(partial.front()), 0};
    result.largest = result.sums.back();
    result.sums.pop_back();
    for (std::size_t run = 1; run < runs; ++run) {
        for (std::size_t i = 0; i < size; ++i) result.sums[i] += partial[run][i];
        result.largest = std::max(result.largest, partial[run][size]);
    }
    return result;
}

std::vector<double> fixed_sums(
    std::size_t sources, std::size_t size, const Control& control,
    const std::function<void(std::size_t, std::size_t, unsigned, std::span<double>)>& add,
    std::size_t multiple) {
    Control alone = control;
    alone.ranks = nullptr;
    return shared_sums(
               sources, size, alone,
               [&](std::size_t first, std::size_t last, unsigned worker, std::span<double> sums, double&) {
                   add(first, last, worker, sums);
               },
               multiple)
        .sums;
}

}  // namespace entente
