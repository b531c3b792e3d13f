// Every measure, algorithm and command on weights from 1e-300 to 1e300: right, refused, or empty with a
// reason; never a crash, an inf or nan in what is written, or a 0 that is none.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <sstream>

#include "base/text.hpp"
#include "cli/run.hpp"
#include "support/reading.hpp"

using namespace entente;

namespace {

struct Outcome {
    int status = 0;
    std::string out, err;
};

Outcome entente_with(const std::vector<std::string>& words) {
    std::vector<const char*> arguments{"entente"};
    for (const std::string& word : words) arguments.push_back(word.c_str());
    std::ostringstream out, err;
    const int status = cli::run(arguments, out, err);
    return {status, out.str(), err.str()};
}

const std::vector<std::pair<std::string, std::string>> pairs{{"a", "b"}, {"b", "c"}, {"c", "a"},
                                                             {"c", "d"}, {"d", "e"}, {"e", "f"},
                                                             {"f", "d"}, {"a", "e"}, {"b", "f"}};

// A file ties.csv of the pairs with these weights, every third tie hostile where signs are asked for.
test::Folder file_of(const std::vector<std::string>& weights, bool with_signs, const std::string& directed) {
    std::string text = "source,target,weight,directed" + std::string(with_signs ? ",sign" : "") + "\n";
    for (std::size_t i = 0; i < pairs.size(); ++i)
        text += pairs[i].first + "," + pairs[i].second + "," + weights[i % weights.size()] + "," + directed +
                (with_signs ? i % 3 == 0 ? ",-" : ",+" : "") + "\n";
    return test::Folder({{"ties.csv", text}});
}

// Whether the text has inf or nan as a word of its own.
bool has_no_number(const std::string& text) {
    for (const std::string_view word : {"inf", "nan", "-inf", "-nan"}) {
        for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
            const auto letter = [&](std::size_t i) {
                return i < text.size() && std::isalnum(static_cast<unsigned char>(text[i])) != 0;
            };
            if ((at == 0 || !letter(at - 1)) && !letter(at + word.size())) return true;
        }
    }
    return false;
}

std::map<std::string, std::vector<std::string>> columns_of(const std::string& csv) {
    std::map<std::string, std::vector<std::string>> columns;
    std::vector<std::string_view> names;
    for (const std::string_view line : split(csv, '\n')) {
        if (line.empty()) continue;
        const auto cells = split(line, ',');
        if (names.empty()) {
            names = cells;
            continue;
        }
        for (std::size_t i = 0; i < cells.size(); ++i) columns[std::string(names[i])].emplace_back(cells[i]);
    }
    return columns;
}

const std::vector<std::vector<std::string>> all_weights{
    {"1e-300"},
    {"1e300"},
    {"1e-300", "2e-300", "3e-300"},
    {"1e300", "2e300", "5e299"},
    {"1e-300", "1e300", "1", "1e-150", "1e150", "3", "1e-12", "1e12", "2e-300"},
    {"1e300", "1e-300"},
    {"1", "1e14", "1e-9"},
    {"1e308"},
    {"6.67e-10", "1e23"}};

}  // namespace

TEST_CASE("no command writes inf or nan or fails inside, whatever the weights are", "[slow]") {
    const std::vector<std::vector<std::string>> commands{
        {"centrality", "-m", "all"},
        {"centrality", "-m", "all", "--ties", "all", "--normalized"},
        {"communities"},
        {"balance", "--draws", "10"},
        {"balance", "--draws", "10", "--conflict", "keep"},
        {"brokerage"},
        {"keyplayers", "-k", "2"},
        {"keyplayers", "-k", "2", "--objective", "reach"},
        {"robustness", "-m", "betweenness", "--replicates", "5", "--by", "tie"},
        {"robustness", "-m", "strength", "--replicates", "5", "--by", "random", "--change", "rewire"},
        {"summary", "--null", "5"}};
    for (std::size_t w = 0; w < all_weights.size(); ++w) {
        for (const std::string directed : {"true", "false"}) {
            const test::Folder folder = file_of(all_weights[w], true, directed);
            const std::string file = folder / "ties.csv";
            std::vector<std::vector<std::string>> lines = commands;
            for (auto& line : lines) line.insert(line.begin() + 1, file);
            lines.push_back({"path", file, "a", "d"});
            lines.push_back({"explain", file, "a", "-m", "strength"});
            lines.push_back({"ego", file, "a"});
            for (const auto& line : lines) {
                for (const std::string format : {"csv", "json", "table"}) {
                    std::vector<std::string> words = line;
                    words.insert(words.end(), {"--format", format, "--threads", "1"});
                    const Outcome outcome = entente_with(words);
                    CAPTURE(line, w, directed, format, outcome.err);
                    CHECK((outcome.status == 0 || outcome.status == 1 || outcome.status == 2));
                    CHECK_FALSE(has_no_number(outcome.out));
                    if (outcome.status != 0) CHECK(outcome.out.empty());
                }
            }
        }
    }
}

TEST_CASE("sums that no number can hold are refused with the rows") {
    const test::Folder folder = file_of({"1e308"}, true, "false");
    const std::string file = folder / "ties.csv";
    for (const char* command : {"centrality", "communities", "balance", "summary", "brokerage"}) {
        const Outcome outcome = entente_with({command, file});
        CAPTURE(command, outcome.err);
        CHECK(outcome.status == 1);
        CHECK(outcome.err.find("add up to more than a number can hold") != std::string::npos);
        CHECK(outcome.err.find("ties.csv:") != std::string::npos);
    }
}

TEST_CASE("every community algorithm answers or refuses at any weights") {
    for (const auto& weights : all_weights) {
        for (const char* algorithm :
             {"leiden", "louvain", "infomap", "walktrap", "label-propagation", "fast-greedy",
              "leading-eigenvector", "edge-betweenness", "spinglass", "optimal"}) {
            for (const char* ties : {"nonnegative", "all"}) {
                const test::Folder folder = file_of(weights, true, "false");
                const std::string file = folder / "ties.csv";
                const Outcome outcome = entente_with({"communities", file, "-a", algorithm, "--ties", ties,
                                                      "--format", "json", "--threads", "1"});
                CAPTURE(algorithm, ties, weights, outcome.err);
                CHECK((outcome.status == 0 || outcome.status == 1 || outcome.status == 2));
                CHECK_FALSE(has_no_number(outcome.out));
                if (outcome.status == 0) CHECK(outcome.out.find("\"modularity\": null") == std::string::npos);
            }
        }
    }
}

TEST_CASE("measures of very weak and very strong ties are those of ordinary ones, scaled") {
    const auto scaled = [](const std::string& exponent) {
        std::vector<std::string> weights;
        for (int i = 1; i <= 9; ++i) weights.push_back(std::to_string(i) + exponent);
        return weights;
    };
    for (const std::string directed : {"true", "false"}) {
        const auto table = [&](const std::string& exponent) {
            const test::Folder folder = file_of(scaled(exponent), false, directed);
            const Outcome outcome = entente_with(
                {"centrality", folder / "ties.csv", "-m", "all", "--format", "csv", "--threads", "1"});
            REQUIRE(outcome.status == 0);
            return columns_of(outcome.out);
        };
        const auto ordinary = table("");
        for (const auto& [exponent, factor] :
             {std::pair<std::string, double>{"e-300", 1e-300}, {"e300", 1e300}}) {
            const auto extreme = table(exponent);
            for (const auto& [name, cells] : ordinary) {
                const bool of_lengths = name.ends_with("strength") || name == "closeness" ||
                                        name == "harmonic" || name == "current_flow_closeness";
                for (std::size_t i = 0; i < cells.size() && name != "id" && name != "label" && name != "kind";
                     ++i) {
                    CAPTURE(name, directed, exponent, cells[i], extreme.at(name)[i]);
                    if (cells[i].empty()) {
                        CHECK(extreme.at(name)[i].empty());
                        continue;
                    }
                    const double expected = std::stod(cells[i]) * (of_lengths ? factor : 1);
                    CHECK(std::abs(std::stod(extreme.at(name)[i]) - expected) <=
                          1e-8 * std::abs(expected) + (name == "eigenvector" ? 1e-12 : 0));
                }
            }
        }
    }
}

TEST_CASE("actors with ties have no silent zero where weights differ by hundreds of digits") {
    for (const std::string directed : {"true", "false"}) {
        const test::Folder folder = file_of(all_weights[4], false, directed);
        const std::string file = folder / "ties.csv";
        const Outcome outcome =
            entente_with({"centrality", file, "-m",
                          "strength,closeness,harmonic,eigenvector,pagerank,katz,current_flow_closeness",
                          "--format", "csv", "--threads", "1"});
        REQUIRE(outcome.status == 0);
        for (const auto& [name, cells] : columns_of(outcome.out)) {
            for (const std::string& cell : cells) {
                CAPTURE(name, directed, outcome.err);
                CHECK(cell != "0");
            }
        }
        if (directed == "false") CHECK(outcome.err.find("left empty for") != std::string::npos);
    }
}

TEST_CASE("balance counts ties however weak they are") {
    for (const auto& weights : all_weights) {
        if (weights.front() == "1e308") continue;
        const test::Folder folder = file_of(weights, true, "false");
        const Outcome outcome =
            entente_with({"balance", folder / "ties.csv", "--draws", "0", "--format", "json"});
        CAPTURE(weights, outcome.err);
        REQUIRE(outcome.status == 0);
        CHECK(outcome.out.find("\"positive_ties\": 6") != std::string::npos);
        CHECK(outcome.out.find("\"negative_ties\": 3") != std::string::npos);
    }
}
