#include "base/connected.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <utility>
#include <vector>

#include "base/disjoint_sets.hpp"
#include "base/random.hpp"

using namespace entente;

namespace {

using Lists = std::vector<std::vector<std::uint32_t>>;

Lists random_lists(std::uint32_t vertices, std::uint32_t edges, Random& random) {
    Lists lists(vertices);
    for (std::uint32_t e = 0; e < edges; ++e) {
        const auto u = static_cast<std::uint32_t>(random.below(vertices));
        const auto v = static_cast<std::uint32_t>(random.below(vertices));
        lists[u].push_back(v);
        lists[v].push_back(u);
    }
    return lists;
}

}  // namespace

TEST_CASE("a search finds what is joined, the start first and nothing twice") {
    Random random(7, 0);
    for (int round = 0; round < 30; ++round) {
        const Lists lists = random_lists(20, 12, random);
        balance::DisjointSets sets(20);
        for (std::uint32_t v = 0; v < 20; ++v) {
            for (const std::uint32_t w : lists[v]) sets.unite(v, w);
        }
        std::vector<char> seen(20, 0);
        const auto each_neighbor = [&](std::uint32_t v, const auto& visit) {
            for (const std::uint32_t w : lists[v]) visit(w);
        };
        for (std::uint32_t start = 0; start < 20; ++start) {
            if (seen[start] != 0) continue;
            std::vector<std::uint32_t> found = connected_with(start, seen, each_neighbor);
            CHECK(found.front() == start);
            std::ranges::sort(found);
            std::vector<std::uint32_t> joined;
            for (std::uint32_t v = 0; v < 20; ++v) {
                if (sets.of(v) == sets.of(start)) joined.push_back(v);
            }
            CHECK(found == joined);
        }
    }
}

TEST_CASE("a search goes breadth first, neighbors in their order") {
    const Lists lists{{2, 1}, {3}, {4}, {}, {}};
    std::vector<char> seen(5, 0);
    const auto found = connected_with(0, seen, [&](std::uint32_t v, const auto& visit) {
        for (const std::uint32_t w : lists[v]) visit(w);
    });
    CHECK(found == std::vector<std::uint32_t>{0, 2, 1, 4, 3});
}
