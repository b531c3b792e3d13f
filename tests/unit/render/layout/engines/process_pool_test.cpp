#include "render/layout/engines/process_pool.hpp"

#include <poll.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>

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

namespace {

Numbers after(std::chrono::milliseconds time, double number) {
    std::this_thread::sleep_for(time);
    return {number};
}

}  // namespace

TEST_CASE("A pool that ran until there was room has started every task and left a thread free") {
    using std::chrono::milliseconds;
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const std::vector<std::function<Numbers()>> tasks{[] { return after(milliseconds(20), 1); },
                                                      [] { return after(milliseconds(20), 2); },
                                                      [&] {
                                                          (void)!write(ends[1], "3", 1);
                                                          return after(milliseconds(400), 3);
                                                      }};
    ProcessPool two(tasks, Control{.threads = 2});
    two.run_until_room();
    CHECK(two.running() <= 1);  // on a busy machine the last may have ended by now
    pollfd last{ends[0], POLLIN, 0};
    CHECK(poll(&last, 1, 10000) == 1);  // it works without being waited for
    const std::vector<std::optional<Numbers>> answers = two.finish();
    CHECK(answers == std::vector<std::optional<Numbers>>{Numbers{1}, Numbers{2}, Numbers{3}});
    CHECK(two.running() == 0);
    ProcessPool one(tasks, Control{.threads = 1});
    one.run_until_room();
    CHECK(one.running() == 0);
    CHECK(one.finish() == answers);
    close(ends[0]);
    close(ends[1]);
}

TEST_CASE("Processes that nobody waits for any more are ended") {
    const auto start = std::chrono::steady_clock::now();
    {
        ProcessPool pool({[] { return after(std::chrono::seconds(60), 1); }}, Control{.threads = 2});
        pool.run_until_room();
        REQUIRE(pool.running() == 1);
    }
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
}
