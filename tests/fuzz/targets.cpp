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
    (void)date_readings(std::string(bytes));
}

template <auto reader>
void read_file(std::string_view bytes) {
    const std::string path = file_of("input", bytes);
    expect_errors_of_data([&] { (void)reader(path, Control{}); });
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

constexpr std::array all_targets{Target{"csv", read_csv},
                                 Target{"toml", read_toml},
                                 Target{"date", read_date},
                                 Target{"gexf", read_file<io::read_gexf>},
                                 Target{"graphml", read_file<io::read_graphml>},
                                 Target{"xlsx", read_file<io::read_xlsx>},
                                 Target{"dta", read_file<io::read_dta>},
                                 Target{"commands", run_command}};

}  // namespace

std::span<const Target> targets() { return all_targets; }

}  // namespace entente::fuzz
