#include "render/layout/engines/process_pool.hpp"

#include <catch2/catch.hpp>
#include <csignal>
#include <stdexcept>

using namespace entente;
using namespace entente::render;

TEST_CASE("A process that is killed or throws leaves no answer, and the others answer in order") {
    const std::vector<std::function<Numbers()>> tasks{[] {
                                                          return Numbers{1, 2};
                                                      },
                                                      []() -> Numbers {
                                                          std::raise(SIGKILL);
                                                          return {};
                                                      },
                                                      []() -> Numbers { throw std::runtime_error("no"); },
                                                      [] { return Numbers{3}; }};
    const auto answers = in_processes(tasks, Control{});
    REQUIRE(answers.size() == 4);
    CHECK(answers[0] == Numbers{1, 2});
    CHECK_FALSE(answers[1].has_value());
    CHECK_FALSE(answers[2].has_value());
    CHECK(answers[3] == Numbers{3});
}
