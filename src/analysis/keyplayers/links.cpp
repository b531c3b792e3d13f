#include "analysis/keyplayers/links.hpp"

namespace entente::keyplayers {

Links links_of(const Graph& graph) {
    Links links;
    const Adjacency& out = graph.out();
    links.offsets.reserve(graph.vertex_count() + 1);
    links.targets.reserve(out.targets.size());
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        for (std::size_t arc = out.begin(v); arc < out.end(v); ++arc) {
            if (out.strength(arc) > 0) links.targets.push_back(out.targets[arc]);
        }
        links.offsets.push_back(links.targets.size());
    }
    return links;
}

}  // namespace entente::keyplayers
