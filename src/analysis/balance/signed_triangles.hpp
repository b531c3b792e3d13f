// The triangles of signed ties by type.
#pragma once

#include <span>

#include "analysis/balance/conflict_resolution.hpp"

namespace entente::balance {

// Undirected simple edges turned from the endpoint of lower degree to that of higher, so that triangles are
// found in O(m^1.5) (Chiba & Nishizeki 1985).
class TriangleList {
public:
    explicit TriangleList(std::uint32_t vertices,
                          std::span<const std::pair<std::uint32_t, std::uint32_t>> edges);

    // visit(i, j, k) for the edges of each triangle.
    template <class Visit>
    void for_each(const Visit& visit) {
        for (std::uint32_t a = 0; a + 1 < offsets_.size(); ++a) {
            for (std::uint32_t i = offsets_[a]; i < offsets_[a + 1]; ++i)
                mark_[out_[i].first] = out_[i].second + 1;
            for (std::uint32_t i = offsets_[a]; i < offsets_[a + 1]; ++i) {
                const std::uint32_t b = out_[i].first;
                for (std::uint32_t j = offsets_[b]; j < offsets_[b + 1]; ++j) {
                    const std::uint32_t k = mark_[out_[j].first];
                    if (k != 0) visit(out_[i].second, out_[j].second, k - 1);
                }
            }
            for (std::uint32_t i = offsets_[a]; i < offsets_[a + 1]; ++i) mark_[out_[i].first] = 0;
        }
    }

private:
    std::vector<std::uint32_t> offsets_, mark_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out_;  // target, edge
};

struct TriangleFigures {
    TriangleCounts counts;
    std::vector<std::uint64_t> of_tie, unbalanced_of_tie;  // parallel to the ruled ties
    std::vector<std::uint64_t> of_vertex, unbalanced_of_vertex;
};

// Every choice of one ruled tie for each pair of a triangle counts as a triangle.
TriangleFigures signed_triangles(const SignedGraph& graph, const ResolvedTies& ruled);

}  // namespace entente::balance
