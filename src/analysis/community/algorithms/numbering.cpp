#include "analysis/community/algorithms/numbering.hpp"

#include <algorithm>
#include <numeric>

namespace entente::community {

std::vector<Vertex> breadth_first_order(std::span<const std::uint64_t> offsets,
                                        std::span<const Vertex> targets) {
    std::vector<char> seen(offsets.size() - 1, 0);
    std::vector<Vertex> order;
    order.reserve(seen.size());
    const auto reach = [&](Vertex v) {
        if (seen[v]) return;
        seen[v] = 1;
        order.push_back(v);
    };
    std::size_t next = 0;
    for (Vertex root = 0; root < seen.size(); ++root) {
        reach(root);
        for (; next < order.size(); ++next) {
            for (std::size_t arc = offsets[order[next]]; arc < offsets[order[next] + 1]; ++arc)
                reach(targets[arc]);
        }
    }
    return order;
}

std::vector<Vertex> random_order(std::size_t count, Random& random) {
    const std::size_t window = count > most_vertices_in_caches ? 1024 : count;
    std::vector<Vertex> windows(window == 0 ? 0 : (count + window - 1) / window), order;
    std::iota(windows.begin(), windows.end(), 0U);
    if (windows.size() > 1) random.shuffle(std::span(windows));
    order.reserve(count);
    for (const std::size_t w : windows) {
        const std::size_t first = order.size();
        for (std::size_t v = w * window; v < std::min(count, (w + 1) * window); ++v)
            order.push_back(static_cast<Vertex>(v));
        random.shuffle(std::span(order).subspan(first));
    }
    return order;
}

}  // namespace entente::community
