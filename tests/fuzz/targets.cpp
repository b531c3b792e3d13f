#include "fuzz/targets.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "base/error.hpp"
#include "cli/run.hpp"
#include "io/aggregate/aggregate.hpp"
#include "io/formats/stata/dta.hpp"
#include "io/formats/workbook/xlsx.hpp"
#include "io/formats/xml/gexf.hpp"
#include "io/formats/xml/graphml.hpp"
#include "io/network_reader.hpp"
#include "model/date.hpp"

namespace entente::fuzz {

namespace {

// A folder of this process for the one file that the readers read.
const std::string& folder() {
    static const struct Folder {
        std::string path =
            (std::filesystem::temp_directory_path() / fmt::format("entente-fuzz-{}", ::getpid())).string();
        Folder() { std::filesystem::create_directories(path + "/out"); }
        Folder(const Folder&) = delete;
        Folder& operator=(const Folder&) = delete;
        ~Folder() {
            std::error_code ignored;
            std::filesystem::remove_all(path, ignored);
        }
    } folder;
    return folder.path;
}

std::string file_of(const char* name, std::string_view bytes) {
    std::string path = folder() + "/" + name;
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path;
}

// Errors of the data and their use are what the function is for.
template <class Function>
void expect_errors_of_data(const Function& function) {
    try {
        function();
    } catch (const Error& error) {
        if (error.fault() == Fault::internal) throw std::logic_error(error.what());
    }
}

void read(const std::vector<std::string>& data) {
    io::ReadOptions options;
    options.data = data;
    (void)io::read_network(options, {});
}

void read_csv(std::string_view bytes) {
    const std::string path = file_of("ties.csv", bytes);
    expect_errors_of_data([&] { read({path}); });
}

void read_toml(std::string_view bytes) {
    (void)file_of("entente.toml", bytes);
    (void)file_of("ties.csv", "source,target\na,b\n");
    expect_errors_of_data([&] { read({folder()}); });
    std::filesystem::remove(folder() + "/entente.toml");
}

void read_date(std::string_view bytes) {
    if (const auto date = parse_date(std::string(bytes)); date && date->earliest > date->latest)
        throw std::logic_error("a date that ends before it begins");
    (void)date_guesses(std::string(bytes));
}

template <auto reader>
void read_file(std::string_view bytes) {
    const std::string path = file_of("input", bytes);
    expect_errors_of_data([&] { (void)reader(path, Control{}); });
}

// A file of the format, through everything that follows reading.
void read_as(const char* format, std::string_view bytes) {
    io::ReadOptions options;
    options.data = {file_of("input", bytes)};
    options.format = format;
    expect_errors_of_data([&] { (void)io::read_network(options, {}); });
}

// A preset of one's own, which reads a table with the columns that the corpus' presets name.
void read_preset(std::string_view bytes) {
    io::ReadOptions options;
    options.preset = file_of("own.toml", bytes);
    options.data = {file_of("events.csv",
                            "who,whom,what,day,group,side,force\nA,B,war,1914-07-28,1,x,2\n"
                            "B,\"C; D\",pact,1915,1,y,-9\n")};
    expect_errors_of_data([&] { (void)io::read_network(options, {}); });
}

// The first byte chooses how events are added up. Every row is in the ledger, whatever it holds.
void aggregate_events(std::string_view bytes) {
    if (bytes.empty()) return;
    const auto choice = static_cast<unsigned char>(bytes[0]);
    io::AggregateOptions options;
    options.read.data = {file_of("events.txt", bytes.substr(1))};
    options.read.preset = choice % 2U == 0 ? "" : "gdelt";
    options.cells.by_relation = choice / 2U % 2U == 1;
    options.cells.by_sign = choice / 4U % 2U == 1;
    expect_errors_of_data([&] {
        const io::Aggregate added = io::aggregate(options, {.threads = 2});
        std::uint64_t rows = added.ledger().rows_giving, events = added.totals().below_least;
        for (const auto& [reason, count] : added.ledger().left_out) rows += count;
        if (rows != added.ledger().rows) throw std::logic_error("rows that the ledger does not account for");
        added.each_tie([&](const io::AggregateTie& tie) { events += tie.events; }, {});
        if (events != added.totals().events) throw std::logic_error("events that are in no tie");
    });
}

// A network of at most nine actors: three bytes a tie (its ends; sign and direction; weight).
std::string small_network(std::string_view bytes) {
    constexpr std::array weights{"1", "0", "1e-300", "1e300", "0.1", "3", "1e-9", "1e18"};
    constexpr std::array signs{"+", "-", ""};
    constexpr std::array directions{"true", "false", ""};
    std::string text = "source,target,sign,directed,weight,confidence\n";
    for (std::size_t at = 0; at + 2 < bytes.size() && at < 90; at += 3) {
        const auto ends = static_cast<unsigned char>(bytes[at]),
                   kind = static_cast<unsigned char>(bytes[at + 1]),
                   weight = static_cast<unsigned char>(bytes[at + 2]);
        text += fmt::format("{},{},{},{},{},{}\n", static_cast<char>('a' + ends % 9),
                            static_cast<char>('a' + ends / 9 % 9), signs[kind % 3U],
                            directions[kind / 3U % 3U], weights[weight % 8U], weight < 128 ? "" : "0.5");
    }
    return text;
}

std::vector<std::vector<const char*>> commands(const std::string& data, const std::string& figure,
                                               const std::string& out) {
    const char* d = data.c_str();
    return {{"check", d},
            {"summary", d, "--null", "2"},
            {"centrality", d, "-m", "all"},
            {"centrality", d, "--approximate", "0.2"},
            {"communities", d, "--runs", "2"},
            {"communities", d, "-a", "optimal"},
            {"communities", d, "-a", "infomap", "--ties", "positive"},
            {"communities", d, "-a", "spinglass", "--ties", "all"},
            {"balance", d, "--draws", "3"},
            {"balance", d, "--time-limit", "1", "--draws", "0", "--conflict", "keep"},
            {"brokerage", d, "--permutations", "2", "--group", "community"},
            {"keyplayers", d, "-k", "2", "--objective", "fragment-distance"},
            {"robustness", d, "-m", "betweenness", "--replicates", "3"},
            {"path", d, "a", "b"},
            {"ego", d, "a"},
            {"draw", d, "-o", figure.c_str(), "--layout", "stress"},
            {"analyze", d, "-o", out.c_str()}};
}

void run_command(std::string_view bytes) {
    if (bytes.size() < 2) return;
    const std::string data = file_of("network.csv", small_network(bytes.substr(2)));
    const std::string figure = folder() + "/figure.svg", out = folder() + "/out";
    const auto all = commands(data, figure, out);
    constexpr std::array options{"--weighted", "--unweighted", "--directed", "--undirected", "--seed=2"};
    std::vector<const char*> words{"entente"};
    const std::vector<const char*>& chosen = all[static_cast<unsigned char>(bytes[0]) % all.size()];
    words.insert(words.end(), chosen.begin(), chosen.end());
    if (chosen.front() != std::string_view("check"))
        words.push_back(options[static_cast<unsigned char>(bytes[1]) % options.size()]);
    words.insert(words.end(), {"--threads", "2", "--format", "json"});
    std::ostringstream result, messages;
    const int status = cli::run(words, result, messages);
    if (status == static_cast<int>(Fault::internal) || status == static_cast<int>(Fault::interrupted))
        throw std::logic_error(fmt::format("{} ends with {}: {}", chosen.front(), status, messages.str()));
}

constexpr std::array all_targets{
    Target{"csv", read_csv},
    Target{"toml", read_toml},
    Target{"date", read_date},
    Target{"gexf", read_file<io::read_gexf>},
    Target{"graphml", read_file<io::read_graphml>},
    Target{"xlsx", read_file<io::read_xlsx>},
    Target{"dta", read_file<io::read_dta>},
    Target{"tsv", [](std::string_view bytes) { read_as("tsv", bytes); }},
    Target{"spaced", [](std::string_view bytes) { read_as("spaced", bytes); }},
    Target{"gml", [](std::string_view bytes) { read_as("gml", bytes); }},
    Target{"pajek", [](std::string_view bytes) { read_as("pajek", bytes); }},
    Target{"dl", [](std::string_view bytes) { read_as("dl", bytes); }},
    Target{"dot", [](std::string_view bytes) { read_as("dot", bytes); }},
    Target{"node-link", [](std::string_view bytes) { read_as("node-link", bytes); }},
    Target{"cytoscape", [](std::string_view bytes) { read_as("cytoscape", bytes); }},
    Target{"kumu", [](std::string_view bytes) { read_as("kumu", bytes); }},
    Target{"ftm", [](std::string_view bytes) { read_as("ftm", bytes); }},
    Target{"matrix", [](std::string_view bytes) { read_as("matrix", bytes); }},
    Target{"edge-list", [](std::string_view bytes) { read_as("edge-list", bytes); }},
    Target{"adjacency-list", [](std::string_view bytes) { read_as("adjacency-list", bytes); }},
    Target{"sif", [](std::string_view bytes) { read_as("sif", bytes); }},
    Target{"preset", read_preset},
    Target{"aggregate", aggregate_events},
    Target{"commands", run_command}};

}  // namespace

std::span<const Target> targets() { return all_targets; }

}  // namespace entente::fuzz
