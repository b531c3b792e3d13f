#include "analysis/keyplayers/keyplayers.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

#include "analysis/keyplayers/fragmentation.hpp"
#include "base/error.hpp"
#include "support/networks.hpp"
#include "support/zachary.hpp"

using namespace entente;
using test::graph_of;

namespace {

// Hops between all, by Floyd and Warshall, without some vertices; infinite where there is no path.
std::vector<std::vector<double>> hops_without(const Graph& graph, const std::vector<Vertex>& gone) {
    const std::size_t n = graph.vertex_count();
    const auto is_gone = [&](Vertex v) { return std::find(gone.begin(), gone.end(), v) != gone.end(); };
    std::vector<std::vector<double>> d(n, std::vector<double>(n, INFINITY));
    for (Vertex v = 0; v < n; ++v) {
        for (const Vertex w : graph.out().neighbors(v)) {
            if (!is_gone(v) && !is_gone(w)) d[v][w] = 1;
        }
    }
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
        }
    }
    return d;
}

struct Values {
    double fragment = 0, distance = 0, reach = 0;
};

// Borgatti's F, ᴰF and ᴰR as they are defined.
Values by_definition(const Graph& graph, const std::vector<Vertex>& set) {
    const Graph both = symmetrized(graph);
    const std::size_t n = graph.vertex_count();
    const auto left = hops_without(both, set), all = hops_without(graph, {});
    const auto member = [&](Vertex v) { return std::find(set.begin(), set.end(), v) != set.end(); };
    double reaching = 0, inverse = 0, reach = 0;
    for (Vertex i = 0; i < n; ++i) {
        double nearest = INFINITY;
        for (const Vertex m : set) nearest = std::min(nearest, m == i ? 1.0 : all[m][i]);
        reach += std::isinf(nearest) ? 0 : 1 / nearest;
        for (Vertex j = 0; j < n; ++j) {
            if (i == j || member(i) || member(j) || std::isinf(left[i][j])) continue;
            reaching += 1;
            inverse += 1 / left[i][j];
        }
    }
    const auto rest = static_cast<double>(n - set.size());
    return {1 - reaching / (rest * (rest - 1)), 1 - inverse / (rest * (rest - 1)),
            reach / static_cast<double>(n)};
}

double of(const Values& values, KeyPlayerObjective objective) {
    return objective == KeyPlayerObjective::fragment ? values.fragment
           : objective == KeyPlayerObjective::reach  ? values.reach
                                                     : values.distance;
}

void each_set(std::size_t n, std::size_t size, const std::function<void(const std::vector<Vertex>&)>& visit) {
    std::vector<Vertex> set;
    const std::function<void(Vertex)> extend = [&](Vertex from) {
        if (set.size() == size) return visit(set);
        for (Vertex v = from; v < n; ++v) {
            set.push_back(v);
            extend(v + 1);
            set.pop_back();
        }
    };
    extend(0);
}

KeyPlayerOptions options_of(KeyPlayerObjective objective, std::uint32_t size, double most_steps = 4e9) {
    KeyPlayerOptions options;
    options.objective = objective;
    options.size = size;
    options.most_steps = most_steps;
    return options;
}

constexpr std::array objectives{KeyPlayerObjective::fragment, KeyPlayerObjective::fragment_distance,
                                KeyPlayerObjective::reach};

}  // namespace

TEST_CASE("the best sets of small random graphs are those of the definitions, all of them") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const std::size_t n = 4 + seed % 5;
        const auto size = static_cast<std::uint32_t>(1 + seed % 3 % (n - 2));
        const Graph graph = test::random_graph(seed, n, 0.35, seed % 2 == 1);
        for (const KeyPlayerObjective objective : objectives) {
            CAPTURE(seed, n, size, static_cast<int>(objective));
            double best = -1;
            std::uint64_t count = 0;
            each_set(n, size, [&](const std::vector<Vertex>& set) {
                const double value = of(by_definition(graph, set), objective);
                if (value > best + 1e-12) count = 0;
                if (value > best - 1e-12) ++count;
                best = std::max(best, value);
            });
            const KeyPlayers result = key_players(graph, options_of(objective, size), {});
            CHECK(result.exact);
            CHECK(result.best_count == count);
            REQUIRE(!result.best.empty());
            for (const KeyPlayerSet& set : result.best) {
                std::vector<Vertex> members;
                for (const ActorId actor : set.actors) members.push_back(static_cast<Vertex>(index(actor)));
                const Values values = by_definition(graph, members);
                CHECK(set.fragmentation == Approx(values.fragment).margin(1e-12));
                CHECK(set.distance_fragmentation == Approx(values.distance).margin(1e-12));
                CHECK(set.reach == Approx(values.reach).margin(1e-12));
                CHECK(result.value(set) == Approx(best).margin(1e-12));
            }
            const Values before = by_definition(graph, {});
            CHECK(result.fragmentation_before == Approx(before.fragment).margin(1e-12));
            CHECK(result.distance_fragmentation_before == Approx(before.distance).margin(1e-12));
        }
    }
}

TEST_CASE("exchanges find what considering every set finds") {
    const Network club = test::zachary();
    const Graph graph = build_graph(club, TieSelection{});
    for (const KeyPlayerObjective objective : objectives) {
        for (std::uint32_t size = 1; size <= 3; ++size) {
            CAPTURE(size, static_cast<int>(objective));
            const KeyPlayers all = key_players(graph, options_of(objective, size), {}),
                             some = key_players(graph, options_of(objective, size, 0), {});
            CHECK(all.exact);
            CHECK_FALSE(some.exact);
            CHECK(some.starts > 0);
            CHECK(some.value(some.best.front()) == Approx(all.value(all.best.front())).margin(1e-12));
        }
    }
}

//      b   c
//       \ /
//    a - h - d     a star: without its middle nobody reaches anybody, and the middle reaches all
TEST_CASE("the middle of a star is its key player in every sense") {
    for (const KeyPlayerObjective objective : objectives) {
        const KeyPlayers result = key_players(graph_of("h-a, h-b, h-c, h-d"), options_of(objective, 1), {});
        REQUIRE(result.best_count == 1);
        CHECK(result.best.front().actors == std::vector<ActorId>{static_cast<ActorId>(0)});
        CHECK(result.best.front().fragmentation == 1);
        CHECK(result.best.front().distance_fragmentation == 1);
        CHECK(result.best.front().reach == 1);
        CHECK(result.best.front().adjacent == 4);
        CHECK(result.best.front().components == 4);
        CHECK(result.fragmentation_before == 0);
        CHECK(result.components_before == 1);
    }
}

// The point of Borgatti (2006), figure 1: a hub h whose neighbors are all tied around it is the most central
// and yet holds nothing together; a, where the chain i - j - k - l - m hangs on, does.
TEST_CASE("the most central actor is no key player where the others reach each other without it") {
    const Graph graph = graph_of("h-a, h-b, h-c, h-d, h-e, a-b, b-c, c-d, d-e, e-a, a-i, i-j, j-k, k-l, l-m");
    const KeyPlayers result = key_players(graph, options_of(KeyPlayerObjective::fragment, 1), {});
    REQUIRE(result.best_count == 1);
    CHECK(result.best.front().actors == std::vector<ActorId>{static_cast<ActorId>(1)});
    CHECK(result.best.front().fragmentation ==
          Approx(1 - 20.0 / 45));  // two parts of five: 2 · 10 of 45 pairs are left
    CHECK(result.best.front().components == 2);
}

TEST_CASE("more than a hundred equally good sets are counted and a hundred listed") {
    std::string text;
    for (int i = 0; i < 20; ++i) text += "n" + std::to_string(i) + ",";
    const KeyPlayers result = key_players(graph_of(text), options_of(KeyPlayerObjective::fragment, 2), {});
    CHECK(result.best_count == 190);
    CHECK(result.best.size() == 100);
    CHECK_THAT(result.remarks.back(), Catch::Contains("first 100 of 190"));
}

TEST_CASE("key players are the same for any number of threads") {
    Control three;
    three.threads = 3;
    const Graph graph = test::random_graph(4, 36, 0.09, false);
    for (const KeyPlayerObjective objective : objectives) {
        for (const double most_steps : {0.0, 4e9}) {
            const KeyPlayers a = key_players(graph, options_of(objective, 3, most_steps), {}),
                             b = key_players(graph, options_of(objective, 3, most_steps), three);
            CHECK(a.best_count == b.best_count);
            CHECK(a.considered == b.considered);
            REQUIRE(a.best.size() == b.best.size());
            for (std::size_t i = 0; i < a.best.size(); ++i) CHECK(a.best[i].actors == b.best[i].actors);
        }
    }
}

TEST_CASE("taking away each actor in turn leaves as many connected pairs as counting afresh") {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        const Graph graph = test::random_graph(seed, 30, 0.07, false);
        const keyplayers::Links links = keyplayers::links_of(graph);
        keyplayers::Fragmentation work(links), afresh(links);
        std::vector<std::uint64_t> left;
        const std::vector<Vertex> set{3, 17};
        work.without_each(set, left);
        for (Vertex v = 0; v < 30; ++v) {
            if (v == 3 || v == 17) continue;
            CHECK(left[v] == afresh.without(std::vector<Vertex>{3, v, 17}).connected_pairs);
        }
    }
}

TEST_CASE("a number of key players that makes no sense is refused with the range") {
    CHECK_THROWS_WITH(key_players(graph_of("a-b, b-c, c-d"), options_of(KeyPlayerObjective::fragment, 3), {}),
                      Catch::Contains("between 1 and 2"));
    CHECK_THROWS_WITH(key_players(graph_of("a-b, b-c"), options_of(KeyPlayerObjective::fragment, 2), {}),
                      Catch::Contains("must be 1 among 3 actors, not 2: fragmentation"));
    CHECK_THROWS_WITH(key_players(graph_of("a-b"), options_of(KeyPlayerObjective::fragment_distance, 1), {}),
                      Catch::Contains("at least 3"));
    CHECK_THROWS_WITH(key_players(graph_of("a-b, b-c, c-d"), options_of(KeyPlayerObjective::reach, 0), {}),
                      Catch::EndsWith("between 1 and 4 among 4 actors, not 0"));
    CHECK_THROWS_WITH(key_players(graph_of("a-b, b-c, c-d"), options_of(KeyPlayerObjective::reach, 5), {}),
                      Catch::Contains("between 1 and 4"));
    CHECK_THROWS_WITH(key_players(graph_of(""), options_of(KeyPlayerObjective::reach, 1), {}),
                      Catch::Contains("at least 1 actor, and this one has 0"));
}

TEST_CASE("reach takes any number of key players, as nobody is removed") {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const std::size_t n = 1 + seed % 6;
        const Graph graph = test::random_graph(seed, n, 0.3, seed % 2 == 1);
        for (std::uint32_t size = 1; size <= n; ++size) {
            CAPTURE(seed, n, size);
            double best = 0;
            each_set(n, size, [&](const std::vector<Vertex>& set) {
                best = std::max(best, by_definition(graph, set).reach);
            });
            const KeyPlayers result = key_players(graph, options_of(KeyPlayerObjective::reach, size), {});
            REQUIRE(!result.best.empty());
            CHECK(result.exact);
            CHECK(result.best.front().reach == Approx(best));
            if (size == n) CHECK(best == 1);
            if (size + 1 >= n) CHECK(std::isnan(result.best.front().fragmentation));
        }
    }
}

TEST_CASE("sets of nearly all actors are tried without going through the sets of all sizes") {
    const KeyPlayers all =
        key_players(test::random_graph(3, 60, 0.1, false), options_of(KeyPlayerObjective::reach, 60), {});
    CHECK(all.considered == 1);
    const KeyPlayers fewer =
        key_players(test::random_graph(3, 60, 0.1, false), options_of(KeyPlayerObjective::fragment, 58), {});
    CHECK(fewer.exact);
}

TEST_CASE("reach follows the direction of ties") {
    const KeyPlayers result =
        key_players(graph_of("a->b, a->c, a->e, d->a"), options_of(KeyPlayerObjective::reach, 1), {});
    CHECK(result.best_count == 1);  // a: 1 + 1 + 1 + 1; d: 1 + 1 + 3/2
    CHECK(result.best.front().reach == Approx(0.8));
}
