#include "analysis/community/algorithms/label_propagation.hpp"

#include <algorithm>
#include <numeric>

namespace entente::community {

namespace {

// Sums of strengths that differ by less than this, relatively, are equal: 1/3 + 1/3 is 2/3.
constexpr double rounding = 1e-12;

}  // namespace

Membership label_propagation(const Graph& graph, Random& random, const Control& control) {
    const std::size_t n = graph.vertex_count();
    const Adjacency& out = graph.out();
    Membership label(n);
    std::iota(label.begin(), label.end(), 0U);
    std::vector<Vertex> queue(label);
    random.shuffle(std::span(queue));
    std::vector<char> waiting(n, 1);
    std::vector<double> strength(n, 0);
    std::vector<char> seen(n, 0);
    std::vector<std::uint32_t> touched, best;
    std::size_t head = 0, length = n;
    for (std::uint64_t step = 0; length > 0; ++step) {
        if (step % 4096 == 0 && control.stopped()) break;
        const Vertex v = queue[head];
        head = head + 1 == n ? 0 : head + 1;
        --length;
        waiting[v] = 0;
        for (std::size_t arc = out.begin(v); arc < out.end(v); ++arc) {
            const std::uint32_t of_neighbor = label[out.targets[arc]];
            if (!seen[of_neighbor]) {
                seen[of_neighbor] = 1;
                touched.push_back(of_neighbor);
            }
            strength[of_neighbor] += out.strength(arc);
        }
        double most = 0;
        for (const std::uint32_t l : touched) most = std::max(most, strength[l]);
        const double enough = most * (1 - rounding);
        const bool content = most == 0 || strength[label[v]] >= enough;
        if (!content) {
            best.clear();
            for (const std::uint32_t l : touched) {
                if (strength[l] >= enough) best.push_back(l);
            }
        }
        for (const std::uint32_t l : touched) {
            strength[l] = 0;
            seen[l] = 0;
        }
        touched.clear();
        if (content) continue;
        label[v] = best.size() == 1 ? best.front() : best[random.below(best.size())];
        for (const Vertex w : out.neighbors(v)) {
            if (waiting[w] || label[w] == label[v]) continue;
            waiting[w] = 1;
            queue[(head + length++) % n] = w;
        }
    }
    return connected_parts(graph, label);
}

}  // namespace entente::community
