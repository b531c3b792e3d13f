#include "analysis/balance/conflict_resolution.hpp"

#include <algorithm>
#include <cmath>

namespace entente::balance {

namespace {

constexpr double parts = 1024;  // costs are multiples of 1/1024, so that reductions may halve them ten times

// Ten to the least power that makes all strengths whole (within what adding decimals loses), or 0 when none
// up to nine does.
double decimal_scale(const SignedGraph& graph, double total) {
    const auto whole = [](double strength, double scale) {
        const double scaled = strength * scale;
        return strength == 0 ||
               (scaled > 0.5 && std::abs(scaled - std::round(scaled)) <= 1e-9 + 1e-13 * scaled);
    };
    double scale = 1;
    for (int digits = 0; digits <= 9 && total * scale < 0x1p48; ++digits, scale *= 10) {
        if (std::all_of(graph.pairs.begin(), graph.pairs.end(), [&](const SignedPair& p) {
                return whole(p.positive, scale) && whole(p.negative, scale);
            }))
            return scale;
    }
    return 0;
}

class Ruling {
public:
    Ruling(const SignedGraph& graph, ConflictRule rule) : graph_(graph), rule_(rule) {
        double total = 0;
        for (const SignedPair& pair : graph.pairs) total += pair.positive + pair.negative;
        const double scale = decimal_scale(graph, total);
        // So that the factor can be held whatever the strengths are.
        if (total > 0 && (total < 1e-200 || total > 1e200)) result_.exponent = std::ilogb(total);
        whole_ =
            scale > 0 ? scale : std::exp2(46 - std::floor(std::log2(std::ldexp(total, -result_.exponent))));
        result_.factor = whole_ * parts;
        if (scale == 0)
            result_.rounding = std::ldexp(static_cast<double>(graph.pairs.size()) / whole_, result_.exponent);
        result_.problem.vertices = static_cast<std::uint32_t>(graph.vertex_count());
    }

    ResolvedTies run() {
        for (std::uint32_t p = 0; p < graph_.pairs.size(); ++p) {
            const std::size_t before = result_.ties.size();
            if (rule_ == ConflictRule::keep) {
                keep(p);
            } else if (rule_ == ConflictRule::net || !graph_.pairs[p].conflicting()) {
                net(p);
            }
            if (result_.ties.size() == before) ++result_.undecided;
        }
        return std::move(result_);
    }

private:
    // No tie is too weak to count: what would be rounded to nothing costs the least that anything does.
    Cost cost(double strength) const {
        if (!(strength > 0)) return 0;
        const auto whole = static_cast<Cost>(std::llround(std::ldexp(strength, -result_.exponent) * whole_));
        return std::max<Cost>(1, whole) * static_cast<Cost>(parts);
    }

    // What is left of a pair, which has the sign of its strengths even where their costs are rounded alike.
    Cost rest_of(const SignedPair& pair) const {
        const Cost rest = cost(pair.positive) - cost(pair.negative);
        const double difference = pair.positive - pair.negative;
        if (rest != 0 || result_.rounding == 0 ||
            std::abs(difference) <= 1e-12 * std::max(pair.positive, pair.negative))
            return rest;
        return static_cast<Cost>(difference > 0 ? parts : -parts);
    }

    void net(std::uint32_t p) {
        const SignedPair& pair = graph_.pairs[p];
        const Cost difference = rest_of(pair);
        if (difference == 0) return;
        const Cost weight = graph_.weighted ? difference : (difference > 0 ? cost(1) : -cost(1));
        const double strength = graph_.weighted && result_.rounding > 0
                                    ? std::abs(pair.positive - pair.negative)
                                    : result_.strength_of(weight < 0 ? -weight : weight);
        result_.ties.push_back({p, weight < 0, pair.positive_rows + pair.negative_rows, strength});
        result_.problem.edges.push_back({pair.a, pair.b, weight});
    }

    void keep(std::uint32_t p) {
        const SignedPair& pair = graph_.pairs[p];
        const Cost positive = cost(pair.positive), negative = cost(pair.negative);
        if (positive > 0) result_.ties.push_back({p, false, pair.positive_rows, pair.positive});
        if (negative > 0) result_.ties.push_back({p, true, pair.negative_rows, pair.negative});
        result_.constant += std::min(positive, negative);
        if (positive != negative) {
            result_.problem.edges.push_back({pair.a, pair.b, positive - negative});
        } else if (positive > 0) {
            result_.canceled.emplace_back(pair.a, pair.b);
        }
    }

    const SignedGraph& graph_;
    ConflictRule rule_;
    double whole_ = 1;
    ResolvedTies result_;
};

}  // namespace

double ResolvedTies::strength_of(double cost) const {
    return std::ldexp(cost / parts / (factor / parts), exponent);
}

double ResolvedTies::total() const {
    double sum = 0;
    for (const ResolvedTie& tie : ties) sum += std::round(std::ldexp(tie.strength, -exponent) * factor);
    return std::ldexp(sum / factor, exponent);
}

ResolvedTies resolved_ties(const SignedGraph& graph, ConflictRule rule) { return Ruling(graph, rule).run(); }

}  // namespace entente::balance
