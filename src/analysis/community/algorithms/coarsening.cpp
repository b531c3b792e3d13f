#include "analysis/community/algorithms/coarsening.hpp"

#include "analysis/community/algorithms/touched.hpp"

namespace entente::community {

ModularityGraph coarsened(const ModularityGraph& graph, const Membership& membership) {
    const std::uint32_t count = community_count(membership);
    ModularityGraph result;
    result.inside.assign(count, 0);
    result.friendly.assign(count, 0);
    if (graph.has_hostile()) result.hostile.assign(count, 0);
    result.friendly_total = graph.friendly_total;
    result.hostile_total = graph.hostile_total;
    result.resolution = graph.resolution;

    const Members members(membership, count);
    Touched touched(count);
    for (std::uint32_t c = 0; c < count; ++c) {
        for (const Vertex v : members.of(c)) {
            result.inside[c] += graph.inside[v];
            result.friendly[c] += graph.friendly[v];
            if (graph.has_hostile()) result.hostile[c] += graph.hostile[v];
            touched.add_each(graph.neighbors(v), graph.net_from(v), membership, [](Vertex) { return true; });
        }
        result.inside[c] += touched.strength(c);
        for (const std::uint32_t other : touched.list()) {
            if (other == c) continue;
            result.targets.push_back(other);
            result.net.push_back(touched.strength(other));
        }
        touched.clear();
        result.offsets.push_back(result.targets.size());
    }
    return result;
}

}  // namespace entente::community
