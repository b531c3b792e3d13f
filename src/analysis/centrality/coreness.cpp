// Coreness by peeling: actors in buckets by degree, the least connected taken first, their neighbors moved
// down one bucket (Batagelj & Zaveršnik 2003). O(n + m).
#include <algorithm>
#include <utility>

#include "analysis/centrality/kernels.hpp"
#include "analysis/centrality/undirected_view.hpp"

namespace entente::kernels {

std::vector<Scores> coreness(const MeasureInput& input, const MeasureOptions&, const Control& control) {
    const UndirectedView view(input.graph);
    const Adjacency& ties = view.ties();
    const std::size_t n = view.vertex_count();
    std::vector<std::uint32_t> degree(n), place(n), start;
    std::vector<Vertex> queue(n);  // sorted by remaining degree at every moment
    for (Vertex v = 0; v < n; ++v) {
        degree[v] = static_cast<std::uint32_t>(ties.degree(v));
        if (degree[v] >= start.size()) start.resize(degree[v] + 1, 0);
        ++start[degree[v]];
    }
    std::uint32_t before = 0;
    for (std::uint32_t& count : start) before += std::exchange(count, before);
    std::vector<std::uint32_t> next = start;
    for (Vertex v = 0; v < n; ++v) {
        place[v] = next[degree[v]]++;
        queue[place[v]] = v;
    }
    for (std::size_t head = 0; head < n; ++head) {
        if (head % 65536 == 0) control.checkpoint();
        const Vertex v = queue[head];
        for (const Vertex w : ties.neighbors(v)) {
            if (degree[w] <= degree[v]) continue;
            // w changes places with the first of its bucket, whose start then moves past it: w is now in the
            // bucket below.
            const std::uint32_t first = start[degree[w]]++;
            const Vertex other = queue[first];
            std::swap(queue[first], queue[place[w]]);
            std::swap(place[w], place[other]);
            --degree[w];
        }
    }
    return {{"coreness", std::vector<double>(degree.begin(), degree.end()), {}}};
}

}  // namespace entente::kernels
