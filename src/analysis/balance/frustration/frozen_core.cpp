#include "analysis/balance/frustration/frozen_core.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>

#include "analysis/balance/frustration/biconnected_blocks.hpp"
#include "analysis/balance/frustration/components.hpp"
#include "analysis/balance/frustration/frustration.hpp"
#include "base/disjoint_sets.hpp"

namespace entente::balance {

namespace {

constexpr std::uint64_t most_optima = 1'000'000'000'000'000;
constexpr Cost most_cost = Cost{1} << 60;

using Classes = std::vector<std::uint32_t>;  // vertex -> number of its class

// Splits the classes in which `apart` holds for some vertices only.
void refine(Classes& of, const Sides& apart) {
    std::map<std::pair<std::uint32_t, std::uint8_t>, std::uint32_t> number;
    for (std::size_t v = 0; v < of.size(); ++v)
        of[v] =
            number.try_emplace({of[v], apart[v]}, static_cast<std::uint32_t>(number.size())).first->second;
}

Sides differences(const Sides& a, const Sides& b) {
    Sides result(a.size());
    for (std::size_t v = 0; v < a.size(); ++v) result[v] = a[v] ^ b[v];
    return result;
}

struct BlockClasses {
    Classes of;
    std::vector<std::uint8_t> known;  // vertex -> whether its class is that and no smaller
    std::optional<std::uint64_t> optima;
};

BlockClasses by_trying_all(const FrustrationProblem& block, const Sides& optimum) {
    const EdgeLists lists = edge_lists(block);
    const Cost least = cost_of(block, optimum);
    BlockClasses result{Classes(block.vertices, 0), std::vector<std::uint8_t>(block.vertices, 1), 1};
    Sides side = optimum;
    Cost cost = least;
    for (std::uint64_t step = 1; step < std::uint64_t{1} << (block.vertices - 1); ++step) {
        const auto v = static_cast<std::uint32_t>(std::countr_zero(step));
        for (const auto& [other, edge] : lists.of(v))
            cost += block.edges[edge].frustrated(side) ? -block.edges[edge].cost() : block.edges[edge].cost();
        side[v] ^= 1;
        if (cost != least) continue;
        ++*result.optima;
        refine(result.of, differences(side, optimum));
    }
    return result;
}

// Best divisions of a large block that put others of a class than `center` on another side towards it.
class Searcher {
public:
    Searcher(const FrustrationProblem& block, const Sides& optimum, std::uint64_t seed, Budget& budget)
        : block_(block),
          optimum_(optimum),
          budget_(budget),
          least_(cost_of(block, optimum)),
          of_(block.vertices, 0),
          known_(block.vertices, 0) {
        options_.seed = seed;
    }

    BlockClasses run() {
        probe(firmest());
        // If another class may be larger than that of the first center, look from there, too.
        if (const std::uint32_t other = member_of_largest(); of_[other] != of_[center_]) probe(other);
        return {of_, known_, std::nullopt};
    }

private:
    // The vertex whose move would cost most.
    std::uint32_t firmest() const {
        std::vector<Cost> loss(block_.vertices, 0);
        for (const SignedEdge& e : block_.edges) {
            const Cost change = e.frustrated(optimum_) ? -e.cost() : e.cost();
            loss[e.u] += change;
            loss[e.v] += change;
        }
        return static_cast<std::uint32_t>(std::max_element(loss.begin(), loss.end()) - loss.begin());
    }

    std::uint32_t member_of_largest() const {
        std::vector<std::size_t> size(block_.vertices, 0);
        for (const std::uint32_t c : of_) ++size[c];
        return static_cast<std::uint32_t>(
            std::max_element(of_.begin(), of_.end(),
                             [&](std::uint32_t a, std::uint32_t b) { return size[a] < size[b]; }) -
            of_.begin());
    }

    // Every vertex that no best division known puts apart from the center is asked to stand apart, for a
    // price so low that only best divisions can afford to obey; until none does, or that cannot be proven.
    void probe(std::uint32_t center) {
        center_ = center;
        for (;;) {
            const std::optional<FrustrationProblem> question = asking_apart();
            if (!question) return;
            const Division answer = minimum_frustration(*question, options_, budget_);
            budget_.steps = answer.steps;
            if (cost_of(block_, answer.side) != least_) return;
            Sides apart = differences(answer.side, optimum_);
            if (apart[center]) {
                for (std::uint8_t& a : apart) a ^= 1;
            }
            const std::uint32_t before = settled_;
            refine(of_, apart);
            if (std::count(of_.begin(), of_.end(), of_[center]) == before) {
                for (std::size_t v = 0; v < of_.size() && answer.proven; ++v)
                    known_[v] = known_[v] || of_[v] == of_[center] ? 1 : 0;
                return;
            }
            if (budget_.spent()) return;
        }
    }

    std::optional<FrustrationProblem> asking_apart() {
        std::vector<std::uint8_t> asked(block_.vertices, 0);
        for (std::uint32_t v = 0; v < block_.vertices; ++v)
            asked[v] = v != center_ && of_[v] == of_[center_] ? 1 : 0;
        settled_ = 1 + static_cast<std::uint32_t>(std::count(asked.begin(), asked.end(), 1));
        const Cost scale = static_cast<Cost>(std::bit_ceil(settled_ + std::uint64_t{1}));
        Cost total = 0;
        FrustrationProblem question{block_.vertices, {}};
        const auto ask = [&](std::uint32_t v, Cost weight) {
            return optimum_[v] == optimum_[center_] ? weight - 1 : weight + 1;
        };
        for (const SignedEdge& e : block_.edges) {
            total += e.cost();
            if (total > most_cost / scale) return std::nullopt;
            Cost weight = scale * e.weight;
            for (const auto& [v, other] : {std::pair(e.u, e.v), std::pair(e.v, e.u)}) {
                if (other != center_ || !asked[v]) continue;
                weight = ask(v, weight);
                asked[v] = 0;
            }
            question.edges.push_back({e.u, e.v, weight});
        }
        for (std::uint32_t v = 0; v < block_.vertices; ++v) {
            if (asked[v]) question.edges.push_back({center_, v, ask(v, 0)});
        }
        return question;
    }

    const FrustrationProblem& block_;
    const Sides& optimum_;
    Budget& budget_;
    FrustrationOptions options_;
    Cost least_;
    Classes of_;
    std::vector<std::uint8_t> known_;
    std::uint32_t center_ = 0, settled_ = 0;
};

// Too much work to look: all one class, as far as is known.
BlockClasses not_looked_at(const FrustrationProblem& block) {
    return {Classes(block.vertices, 0), std::vector<std::uint8_t>(block.vertices, 0), std::nullopt};
}

BlockClasses classes_of(const FrustrationProblem& block, const Sides& optimum, std::uint64_t seed,
                        std::uint32_t try_up_to, Budget& left) {
    if (left.spent()) return not_looked_at(block);
    if (block.vertices > try_up_to) return Searcher(block, optimum, seed, left).run();
    const std::uint64_t a_division = 1 + 2 * block.edges.size() / block.vertices;
    left.spend(a_division << (block.vertices - 1));
    return left.spent() ? not_looked_at(block) : by_trying_all(block, optimum);
}

// How many parts may be turned towards others that `canceled` pairs join them to.
std::size_t free_turns(const FrustrationProblem& problem, std::span<const VertexPair> canceled) {
    DisjointSets parts(problem.vertices);
    for (const SignedEdge& e : problem.edges) parts.unite(e.u, e.v);
    std::size_t turns = 0;
    for (const auto& [u, v] : canceled) {
        if (parts.of(u) == parts.of(v)) continue;
        parts.unite(u, v);
        ++turns;
    }
    return turns;
}

void multiply(std::optional<std::uint64_t>& optima, std::optional<std::uint64_t> factor) {
    if (!optima || !factor || *optima > most_optima / *factor) {
        optima.reset();
    } else {
        *optima *= *factor;
    }
}

void mark_outside_core(const std::vector<std::uint32_t>& component, DisjointSets& sets,
                       std::vector<std::uint8_t>& contested) {
    std::map<std::uint32_t, std::size_t> size;
    for (const std::uint32_t v : component) ++size[sets.of(v)];
    std::uint32_t core = sets.of(component[0]);
    for (const std::uint32_t v : component) {
        if (size[sets.of(v)] > size[core]) core = sets.of(v);
    }
    for (const std::uint32_t v : component) contested[v] = sets.of(v) != core ? 1 : 0;
}

}  // namespace

FrozenCore settled_sides(const FrustrationProblem& problem, std::span<const VertexPair> canceled,
                         const Sides& optimum, std::uint64_t seed, const Budget& budget,
                         std::uint32_t try_up_to) {
    FrozenCore result{std::vector<std::uint8_t>(problem.vertices, 0), true, 1};
    std::vector<std::uint8_t> known(problem.vertices, 1);
    Budget left = budget;
    DisjointSets sets(problem.vertices);
    for (const Block& block : blocks(problem)) {
        Sides side;
        for (const std::uint32_t v : block.vertex_of) side.push_back(optimum[v]);
        const BlockClasses classes = classes_of(block.problem, side, seed, try_up_to, left);
        multiply(result.optima, classes.optima);
        std::map<std::uint32_t, std::uint32_t> first;
        for (std::uint32_t v = 0; v < block.problem.vertices; ++v) {
            known[block.vertex_of[v]] &= classes.known[v];
            sets.unite(block.vertex_of[v],
                       block.vertex_of[first.try_emplace(classes.of[v], v).first->second]);
        }
    }
    for (std::size_t i = free_turns(problem, canceled); i > 0; --i) multiply(result.optima, 2);
    for (const auto& component : components(problem, canceled))
        mark_outside_core(component, sets, result.contested);
    // A class that may be smaller than it looks says too much only where it is part of a core.
    for (std::uint32_t v = 0; v < problem.vertices; ++v)
        result.exact = result.exact && (known[v] || result.contested[v]);
    return result;
}

}  // namespace entente::balance
