#include "analysis/centrality/triangles.hpp"

#include <algorithm>
#include <utility>

#include "base/parallel.hpp"

namespace entente {

namespace {

constexpr std::size_t ranks_of_a_block = 1 << 13;

// Vertices by degree, equal ones by number (a counting sort).
std::vector<Vertex> by_degree(const Adjacency& ties) {
    std::vector<Vertex> start;
    const std::size_t n = ties.offsets.size() - 1;
    for (Vertex v = 0; v < n; ++v) {
        if (ties.degree(v) >= start.size()) start.resize(ties.degree(v) + 1, 0);
        ++start[ties.degree(v)];
    }
    Vertex before = 0;
    for (Vertex& count : start) before += std::exchange(count, before);
    std::vector<Vertex> sorted(n);
    for (Vertex v = 0; v < n; ++v) sorted[start[ties.degree(v)]++] = v;
    return sorted;
}

}  // namespace

OrientedTies::OrientedTies(const Adjacency& ties, const Control& control)
    : vertex_of(by_degree(ties)), offsets(ties.offsets.size(), 0) {
    const std::size_t n = vertex_of.size(), blocks = (n + ranks_of_a_block - 1) / ranks_of_a_block;
    Control quiet = control;
    quiet.progress = nullptr;
    std::vector<Vertex> rank(n);
    for (Vertex r = 0; r < n; ++r) rank[vertex_of[r]] = r;
    const auto each_rank = [&](const auto& body) {
        parallel_blocks(blocks, quiet, [&](std::size_t block, unsigned) {
            const auto last = static_cast<Vertex>(std::min(n, (block + 1) * ranks_of_a_block));
            for (auto r = static_cast<Vertex>(block * ranks_of_a_block); r < last; ++r) body(r, vertex_of[r]);
        });
    };
    each_rank([&](Vertex r, Vertex v) {
        std::uint64_t above = 0;
        for (const Vertex w : ties.neighbors(v)) above += rank[w] > r ? 1 : 0;
        offsets[r + 1] = above;
    });
    for (std::size_t r = 0; r < n; ++r) offsets[r + 1] += offsets[r];
    targets.resize(offsets[n]);
    arc.resize(offsets[n]);
    each_rank([&](Vertex r, Vertex v) {
        std::uint64_t next = offsets[r];
        for (std::uint64_t at = ties.begin(v); at < ties.end(v); ++at) {
            if (rank[ties.targets[at]] < r) continue;
            targets[next] = rank[ties.targets[at]];
            arc[next++] = at;
        }
    });
}

std::vector<RankRange> ranges_of_equal_work(const OrientedTies& ties, std::size_t parts) {
    const auto n = static_cast<Vertex>(ties.vertex_of.size());
    std::vector<std::uint64_t> work(n + 1, 0);
    for (Vertex a = 0; a < n; ++a) {
        work[a + 1] = work[a] + 1;
        for (std::uint64_t ab = ties.offsets[a]; ab < ties.offsets[a + 1]; ++ab) {
            work[a + 1] += ties.offsets[ties.targets[ab] + 1] - ties.offsets[ties.targets[ab]];
        }
    }
    std::vector<RankRange> ranges;
    Vertex first = 0;
    for (std::size_t part = 1; part <= parts; ++part) {
        const auto share = work[n] / parts * part;
        const auto last =
            part == parts
                ? n
                : static_cast<Vertex>(std::lower_bound(work.begin(), work.end(), share) - work.begin());
        ranges.push_back({first, std::max(first, last)});
        first = ranges.back().last;
    }
    return ranges;
}

}  // namespace entente
