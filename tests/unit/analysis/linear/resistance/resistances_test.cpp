// Sums of effective resistances against closed forms and against the inverse of the whole matrix.
#include "analysis/linear/resistance/resistances.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/linear/grounded_laplacian.hpp"
#include "analysis/linear/resistance/star_mesh.hpp"
#include "base/random.hpp"

using namespace entente;

namespace {

struct Wire {
    Vertex a, b;
    double strength = 1;
};

Adjacency adjacency_of(std::size_t vertices, const std::vector<Wire>& ties) {
    std::vector<std::vector<std::pair<Vertex, double>>> rows(vertices);
    for (const auto& [a, b, strength] : ties) {
        rows[a].emplace_back(b, strength);
        rows[b].emplace_back(a, strength);
    }
    Adjacency result;
    result.offsets.push_back(0);
    for (auto& row : rows) {
        std::sort(row.begin(), row.end());
        for (const auto& [target, strength] : row) {
            result.targets.push_back(target);
            result.strengths.push_back(strength);
        }
        result.offsets.push_back(result.targets.size());
    }
    return result;
}

void check_holds(const Bounds& bounds, double expected, double rounding = 1e-10) {
    CHECK(bounds.upper - bounds.lower <= 2e-9 * expected);
    CHECK(bounds.lower <= expected * (1 + rounding));
    CHECK(bounds.upper >= expected * (1 - rounding));
}

// A random tree and as many random ties as `more` says.
std::vector<Wire> connected_ties(Random& random, Vertex n, std::size_t more, double range) {
    const auto strength = [&] { return std::pow(10, range * (random.uniform() - 0.5)); };
    std::vector<Wire> ties;
    std::vector<std::vector<char>> tied(n, std::vector<char>(n, 0));
    for (Vertex v = 1; v < n; ++v) {
        const auto w = static_cast<Vertex>(random.below(v));
        ties.push_back({w, v, strength()});
        tied[w][v] = 1;
    }
    for (std::size_t k = 0; k < more; ++k) {
        const auto a = static_cast<Vertex>(random.below(n)), b = static_cast<Vertex>(random.below(n));
        if (a >= b || tied[a][b] != 0) continue;
        ties.push_back({a, b, strength()});
        tied[a][b] = 1;
    }
    return ties;
}

}  // namespace

TEST_CASE("resistances of a ring of 5,000 add up to (n² − 1)/6 from everyone") {
    std::vector<Wire> ring;
    for (Vertex v = 0; v < 5000; ++v) ring.push_back({v, (v + 1) % 5000});
    const std::vector<Bounds> sums = sums_of_resistances(adjacency_of(5000, ring), {});
    for (Vertex v = 0; v < 5000; v += 3) check_holds(sums[v], (5000.0 * 5000 - 1) / 6);
}

TEST_CASE("resistances of a star and of a path are its distances") {
    std::vector<Wire> star, path;
    for (Vertex v = 1; v < 3000; ++v) star.push_back({0, v, 0.5}), path.push_back({v - 1, v});
    const std::vector<Bounds> of_star = sums_of_resistances(adjacency_of(3000, star), {}),
                              of_path = sums_of_resistances(adjacency_of(3000, path), {});
    for (Vertex v = 0; v < 3000; v += 3) {
        check_holds(of_star[v], v == 0 ? 2 * 2999.0 : 2 * (1 + 2 * 2998.0));
        const double before = v, after = 2999.0 - v;
        check_holds(of_path[v], (before * (before + 1) + after * (after + 1)) / 2);
    }
}

TEST_CASE("bounds of the resistances hold what the inverse of the whole matrix gives") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const auto n = static_cast<Vertex>(2 + random.below(150));
        const double range = seed % 3 == 0 ? 6 : seed % 3 == 1 ? 0 : 1;
        const Adjacency ties = adjacency_of(n, connected_ties(random, n, seed % 4 * seed % 5 * n, range));
        const Potentials potentials(ties, {});
        double trace = 0;
        for (Vertex v = 0; v < n; ++v) trace += potentials.row(v)[v];
        const std::vector<Bounds> sums = sums_of_resistances(ties, {});
        REQUIRE(sums.size() == n);
        for (Vertex v = 0; v < n; ++v) {
            double row = 0;
            for (const double x : potentials.row(v)) row += x;
            // The inverse itself loses digits where strengths are a million times apart.
            check_holds(sums[v], n * potentials.row(v)[v] + trace - 2 * row, range > 1 ? 1e-8 : 1e-10);
        }
    }
}

// On a tree resistances are lengths of paths; strengths 12 orders of magnitude apart make no difference.
TEST_CASE("resistances of a tree of very unequal strengths are the lengths of its paths") {
    Random random(11);
    const Vertex n = 600;
    const std::vector<Wire> tree = connected_ties(random, n, 0, 12);
    std::vector<std::vector<double>> length(n, std::vector<double>(n, 0));
    for (const auto& [parent, child, strength] : tree) {
        for (Vertex v = 0; v < child; ++v)
            length[v][child] = length[child][v] = length[v][parent] + 1 / strength;
    }
    const std::vector<Bounds> sums = sums_of_resistances(adjacency_of(n, tree), {});
    for (Vertex v = 0; v < n; ++v) {
        double expected = 0;
        for (const double resistance : length[v]) expected += resistance;
        check_holds(sums[v], expected, 1e-12);
    }
}

TEST_CASE("actors taken out of a network of resistors leave a core only where it is dense") {
    Random random(5);
    std::vector<Wire> dense;
    for (Vertex a = 0; a < 300; ++a) {
        for (Vertex b = a + 1; b < 300; ++b) {
            if (b == a + 1 || random.uniform() < 0.04) dense.push_back({a, b});
        }
    }
    const StarMesh mesh = star_mesh(adjacency_of(300, dense));
    CHECK(mesh.core.size() > 50);
    CHECK(mesh.core.size() + mesh.order.size() == 300);
    std::vector<Wire> lattice;
    for (Vertex v = 0; v < 400; ++v) {
        if (v % 20 != 19) lattice.push_back({v, v + 1});
        if (v + 20 < 400) lattice.push_back({v, v + 20});
    }
    CHECK(star_mesh(adjacency_of(400, lattice)).core.size() == 1);
}

TEST_CASE("sums of resistances have the same digits for any number of threads") {
    Random random(7);
    const Adjacency ties = adjacency_of(300, connected_ties(random, 300, 3000, 1));
    Control three;
    three.threads = 3;
    const std::vector<Bounds> alone = sums_of_resistances(ties, {}),
                              together = sums_of_resistances(ties, three);
    for (std::size_t v = 0; v < alone.size(); ++v) {
        CHECK(alone[v].lower == together[v].lower);
        CHECK(alone[v].upper == together[v].upper);
    }
}
