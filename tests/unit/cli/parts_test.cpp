// Runs in parts: --part and combine.
#include "study/parts.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "base/error.hpp"
#include "base/file.hpp"
#include "cli/options/part_option.hpp"
#include "cli/run.hpp"
#include "support/reading.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Outcome {
    int status;
    std::string out, err;
};

Outcome entente_with(const std::vector<std::string>& words) {
    std::vector<const char*> arguments{"entente"};
    for (const std::string& word : words) arguments.push_back(word.c_str());
    std::ostringstream out, err;
    const int status = cli::run(arguments, out, err);
    return {status, out.str(), err.str()};
}

// Signed, weighted and uncertain.
std::string some_ties() {
    std::string text = "source,target,sign,weight,confidence,citation\n";
    for (int i = 0; i < 24; ++i) {
        for (const int step : {1, 5, 7}) {
            text += std::to_string(i) + "," + std::to_string((i * 3 + step) % 24) +
                    (i % 3 == 0 ? ",-," : ",+,") + std::to_string(1 + i % 4) + "," +
                    (step == 5 ? "0.6" : "0.9") + ",source" + std::to_string(i % 5) + "\n";
        }
    }
    return text;
}

std::vector<std::string> joined(std::vector<std::string> words, const std::vector<std::string>& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

std::vector<std::string> parts_of(const Folder& folder, const std::vector<std::string>& words, int count) {
    std::vector<std::string> files;
    for (int number = 1; number <= count; ++number) {
        files.push_back(folder / ("part-" + std::to_string(number) + "-of-" + std::to_string(count)));
        const std::string part = std::to_string(number) + "/" + std::to_string(count);
        const Outcome outcome = entente_with(joined(words, {"--part", part, "-o", files.back(), "--quiet"}));
        CAPTURE(outcome.err);
        CHECK(outcome.status == 0);
        CHECK(outcome.out.empty());
    }
    return files;
}

}  // namespace

TEST_CASE("parts combined give the bytes of one run, for every command that can be split", "[slow]") {
    const Folder folder({{"ties.csv", some_ties()}});
    const std::string data = folder / "ties.csv";
    const std::vector<std::vector<std::string>> commands = {
        {"robustness", data, "-m", "betweenness", "--replicates", "30", "--format", "json"},
        {"robustness", data, "-m", "degree", "--by", "random", "--replicates", "5", "--format", "csv"},
        {"summary", data, "--null", "20", "--format", "json"},
        {"balance", data, "--draws", "12", "--format", "json"},
        {"centrality", data, "-m", "betweenness,harmonic,closeness", "--ties", "all", "--format", "csv"},
        {"centrality", data, "-m", "betweenness,closeness,eccentricity", "--unweighted", "--format", "csv"},
        {"centrality", data, "-m", "all", "--directed", "--format", "csv"}};
    for (const auto& words : commands) {
        CAPTURE(words);
        const Outcome whole = entente_with(words);
        REQUIRE(whole.status == 0);
        for (const int count : {1, 2, 3, 40}) {
            std::vector<std::string> files = parts_of(folder, words, count);
            std::ranges::reverse(files);
            const Outcome combined = entente_with(joined({"combine"}, files));
            CAPTURE(count, combined.err);
            CHECK(combined.status == 0);
            CHECK(combined.out == whole.out);
        }
    }
}

TEST_CASE("a dataset in a folder is computed in parts too, and threads and progress are each part's own") {
    const Folder folder({{"ties.csv", some_ties()}, {"actors.csv", [] {
                                                         std::string text = "id,label\n";
                                                         for (int i = 0; i < 24; ++i)
                                                             text += std::to_string(i) + ",x\n";
                                                         return text;
                                                     }()}});
    std::vector<std::string> words = {"centrality", folder.path(), "-m", "betweenness", "--format", "csv"};
    const Outcome whole = entente_with(words);
    const std::string first = folder / "first.part", second = folder / "second.part";
    CHECK(entente_with(joined(words, {"--part=1/2", "-o", first, "--threads", "1"})).status == 0);
    CHECK(entente_with(joined(words, {"--part=2/2", "-o", second, "--threads=2", "--no-progress"})).status ==
          0);
    CHECK(entente_with({"combine", first, second}).out == whole.out);
    const Outcome many = entente_with(joined(words, {"--part=1/18446744073709551615", "-o", first}));
    CHECK(many.status == 0);
    CHECK(entente_with({"combine", first}).err.find("part 2 of 18446744073709551615 is missing") !=
          std::string::npos);
}

TEST_CASE("combine computes none of what the parts hold") {
    const Folder folder({{"ties.csv", some_ties()}});
    const std::vector<std::string> words = {"robustness", folder / "ties.csv", "-m", "degree", "--replicates",
                                            "10",         "--format",          "csv"};
    const std::vector<std::string> files = parts_of(folder, words, 2);
    // Other results in a part are other results of the whole.
    study::Part part = study::part_of(read_file(files[1]), files[1]);
    REQUIRE(part.loops.size() == 1);
    for (std::string& result : part.loops[0].results) {
        if (!result.empty()) result.front() = static_cast<char>(result.front() + 1);
    }
    const std::string before = entente_with({"combine", files[0], files[1]}).out;
    write_file(files[1], study::bytes_of(part));
    CHECK(entente_with({"combine", files[0], files[1]}).out != before);
}

TEST_CASE("parts that do not make one run are refused with the reason") {
    const Folder folder({{"ties.csv", some_ties()}});
    const std::string data = folder / "ties.csv";
    const std::vector<std::string> words = {"robustness", data, "-m", "degree", "--replicates", "10"};
    const std::vector<std::string> two = parts_of(folder, words, 2);
    const std::vector<std::string> three = parts_of(folder, words, 3);
    const auto refused = [&](const std::vector<std::string>& files, const std::string& reason) {
        const Outcome outcome = entente_with(joined({"combine"}, files));
        CAPTURE(outcome.err, files);
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.find(reason) != std::string::npos);
    };
    refused({two[0]}, "part 2 of 2 is missing; run the command with --part 2/2");
    refused({two[0], two[0]}, "are both part 1 of 2");
    refused({two[0], three[1]}, "are parts of different runs");
    std::ofstream(data, std::ios::app) << "0,9,+,1,1,later\n";
    refused(two, "ties.csv has changed since");
    const Outcome damaged = entente_with({"combine", data});
    CHECK(damaged.status == 1);
    CHECK(damaged.err.find("the file is no part of a run, or is damaged") != std::string::npos);
}

TEST_CASE("a part needs a file, data in files and a number within its count") {
    const Folder folder({{"ties.csv", some_ties()}});
    const std::string data = folder / "ties.csv", part = folder / "part";
    const auto refused = [&](const std::vector<std::string>& words, const std::string& reason) {
        const Outcome outcome = entente_with(words);
        CAPTURE(outcome.err, words);
        CHECK(outcome.status == 2);
        CHECK(outcome.err.find(reason) != std::string::npos);
    };
    refused({"robustness", data, "-m", "degree", "--part", "1/2"}, "--part needs a file for the part");
    refused({"robustness", "-", "-m", "degree", "--part", "1/2", "-o", part}, "--part needs data in files");
    for (const std::string word : {"0/2", "3/2", "1", "1/", "/2", "1/2x", "-1/2", "a/b"})
        refused({"robustness", data, "-m", "degree", "--part=" + word, "-o", part}, "is no part of a run");
    refused({"summary", data, "--part", "1/2", "-o", part}, "--null, which is missing");
    refused({"robustness", data, "-m", "degree", "--part", "1/2", "-o", data}, "would be overwritten");
}

TEST_CASE("a part comes back from its bytes, and no damaged byte goes unseen") {
    study::Part part;
    part.number = 2;
    part.count = 3;
    part.version = "1";
    part.words = {"robustness", "بيانات.csv"};
    part.inputs = {{"بيانات.csv", "00ff"}};
    part.loops = {{{"", std::string("\0\1", 2), ""}}, {{}}};
    const std::string bytes = study::bytes_of(part);
    CHECK(study::part_of(bytes, "p") == part);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string other = bytes;
        other[i] = static_cast<char>(other[i] ^ 4);
        CHECK_THROWS_AS(study::part_of(other, "p"), Error);
        CHECK_THROWS_AS(study::part_of(bytes.substr(0, i), "p"), Error);
    }
}

TEST_CASE("the words of all parts are those of the command without --part and -o") {
    CHECK(cli::words_of_all_parts({"a.csv", "--part", "1/2", "-m", "degree", "-o", "x", "--top", "3"}) ==
          std::vector<std::string>{"a.csv", "-m", "degree", "--top", "3"});
    CHECK(cli::words_of_all_parts({"a.csv", "--part=1/2", "-ox", "--output=x", "--output", "y", "--threads",
                                   "2", "--quiet", "--color=never", "--no-progress"}) ==
          std::vector<std::string>{"a.csv"});
}
