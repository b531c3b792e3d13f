// What Graphviz' engines give.
#include "render/layout/engines/graphviz.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <memory>

#include "base/random.hpp"
#include "render/layout/engines/process_pool.hpp"
#include "support/networks.hpp"

using namespace entente;
using namespace entente::render;

TEST_CASE("Positions do not depend on where things lie in memory") {
    Random random(6);
    std::string text = "n0-n1";
    for (int i = 2; i < 120; ++i) text += fmt::format(", n{}-n{}", random.below(20), 20 + random.below(20));
    const Network network = test::network_of(text);
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < network.actor_count(); ++i) actors.push_back(static_cast<ActorId>(i));
    const LayoutProblem problem = layout_problem_of(picture_of(network, actors, test::ties_of(network), {}));
    const std::string engine = GENERATE(as<std::string>{}, "neato", "sfdp");
    CAPTURE(engine);
    std::vector<std::function<Numbers()>> tasks;
    for (std::size_t k = 0; k < 8; ++k) {
        tasks.push_back([&, k] {
            const auto moves_what_follows = std::make_unique<std::byte[]>(1 + k * 7'000);
            Numbers numbers;
            for (const Point p : graphviz_positions(problem, engine, false, 1))
                numbers.insert(numbers.end(), {p.x, p.y});
            return numbers;
        });
    }
    Control control;
    control.threads = 2;
    const auto answers = in_processes(tasks, control);
    REQUIRE(answers.front());
    for (const auto& answer : answers) CHECK(answer == answers.front());
}
