#include "analysis/balance/null_models.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "analysis/balance/frustration/frustration.hpp"
#include "analysis/balance/signed_triangles.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"

namespace entente::balance {

namespace {

constexpr std::uint64_t triangle_work = 10'000'000, frustration_work = 1'200'000;  // ties over all draws
constexpr unsigned fewest_draws = 20;
constexpr std::uint64_t kicks = 4;  // of the local search, a vertex

// The pairs that have a tie: a bit for each pair of a network of up to so many vertices, else an open hash
// table.
class PairSet {
public:
    PairSet(std::uint32_t vertices, std::size_t pairs)
        : vertices_(vertices),
          bits_(vertices <= most_vertices_for_bits ? (std::size_t{vertices} * vertices + 63) / 64 : 0, 0),
          slots_(bits_.empty() ? std::bit_ceil(4 * pairs + 4) : 1, empty),
          mask_(slots_.size() - 1) {}
    bool contains(std::uint32_t u, std::uint32_t v) const {
        if (bits_.empty()) return slots_[find(key(u, v))] != empty;
        return ((bits_[bit(u, v) >> 6] >> (bit(u, v) & 63)) & 1U) != 0;
    }
    void insert(std::uint32_t u, std::uint32_t v) {
        if (!bits_.empty()) return turn(u, v);
        slots_[find(key(u, v))] = key(u, v);
    }
    void erase(std::uint32_t u, std::uint32_t v) {
        if (!bits_.empty()) return turn(u, v);
        std::size_t hole = find(key(u, v));
        slots_[hole] = empty;
        for (std::size_t at = (hole + 1) & mask_; slots_[at] != empty;
             at = (at + 1) & mask_) {  // close the gap
            const std::size_t home = place(slots_[at]);
            if (((at - home) & mask_) >= ((at - hole) & mask_)) {
                slots_[hole] = slots_[at];
                slots_[at] = empty;
                hole = at;
            }
        }
    }

private:
    static constexpr std::uint64_t empty = std::numeric_limits<std::uint64_t>::max();
    static constexpr std::uint32_t most_vertices_for_bits = 4000;  // two megabytes
    static std::uint64_t key(std::uint32_t u, std::uint32_t v) {
        return u < v ? (std::uint64_t{u} << 32) | v : (std::uint64_t{v} << 32) | u;
    }
    std::size_t bit(std::uint32_t u, std::uint32_t v) const {
        return std::size_t{std::min(u, v)} * vertices_ + std::max(u, v);
    }
    void turn(std::uint32_t u, std::uint32_t v) {
        bits_[bit(u, v) >> 6] ^= std::uint64_t{1} << (bit(u, v) & 63);
    }
    std::size_t place(std::uint64_t k) const {
        return static_cast<std::size_t>((k * 0x9E3779B97F4A7C15ULL) >> 20) & mask_;
    }
    std::size_t find(std::uint64_t k) const {
        std::size_t at = place(k);
        while (slots_[at] != empty && slots_[at] != k) at = (at + 1) & mask_;
        return at;
    }
    std::uint32_t vertices_;
    std::vector<std::uint64_t> bits_, slots_;
    std::size_t mask_;
};

// A whole number below `bound` without a division: of 2^64 equally likely draws at most one more falls on
// some numbers than on others.
std::size_t quick_below(Random& random, std::size_t bound) {
    __extension__ using Product = unsigned __int128;
    return static_cast<std::size_t>((Product{random()} * bound) >> 64);
}

// Trades ends within one sign: (a, b), (c, d) become (a, d), (c, b) unless that makes a loop or a second tie
// of a pair.
void trade_ends(std::vector<SignedEdge>& edges, const std::vector<std::uint32_t>& layer, PairSet& tied,
                Random& random) {
    if (layer.size() < 2) return;
    for (std::size_t trial = 0; trial < 5 * layer.size(); ++trial) {
        const std::size_t i = quick_below(random, layer.size()), j = quick_below(random, layer.size());
        SignedEdge& e = edges[layer[i]];
        SignedEdge& f = edges[layer[j]];
        const bool turned = (random() >> 63) != 0;
        const std::uint32_t c = turned ? f.v : f.u, d = turned ? f.u : f.v;
        if (i == j || e.u == d || c == e.v || e.u == c || e.v == d || tied.contains(e.u, d) ||
            tied.contains(c, e.v))
            continue;
        tied.erase(e.u, e.v);
        tied.erase(f.u, f.v);
        const std::uint32_t b = e.v;
        e.v = d;
        f.u = c;
        f.v = b;
        tied.insert(e.u, e.v);
        tied.insert(f.u, f.v);
    }
}

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

using Draw = FrustrationProblem (*)(const FrustrationProblem&, std::uint64_t, std::uint64_t);

BalanceNull run(const char* name, Draw draw, std::uint64_t stream, const FrustrationProblem& problem,
                const NullOptions& options, const Control& control) {
    const unsigned draws = affordable(triangle_work, problem.edges.size(), options.draws);
    const unsigned searched = affordable(frustration_work, problem.edges.size(), draws);
    std::vector<double> shares(draws), indices(searched);
    std::vector<std::uint8_t> proven(searched, 0);
    parallel_blocks(draws, control, [&](std::size_t d, unsigned) {
        const FrustrationProblem random = draw(problem, options.seed, stream + d);
        shares[d] = balanced_share(random);
        if (d >= searched) return;
        const Division division = quick_frustration(random, kicks, options.seed);
        indices[d] = static_cast<double>(division.upper);
        proven[d] = division.proven ? 1 : 0;
    });
    BalanceNull null{name, compared(balanced_share(problem), shares, true), {}};
    null.frustration =
        compared(static_cast<double>(quick_frustration(problem, kicks, options.seed).upper), indices, false);
    null.frustration.proven_draws = static_cast<unsigned>(std::count(proven.begin(), proven.end(), 1));
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

FrustrationProblem rewired_signs(const FrustrationProblem& problem, std::uint64_t seed,
                                 std::uint64_t stream) {
    Random random(seed, stream);
    FrustrationProblem rewired = problem;
    PairSet tied(problem.vertices, problem.edges.size());
    std::vector<std::uint32_t> positive, negative;
    for (std::uint32_t i = 0; i < problem.edges.size(); ++i) {
        tied.insert(problem.edges[i].u, problem.edges[i].v);
        (problem.edges[i].negative() ? negative : positive).push_back(i);
    }
    // In turns, so that each sign gets out of the other's way.
    for (unsigned turn = 0; turn < 2; ++turn) {
        trade_ends(rewired.edges, positive, tied, random);
        trade_ends(rewired.edges, negative, tied, random);
    }
    return rewired;
}

std::vector<BalanceNull> balance_nulls(const FrustrationProblem& problem, const NullOptions& options,
                                       const Control& control) {
    if (problem.edges.empty() || options.draws == 0) return {};
    constexpr std::uint64_t second_half = std::uint64_t{1} << 32;
    return {run("signs shuffled", shuffled_signs, 0, problem, options, control),
            run("signs rewired", rewired_signs, second_half, problem, options, control)};
}

}  // namespace entente::balance
