#include "graph/paths/length_sampler.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "graph/paths/path_search.hpp"
#include "support/networks.hpp"

using namespace entente;

namespace {

// The length of the walk from one node through those between, in any order of their lengths from the start,
// to the other.
double length_through(const PathGraph& paths, const PathSearch& from_start, Node from,
                      std::vector<Node> between, Node to) {
    std::sort(between.begin(), between.end(),
              [&](Node a, Node b) { return from_start.length(a) < from_start.length(b); });
    between.insert(between.begin(), from);
    between.push_back(to);
    double length = 0;
    for (std::size_t i = 0; i + 1 < between.size(); ++i) {
        double cheapest = 1e300;
        for (std::uint32_t arc = paths.leaving.begin(between[i]); arc < paths.leaving.end(between[i]);
             ++arc) {
            if (paths.leaving.heads[arc] == between[i + 1])
                cheapest = std::min(cheapest, paths.leaving.cost(arc));
        }
        length += cheapest;
    }
    return length;
}

}  // namespace

TEST_CASE("two searches that meet find as many shortest paths as one search, and draw one of them") {
    std::size_t joined = 0, apart = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const Graph graph =
            test::random_graph(seed, 4 + seed % 14, 0.25, seed % 2 == 0, 1 + static_cast<unsigned>(seed % 5));
        const PathGraph paths = path_graph(graph);
        if (paths.uniform) continue;
        PathSearch search(paths);
        LengthDraw draw(paths);
        Random random(seed);
        for (Node from = 0; from < paths.node_count(); ++from) {
            search.run(from);
            for (Node to = 0; to < paths.node_count(); ++to) {
                if (from == to) continue;
                std::vector<Node> between;
                draw.draw(from, to, random, between);
                if (!search.reaches(to)) {
                    CHECK(draw.path_count() == 0);
                    CHECK(between.empty());
                    ++apart;
                    continue;
                }
                ++joined;
                CHECK(draw.path_count() == Approx(search.path_count(to)));
                CHECK(length_through(paths, search, from, between, to) == Approx(search.length(to)));
            }
        }
    }
    CHECK(joined > 1000);
    CHECK(apart > 100);
}
