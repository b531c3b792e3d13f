#include "analysis/community/communities.hpp"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <numeric>
#include <set>

#include "analysis/community/algorithms/dendrogram.hpp"
#include "analysis/community/algorithms/largest_eigenvector.hpp"
#include "analysis/community/algorithms/leiden.hpp"
#include "analysis/community/algorithms/local_moving.hpp"
#include "analysis/community/algorithms/spinglass.hpp"
#include "analysis/community/algorithms/touched.hpp"
#include "analysis/community/membership.hpp"
#include "analysis/community/modularity.hpp"
#include "base/error.hpp"
#include "support/networks.hpp"
#include "support/zachary.hpp"

using namespace entente;
using community::Membership;
using test::graph_of;
using test::network_of;

namespace {

Partition communities_of(const Network& network, CommunityOptions options = {}, TieSelection selection = {},
                         unsigned threads = 1) {
    Control control;
    control.threads = threads;
    return find_communities(network, selection, build_graph(network, selection), options, control);
}

// Every division of n things (restricted growth strings).
void for_each_division(std::size_t n, const std::function<void(const Membership&)>& visit) {
    Membership m(n, 0);
    const std::function<void(std::size_t, std::uint32_t)> extend = [&](std::size_t at, std::uint32_t used) {
        if (at == n) return visit(m);
        for (std::uint32_t c = 0; c <= used; ++c) {
            m[at] = c;
            extend(at + 1, std::max(used, c + 1));
        }
    };
    extend(0, 0);
}

double best_modularity(const community::ModularityGraph& graph) {
    double best = -1;
    for_each_division(graph.vertex_count(),
                      [&](const Membership& m) { best = std::max(best, community::modularity(graph, m)); });
    return best;
}

// Q of Gómez, Jensen & Arenas (2009), eq. 13, term by term from matrices.
double signed_modularity_by_definition(const Graph& friendly, const Graph& hostile, const Membership& m,
                                       double resolution) {
    const std::size_t n = friendly.vertex_count();
    const auto matrix = [&](const Graph& graph) {
        std::vector<std::vector<double>> w(n, std::vector<double>(n, 0));
        for (Vertex v = 0; v < n; ++v) {
            for (std::size_t arc = graph.out().begin(v); arc < graph.out().end(v); ++arc)
                w[v][graph.out().targets[arc]] = graph.out().strength(arc);
        }
        return w;
    };
    const auto plus = matrix(friendly), minus = matrix(hostile);
    const auto strength = [&](const auto& w, std::size_t i) {
        return std::accumulate(w[i].begin(), w[i].end(), 0.0);
    };
    double plus_total = 0, minus_total = 0;
    for (std::size_t i = 0; i < n; ++i) {
        plus_total += strength(plus, i);
        minus_total += strength(minus, i);
    }
    double q = 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            if (m[i] != m[j]) continue;
            q += plus[i][j] - minus[i][j];
            if (plus_total > 0) q -= resolution * strength(plus, i) * strength(plus, j) / plus_total;
            if (minus_total > 0) q += resolution * strength(minus, i) * strength(minus, j) / minus_total;
        }
    }
    return q / (plus_total + minus_total);
}

}  // namespace

TEST_CASE("leiden finds the best known division of Zachary's club: four communities, modularity .41979") {
    // Brandes et al. 2008 proved .41979 optimal.
    const Partition partition = communities_of(test::zachary());
    CHECK(partition.modularity == Approx(0.4197896).margin(1e-7));
    CHECK(partition.count == 4);
    CHECK(partition.runs == 100);
    CHECK(partition.quality == partition.modularity);
    REQUIRE(partition.stability.size() == 34);
    for (const double s : partition.stability) CHECK((s > 0.5 && s <= 1));
}

// a     d - e
// | \   | /
// b-c - f       two triangles and a bridge
TEST_CASE("two triangles joined by a tie are two communities for leiden, louvain and label propagation") {
    for (const char* name : {"leiden", "louvain", "label-propagation"}) {
        CAPTURE(name);
        CommunityOptions options;
        options.algorithm = name;
        const Partition partition = communities_of(network_of("a-b, b-c, c-a, c-f, f-d, d-e, e-f"), options);
        CHECK(partition.community == std::vector<std::uint32_t>{1, 1, 1, 2, 2, 2});
        CHECK(partition.modularity == Approx(5.0 / 14).epsilon(1e-12));  // 6/7 − 2·(7/14)²
    }
}

TEST_CASE("the largest community is number 1 and equal ones follow their first actor") {
    const Partition partition = communities_of(network_of("x, a-b, c-d, d-e, e-c, f-g"));
    CHECK(partition.community == std::vector<std::uint32_t>{4, 2, 2, 1, 1, 1, 3, 3});
    CHECK(partition.count == 4);
}

TEST_CASE("leiden reaches the best modularity of all divisions of small random graphs") {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        CAPTURE(seed);
        const Graph graph = test::random_graph(seed, 4 + seed % 5, 0.5, false, seed % 2 == 0 ? 0 : 5);
        if (graph.tie_count() == 0) continue;
        const auto modularity = community::modularity_graph(graph, seed % 3 == 0 ? 0.7 : 1);
        double best = -1;
        for (std::uint64_t run = 0; run < 20; ++run) {
            Random random(1, run);
            best =
                std::max(best, community::modularity(modularity, community::leiden(modularity, random, {})));
        }
        CHECK(best == Approx(best_modularity(modularity)).margin(1e-12));
    }
}

TEST_CASE(
    "signed modularity is that of Gomez, Jensen and Arenas, and leiden reaches its best value on small "
    "random graphs") {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        CAPTURE(seed);
        const std::size_t n = 4 + seed % 5;
        const Graph friendly = test::random_graph(seed, n, 0.4, false, 3),
                    hostile = test::random_graph(1000 + seed, n, 0.3, false, 3);
        if (friendly.tie_count() + hostile.tie_count() == 0) continue;
        const double resolution = seed % 3 == 0 ? 1.3 : 1;
        const auto modularity = community::signed_modularity_graph(friendly, hostile, resolution);
        double best = -1;
        for (std::uint64_t run = 0; run < 20; ++run) {
            Random random(1, run);
            const Membership m = community::leiden(modularity, random, {});
            CHECK(community::modularity(modularity, m) ==
                  Approx(signed_modularity_by_definition(friendly, hostile, m, resolution)).margin(1e-12));
            best = std::max(best, community::modularity(modularity, m));
        }
        CHECK(best == Approx(best_modularity(modularity)).margin(1e-12));
    }
}

TEST_CASE("without hostile ties the signed modularity is the ordinary one") {
    const Graph graph = test::random_graph(3, 12, 0.4, false, 4),
                none = test::random_graph(3, 12, 0, false, 4);
    Random random(1);
    const auto plain = community::modularity_graph(graph, 1);
    const Membership m = community::leiden(plain, random, {});
    CHECK(community::modularity(community::signed_modularity_graph(graph, none, 1), m) ==
          Approx(community::modularity(plain, m)).epsilon(1e-14));
}

//  a + b    c + d     friends within the camps, hostile ties across
TEST_CASE("with ties of both signs leiden separates foes and says which modularity it used") {
    TieSelection all;
    all.signs = SignFilter::all;
    const Partition partition =
        communities_of(network_of("a-b +, c-d +, a-c -, a-d -, b-c -, b-d -"), {}, all);
    CHECK(partition.signed_modularity);
    CHECK(partition.community == std::vector<std::uint32_t>{1, 1, 2, 2});
    REQUIRE(partition.remarks.size() == 1);
    CHECK_THAT(partition.remarks.front(), Catch::Contains("null term for each sign"));
    CommunityOptions louvain;
    louvain.algorithm = "louvain";
    const Partition unsigned_one =
        communities_of(network_of("a-b +, c-d +, a-c -, a-d -, b-c -, b-d -"), louvain, all);
    CHECK_FALSE(unsigned_one.signed_modularity);
    CHECK_THAT(unsigned_one.remarks.front(), Catch::Contains("leiden and spinglass tell them apart"));
}

TEST_CASE("a pair that is both allied and hostile counts in both layers") {
    TieSelection all;
    all.signs = SignFilter::all;
    const Partition partition = communities_of(network_of("a-b +2, a-b -1, b-c +1"), {}, all);
    const Network network = network_of("a-b +2, a-b -1, b-c +1");
    TieSelection plus = all, minus = all;
    plus.signs = SignFilter::nonnegative;
    minus.signs = SignFilter::negative;
    const Graph friendly = build_graph(network, plus), hostile = build_graph(network, minus);
    Membership m;
    for (const std::uint32_t c : partition.community) m.push_back(c - 1);
    CHECK(partition.modularity ==
          Approx(signed_modularity_by_definition(friendly, hostile, m, 1)).margin(1e-14));
    CHECK(partition.modularity ==
          Approx(best_modularity(community::signed_modularity_graph(friendly, hostile, 1))).margin(1e-14));
}

TEST_CASE("a row weighs as much when it is hostile as when it is not, whatever its direction") {
    TieSelection all;
    all.signs = SignFilter::all;
    const Partition partition = communities_of(network_of("a->b +1, b-c +1, a-c -1"), {}, all);
    const Graph friendly = graph_of("a-b 1, b-c 1"), hostile = graph_of("a-b 0, b-c 0, a-c 1");
    CHECK(partition.modularity ==
          Approx(best_modularity(community::signed_modularity_graph(friendly, hostile, 1))).margin(1e-12));
}

TEST_CASE("the division does not depend on the number of threads") {
    for (const CommunityAlgorithm& algorithm : community_algorithms()) {
        CAPTURE(algorithm.name);
        CommunityOptions options;
        options.algorithm = algorithm.name;
        options.runs = 8;
        const Partition one = communities_of(test::zachary(), options),
                        three = communities_of(test::zachary(), options, {}, 3);
        CHECK(one.community == three.community);
        CHECK(one.stability == three.stability);
        CHECK(one.modularity == three.modularity);
    }
}

TEST_CASE("every algorithm handles no actors, no ties, isolated actors and several components") {
    for (const CommunityAlgorithm& algorithm : community_algorithms()) {
        CAPTURE(algorithm.name);
        CommunityOptions options;
        options.algorithm = algorithm.name;
        CHECK(communities_of(network_of(""), options).count == 0);
        const Partition loners = communities_of(network_of("a, b, c"), options);
        CHECK(loners.community == std::vector<std::uint32_t>{1, 2, 3});
        CHECK(std::isnan(loners.modularity));
        const Partition parts = communities_of(network_of("x, a-b, b-c, c-a, d-e, e-f, f-d, y"), options);
        CHECK(parts.community == std::vector<std::uint32_t>{3, 1, 1, 1, 2, 2, 2, 4});
        CHECK(parts.modularity == Approx(0.5));
    }
}

TEST_CASE("every algorithm takes directed and weighted ties and says when it ignores directions") {
    for (const CommunityAlgorithm& algorithm : community_algorithms()) {
        CAPTURE(algorithm.name);
        CommunityOptions options;
        options.algorithm = algorithm.name;
        options.runs = 5;
        const Partition partition = communities_of(
            network_of("a->b 2, b->c 2, c->a 2, c->d 0.5, d->e 2, e->f 2, f->d 2, e->c 0"), options);
        CHECK(partition.community == std::vector<std::uint32_t>{1, 1, 1, 2, 2, 2});
        CHECK(partition.remarks.empty() == algorithm.directed);
    }
}

TEST_CASE("a higher resolution gives more communities") {
    CommunityOptions coarse, fine;
    coarse.resolution = 0.3;
    fine.resolution = 3;
    CHECK(communities_of(test::zachary(), coarse).count < 3);
    CHECK(communities_of(test::zachary(), fine).count > 6);
}

TEST_CASE("an unknown algorithm and a resolution of nought are refused with a remedy") {
    CommunityOptions options;
    options.algorithm = "leyden";
    CHECK_THROWS_WITH(communities_of(test::zachary(), options), Catch::Contains("did you mean 'leiden'"));
    options = {};
    options.resolution = 0;
    CHECK_THROWS_WITH(communities_of(test::zachary(), options), Catch::Contains("above 0"));
}

TEST_CASE("communities stop when told to") {
    const std::atomic<bool> stop{true};
    Control control;
    control.stop = &stop;
    const Network network = test::zachary();
    for (const CommunityAlgorithm& algorithm : community_algorithms()) {
        CAPTURE(algorithm.name);
        CommunityOptions options;
        options.algorithm = algorithm.name;
        CHECK_THROWS_AS(find_communities(network, {}, build_graph(network, {}), options, control), Error);
    }
}

TEST_CASE("leiden's communities hang together") {
    for (std::uint64_t seed = 0; seed < 24; ++seed) {
        const Graph graph = seed < 20 ? test::random_graph(seed, 200, 0.015, false)
                                      : test::random_graph(seed, 2000, 0.0015, false);
        Random random(seed);
        const Membership m = community::leiden(community::modularity_graph(graph, 1), random, {});
        CHECK(community::community_count(community::connected_parts(graph, m)) ==
              community::community_count(community::in_order_of_appearance(m)));
    }
}

TEST_CASE("Moving vertices says by how much modularity rose") {
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        const community::ModularityGraph graph =
            community::modularity_graph(test::random_graph(seed, 60, 0.08, false), 1);
        Membership m(60);
        std::iota(m.begin(), m.end(), 0U);
        const double before = community::modularity(graph, m);
        Random random(seed);
        const double gained = community::move_vertices(graph, m, random, {});
        CHECK(gained > 0.1);
        CHECK(community::modularity(graph, m) - before == Approx(gained).epsilon(1e-9));
    }
}

TEST_CASE("What one vertex touches is the same added at once as one by one") {
    const std::vector<std::uint32_t> targets{4, 1, 3, 1, 0, 2}, community{5, 0, 2, 0, 1, 3};
    const std::vector<double> values{1, 2, 3, 4, 5, 6};
    community::Touched each(6), single(6);
    for (int round = 0; round < 2; ++round) {
        each.add_each(targets, values.data(), community, [](std::uint32_t w) { return w != 4; });
        for (std::size_t i = 1; i < targets.size(); ++i) single.add(community[targets[i]], values[i]);
        CHECK(std::ranges::equal(each.list(), single.list()));
        for (std::uint32_t c = 0; c < 6; ++c) CHECK(each.strength(c) == single.strength(c));
        CHECK(each.strength(0) == 9);
        CHECK(each.strength(1) == 0);
        each.clear();
        single.clear();
    }
}

TEST_CASE("stability is the mean overlap of an actor's companions between runs") {
    const Membership chosen{0, 0, 1, 1};
    const std::vector<Membership> runs{{0, 0, 1, 1}, {0, 0, 0, 1}};
    // second run: a and b share {a b} of {a b c}: 2/3; c shares {c} of {a b c d}: 1/4; d shares {d} of {c d}:
    // 1/2
    const std::vector<double> s = community::stability(chosen, runs);
    CHECK(s[0] == Approx((1 + 2.0 / 3) / 2));
    CHECK(s[2] == Approx((1 + 0.25) / 2));
    CHECK(s[3] == Approx((1 + 0.5) / 2));
}

TEST_CASE("label propagation does not round weights") {
    // igraph 0.10.2 rounds 0.3 to nought and leaves every actor alone
    CommunityOptions options;
    options.algorithm = "label-propagation";
    CHECK(communities_of(network_of("a-b 0.3, b-c 0.3, c-a 0.3, c-f 0.1, f-d 0.3, d-e 0.3, e-f 0.3"), options)
              .count == 2);
}

TEST_CASE("optimal is the best of all divisions of small random graphs at any resolution") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        const Graph graph = test::random_graph(500 + seed, 4 + seed % 5, seed % 4 == 0 ? 0.25 : 0.5, false,
                                               seed % 2 == 0 ? 0 : 5);
        if (graph.tie_count() == 0) continue;
        CommunityOptions options;
        options.algorithm = "optimal";
        options.resolution = seed % 3 == 0 ? 0.6 : seed % 3 == 1 ? 1 : 1.7;
        const Partition partition = find_communities(Network{}, {}, graph, options, {});
        CHECK(partition.modularity ==
              Approx(best_modularity(community::modularity_graph(graph, options.resolution))).margin(1e-12));
    }
}

TEST_CASE("optimal refuses a network that is too large, edge-betweenness one with too many ties") {
    CommunityOptions options;
    options.algorithm = "optimal";
    CHECK_THROWS_WITH(find_communities(Network{}, {}, test::random_graph(1, 200, 0.1, false), options, {}),
                      Catch::Contains("use leiden"));
    options.algorithm = "edge-betweenness";
    CHECK_THROWS_WITH(find_communities(Network{}, {}, test::random_graph(1, 800, 0.1, false), options, {}),
                      Catch::Contains("use leiden"));
}

TEST_CASE("on signed ties spinglass reaches leiden's signed modularity") {
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        const Graph friendly = test::random_graph(seed, 14, 0.3, false, 3),
                    hostile = test::random_graph(1000 + seed, 14, 0.2, false, 3);
        const auto graph = community::signed_modularity_graph(friendly, hostile, 1);
        const Components one{std::vector<std::uint32_t>(14, 0), {14}};
        double leiden = -1, spinglass = -1;
        for (std::uint64_t run = 0; run < 100; ++run) {
            Random random(1, run);
            leiden = std::max(leiden, community::modularity(graph, community::leiden(graph, random, {})));
            if (run < 10)
                spinglass = std::max(
                    spinglass, community::modularity(graph, community::spinglass(graph, one, random, {})));
        }
        CHECK(spinglass == Approx(leiden).margin(1e-12));
    }
}

TEST_CASE("the largest eigenvector is found where the two largest eigenvalues are near") {
    // diag(1, 1 − 1e-4, …): the first unit vector
    const std::size_t n = 300;
    const auto multiply = [&](std::span<const double> x, std::span<double> y) {
        for (std::size_t i = 0; i < n; ++i) y[i] = (1 - 1e-4 * static_cast<double>(i)) * x[i];
    };
    const std::vector<double> v = community::largest_eigenvector(n, multiply, {});
    CHECK(v[0] == Approx(1).epsilon(1e-4));
    for (std::size_t i = 1; i < n; ++i) CHECK(std::abs(v[i]) < 1e-2);
}

TEST_CASE("a tree of merges is cut where modularity is highest") {
    const Graph graph = graph_of("a-b, b-c, c-a, c-f, f-d, d-e, e-f");  // a b c f d e
    const auto modularity = community::modularity_graph(graph, 1);
    const std::vector<community::Merge> merges{{0, 1}, {6, 2}, {4, 5}, {8, 3}, {7, 9}};
    CHECK(community::best_cut(modularity, merges) == Membership{0, 0, 0, 1, 1, 1});
}
