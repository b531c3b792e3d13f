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
            for (std::size_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                const std::uint32_t other = membership[graph.targets[arc]];
                if (other == c) result.inside[c] += graph.net[arc];
                else touched.add(other, graph.net[arc]);
            }
        }
        for (const std::uint32_t other : touched.list()) {
            result.targets.push_back(other);
            result.net.push_back(touched.strength(other));
        }
        touched.clear();
        result.offsets.push_back(result.targets.size());
    }
    return result;
}

}  // namespace entente::community
