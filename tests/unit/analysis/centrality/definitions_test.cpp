// Every measure against its definition, written out in the plainest way, on small random networks of all
// kinds.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <set>
#include <tuple>

#include "analysis/centrality/measures.hpp"
#include "base/random.hpp"
#include "support/networks.hpp"

using namespace entente;

namespace {

using Matrix = std::vector<std::vector<double>>;

struct Small {
    Graph graph;
    std::size_t n;
    Matrix w;  // arc strengths
    Matrix a;  // both directions added
};

Small small(std::uint64_t seed, bool directed) {
    const std::size_t n = 1 + seed % 8;
    Graph graph = test::random_graph(seed, n,
                                     seed % 5 == 0   ? 0.2
                                     : seed % 3 == 0 ? 0.8
                                                     : 0.45,
                                     directed, seed % 2 == 0 ? 4 : 0);
    Matrix w(n, std::vector<double>(n, 0)), a = w;
    for (Vertex v = 0; v < n; ++v) {
        for (std::size_t arc = graph.out().begin(v); arc < graph.out().end(v); ++arc)
            w[v][graph.out().targets[arc]] = graph.out().strength(arc);
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) a[i][j] = directed ? w[i][j] + w[j][i] : w[i][j];
    }
    return {std::move(graph), n, std::move(w), std::move(a)};
}

void on_small_networks(const std::function<void(const Small&)>& check) {
    for (std::uint64_t seed = 1; seed <= 160; ++seed) {
        CAPTURE(seed);
        check(small(seed, seed % 4 < 2));
    }
}

Scores scores(const Small& s, const std::string& measure) {
    const Network network;
    const TieSelection selection;
    return score_table({network, selection, s.graph}, {measure}, {}, {}).columns.at(0);
}

void check_equal(const std::vector<double>& values, const std::vector<double>& expected,
                 double tolerance = 1e-11) {
    REQUIRE(values.size() == expected.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        CAPTURE(i, values[i], expected[i]);
        CHECK(std::isnan(values[i]) == std::isnan(expected[i]));
        if (!std::isnan(expected[i]))
            CHECK(std::abs(values[i] - expected[i]) <= tolerance * (1 + std::abs(expected[i])));
    }
}

// Gauss–Jordan with pivots; enough for eight actors.
std::vector<double> solve(Matrix m, std::vector<double> b) {
    const std::size_t n = b.size();
    for (std::size_t k = 0; k < n; ++k) {
        std::size_t pivot = k;
        for (std::size_t i = k; i < n; ++i) {
            if (std::abs(m[i][k]) > std::abs(m[pivot][k])) pivot = i;
        }
        std::swap(m[k], m[pivot]);
        std::swap(b[k], b[pivot]);
        for (std::size_t i = 0; i < n; ++i) {
            if (i == k) continue;
            const double factor = m[i][k] / m[k][k];
            for (std::size_t j = k; j < n; ++j) m[i][j] -= factor * m[k][j];
            b[i] -= factor * b[k];
        }
    }
    for (std::size_t i = 0; i < n; ++i) b[i] /= m[i][i];
    return b;
}

double sum(const std::vector<double>& values) {
    double total = 0;
    for (const double value : values) total += value;
    return total;
}

// Σ over u of m[u][v] x[u], as if ties carried x along.
std::vector<double> received(const Matrix& m, const std::vector<double>& x) {
    std::vector<double> y(x.size(), 0);
    for (std::size_t u = 0; u < x.size(); ++u) {
        for (std::size_t v = 0; v < x.size(); ++v) y[v] += m[u][v] * x[u];
    }
    return y;
}

// The largest eigenvalue of a non-negative matrix: the limit of |(A + I)^k| ^ (1/k) − 1, by squaring.
double spectral_radius(Matrix m) {
    const std::size_t n = m.size();
    for (std::size_t i = 0; i < n; ++i) m[i][i] += 1;
    double log_scale = 0;
    for (int step = 0; step < 50; ++step) {
        double largest = 0;
        for (const auto& row : m) largest = std::max(largest, *std::max_element(row.begin(), row.end()));
        Matrix square(n, std::vector<double>(n, 0));
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t k = 0; k < n; ++k) {
                for (std::size_t j = 0; j < n; ++j) square[i][j] += m[i][k] / largest * (m[k][j] / largest);
            }
        }
        m = square;
        log_scale = 2 * (log_scale + std::log(largest));
    }
    double largest = 0;
    for (const auto& row : m) largest = std::max(largest, *std::max_element(row.begin(), row.end()));
    return std::exp((log_scale + std::log(largest)) * std::pow(2.0, -50)) - 1;
}

// Whom i reaches over ties of any direction, i included.
std::vector<std::size_t> component(const Small& s, std::size_t i) {
    std::vector<std::size_t> found{i};
    for (std::size_t head = 0; head < found.size(); ++head) {
        for (std::size_t j = 0; j < s.n; ++j) {
            if (s.a[found[head]][j] > 0 && std::find(found.begin(), found.end(), j) == found.end())
                found.push_back(j);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

TEST_CASE("constraint, effective size and efficiency are what Burt defines") {
    on_small_networks([](const Small& s) {
        std::vector<double> constraint(s.n, undefined), size(s.n, undefined), efficiency(s.n, undefined);
        for (std::size_t i = 0; i < s.n; ++i) {
            const auto share = [&](std::size_t x, std::size_t y) { return s.a[x][y] / sum(s.a[x]); };
            const auto marginal = [&](std::size_t x, std::size_t y) {
                return s.a[x][y] / *std::max_element(s.a[x].begin(), s.a[x].end());
            };
            double contacts = 0, squares = 0, redundant = 0;
            for (std::size_t j = 0; j < s.n; ++j) {
                if (s.a[i][j] == 0) continue;
                ++contacts;
                double indirect = share(i, j);
                for (std::size_t q = 0; q < s.n; ++q) {
                    if (q == i || q == j || s.a[i][q] == 0) continue;
                    indirect += share(i, q) * share(q, j);
                    redundant += share(i, q) * marginal(j, q);
                }
                squares += indirect * indirect;
            }
            if (contacts == 0) continue;
            constraint[i] = squares;
            size[i] = contacts - redundant;
            efficiency[i] = size[i] / contacts;
        }
        check_equal(scores(s, "constraint").values, constraint);
        check_equal(scores(s, "effective_size").values, size);
        check_equal(scores(s, "efficiency").values, efficiency);
    });
}

TEST_CASE("clustering is the share of pairs of neighbours that are tied") {
    on_small_networks([](const Small& s) {
        std::vector<double> expected(s.n, undefined);
        for (std::size_t i = 0; i < s.n; ++i) {
            double pairs = 0, tied = 0;
            for (std::size_t j = 0; j < s.n; ++j) {
                for (std::size_t k = j + 1; k < s.n; ++k) {
                    if (s.a[i][j] == 0 || s.a[i][k] == 0) continue;
                    ++pairs;
                    tied += s.a[j][k] > 0 ? 1 : 0;
                }
            }
            if (pairs > 0) expected[i] = tied / pairs;
        }
        check_equal(scores(s, "clustering").values, expected);
    });
}

TEST_CASE(
    "coreness is the last k at which the actor survives the removal of all with fewer than k neighbours") {
    on_small_networks([](const Small& s) {
        std::vector<double> expected(s.n, 0);
        for (std::size_t k = 1; k < s.n; ++k) {
            std::vector<char> in(s.n, 1);
            for (bool changed = true; changed;) {
                changed = false;
                for (std::size_t i = 0; i < s.n; ++i) {
                    std::size_t neighbors = 0;
                    for (std::size_t j = 0; j < s.n; ++j) neighbors += in[j] != 0 && s.a[i][j] > 0 ? 1 : 0;
                    if (in[i] == 0 || neighbors >= k) continue;
                    in[i] = 0;
                    changed = true;
                }
            }
            for (std::size_t i = 0; i < s.n; ++i) {
                if (in[i] != 0) expected[i] = static_cast<double>(k);
            }
        }
        check_equal(scores(s, "coreness").values, expected);
    });
}

TEST_CASE("PageRank is where the walker's equation comes to rest") {
    on_small_networks([](const Small& s) {
        const auto n = static_cast<double>(s.n);
        Matrix system(s.n, std::vector<double>(s.n, 0));
        for (std::size_t v = 0; v < s.n; ++v) {
            system[v][v] = 1;
            for (std::size_t u = 0; u < s.n; ++u)
                system[v][u] -= 0.85 * (sum(s.w[u]) > 0 ? s.w[u][v] / sum(s.w[u]) : 1 / n);
        }
        const std::vector<double> values = scores(s, "pagerank").values;
        check_equal(values, solve(system, std::vector<double>(s.n, 0.15 / n)), 1e-13);
        CHECK(sum(values) == Approx(1).epsilon(1e-13));
    });
}

TEST_CASE(
    "eigenvector centrality is a non-negative eigenvector of the largest eigenvalue, its largest entry 1") {
    on_small_networks([](const Small& s) {
        const std::vector<double> x = scores(s, "eigenvector").values;
        const double radius = spectral_radius(s.w);
        if (radius < 1e-6) {
            check_equal(x, std::vector<double>(s.n, 0));
            return;
        }
        CHECK(*std::max_element(x.begin(), x.end()) == 1);
        CHECK(*std::min_element(x.begin(), x.end()) >= 0);
        std::vector<double> scaled = x;
        for (double& entry : scaled) entry *= radius;
        check_equal(received(s.w, x), scaled, 1e-9);
    });
}

TEST_CASE("hubs and authorities follow from one another by the largest singular value") {
    on_small_networks([](const Small& s) {
        const std::vector<double> hub = scores(s, "hub").values, authority = scores(s, "authority").values;
        Matrix both(s.n, std::vector<double>(s.n, 0)), back = both;
        for (std::size_t i = 0; i < s.n; ++i) {
            for (std::size_t j = 0; j < s.n; ++j) {
                back[j][i] = s.w[i][j];
                for (std::size_t k = 0; k < s.n; ++k) both[i][j] += s.w[k][i] * s.w[k][j];
            }
        }
        if (sum(received(s.w, std::vector<double>(s.n, 1))) == 0) {
            check_equal(hub, std::vector<double>(s.n, 0));
            return;
        }
        const double square = spectral_radius(both);
        std::vector<double> scaled = authority;
        for (double& entry : scaled) entry *= square;
        check_equal(received(s.w, received(back, authority)), scaled, 1e-9);
        CHECK(*std::max_element(hub.begin(), hub.end()) == 1);
        CHECK(*std::max_element(authority.begin(), authority.end()) == 1);
        scaled = hub;
        for (double& entry : scaled) entry *= square;
        check_equal(received(back, received(s.w, hub)), scaled, 1e-9);
    });
}

TEST_CASE("Katz centrality solves its equation with alpha 0.85 over the largest eigenvalue") {
    on_small_networks([](const Small& s) {
        const double radius = spectral_radius(s.w), alpha = radius > 1e-6 ? 0.85 / radius : 0.85;
        Matrix system(s.n, std::vector<double>(s.n, 0));
        for (std::size_t v = 0; v < s.n; ++v) {
            system[v][v] = 1;
            for (std::size_t u = 0; u < s.n; ++u) system[v][u] -= alpha * s.w[u][v];
        }
        check_equal(scores(s, "katz").values, solve(system, std::vector<double>(s.n, 1)), 1e-8);
        CHECK(scores(s, "katz").remark.starts_with("alpha "));
    });
}

TEST_CASE("subgraph centrality counts closed walks, those of length k over k!") {
    on_small_networks([](const Small& s) {
        std::vector<double> expected(s.n, 0);
        for (std::size_t i = 0; i < s.n; ++i) {
            std::vector<double> walks(s.n, 0);
            walks[i] = 1;
            for (int k = 1; k < 80; ++k) {
                expected[i] += walks[i];
                Matrix simple = s.a;
                for (auto& row : simple) {
                    for (double& cell : row) cell = cell > 0 ? 1 : 0;
                }
                walks = received(simple, walks);
                for (double& entry : walks) entry /= k;
            }
        }
        check_equal(scores(s, "subgraph").values, expected, 1e-12);
    });
}

TEST_CASE("current flows between every pair by Kirchhoff's laws") {
    on_small_networks([](const Small& s) {
        std::vector<double> betweenness(s.n, 0), resistance(s.n, 0), closeness(s.n, 0);
        for (std::size_t from = 0; from < s.n; ++from) {
            const std::vector<std::size_t> members = component(s, from);
            const auto r = static_cast<double>(members.size());
            for (const std::size_t to : members) {
                if (to == from) continue;
                // Potentials with `to` at 0.
                Matrix system(s.n, std::vector<double>(s.n, 0));
                std::vector<double> injected(s.n, 0);
                injected[from] = 1;
                for (std::size_t i = 0; i < s.n; ++i) {
                    const bool inside =
                        i != to && std::find(members.begin(), members.end(), i) != members.end();
                    system[i][i] = inside ? sum(s.a[i]) : 1;
                    for (std::size_t j = 0; j < s.n && inside; ++j) system[i][j] -= s.a[i][j];
                }
                const std::vector<double> potential = solve(system, injected);
                resistance[from] += potential[from];
                for (const std::size_t i : members) {
                    if (i == from || i == to) continue;
                    double flow = 0;
                    for (std::size_t j = 0; j < s.n; ++j)
                        flow += s.a[i][j] * std::abs(potential[i] - potential[j]) / 2;
                    betweenness[i] += flow / ((r - 1) * (r - 2));
                }
            }
        }
        for (std::size_t i = 0; i < s.n; ++i) closeness[i] = resistance[i] > 0 ? 1 / resistance[i] : 0;
        check_equal(scores(s, "current_flow_betweenness").values, betweenness, 1e-10);
        check_equal(scores(s, "current_flow_closeness").values, closeness, 1e-10);
    });
}

TEST_CASE("normalised degree, betweenness and harmonic are the raw values over their maximum") {
    for (const bool directed : {false, true}) {
        const Graph graph = test::random_graph(3, 9, 0.4, directed);
        const Network network;
        const TieSelection selection;
        const std::vector<std::string> names{"degree",      "in_degree", "out_degree",
                                             "betweenness", "harmonic",  "pagerank"};
        const ScoreTable raw = score_table({network, selection, graph}, names, {}, {});
        const ScoreTable normalized =
            score_table({network, selection, graph}, names, {.normalized = true}, {});
        const double maximum[]{directed ? 16.0 : 8.0, 8, 8, directed ? 56.0 : 28.0, 8, 1};
        for (std::size_t c = 0; c < names.size(); ++c) {
            CAPTURE(names[c], directed);
            for (std::size_t i = 0; i < 9; ++i)
                CHECK(normalized.columns[c].values[i] == Approx(raw.columns[c].values[i] / maximum[c]));
        }
    }
}

// Two triangles, apart, and a pair: both triangles have eigenvalue 2, the pair 1.
TEST_CASE("parts with the same largest eigenvalue are each scaled to 1, and it is said") {
    Small s{test::graph_of("a-b, b-c, c-a, d-e, e-f, f-d, g-h"), 8, {}, {}};
    const Scores found = scores(s, "eigenvector");
    check_equal(found.values, {1, 1, 1, 1, 1, 1, 0, 0});
    CHECK(found.remark == "eigenvalue 2; 2 parts share it, each scaled to 1");
}

// a <-> b -> c -> d <-> e: both cycles have eigenvalue 1, and all that a and b have flows on to d and e.
TEST_CASE("of two equal parts of which one leads to the other, the other has it all") {
    Small s{test::graph_of("a->b, b->a, b->c, c->d, d->e, e->d"), 5, {}, {}};
    check_equal(scores(s, "eigenvector").values, {0, 0, 0, 1, 1});
}

TEST_CASE("a network without cycles has no eigenvector centrality, and it is said") {
    Small s{test::graph_of("a->b, b->c"), 3, {}, {}};
    const Scores found = scores(s, "eigenvector");
    check_equal(found.values, {0, 0, 0});
    CHECK(found.remark == "all 0: no tie lies on a cycle");
}

TEST_CASE("a chain of four hundred actors has its eigenvector to full precision") {
    std::string text;
    for (int i = 0; i + 1 < 400; ++i) text += "a" + std::to_string(i) + "-a" + std::to_string(i + 1) + ",";
    Small s{test::graph_of(text), 400, {}, {}};
    const Scores found = scores(s, "eigenvector");
    CHECK(found.remark.find("not converged") == std::string::npos);
    const double pi = std::acos(-1.0), middle = std::sin(pi * 200 / 401);
    for (std::size_t i = 0; i < 400; ++i)
        CHECK(found.values[i] ==
              Approx(std::sin(pi * static_cast<double>(i + 1) / 401) / middle).epsilon(1e-8));
}

TEST_CASE("a tie of strength 0 is no contact and carries no current, and no tie to count") {
    Small s{test::graph_of("a-b 2, b-c 0, c-d 1"), 4, {}, {}};
    check_equal(scores(s, "degree").values, {1, 1, 1, 1});
    check_equal(scores(s, "constraint").values, {1, 1, 1, 1});
    check_equal(scores(s, "current_flow_closeness").values, {2, 2, 1, 1});
    check_equal(scores(s, "eigenvector").values, {1, 1, 0, 0});
}

TEST_CASE("strengths as large and as small as numbers go do not upset the spectra") {
    for (const char* text : {"a->b 1e300, b->a 1e300, b->c 1e300, c->b 1e300",
                             "a->b 1e-300, b->a 1e-300, b->c 1e-300, c->b 1e-300"}) {
        Small s{test::graph_of(text), 3, {}, {}};
        check_equal(scores(s, "eigenvector").values, {std::sqrt(0.5), 1, std::sqrt(0.5)});
        check_equal(scores(s, "hub").values, {1, 1, 1});
        check_equal(scores(s, "pagerank").values,
                    {0.2567567567567568, 0.4864864864864865, 0.2567567567567568});
    }
}

TEST_CASE("the strongest pair leads a network of ties however much weaker the others are") {
    for (const char* text : {"a-b 1e300, a-d 9e15, c-d 1", "a-b 1e300, a-d 9e15, b-c 1e-300, c-d 1",
                             "a-b 5e299, a-d 1e100, c-d 1e100"}) {
        Small s{test::graph_of(text), 4, {}, {}};
        const std::vector<double> found = scores(s, "eigenvector").values;
        CHECK(found[0] == Approx(1));
        CHECK(found[1] == Approx(1));
        CHECK(found[2] < 1e-100);
    }
}

// Two cycles of the same strength that hardly know each other: the last digit of a strength decides which of
// them leads.
TEST_CASE(
    "an eigenvalue that rounding decides is left empty, with the reason, and one that it does not is right") {
    Small lost{test::graph_of("a->b 1, b->a 3, c->d 3, d->c 1, b->c 1e-30, d->a 2e-30"), 4, {}, {}};
    const Scores left = scores(lost, "eigenvector");
    CHECK(std::all_of(left.values.begin(), left.values.end(), [](double x) { return std::isnan(x); }));
    CHECK_THAT(left.remark, Catch::Contains("rounding decides the largest eigenvalue"));
    Small known{test::graph_of("a->b 1e6, b->c 1, c->a 1e-3, b->a 1e-9"), 3, {}, {}};
    CHECK_THAT(scores(known, "eigenvector").remark, Catch::Contains("eigenvalue 10.00"));
    // The strongest cycle is a, b, c with (1e290 * 1e10 * 1e-5)^(1/3), 1e-100 apart from a, b with 1e95.
    Small far{test::graph_of("a->b 1e290, b->a 1e-100, b->c 1e10, c->a 1e-5, a->c 1e-200"), 3, {}, {}};
    CHECK_THAT(scores(far, "eigenvector").remark, Catch::Contains("eigenvalue 2.15443469003e+98"));
}

// By arithmetic of 600 digits (mpmath 1.2.1); d lies behind the cycle and is larger than all of it.
TEST_CASE("entries that lie tens of orders apart in a directed network keep their digits") {
    Small s{
        test::graph_of("a->b 3.7032e-10, c->d 145823000, c->a 3.32708e-05, a->c 1.04447e-06, b->c 13.4086"),
        4,
        {},
        {}};
    const std::vector<double> found = scores(s, "eigenvector").values;
    const std::vector<double> right{2.281588e-13, 1.5339297e-18, 3.7773123e-13, 1};
    for (std::size_t i = 0; i < right.size(); ++i) CHECK(found[i] == Approx(right[i]).epsilon(1e-6));
}

TEST_CASE("thousands of equal parts are each scaled to 1") {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "a" + std::to_string(i) + "-b" + std::to_string(i) + ",";
    Small s{test::graph_of(text), 6000, {}, {}};
    const std::vector<double> values = scores(s, "eigenvector").values;
    CHECK(std::all_of(values.begin(), values.end(), [](double value) { return value == 1; }));
}

// What the header of the measures promises, pair by pair: an undirected tie once, an arc where it leaves and
// where it arrives, each sign for itself.
TEST_CASE("signed degrees count an undirected row once in every mix of directed and undirected rows") {
    Random random(11);
    for (int trial = 0; trial < 400; ++trial) {
        Network network = test::network_of("a, b, c, d");
        for (int row = 0; row < 8; ++row) {
            const auto source = static_cast<std::uint32_t>(random.below(4));
            network.ties.source.push_back(ActorId{source});
            network.ties.target.push_back(
                ActorId{(source + 1 + static_cast<std::uint32_t>(random.below(3))) % 4});
            network.ties.sign.push_back(static_cast<Sign>(static_cast<int>(random.below(3)) - 1));
            network.ties.directed.push_back(random.below(3) == 0 ? Directedness::directed
                                                                 : Directedness::undirected);
        }
        const TieSelection selection;
        const Graph graph = build_graph(network, selection);
        const ScoreTable table = score_table({network, selection, graph},
                                             {"positive_degree", "negative_degree", "net_degree"}, {}, {});
        std::set<std::tuple<std::uint32_t, std::uint32_t, bool, int>> ties;
        for (std::size_t i = 0; i < network.tie_count(); ++i) {
            auto a = static_cast<std::uint32_t>(network.ties.source[i]),
                 b = static_cast<std::uint32_t>(network.ties.target[i]);
            const bool arc = graph.directed() && network.ties.directed[i] == Directedness::directed;
            if (!arc && b < a) std::swap(a, b);
            ties.insert({a, b, arc, static_cast<int>(network.ties.sign[i])});
        }
        for (std::uint32_t v = 0; v < 4; ++v) {
            double positive = 0, negative = 0;
            for (const auto& [a, b, arc, sign] : ties) {
                if (a != v && b != v) continue;
                positive += sign > 0;
                negative += sign < 0;
            }
            CHECK(table.columns[0].values[v] == positive);
            CHECK(table.columns[1].values[v] == negative);
            CHECK(table.columns[2].values[v] == positive - negative);
        }
    }
}

TEST_CASE("a hostile arc does not make undirected friends count twice in a table that is undirected") {
    const Network network = test::network_of("a--b +, a--c +, d->a -");
    const TieSelection selection;
    const Graph graph = build_graph(network, selection);
    REQUIRE_FALSE(graph.directed());
    const ScoreTable table = score_table({network, selection, graph},
                                         {"degree", "positive_degree", "net_degree", "pn_in", "pn"}, {}, {});
    CHECK(table.columns[0].values[0] == 2);
    CHECK(table.columns[1].values[0] == 2);
    CHECK(table.columns[2].values[0] == 1);
    // Without directions AᵀA = A², so that (I − B²)⁻¹ (I + B) = (I − B)⁻¹: both are one index.
    for (std::size_t v = 0; v < 4; ++v)
        CHECK(table.columns[3].values[v] == Approx(table.columns[4].values[v]));
}
