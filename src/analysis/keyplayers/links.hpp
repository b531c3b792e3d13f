// The bare links that key players hold together: no strengths, no ties of strength 0.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/graph.hpp"

namespace entente::keyplayers {

struct Links {
    std::vector<std::uint64_t> offsets{0};  // vertices + 1
    std::vector<Vertex> targets;

    std::size_t vertex_count() const { return offsets.size() - 1; }
    std::span<const Vertex> of(Vertex v) const {
        return std::span(targets).subspan(offsets[v], offsets[v + 1] - offsets[v]);
    }
};

// Along outgoing ties.
Links links_of(const Graph& graph);

}  // namespace entente::keyplayers
