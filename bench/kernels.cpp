// entente_bench [--short] [--threads N] [--repeats N] [--smallest ACTORS] [--largest ACTORS] [TASK…]: times
// our kernels beside igraph's on the same graphs and prints a table in Markdown; exit 1 where answers differ.
// --short asks for small graphs and prints no times.
#include "analysis/centrality/kernels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <string>
#include <thread>
#include <vector>

#include "analysis/centrality/betweenness.hpp"
#include "analysis/centrality/distances.hpp"
#include "analysis/community/algorithms/map_equation.hpp"
#include "analysis/community/communities.hpp"
#include "generated_graph.hpp"
#include "peer.hpp"

using namespace entente;
using bench::Peer;

namespace {

using Ours = std::vector<double> (*)(const Graph&, const Control&);
using Theirs = std::vector<double> (Peer::*)();
using Kernel = std::vector<Scores> (*)(const MeasureInput&, const MeasureOptions&, const Control&);

template <Kernel kernel, int column>
std::vector<double> column_of(const Graph& graph, const Control& control) {
    const Network network;
    const TieSelection selection;
    return kernel({network, selection, graph}, {}, control)[column].values;
}

std::vector<double> clustering_alone(const Graph& graph, const Control& control) {
    return score_table({{}, {}, graph}, {"clustering"}, {}, control).columns.front().values;
}

std::vector<double> harmonic(const Graph& graph, const Control& control) {
    return distances(graph, control).harmonic;
}

template <const char* const& algorithm>
std::vector<double> communities(const Graph& graph, const Control& control) {
    const Partition found = find_communities({}, {}, graph, {.algorithm = algorithm, .runs = 1}, control);
    return {found.community.begin(), found.community.end()};
}
const char* const leiden = "leiden";
const char* const louvain = "louvain";
const char* const infomap = "infomap";
const char* const label_propagation = "label-propagation";

enum class Reach { path, linear };  // all pairs, or a pass over the ties
enum class Answer { values, communities, description };

struct Task {
    const char* name;
    bool directed, weighted;
    Reach reach;
    double tolerance;  // largest relative difference of the values, or how much worse the division may be
    Ours ours;
    Theirs theirs;
    Answer answer = Answer::values;
};

const std::vector<Task> tasks{
    {"betweenness", false, false, Reach::path, 1e-11, betweenness, &Peer::betweenness},
    {"betweenness, directed", true, false, Reach::path, 1e-11, betweenness, &Peer::betweenness},
    {"betweenness, weighted", false, true, Reach::path, 1e-11, betweenness, &Peer::betweenness},
    {"tie betweenness", false, false, Reach::path, 1e-11, tie_betweenness, &Peer::tie_betweenness},
    {"closeness, harmonic, eccentricity", false, false, Reach::path, 1e-11, harmonic, &Peer::harmonic},
    {"closeness, harmonic, weighted", false, true, Reach::path, 1e-11, harmonic, &Peer::harmonic},
    {"constraint, clustering", false, false, Reach::linear, 1e-11, column_of<kernels::ego_networks, 0>,
     &Peer::constraint},
    {"clustering alone", false, false, Reach::linear, 1e-11, clustering_alone, &Peer::clustering},
    {"eigenvector", false, false, Reach::linear, 1e-8, column_of<kernels::eigenvector, 0>,
     &Peer::eigenvector},
    {"eigenvector, directed", true, false, Reach::linear, 1e-8, column_of<kernels::eigenvector, 0>,
     &Peer::eigenvector},
    {"hubs and authorities", true, false, Reach::linear, 1e-8, column_of<kernels::hubs_and_authorities, 0>,
     &Peer::hubs},
    {"pagerank", true, false, Reach::linear, 1e-8, column_of<kernels::pagerank, 0>, &Peer::pagerank},
    {"coreness", false, false, Reach::linear, 0, column_of<kernels::coreness, 0>, &Peer::coreness},
    {"communities, Leiden", false, false, Reach::linear, 0.01, communities<leiden>, &Peer::leiden,
     Answer::communities},
    {"communities, Louvain", false, false, Reach::linear, 0.01, communities<louvain>, &Peer::louvain,
     Answer::communities},
    {"communities, Infomap", false, false, Reach::linear, 0.001, communities<infomap>, &Peer::infomap,
     Answer::description},
    {"communities, label propagation", false, false, Reach::linear, 1, communities<label_propagation>,
     &Peer::label_propagation, Answer::communities},
};

struct Settings {
    bool brief = false;
    unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    unsigned repeats = 5;
    std::size_t smallest = 0, largest = 100'000;
    std::vector<std::string> only;
};

struct Time {
    double wall = 0, processor = 0;
};

Time now() {
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return {std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(),
            static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) * 1e-9};
}

template <class Work>
Time timed(std::vector<double>& answer, const Work& work) {
    const Time before = now();
    answer = work();
    const Time after = now();
    return {after.wall - before.wall, after.processor - before.processor};
}

double median(std::vector<Time> times, double Time::*which) {
    std::sort(times.begin(), times.end(), [&](const Time& a, const Time& b) { return a.*which < b.*which; });
    return times[times.size() / 2].*which;
}

// Relative to the value, or to a millionth of the largest where it is smaller; undefined values must be
// undefined in both.
double largest_difference(const std::vector<double>& ours, const std::vector<double>& theirs) {
    if (ours.size() != theirs.size()) return INFINITY;
    double largest = 0, floor = 0;
    for (const double value : theirs) floor = std::max(floor, std::isnan(value) ? 0 : std::abs(value) * 1e-6);
    for (std::size_t i = 0; i < ours.size(); ++i) {
        if (std::isnan(ours[i]) != std::isnan(theirs[i])) return INFINITY;
        if (std::isnan(ours[i]) || ours[i] == theirs[i]) continue;
        largest = std::max(largest, std::abs(ours[i] - theirs[i]) / std::max(floor, std::abs(theirs[i])));
    }
    return largest;
}

struct Agreement {
    bool agrees;
    std::string text;
};

double code_length(const Graph& graph, const std::vector<double>& membership) {
    community::Membership whole(membership.size());
    for (std::size_t v = 0; v < whole.size(); ++v) whole[v] = static_cast<std::uint32_t>(membership[v]);
    return community::code_length(community::flow_graph(graph, {}), community::in_order_of_appearance(whole));
}

Agreement agreement(const Task& task, const std::vector<double>& ours, const std::vector<double>& theirs,
                    const Graph& graph, Peer& peer) {
    if (task.answer == Answer::description) {
        const double mine = code_length(graph, ours), other = code_length(graph, theirs);
        return {mine <= other * (1 + task.tolerance),
                fmt::format("{:.4f} bits a step, igraph's {:.4f}", mine, other)};
    }
    if (task.answer == Answer::communities) {
        const double mine = peer.modularity(ours), other = peer.modularity(theirs);
        return {mine >= other - task.tolerance,
                fmt::format("modularity {:.4f}, igraph's {:.4f}", mine, other)};
    }
    const double difference = largest_difference(ours, theirs);
    return {difference <= task.tolerance, fmt::format("{:.1e}", difference)};
}

// One row of the table; false where the answers differ. Ours and theirs take turns, so that both meet the
// same disturbances.
bool row(const Task& task, const bench::Recipe& recipe, const Settings& settings) {
    constexpr double enough = 60;  // seconds after which a peer is not run again
    const Graph graph = bench::generated_graph(recipe);
    const std::size_t actors = graph.vertex_count();
    Peer peer(graph);
    const Control control{.threads = settings.threads};
    std::vector<Time> ours, theirs;
    std::vector<double> our_answer, their_answer;
    double spent = 0;
    for (unsigned run = 0; run < settings.repeats; ++run) {
        ours.push_back(timed(our_answer, [&] { return task.ours(graph, control); }));
        if (run > 0 && spent > enough) continue;
        theirs.push_back(timed(their_answer, [&] { return (peer.*task.theirs)(); }));
        spent += theirs.back().wall;
    }
    const auto [agrees, text] = agreement(task, our_answer, their_answer, graph, peer);
    if (settings.brief) {
        fmt::print("{}, {} actors {} ties: {}{}\n", task.name, actors, graph.tie_count(), text,
                   agrees ? "" : " DIFFERS");
    } else {
        const double wall = median(ours, &Time::wall), peer_wall = median(theirs, &Time::wall);
        const double used = median(ours, &Time::processor), peer_used = median(theirs, &Time::processor);
        fmt::print("| {} | {} / {} | {:.4g} | {:.4g} | {:.1f} | {:.4g} | {:.4g} | {:.1f} | {} | {}{} |\n",
                   task.name, actors, graph.tie_count(), wall, peer_wall, peer_wall / wall, used, peer_used,
                   peer_used / used, theirs.size(), text, agrees ? "" : " **differs**");
    }
    std::fflush(stdout);
    return agrees;
}

std::vector<bench::Recipe> recipes(const Task& task, const Settings& settings) {
    // igraph's label propagation takes over half a minute at 100,000 actors, its Infomap two minutes.
    std::vector<std::size_t> sizes{10'000, 100'000};
    if (settings.brief) sizes = {60, 600};
    else if (task.reach == Reach::path) sizes = {1'000, 5'000, 10'000};
    else if (task.answer == Answer::values) sizes.push_back(1'000'000);
    std::vector<bench::Recipe> result;
    for (const std::size_t actors : sizes) {
        result.push_back(
            {.actors = actors, .ties = 5 * actors, .directed = task.directed, .weighted = task.weighted});
    }
    if (task.reach != Reach::path || task.directed) return result;
    // Sparse as coauthors are; dense; long and thin.
    const std::size_t small = settings.brief ? 200 : 1'000, large = settings.brief ? 400 : 8'000;
    result.push_back({.actors = large, .ties = 2 * large, .weighted = task.weighted});
    if (task.weighted) return result;
    result.push_back({.actors = small, .ties = small * small / 10});
    result.push_back({.actors = settings.brief ? 4'900U : 10'000U, .lattice = true});
    return result;
}

Settings settings_of(int count, char** words) {
    Settings settings;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        const auto number = [&] {
            return i + 1 < count ? std::stoul(words[++i])
                                 : throw std::invalid_argument(word + " needs a number");
        };
        if (word == "--short") settings.brief = true;
        else if (word == "--threads") settings.threads = static_cast<unsigned>(number());
        else if (word == "--repeats") settings.repeats = static_cast<unsigned>(number());
        else if (word == "--smallest") settings.smallest = number();
        else if (word == "--largest") settings.largest = number();
        else settings.only.push_back(word);
    }
    if (settings.brief) settings.repeats = 1;
    return settings;
}

}  // namespace

int main(int count, char** words) {
    const Settings settings = settings_of(count, words);
    if (!settings.brief) {
        fmt::print(
            "| task | actors / ties | entente, s | igraph, s | ratio | entente, CPU s | igraph, CPU s | "
            "ratio of CPU | igraph's runs | largest difference |\n"
            "|---|---|---|---|---|---|---|---|---|---|\n");
    }
    bool all_agree = true;
    for (const Task& task : tasks) {
        if (!settings.only.empty() &&
            std::find(settings.only.begin(), settings.only.end(), task.name) == settings.only.end())
            continue;
        for (const bench::Recipe& recipe : recipes(task, settings)) {
            if (recipe.actors > settings.largest || recipe.actors < settings.smallest) continue;
            all_agree = row(task, recipe, settings) && all_agree;
        }
    }
    return all_agree ? 0 : 1;
}
