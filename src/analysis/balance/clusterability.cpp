#include "analysis/balance/clusterability.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

#include "analysis/balance/correlation_clustering_search.hpp"
#include "analysis/balance/frustration/biconnected_blocks.hpp"
#include "base/disjoint_sets.hpp"

namespace entente::balance {

namespace {

constexpr double far = std::numeric_limits<double>::infinity();
constexpr double least_violation = 1e-5;
constexpr std::uint64_t steps_a_vertex = 12, steps_an_arc = 2;  // of a search

// Blocs along the positive edges that `joins` accepts, numbered by their first vertices.
template <class Joins>
std::vector<std::uint32_t> held_together(const FrustrationProblem& problem, const Joins& joins) {
    DisjointSets sets(problem.vertices);
    for (std::size_t i = 0; i < problem.edges.size(); ++i) {
        if (!problem.edges[i].negative() && joins(i)) sets.unite(problem.edges[i].u, problem.edges[i].v);
    }
    constexpr std::uint32_t unnumbered = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> number(problem.vertices, unnumbered), bloc(problem.vertices);
    std::uint32_t count = 0;
    for (std::uint32_t v = 0; v < problem.vertices; ++v) {
        std::uint32_t& n = number[sets.of(v)];
        if (n == unnumbered) n = count++;
        bloc[v] = n;
    }
    return bloc;
}

// Cycles with one negative edge whose edges x leaves unpaid.
class MixedCycles {
public:
    MixedCycles(const FrustrationProblem& problem, const EdgeLists& lists)
        : problem_(problem), lists_(lists), distance_(problem.vertices, far), came_by_(problem.vertices) {}

    std::vector<Cut> separate(const Values& x, std::size_t most, Budget& budget) {
        std::vector<Cut> cuts;
        std::vector<std::uint8_t> uses(problem_.edges.size(), 0);
        for (std::uint32_t i = 0; i < problem_.edges.size() && cuts.size() < most; ++i) {
            if (!problem_.edges[i].negative()) continue;
            const bool found =
                shortest_path(x, problem_.edges[i].u, problem_.edges[i].v, 1 - least_violation - x[i]);
            budget.spend(steps_a_vertex * reached_.size() + steps_an_arc * std::exchange(arcs_, 0));
            if (budget.spent()) return cuts;
            if (!found) continue;
            Cut cut{{{i, 1}}, 1};
            for (std::uint32_t v = problem_.edges[i].v; v != problem_.edges[i].u;) {
                const std::uint32_t edge = came_by_[v];
                cut.terms.push_back({edge, 1});
                v = problem_.edges[edge].u == v ? problem_.edges[edge].v : problem_.edges[edge].u;
            }
            const bool crowded = std::any_of(cut.terms.begin(), cut.terms.end(),
                                             [&](const auto& term) { return uses[term.first] >= 4; });
            if (crowded) continue;
            for (const auto& [edge, coefficient] : cut.terms) ++uses[edge];
            cuts.push_back(std::move(cut));
        }
        return cuts;
    }

private:
    // Along positive edges of length x; false when longer than `limit`.
    bool shortest_path(const Values& x, std::uint32_t from, std::uint32_t to, double limit) {
        for (const std::uint32_t v : reached_) distance_[v] = far;
        reached_.assign(1, from);
        distance_[from] = 0;
        heap_.assign(1, {0.0, from});
        while (!heap_.empty()) {
            std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
            const auto [length, v] = heap_.back();
            heap_.pop_back();
            if (length > distance_[v]) continue;
            if (v == to) return true;
            arcs_ += lists_.of(v).size();
            for (const auto& [other, edge] : lists_.of(v)) {
                const double next = length + x[edge] + 1e-7;
                if (problem_.edges[edge].negative() || next >= limit || next >= distance_[other]) continue;
                if (distance_[other] == far) reached_.push_back(other);
                distance_[other] = next;
                came_by_[other] = edge;
                heap_.push_back({next, other});
                std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
            }
        }
        return false;
    }

    const FrustrationProblem& problem_;
    const EdgeLists& lists_;
    std::vector<double> distance_;
    std::vector<std::uint32_t> came_by_, reached_;
    std::uint64_t arcs_ = 0;  // looked at
    std::vector<std::pair<double, std::uint32_t>> heap_;
};

void search(const FrustrationProblem& problem, CorrelationClusteringSearch& local, Random& random,
            Blocs& best) {
    const bool small = problem.vertices < 1000;
    best.upper = std::numeric_limits<Cost>::max();
    for (unsigned start = 0; start < (small ? 12U : 4U) && best.upper > 0; ++start) {
        std::vector<std::uint32_t> bloc(problem.vertices, 0);
        if (start == 0) bloc = held_together(problem, [](std::size_t) { return true; });
        if (start > 1) {
            for (std::uint32_t v = 0; v < problem.vertices; ++v)
                bloc[v] = start % 2 == 0 ? v : static_cast<std::uint32_t>(random.below(problem.vertices));
        }
        const Cost cost = local.improve(bloc, random, small ? 1000 : 3 * std::uint64_t{problem.vertices});
        if (cost < best.upper) {
            best.upper = cost;
            best.bloc = std::move(bloc);
        }
    }
    best.proven = best.upper == 0;
}

void prove(const FrustrationProblem& problem, const EdgeLists& lists, CorrelationClusteringSearch& local,
           Random& random, Budget& budget, Blocs& best) {
    MixedCycles cycles(problem, lists);
    CutProblem cut;
    for (const SignedEdge& e : problem.edges) cut.costs.push_back(e.cost());
    cut.upper = best.upper;
    cut.divisor = common_divisor(problem);
    cut.separate = [&](const Values& x, bool) { return cycles.separate(x, 300, budget); };
    cut.round = [&](const Values& x, Cost& upper) {
        std::vector<std::uint32_t> bloc = held_together(problem, [&](std::size_t i) { return x[i] < 0.5; });
        const Cost cost = local.improve(bloc, random, 30);
        if (cost >= upper) return;
        upper = best.upper = cost;
        best.bloc = std::move(bloc);
    };
    cut.contradictory = [&](const std::vector<Case>& cases) {
        const std::vector<std::uint32_t> bloc =
            held_together(problem, [&](std::size_t i) { return cases[i] == Case::zero; });
        for (std::size_t i = 0; i < cases.size(); ++i) {
            const SignedEdge& e = problem.edges[i];
            if (e.negative() && cases[i] == Case::zero && bloc[e.u] == bloc[e.v]) return true;
        }
        return false;
    };
    const Proof proof = branch_and_cut(cut, budget);
    best.lower = proof.lower;
    best.proven = proof.proven;
}

}  // namespace

Cost errors_of(const FrustrationProblem& problem, const std::vector<std::uint32_t>& bloc) {
    Cost sum = 0;
    for (const SignedEdge& e : problem.edges) {
        if ((bloc[e.u] == bloc[e.v]) == e.negative()) sum += e.cost();
    }
    return sum;
}

Blocs fewest_errors(const FrustrationProblem& problem, std::uint64_t seed, Budget budget) {
    Blocs whole;
    whole.proven = true;
    DisjointSets together(problem.vertices);
    for (const Block& block : blocks(problem)) {
        const EdgeLists lists = edge_lists(block.problem);
        CorrelationClusteringSearch local(block.problem, lists);
        Random random(seed, block.problem.edges.size());
        Blocs part;
        search(block.problem, local, random, part);
        if (!part.proven && !budget.spent()) prove(block.problem, lists, local, random, budget, part);
        whole.lower += part.lower;
        whole.proven = whole.proven && part.proven;
        std::vector<std::uint32_t> first(block.problem.vertices, std::numeric_limits<std::uint32_t>::max());
        for (std::uint32_t v = 0; v < block.problem.vertices; ++v) {
            std::uint32_t& other = first[part.bloc[v]];
            if (other == std::numeric_limits<std::uint32_t>::max()) other = v;
            together.unite(block.vertex_of[v], block.vertex_of[other]);
        }
    }
    std::vector<std::uint32_t> united(problem.vertices);
    for (std::uint32_t v = 0; v < problem.vertices; ++v) united[v] = together.of(v);
    whole.bloc = held_together(
        problem, [&](std::size_t i) { return united[problem.edges[i].u] == united[problem.edges[i].v]; });
    whole.upper = errors_of(problem, whole.bloc);
    whole.proven = whole.proven && whole.upper == whole.lower;
    return whole;
}

}  // namespace entente::balance
