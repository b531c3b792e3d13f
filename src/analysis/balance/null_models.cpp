#include "analysis/balance/null_models.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "analysis/balance/frustration/frustration.hpp"
#include "analysis/balance/sign_rewiring.hpp"
#include "analysis/balance/signed_triangles.hpp"
#include "analysis/null_model/chain_length.hpp"
#include "base/random.hpp"
#include "base/shared_blocks.hpp"

namespace entente::balance {

namespace {

constexpr std::uint64_t triangle_work = 10'000'000, frustration_work = 1'200'000;  // ties over all draws
constexpr unsigned fewest_draws = 20;
constexpr std::uint64_t trials_as_costly_as_a_tie = 20;
constexpr std::uint64_t rewiring_stream = std::uint64_t{1} << 32, pilot_stream = std::uint64_t{1} << 33;
constexpr std::uint64_t kicks = 4;  // of the local search, a vertex

// The same by bits, a pair's common neighbors 64 at once: for networks so dense that listing every triangle
// takes longer.
double balanced_share_by_bits(const FrustrationProblem& problem) {
    const std::size_t words = (std::size_t{problem.vertices} + 63) / 64;
    std::vector<std::uint64_t> tied(problem.vertices * words, 0), hostile(problem.vertices * words, 0);
    for (const SignedEdge& e : problem.edges) {
        for (const auto& [u, v] : {std::pair(e.u, e.v), std::pair(e.v, e.u)}) {
            const std::uint64_t bit = std::uint64_t{1} << (v & 63);
            tied[u * words + (v >> 6)] |= bit;
            if (e.negative()) hostile[u * words + (v >> 6)] |= bit;
        }
    }
    std::uint64_t triangles = 0, balanced = 0;  // each three times
    for (const SignedEdge& e : problem.edges) {
        std::uint64_t common = 0, differing = 0;
        for (std::size_t w = 0; w < words; ++w) {
            const std::size_t a = e.u * words + w, b = e.v * words + w;
            const std::uint64_t both = tied[a] & tied[b];
            common += static_cast<std::uint64_t>(std::popcount(both));
            differing += static_cast<std::uint64_t>(std::popcount(both & (hostile[a] ^ hostile[b])));
        }
        triangles += common;
        balanced += e.negative() ? differing : common - differing;
    }
    return triangles == 0 ? std::numeric_limits<double>::quiet_NaN()
                          : static_cast<double>(balanced) / static_cast<double>(triangles);
}

double balanced_share(const FrustrationProblem& problem) {
    constexpr std::uint32_t most_vertices = 8000;  // 16 megabytes
    if (problem.vertices <= most_vertices && problem.edges.size() > 20 * std::size_t{problem.vertices})
        return balanced_share_by_bits(problem);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const SignedEdge& e : problem.edges) pairs.push_back({e.u, e.v});
    std::uint64_t triangles = 0, balanced = 0;
    TriangleList(problem.vertices, pairs).for_each([&](std::uint32_t i, std::uint32_t j, std::uint32_t k) {
        ++triangles;
        const bool odd =
            (problem.edges[i].negative() != problem.edges[j].negative()) != problem.edges[k].negative();
        balanced += odd ? 0 : 1;
    });
    return triangles == 0 ? std::numeric_limits<double>::quiet_NaN()
                          : static_cast<double>(balanced) / static_cast<double>(triangles);
}

unsigned affordable(std::uint64_t work, std::size_t ties, unsigned draws) {
    const std::uint64_t most = std::max<std::uint64_t>(fewest_draws, work / std::max<std::size_t>(1, ties));
    return static_cast<unsigned>(std::min<std::uint64_t>(draws, most));
}

// Draws without a value (no triangles) do not count.
NullComparison compared(double observed, const std::vector<double>& draws, bool high_is_balanced) {
    NullComparison result;
    result.observed = observed;
    double sum = 0;
    std::uint64_t as_balanced = 0;
    for (const double value : draws) {
        if (std::isnan(value)) continue;
        ++result.draws;
        sum += value;
        const double margin = 1e-12 * std::max(1.0, std::abs(observed));
        as_balanced += (high_is_balanced ? value >= observed - margin : value <= observed + margin) ? 1 : 0;
    }
    if (std::isnan(observed) || result.draws == 0) return result;
    result.mean = sum / result.draws;
    double squares = 0;
    for (const double value : draws) {
        if (!std::isnan(value)) squares += (value - result.mean) * (value - result.mean);
    }
    if (result.draws > 1) result.deviation = std::sqrt(squares / (result.draws - 1));
    if (result.deviation > 1e-12 * std::max(1.0, std::abs(result.mean)))
        result.z = (observed - result.mean) / result.deviation;
    result.p = static_cast<double>(1 + as_balanced) / (1.0 + result.draws);
    return result;
}

// What rounding may leave of sums of equal numbers.
double margin(double mean) { return 1e-12 * std::max(1.0, std::abs(mean)); }

// Says so where no draw differs: then p is 1 whatever the data are.
void remark_on_sameness(BalanceNull& null) {
    const auto same = [&](const NullComparison& of, const char* what) {
        if (of.draws < 2 || std::isnan(of.p) || of.deviation > margin(of.mean) ||
            std::abs(of.mean - of.observed) > margin(of.mean))
            return;
        if (!null.remark.empty()) null.remark += "; ";
        null.remark += fmt::format("in every draw {} is that of the data", what);
    };
    same(null.balanced, "the share of balanced triangles");
    same(null.frustration, "the frustration index");
}

// Draws that cannot differ from the data say nothing about chance.
void without_test(NullComparison& comparison) { comparison.z = comparison.p = undefined; }

struct Tested {
    BalanceNull null;
    std::vector<std::uint64_t> accepted;  // exchanges, draw by draw
};

// `draw` gives network number d; `ties_a_draw` is what a draw costs, in ties.
template <class Draw>
Tested run(const Draw& draw, std::size_t ties_a_draw, const FrustrationProblem& problem,
           const NullOptions& options, const Control& control) {
    const unsigned draws = affordable(triangle_work, ties_a_draw, options.draws);
    const unsigned searched = affordable(frustration_work, problem.edges.size(), draws);
    std::vector<double> shares(draws), indices(searched);
    std::vector<std::uint8_t> proven(searched, 0);
    // Balanced share and accepted exchanges, and where it is searched the frustration index and whether that
    // is proven.
    const auto drawn = shared_blocks<double>({"draws", draws}, control, [&](std::size_t d, unsigned) {
        const RewiredSigns random = draw(d);
        std::vector<double> numbers{balanced_share(random.problem), static_cast<double>(random.accepted)};
        if (d >= searched) return numbers;
        const Division division = quick_frustration(random.problem, kicks, options.seed);
        numbers.push_back(static_cast<double>(division.upper));
        numbers.push_back(division.proven ? 1 : 0);
        return numbers;
    });
    Tested tested{BalanceNull(), std::vector<std::uint64_t>(draws)};
    for (std::size_t d = 0; d < draws; ++d) {
        shares[d] = drawn[d][0];
        tested.accepted[d] = static_cast<std::uint64_t>(drawn[d][1]);
        if (d >= searched) continue;
        indices[d] = drawn[d][2];
        proven[d] = drawn[d][3] != 0 ? 1 : 0;
    }
    BalanceNull& null = tested.null;
    null.balanced = compared(balanced_share(problem), shares, true);
    null.frustration =
        compared(static_cast<double>(quick_frustration(problem, kicks, options.seed).upper), indices, false);
    null.frustration.proven_draws = static_cast<unsigned>(std::count(proven.begin(), proven.end(), 1));
    return tested;
}

BalanceNull against_shuffled(const FrustrationProblem& problem, const NullOptions& options,
                             const Control& control) {
    const auto draw = [&](std::size_t d) {
        return RewiredSigns{shuffled_signs(problem, options.seed, d), 0};
    };
    BalanceNull null = run(draw, problem.edges.size(), problem, options, control).null;
    null.name = "signs shuffled";
    remark_on_sameness(null);
    return null;
}

BalanceNull against_rewired(const FrustrationProblem& problem, const NullOptions& options,
                            const Control& control) {
    const std::uint64_t trials = rewiring_trials(problem, options.seed);
    const std::size_t ties_a_draw =
        std::max(problem.edges.size(), static_cast<std::size_t>(trials / trials_as_costly_as_a_tie));
    const auto draw = [&](std::size_t d) { return rewired_signs(problem, trials, options.seed, d); };
    auto [null, accepted] = run(draw, ties_a_draw, problem, options, control);
    null.name = "signs rewired";
    null.exchanges = exchanges_of(problem.edges.size(), trials, accepted);
    null.remark = null.exchanges->remark;
    if (null.exchanges->accepted_a_tie > 0) {
        remark_on_sameness(null);
    } else {
        without_test(null.balanced);
        without_test(null.frustration);
    }
    return null;
}

}  // namespace

FrustrationProblem shuffled_signs(const FrustrationProblem& problem, std::uint64_t seed,
                                  std::uint64_t stream) {
    std::vector<std::uint8_t> negative;
    for (const SignedEdge& e : problem.edges) negative.push_back(e.negative() ? 1 : 0);
    Random random(seed, stream);
    random.shuffle(std::span(negative));
    FrustrationProblem shuffled = problem;
    for (std::size_t i = 0; i < negative.size(); ++i)
        shuffled.edges[i].weight = negative[i] ? -problem.edges[i].cost() : problem.edges[i].cost();
    return shuffled;
}

std::uint64_t rewiring_trials(const FrustrationProblem& problem, std::uint64_t seed) {
    SignRewiring first(problem, Random(seed, pilot_stream));
    return chain_trials(problem.edges.size(), [&](std::uint64_t trials) { return first.run(trials); });
}

RewiredSigns rewired_signs(const FrustrationProblem& problem, std::uint64_t trials, std::uint64_t seed,
                           std::uint64_t stream) {
    SignRewiring rewiring(problem, Random(seed, rewiring_stream + stream));
    const std::uint64_t accepted = rewiring.run(trials);
    return {rewiring.problem(), accepted};
}

std::vector<BalanceNull> balance_nulls(const FrustrationProblem& problem, const NullOptions& options,
                                       const Control& control) {
    if (problem.edges.empty() || options.draws == 0) return {};
    return {against_shuffled(problem, options, control), against_rewired(problem, options, control)};
}

}  // namespace entente::balance
