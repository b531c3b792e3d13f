// Without memory every command ends with a status, not with a signal, and writes whole files or none.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "base/file.hpp"
#include "program/run.hpp"
#include "support/places.hpp"
#include "support/reading.hpp"

using namespace entente;

namespace {

const std::string ties =
    "source,target,sign,weight,confidence\na,b,+,1,0.5\nb,c,-,2,1\nc,d,+,1,1\na,c,-,1,1\n";

std::vector<std::vector<std::string>> commands(const test::Folder& folder) {
    const std::string data = folder / "ties.csv";
    return {{"check", data},
            {"summary", data},
            {"centrality", data, "-m", "all"},
            {"communities", data},
            {"balance", data, "--draws", "2"},
            {"brokerage", data, "--group", "community", "--permutations", "2"},
            {"keyplayers", data, "-k", "1"},
            {"robustness", data, "-m", "degree", "--replicates", "2"},
            {"path", data, "a", "d"},
            {"ego", data, "a"},
            {"draw", data, "-o", folder / "figure.svg"},
            {"draw", data, "-o", folder / "figure.png", "--layout", "dot"},
            {"draw", data, "-o", folder / "figure.pdf", "--layout", "stress"},
            {"list", "measures"},
            {"analyze", data, "-o", folder / "out"},
            {"check", folder / "none.csv"},
            {"nonsense"}};
}

long allocations_of(const std::vector<std::string>& words, const test::Folder& folder) {
    const std::string file = folder / "count";
    (void)test::run_program(
        words, {.environment = {{"LD_PRELOAD", test::faults_library()}, {"ENTENTE_COUNT_INTO", file}}});
    return std::strtol(read_file(file).c_str(), nullptr, 10);
}

void check_without_memory(long tries) {
    const test::Folder folder({{"ties.csv", ties}});
    for (std::vector<std::string> words : commands(folder)) {
        words.insert(words.end(), {"--threads", "2"});
        const long all = allocations_of(words, folder);
        CAPTURE(words, all);
        REQUIRE(all > 10);
        const int usual = test::run_program(words).status;
        // The first hundred one by one, where the program begins; then as many as there is time for.
        const long stride = std::max(1L, (all - 100) / tries);
        for (long from = 1; from <= all; from += from < std::min(100L, tries) ? 1 : stride) {
            CAPTURE(from);
            std::filesystem::remove_all(folder / "out");
            for (const char* figure : {"figure.svg", "figure.png", "figure.pdf"})
                std::filesystem::remove(folder / figure);
            const test::Ended ended =
                test::run_program(words, {.environment = {{"LD_PRELOAD", test::faults_library()},
                                                          {"ENTENTE_FAIL_FROM", std::to_string(from)}}});
            CHECK(ended.signal == 0);
            CHECK((ended.status == 4 || ended.status == usual));
            for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
                CHECK(entry.path().extension() != ".part");
            CHECK((ended.status == 0 || !std::filesystem::exists(folder / "out")));
        }
    }
}

}  // namespace

TEST_CASE("without memory from some point on every command ends with status 4 and half of nothing",
          "[program]") {
    check_without_memory(12);
}

TEST_CASE("without memory at any of many points every command ends with status 4", "[program][slow]") {
    check_without_memory(30);
}
