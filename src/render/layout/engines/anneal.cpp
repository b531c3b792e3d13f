#include "render/layout/engines/anneal.hpp"

#include <algorithm>
#include <vector>

#include "base/portable_math.hpp"
#include "base/random.hpp"
#include "render/layout/costs.hpp"
#include "render/layout/engines/anneal_state.hpp"

namespace entente::render {
namespace {

struct Cooling {
    double temperature, reach;
};

Cooling cooling(double done, Point page) {
    return {annealing_cost::first_temperature * portable_exp(-8 * done),
            std::max(6.0, 0.45 * std::max(page.x, page.y) * portable_exp(-3.8 * done))};
}

// −ln u for a random u in (0, 1), in 1,024 steps: a logarithm each time would take longer than some moves.
double surprise(Random& random) {
    constexpr std::size_t bits = 10, steps = std::size_t{1} << bits;
    static const std::vector<double> of_step = [] {
        std::vector<double> values;
        for (std::size_t k = 0; k < steps; ++k)
            values.push_back(-portable_log((static_cast<double>(k) + 0.5) / steps));
        return values;
    }();
    return of_step[random() >> (64 - bits)];
}

// The cost that a change may reach: what it is now and, with falling probability, more (Metropolis et al.
// 1953).
double allowance(double before, double temperature, Random& random) {
    return before + temperature * surprise(random);
}

// Tries a place for node v, whose cost `cost` is and which is brought up to date.
void try_move(Annealing& state, std::size_t v, Point to, LabelSide side, double& cost, double temperature,
              Random& random) {
    const double limit = allowance(cost, temperature, random);
    const double after = state.move(v, state.on_page(v, to, side), side, limit);
    if (after <= limit) cost = after;
}

void try_swap(Annealing& state, std::size_t v, std::size_t u, double temperature, Random& random) {
    const Point pv = state.now().middle[v], pu = state.now().middle[u];
    const LabelSide sv = state.now().side[v], su = state.now().side[u];
    const auto put = [&](Point at_v, Point at_u) {
        state.place(v, at_v, sv);
        state.place(u, at_u, su);
        for (const std::size_t node : {v, u}) {
            state.cost_of(node);
            state.settle(node);
        }
    };
    const double limit = allowance(state.cost_of(v) + state.cost_of(u), temperature, random);
    put(state.on_page(v, pu, sv), state.on_page(u, pv, su));
    if (state.cost_of(v) + state.cost_of(u) > limit) put(pv, pu);
}

Point mean_of_neighbors(const LayoutProblem& problem, const Arrangement& now, std::size_t v) {
    Point sum;
    for (const std::uint32_t index : problem.links_of[v]) {
        const Link& link = problem.links[index];
        sum = sum + now.middle[link.a == v ? link.b : link.a];
    }
    const double degree = static_cast<double>(problem.links_of[v].size());
    return degree > 0 ? sum * (1 / degree) : now.middle[v];
}

// One place or side for v: mostly near where it is, sometimes amid those it is tied to or anywhere.
void propose(Annealing& state, const LayoutProblem& problem, std::size_t v, double& cost, Cooling cool,
             Point page, Random& random) {
    const NodeShape& shape = problem.shapes[v];
    const Point here = state.now().middle[v];
    const LabelSide side = state.now().side[v];
    const double kind = random.uniform();
    if (kind < 0.08 && !shape.inside && !shape.lines.empty()) {
        try_move(state, v, here, static_cast<LabelSide>(random.below(4)), cost, cool.temperature, random);
        return;
    }
    const double dx = random.uniform() * 2 - 1, dy = random.uniform() * 2 - 1;
    const Point to = kind < 0.28
                         ? mean_of_neighbors(problem, state.now(), v) + Point{dx, dy} * (cool.reach / 2)
                     : kind < 0.33 ? Point{(dx + 1) / 2 * page.x, (dy + 1) / 2 * page.y}
                                   : here + Point{dx, dy} * cool.reach;
    try_move(state, v, to, side, cost, cool.temperature, random);
}

}  // namespace

void anneal(const LayoutProblem& problem, Arrangement& arrangement, Point page, std::uint64_t proposals,
            std::uint64_t seed, std::uint64_t stream, const Control& control) {
    constexpr std::uint64_t tries = 4;  // for a node at a time, so that its cost is seldom asked for anew
    constexpr double swaps = 0.08;
    const std::size_t n = problem.shapes.size();
    if (n < 2) return;
    Annealing state(problem, arrangement, page);
    Random random(seed, stream);
    for (std::uint64_t i = 0; i < proposals; i += tries) {
        if (i % 256 == 0) control.checkpoint();
        const double done = static_cast<double>(i) / static_cast<double>(proposals);
        const Cooling cool = cooling(done, page);
        if (i % 64 == 0) state.harden(done);
        const std::size_t v = random.below(n);
        if (random.uniform() < swaps) {
            const std::size_t u = random.below(n);
            if (u != v) try_swap(state, v, u, cool.temperature, random);
            continue;
        }
        double cost = state.cost_of(v);
        for (std::uint64_t k = 0; k < tries; ++k) propose(state, problem, v, cost, cool, page, random);
    }
    arrangement = state.now();
}

}  // namespace entente::render
