#include "render/layout/engines/anneal.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "base/random.hpp"
#include "render/layout/engines/anneal_state.hpp"
#include "render/picture/picture.hpp"
#include "support/networks.hpp"

using namespace entente;
using namespace entente::render;

namespace {

// Six rows of five actors, each tied to the next in its row and column.
LayoutProblem grid_of_thirty() {
    std::string text;
    for (int i = 0; i < 30; ++i) {
        if (i % 5 < 4) text += fmt::format("n{}-n{}, ", i, i + 1);
        if (i < 25) text += fmt::format("n{}-n{}, ", i, i + 5);
    }
    const Network network = test::network_of(text.substr(0, text.size() - 2));
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < network.actor_count(); ++i) actors.push_back(static_cast<ActorId>(i));
    return layout_problem_of(picture_of(network, actors, test::ties_of(network), {}));
}

Arrangement disorder(const LayoutProblem& problem, Point page) {
    Random random(3);
    Arrangement arrangement;
    for (std::size_t i = 0; i < problem.shapes.size(); ++i)
        arrangement.middle.push_back({random.uniform() * page.x, random.uniform() * page.y});
    arrangement.side.assign(problem.shapes.size(), LabelSide::below);
    return arrangement;
}

int crossings(const LayoutProblem& problem, const Arrangement& arrangement) {
    int count = 0;
    for (const Link& a : problem.links) {
        for (const Link& b : problem.links) {
            if (&a >= &b || a.a == b.a || a.a == b.b || a.b == b.a || a.b == b.b) continue;
            count += segments_cross(arrangement.middle[a.a], arrangement.middle[a.b], arrangement.middle[b.a],
                                    arrangement.middle[b.b])
                         ? 1
                         : 0;
        }
    }
    return count;
}

}  // namespace

TEST_CASE("Annealing disentangles a grid whose actors stand in disorder") {
    const LayoutProblem problem = grid_of_thirty();
    const Point page{900, 700};
    Arrangement arrangement = disorder(problem, page);
    REQUIRE(crossings(problem, arrangement) > 200);
    anneal(problem, arrangement, page, 60000, 1, 0, {});
    CHECK(crossings(problem, arrangement) <= 6);
    const Obstacles obstacles = obstacles_of(problem, arrangement);
    for (std::size_t i = 0; i < obstacles.glyph.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(obstacles.glyph[i].meets(obstacles.glyph[j]));
    }
}

TEST_CASE("After moves kept and taken back, annealing knows the costs of one that put the actors there") {
    const LayoutProblem problem = grid_of_thirty();
    const Point page{900, 700};
    const Arrangement start = disorder(problem, page);
    Annealing moved(problem, start, page);
    Random random(5);
    int kept = 0, taken_back = 0;
    for (int i = 0; i < 3000; ++i) {
        const std::size_t v = random.below(problem.shapes.size());
        const auto side = static_cast<LabelSide>(random.below(4));
        const Point to = moved.on_page(v, {random.uniform() * page.x, random.uniform() * page.y}, side);
        Annealing trial = moved;
        // Each second one is given up late, for the last part of its cost.
        const double limit = i % 2 == 0 ? moved.cost_of(v) * random.uniform() * 2
                                        : trial.move(v, to, side, 1e300) - random.uniform();
        (moved.move(v, to, side, limit) <= limit ? kept : taken_back) += 1;
    }
    CHECK(kept > 200);
    CHECK(taken_back > 1000);
    Annealing put(problem, start, page);
    const auto settle_all = [&] {
        for (std::size_t v = 0; v < problem.shapes.size(); ++v) {
            put.place(v, moved.now().middle[v], moved.now().side[v]);
            put.cost_of(v);
            put.settle(v);
        }
    };
    settle_all();
    settle_all();  // among actors that stand where they stay
    for (std::size_t v = 0; v < problem.shapes.size(); ++v) CHECK(moved.cost_of(v) == put.cost_of(v));
}
