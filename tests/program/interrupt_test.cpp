// Ctrl-C, the end of a terminal, a kill in the middle of writing.
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/file.hpp"
#include "program/run.hpp"
#include "support/places.hpp"
#include "support/reading.hpp"

using namespace entente;

namespace {

void wait_for(double seconds) { std::this_thread::sleep_for(std::chrono::duration<double>(seconds)); }

// A ring with chords: 'optimal' of its communities takes hours.
std::string large_ring() {
    std::string text = "source,target\n";
    for (int i = 0; i < 3000; ++i) {
        for (const int step : {1, 7, 311, 977})
            text += std::to_string(i) + "," + std::to_string((i + step) % 3000) + "\n";
    }
    return text;
}

std::vector<std::string> long_work(const test::Folder& folder) {
    return {"robustness", folder / "ties.csv", "-m",     "betweenness", "--by",
            "random",     "--replicates",      "1000000"};
}

}  // namespace

TEST_CASE("Ctrl-C, the end of the terminal and a request to end stop the work with status 130", "[program]") {
    const test::Folder folder({{"ties.csv", large_ring()}});
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        CAPTURE(signal);
        test::Running running(long_work(folder));
        wait_for(0.7);
        running.send(signal);
        const test::Ended ended = running.wait();
        CHECK(ended.status == 130);
        CHECK(ended.seconds < 5);
    }
}

TEST_CASE("Ctrl-C again and again does not put the end off", "[program]") {
    const test::Folder folder({{"ties.csv", large_ring()}});
    test::Running running(long_work(folder));
    wait_for(0.7);
    for (int i = 0; i < 20; ++i) {
        running.send(SIGINT);
        wait_for(0.05);
    }
    const test::Ended ended = running.wait();
    CHECK(ended.status == 130);
    CHECK(ended.seconds < 5);
}

TEST_CASE("an alarm of somebody else is no interruption", "[program]") {
    const test::Folder folder({{"ties.csv", std::string("source,target,sign\na,b,+\nb,c,-\n")}});
    test::Running running({"robustness", folder / "ties.csv", "-m", "degree", "--replicates", "300000"});
    wait_for(0.3);
    running.send(SIGALRM);
    CHECK(running.wait().status == 0);
}

TEST_CASE("after a kill between two renames the next run writes everything and leaves nothing behind",
          "[program]") {
    const test::Folder folder(std::map<std::string, std::string>{});
    const std::string data = test::project_root() + "/data/highland-tribes";
    const std::vector<std::string> words{"analyze", data, "-o", folder / "out", "--quiet"};
    REQUIRE(test::run_program({"analyze", data, "-o", folder / "whole", "--quiet"}).status == 0);
    for (const char* at : {"1", "4", "9"}) {
        const test::Ended killed = test::run_program(
            words, {.environment = {{"LD_PRELOAD", test::faults_library()}, {"ENTENTE_KILL_AT_RENAME", at}}});
        CAPTURE(at);
        REQUIRE(killed.signal == SIGKILL);
        REQUIRE(test::run_program(words).status == 0);
        std::size_t files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder / "out")) {
            const std::string name = entry.path().filename().string();
            CAPTURE(name);
            CHECK(name.find(".part") == std::string::npos);
            ++files;
            if (name != "manifest.json" && name != "report.html")
                CHECK(read_file(entry.path().string()) == read_file(folder / ("whole/" + name)));
        }
        CHECK(files == 10);
    }
}

TEST_CASE("limits on processes, threads and open files cost time, not the result", "[program]") {
    const test::Folder folder(std::map<std::string, std::string>{});
    const std::string data = test::project_root() + "/data/highland-tribes";
    const auto draw = [&](const std::string& limit, const std::string& file) {
        const std::string line =
            limit + "exec " + test::program() + " draw " + data + " --threads 4 -o " + (folder / file);
        REQUIRE(std::system(("sh -c '" + line + "' 2>&1").c_str()) == 0);
        return read_file(folder / file);
    };
    const std::string usual = draw("", "a.svg");
    CHECK(draw("ulimit -n 5; ", "b.svg") == usual);
    CHECK(draw("{ ulimit -p 1 || ulimit -u 1; } 2>/dev/null; ", "c.svg") == usual);
}
