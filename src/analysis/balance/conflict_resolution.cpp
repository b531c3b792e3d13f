#include "analysis/balance/conflict_resolution.hpp"

#include <algorithm>
#include <cmath>

namespace entente::balance {

namespace {

constexpr double parts = 1024;  // costs are multiples of 1/1024, so that reductions may halve them ten times

// Ten to the least power that makes all strengths whole (within what adding decimals loses), or 0 when none
// up to nine does.
double decimal_scale(const SignedGraph& graph) {
    const auto whole = [](double strength, double scale) {
        const double scaled = strength * scale;
        return std::abs(scaled - std::round(scaled)) <= 1e-9 + 1e-13 * scaled;
    };
    double total = 0;
    for (const SignedPair& pair : graph.pairs) total += pair.positive + pair.negative;
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
        const double scale = decimal_scale(graph);
        whole_ = scale > 0 ? scale : binary_scale();
        result_.factor = whole_ * parts;
        if (scale == 0) result_.rounding = static_cast<double>(graph.pairs.size()) / whole_;
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
    double binary_scale() const {
        double total = 0;
        for (const SignedPair& pair : graph_.pairs) total += pair.positive + pair.negative;
        return std::exp2(std::floor(46 - std::log2(total)));
    }

    Cost cost(double strength) const {
        return static_cast<Cost>(std::llround(strength * whole_)) * static_cast<Cost>(parts);
    }

    void net(std::uint32_t p) {
        const SignedPair& pair = graph_.pairs[p];
        const Cost difference = cost(pair.positive) - cost(pair.negative);
        if (difference == 0) return;
        const Cost weight = graph_.weighted ? difference : (difference > 0 ? cost(1) : -cost(1));
        result_.ties.push_back({p, weight < 0, pair.positive_rows + pair.negative_rows,
                                result_.strength_of(weight < 0 ? -weight : weight)});
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

double ResolvedTies::strength_of(Cost cost) const {
    return static_cast<double>(cost) / parts / (factor / parts);
}

double ResolvedTies::total() const {
    double sum = 0;
    for (const ResolvedTie& tie : ties) sum += std::round(tie.strength * factor);
    return sum / factor;
}

ResolvedTies resolved_ties(const SignedGraph& graph, ConflictRule rule) { return Ruling(graph, rule).run(); }

}  // namespace entente::balance
