#include "analysis/centrality/triangles.hpp"

#include <algorithm>
#include <numeric>

namespace entente {

OrientedTies::OrientedTies(const Adjacency& ties) : vertex_of(ties.offsets.size() - 1), offsets(ties.offsets.size(), 0) {
    std::iota(vertex_of.begin(), vertex_of.end(), Vertex{0});
    std::stable_sort(vertex_of.begin(), vertex_of.end(), [&](Vertex a, Vertex b) { return ties.degree(a) < ties.degree(b); });
    std::vector<Vertex> rank(vertex_of.size());
    for (Vertex r = 0; r < vertex_of.size(); ++r) rank[vertex_of[r]] = r;
    targets.reserve(ties.targets.size() / 2);
    arc.reserve(ties.targets.size() / 2);
    for (Vertex r = 0; r < vertex_of.size(); ++r) {
        const Vertex v = vertex_of[r];
        for (std::uint64_t at = ties.begin(v); at < ties.end(v); ++at) {
            if (rank[ties.targets[at]] < r) continue;
            targets.push_back(rank[ties.targets[at]]);
            arc.push_back(at);
        }
        offsets[r + 1] = targets.size();
    }
}

}  // namespace entente
