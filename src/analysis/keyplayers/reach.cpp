#include "analysis/keyplayers/reach.hpp"

#include <algorithm>

#include "base/parallel.hpp"

namespace entente::keyplayers {

namespace {

// Breadth first from all of `set` at once; `hops` is as long as there are vertices.
void search(const Links& links, std::span<const Vertex> set, std::span<std::uint16_t> hops,
            std::vector<Vertex>& queue) {
    std::fill(hops.begin(), hops.end(), HopTable::out_of_reach);
    queue.assign(set.begin(), set.end());
    for (const Vertex v : set) hops[v] = 0;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        const std::uint16_t further = static_cast<std::uint16_t>(hops[queue[i]] + 1);
        if (further == HopTable::out_of_reach) return;
        for (const Vertex w : links.of(queue[i])) {
            if (hops[w] != HopTable::out_of_reach) continue;
            hops[w] = further;
            queue.push_back(w);
        }
    }
}

}  // namespace

HopTable::HopTable(const Links& links, std::span<const Vertex> sources, const Control& control)
    : vertices_(links.vertex_count()), hops_(sources.size() * vertices_) {
    constexpr std::size_t block = 16;
    const std::size_t blocks = (sources.size() + block - 1) / block;
    std::vector<std::uint16_t> longest(blocks, 0);
    parallel_blocks(blocks, control, [&](std::size_t b, unsigned) {
        std::vector<Vertex> queue;
        for (std::size_t i = b * block; i < std::min(sources.size(), (b + 1) * block); ++i) {
            const std::span<std::uint16_t> mine = std::span(hops_).subspan(i * vertices_, vertices_);
            search(links, sources.subspan(i, 1), mine, queue);
            longest[b] = std::max(longest[b], mine[queue.back()]);
        }
    });
    for (const std::uint16_t l : longest) longest_ = std::max(longest_, l);
}

double inverse_hops(std::span<const std::uint64_t> actors_at) {
    double sum = 0;
    for (std::size_t hops = 0; hops < actors_at.size(); ++hops) {
        sum += static_cast<double>(actors_at[hops]) / static_cast<double>(std::max<std::size_t>(1, hops));
    }
    return sum;
}

Nearness nearness(const Links& links, std::span<const Vertex> set) {
    std::vector<std::uint16_t> hops(links.vertex_count());
    std::vector<Vertex> queue;
    search(links, set, hops, queue);
    std::vector<std::uint64_t> actors_at(2, 0);
    for (const Vertex v : queue) {
        if (hops[v] >= actors_at.size()) actors_at.resize(hops[v] + std::size_t{1}, 0);
        ++actors_at[hops[v]];
    }
    return {inverse_hops(actors_at), actors_at[1]};
}

}  // namespace entente::keyplayers
