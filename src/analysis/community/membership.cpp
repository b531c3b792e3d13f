#include "analysis/community/membership.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace entente::community {

namespace {

constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

std::vector<std::uint32_t> sizes_of(std::span<const std::uint32_t> membership) {
    std::vector<std::uint32_t> sizes(community_count(membership), 0);
    for (const std::uint32_t c : membership) ++sizes[c];
    return sizes;
}

}  // namespace

std::uint32_t community_count(std::span<const std::uint32_t> membership) {
    return membership.empty() ? 0 : *std::max_element(membership.begin(), membership.end()) + 1;
}

Membership in_order_of_appearance(std::span<const std::uint32_t> membership) {
    std::vector<std::uint32_t> number(community_count(membership), unseen);
    std::uint32_t next = 0;
    Membership result(membership.size());
    for (std::size_t v = 0; v < membership.size(); ++v) {
        std::uint32_t& n = number[membership[v]];
        if (n == unseen) n = next++;
        result[v] = n;
    }
    return result;
}

Membership largest_first(std::span<const std::uint32_t> membership) {
    Membership result = in_order_of_appearance(membership);
    const std::vector<std::uint32_t> sizes = sizes_of(result);
    std::vector<std::uint32_t> order(sizes.size()), number(sizes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return sizes[a] > sizes[b]; });
    for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i;
    for (std::uint32_t& c : result) c = number[c];
    return result;
}

Members::Members(std::span<const std::uint32_t> membership, std::uint32_t count)
    : start_(count + 1, 0), vertices_(membership.size()) {
    for (const std::uint32_t c : membership) ++start_[c + 1];
    std::partial_sum(start_.begin(), start_.end(), start_.begin());
    std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
    for (Vertex v = 0; v < membership.size(); ++v) vertices_[next[membership[v]]++] = v;
}

Membership connected_parts(const Graph& graph, std::span<const std::uint32_t> membership) {
    Membership part(graph.vertex_count(), unseen);
    std::vector<Vertex> waiting;
    std::uint32_t next = 0;
    for (Vertex first = 0; first < graph.vertex_count(); ++first) {
        if (part[first] != unseen) continue;
        part[first] = next;
        waiting.assign(1, first);
        while (!waiting.empty()) {
            const Vertex v = waiting.back();
            waiting.pop_back();
            const auto visit = [&](std::span<const Vertex> neighbors) {
                for (const Vertex w : neighbors) {
                    if (part[w] != unseen || membership[w] != membership[v]) continue;
                    part[w] = next;
                    waiting.push_back(w);
                }
            };
            visit(graph.out().neighbors(v));
            if (graph.directed()) visit(graph.in().neighbors(v));
        }
        ++next;
    }
    return part;
}

std::vector<double> stability(std::span<const std::uint32_t> chosen, std::span<const Membership> runs) {
    const std::size_t n = chosen.size();
    const std::vector<std::uint32_t> chosen_sizes = sizes_of(chosen);
    std::vector<std::vector<Vertex>> members(chosen_sizes.size());
    for (Vertex v = 0; v < n; ++v) members[chosen[v]].push_back(v);
    std::vector<double> sum(n, 0);
    for (const Membership& run : runs) {
        const std::vector<std::uint32_t> run_sizes = sizes_of(run);
        std::vector<std::uint32_t> shared(run_sizes.size(), 0);
        for (const std::vector<Vertex>& community : members) {
            for (const Vertex v : community) ++shared[run[v]];
            for (const Vertex v : community) {
                const std::uint32_t both = shared[run[v]];
                sum[v] += static_cast<double>(both) /
                          static_cast<double>(community.size() + run_sizes[run[v]] - both);
            }
            for (const Vertex v : community) shared[run[v]] = 0;
        }
    }
    for (double& s : sum) s /= static_cast<double>(std::max<std::size_t>(1, runs.size()));
    return sum;
}

}  // namespace entente::community
