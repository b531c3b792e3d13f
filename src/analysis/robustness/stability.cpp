#include "analysis/robustness/stability.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/robustness/ranking.hpp"
#include "base/shared_blocks.hpp"

namespace entente {

namespace {

constexpr double least_correlation = 0.7, wanted_share = 0.95, step = 0.05;
constexpr unsigned steps = 19;  // 5 %, 10 % … 95 % of the rows
constexpr unsigned draws_at_once = 250, most_draws = 2000;
constexpr std::uint64_t thinning_stream = std::uint64_t{1} << 41;

struct Share {
    double low = 0, high = 1;
};

// Wilson's interval of a share at 95 % (1927).
Share wilson(unsigned successes, unsigned draws) {
    constexpr double z = 1.959963984540054;
    const double n = draws, share = successes / n, middle = share + z * z / (2 * n),
                 half = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n)), scale = 1 + z * z / n;
    return {(middle - half) / scale, (middle + half) / scale};
}

struct Verdict {
    bool holds = false, sure = false;
    unsigned draws = 0;
};

class Steps {
public:
    Steps(const Resampler& resampler, const std::vector<double>& values, const Control& control)
        : resampler_(resampler), values_(values), control_(control) {}

    // Whether enough draws without this many steps of the rows still go with the values.
    Verdict at(unsigned level) {
        if (!removes(level)) return {true, true, 0};
        if (level > steps) return {false, true, 0};
        const auto [known, fresh] = verdicts_.try_emplace(level);
        if (fresh) known->second = drawn(level);
        return known->second;
    }

    // The share of rows that goes at this step: 0 where it comes to less than half a row.
    double share(unsigned level) const { return removes(level) ? level * step : 0; }

    const std::map<unsigned, Verdict>& verdicts() const { return verdicts_; }

private:
    bool removes(unsigned level) const { return resampler_.thins(level * step); }

    Verdict drawn(unsigned level) {
        Verdict verdict;
        unsigned successes = 0;
        while (verdict.draws < most_draws && !verdict.sure) {
            const auto success = shared_blocks<std::uint8_t>(
                {"thinned", draws_at_once}, control_, [&](std::size_t d, unsigned) {
                    const std::uint64_t stream = thinning_stream + level * most_draws + verdict.draws + d;
                    const std::vector<double> thinned = resampler_.thinned(level * step, stream);
                    const bool goes_with = correlation(values_, thinned) >= least_correlation;
                    return std::vector<std::uint8_t>(1, goes_with ? 1 : 0);
                });
            for (const std::vector<std::uint8_t>& draw : success) successes += draw[0];
            verdict.draws += draws_at_once;
            const Share share = wilson(successes, verdict.draws);
            verdict.sure = share.low > wanted_share || share.high < wanted_share;
        }
        verdict.holds = successes >= wanted_share * verdict.draws - 1e-9;
        return verdict;
    }

    const Resampler& resampler_;
    const std::vector<double>& values_;
    const Control& control_;
    std::map<unsigned, Verdict> verdicts_;
};

}  // namespace

StabilityCoefficient stability_coefficient(const Resampler& resampler, const std::vector<double>& values,
                                           const Control& control) {
    if (std::isnan(correlation(values, values))) return {};
    Steps all(resampler, values, control);
    unsigned holds = 0, fails = steps + 1;
    while (fails - holds > 1) {
        const unsigned middle = (holds + fails) / 2;
        (all.at(middle).holds ? holds : fails) = middle;
    }
    unsigned low = holds, high = holds;
    while (!all.at(low).sure) --low;
    while (!(all.at(high + 1).sure && !all.at(high + 1).holds)) ++high;
    StabilityCoefficient result{.value = all.share(holds), .low = all.share(low), .high = all.share(high)};
    for (const auto& [level, verdict] : all.verdicts()) {
        result.fewest_draws =
            result.fewest_draws == 0 ? verdict.draws : std::min(result.fewest_draws, verdict.draws);
        result.most_draws = std::max(result.most_draws, verdict.draws);
    }
    return result;
}

}  // namespace entente
