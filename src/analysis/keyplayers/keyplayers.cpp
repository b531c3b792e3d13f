#include "analysis/keyplayers/keyplayers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/keyplayers/fragmentation.hpp"
#include "analysis/keyplayers/objectives.hpp"
#include "analysis/keyplayers/reach.hpp"
#include "base/error.hpp"
#include "base/prose.hpp"
#include "model/limits.hpp"

namespace entente {

namespace {

using namespace keyplayers;

constexpr double most_steps_of_search = 2e10;  // of the search by exchange

// Reach removes nobody; fragmentation is about the pairs of those who are left.
void check_size(KeyPlayerObjective objective, std::uint32_t size, std::size_t actors) {
    const bool reach = objective == KeyPlayerObjective::reach;
    const std::size_t left = reach ? 0 : 2;
    if (size >= 1 && size + left <= actors) return;
    const char* const why = reach ? ""
                                  : ": fragmentation is measured among at least two who are left; the "
                                    "objective reach removes nobody";
    if (actors <= left) {
        throw Error(Fault::usage,
                    fmt::format("key players need a network of at least {}, and this one has {}{}",
                                reach ? "1 actor" : "3 actors", actors, why));
    }
    const std::string range = actors - left == 1 ? "1" : fmt::format("between 1 and {}", actors - left);
    throw Error(Fault::usage, fmt::format("the number of key players must be {} among {}, not {}{}", range,
                                          counted(actors, "actor"), size, why));
}

// n choose k.
double choose(double n, double k) {
    double count = 1;
    for (double i = 0; i < k; i += 1) count *= (n - i) / (k - i);
    return count;
}

// Steps to score every set: those of one member less, and all additions to each.
double steps_of_all(const Objective& objective, std::uint32_t size, std::size_t actors) {
    const auto n = static_cast<double>(actors), k = static_cast<double>(size);
    if (objective.a_pass_is_one_set) return choose(n, k - 1) * objective.steps_a_pass;
    constexpr double steps_a_member = 0.25;  // of each vertex, to put the sets of one member less together
    return choose(n, k) * objective.steps_a_pass / n + choose(n - 1, k - 1) * k * n * steps_a_member;
}

// Borgatti's F (ᴰF) from the Σ over ordered pairs of actors that remain of 1 where they reach each other (of
// 1/d).
double fragmentation(double sum, std::size_t actors) {
    const auto n = static_cast<double>(actors);
    return 1 - sum / (n * (n - 1));
}

// Puts numbers to sets.
class Describer {
public:
    Describer(const Graph& graph, const Links& undirected, const Links& outgoing)
        : graph_(graph),
          outgoing_(outgoing),
          fragments_(undirected),
          with_distances_(graph.vertex_count() <= limits.key_player_distances),
          distances_(with_distances_ ? undirected : none_) {}

    KeyPlayerSet describe(const std::vector<Vertex>& members) {
        KeyPlayerSet set;
        const std::size_t n = graph_.vertex_count();
        for (const Vertex v : members) set.actors.push_back(graph_.actors[v]);
        const Remains remains = fragments_.without(members);
        set.components = remains.components;
        set.fragmentation =
            fragmentation(2 * static_cast<double>(remains.connected_pairs), n - members.size());
        if (with_distances_)
            set.distance_fragmentation =
                fragmentation(distances_.harmonic_sum_without(members), n - members.size());
        if (members.empty()) return set;
        const Nearness near = nearness(outgoing_, members);
        set.reach = near.inverse_hops / static_cast<double>(n);
        set.adjacent = near.adjacent;
        return set;
    }

private:
    const Graph& graph_;
    const Links none_{};
    const Links& outgoing_;
    Fragmentation fragments_;
    bool with_distances_;
    DistanceFragmentation distances_;
};

void add_remarks(const Objective& objective, KeyPlayers& result, std::size_t actors) {
    if (result.exact) {
        result.remarks.push_back(
            fmt::format("every set of {} was considered: no other is better", result.size));
    } else {
        result.remarks.push_back(fmt::format(
            "found by greedy growth and exchanges from {} starts, {} sets considered: a better set may exist",
            result.starts, result.considered));
    }
    if (objective.candidates.size() < actors) {
        result.remarks.push_back(fmt::format("only the {} actors of highest betweenness were looked at",
                                             objective.candidates.size()));
    }
    if (result.directed && result.objective != KeyPlayerObjective::reach)
        result.remarks.emplace_back("fragmentation ignores the direction of ties");
    if (result.best_count > result.best.size()) {
        result.remarks.push_back(fmt::format("the first {} of {} equally good sets are listed",
                                             result.best.size(), result.best_count));
    }
}

}  // namespace

KeyPlayers key_players(const Graph& graph, const KeyPlayerOptions& options, const Control& control) {
    const std::size_t n = graph.vertex_count();
    check_size(options.objective, options.size, n);
    const Graph undirected = symmetrized(graph);
    const Links both_ways = links_of(undirected), outgoing = links_of(graph);
    const bool reach = options.objective == KeyPlayerObjective::reach;
    Objective objective = objective_of(options.objective, undirected, reach ? outgoing : both_ways, control);
    objective.task.size = std::min(options.size, objective.task.candidates);

    KeyPlayers result;
    result.objective = options.objective;
    result.size = objective.task.size;
    result.directed = graph.directed();
    result.exact =
        objective.candidates.size() == n && steps_of_all(objective, result.size, n) <= options.most_steps;
    if (!result.exact) {
        const double climb = 4 * static_cast<double>(result.size) * objective.steps_a_pass;
        result.starts = static_cast<std::uint32_t>(std::clamp(most_steps_of_search / climb, 2.0, 20.0));
    }
    const SearchResult found = result.exact
                                   ? search_all(objective.task, control)
                                   : search_by_exchange(objective.task, result.starts, options.seed, control);
    result.considered = found.considered;
    result.best_count = found.best_count;

    Describer describer(graph, both_ways, outgoing);
    const KeyPlayerSet nobody = describer.describe({});
    result.fragmentation_before = nobody.fragmentation;
    result.distance_fragmentation_before = nobody.distance_fragmentation;
    result.components_before = nobody.components;
    for (const Set& set : found.best) {
        control.checkpoint();
        std::vector<Vertex> members;
        for (const std::uint32_t c : set) members.push_back(objective.candidates[c]);
        result.best.push_back(describer.describe(members));
    }
    if (options.objective == KeyPlayerObjective::fragment && n <= limits.key_player_distances) {
        std::stable_sort(result.best.begin(), result.best.end(),
                         [](const KeyPlayerSet& a, const KeyPlayerSet& b) {
                             return a.distance_fragmentation > b.distance_fragmentation + 1e-12;
                         });
    }
    add_remarks(objective, result, n);
    return result;
}

}  // namespace entente
