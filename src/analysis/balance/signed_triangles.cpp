#include "analysis/balance/signed_triangles.hpp"

#include <array>
#include <numeric>

namespace entente::balance {

TriangleList::TriangleList(std::uint32_t vertices,
                           std::span<const std::pair<std::uint32_t, std::uint32_t>> edges)
    : offsets_(vertices + std::size_t{1}, 0), mark_(vertices, 0), out_(edges.size()) {
    std::vector<std::uint32_t> degree(vertices, 0);
    for (const auto& [u, v] : edges) {
        ++degree[u];
        ++degree[v];
    }
    const auto turned = [&](std::pair<std::uint32_t, std::uint32_t> e) {
        const bool first =
            degree[e.first] != degree[e.second] ? degree[e.first] < degree[e.second] : e.first < e.second;
        return first ? e : std::pair(e.second, e.first);
    };
    for (const auto& e : edges) ++offsets_[turned(e).first + 1];
    std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
    std::vector<std::uint32_t> next(offsets_.begin(), offsets_.end() - 1);
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        const auto [from, to] = turned(edges[i]);
        out_[next[from]++] = {to, i};
    }
}

TriangleFigures signed_triangles(const SignedGraph& graph, const ResolvedTies& ruled) {
    TriangleFigures figures;
    figures.of_tie.assign(ruled.ties.size(), 0);
    figures.unbalanced_of_tie.assign(ruled.ties.size(), 0);
    figures.of_vertex.assign(graph.vertex_count(), 0);
    figures.unbalanced_of_vertex.assign(graph.vertex_count(), 0);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;  // pairs that have ties
    std::vector<std::uint32_t> first_tie;                        // ties of an edge follow each other
    for (std::uint32_t t = 0; t < ruled.ties.size(); ++t) {
        const SignedPair& pair = graph.pairs[ruled.ties[t].pair];
        if (t > 0 && ruled.ties[t - 1].pair == ruled.ties[t].pair) continue;
        edges.push_back({pair.a, pair.b});
        first_tie.push_back(t);
    }
    first_tie.push_back(static_cast<std::uint32_t>(ruled.ties.size()));
    const std::array<std::uint64_t*, 4> by_negatives{&figures.counts.ppp, &figures.counts.ppm,
                                                     &figures.counts.pmm, &figures.counts.mmm};
    const auto count = [&](const std::array<std::uint32_t, 3>& ties) {
        std::size_t negatives = 0;
        for (const std::uint32_t t : ties) negatives += ruled.ties[t].negative ? 1 : 0;
        ++*by_negatives[negatives];
        const bool unbalanced = negatives % 2 == 1;
        for (const std::uint32_t t : ties) {
            ++figures.of_tie[t];
            figures.unbalanced_of_tie[t] += unbalanced ? 1 : 0;
            for (const std::uint32_t v :
                 {graph.pairs[ruled.ties[t].pair].a, graph.pairs[ruled.ties[t].pair].b}) {
                ++figures.of_vertex[v];  // each of the triangle's actors twice
                figures.unbalanced_of_vertex[v] += unbalanced ? 1 : 0;
            }
        }
    };
    TriangleList(static_cast<std::uint32_t>(graph.vertex_count()), edges)
        .for_each([&](std::uint32_t i, std::uint32_t j, std::uint32_t k) {
            for (std::uint32_t a = first_tie[i]; a < first_tie[i + 1]; ++a) {
                for (std::uint32_t b = first_tie[j]; b < first_tie[j + 1]; ++b) {
                    for (std::uint32_t c = first_tie[k]; c < first_tie[k + 1]; ++c) count({a, b, c});
                }
            }
        });
    for (std::uint64_t& n : figures.of_vertex) n /= 2;
    for (std::uint64_t& n : figures.unbalanced_of_vertex) n /= 2;
    return figures;
}

}  // namespace entente::balance
