#include "analysis/community/algorithms/coarsening.hpp"

#include <numeric>

namespace entente::community {

ModularityGraph coarsened(const ModularityGraph& graph, const Membership& membership) {
    const std::size_t n = graph.vertex_count();
    const std::uint32_t count = community_count(membership);
    ModularityGraph result;
    result.inside.assign(count, 0);
    result.friendly.assign(count, 0);
    if (graph.has_hostile()) result.hostile.assign(count, 0);
    result.friendly_total = graph.friendly_total;
    result.hostile_total = graph.hostile_total;
    result.resolution = graph.resolution;

    std::vector<std::uint32_t> start(count + 1, 0);
    for (const std::uint32_t c : membership) ++start[c + 1];
    std::partial_sum(start.begin(), start.end(), start.begin());
    std::vector<Vertex> members(n);
    std::vector<std::uint32_t> next(start.begin(), start.end() - 1);
    for (Vertex v = 0; v < n; ++v) members[next[membership[v]]++] = v;

    std::vector<double> strength(count, 0);
    std::vector<std::uint32_t> touched, last_seen(count, count);
    for (std::uint32_t c = 0; c < count; ++c) {
        for (std::uint32_t i = start[c]; i < start[c + 1]; ++i) {
            const Vertex v = members[i];
            result.inside[c] += graph.inside[v];
            result.friendly[c] += graph.friendly[v];
            if (graph.has_hostile()) result.hostile[c] += graph.hostile[v];
            for (std::size_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                const std::uint32_t other = membership[graph.targets[arc]];
                if (other == c) {
                    result.inside[c] += graph.net[arc];
                    continue;
                }
                if (last_seen[other] != c) {
                    last_seen[other] = c;
                    touched.push_back(other);
                }
                strength[other] += graph.net[arc];
            }
        }
        for (const std::uint32_t other : touched) {
            result.targets.push_back(other);
            result.net.push_back(strength[other]);
            strength[other] = 0;
        }
        touched.clear();
        result.offsets.push_back(result.targets.size());
    }
    return result;
}

}  // namespace entente::community
