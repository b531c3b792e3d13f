#include "analysis/centrality/triangles.hpp"

#include <algorithm>
#include <utility>

#include "base/parallel.hpp"

namespace entente {

namespace {

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

// Every target is written, and the next over it where it has a lower rank: no branch to foretell.
OrientedTies::OrientedTies(const Adjacency& ties, const Control& control)
    : vertex_of(by_degree(ties)), offsets(ties.offsets.size(), 0) {
    constexpr Vertex ranks_a_look = 1 << 16;  // at whether to stop
    const std::size_t n = vertex_of.size(), most = ties.targets.size() / 2 + 1;
    const bool weighted = !ties.strengths.empty();
    std::vector<Vertex> rank(n);
    for (Vertex r = 0; r < n; ++r) rank[vertex_of[r]] = r;
    targets.resize(most);
    if (weighted) strength.resize(most);
    std::uint64_t next = 0;
    for (Vertex r = 0; r < n; ++r) {
        if (r % ranks_a_look == 0) control.checkpoint();
        const Vertex v = vertex_of[r];
        for (std::uint64_t at = ties.begin(v); at < ties.end(v); ++at) {
            const Vertex other = rank[ties.targets[at]];
            targets[next] = other;
            if (weighted) strength[next] = ties.strengths[at];
            next += other > r ? 1 : 0;
        }
        offsets[r + 1] = next;
    }
    targets.resize(next);
    if (weighted) strength.resize(next);
}

std::span<const Corner> CornerFinder::of(Vertex a) {
    const std::uint64_t begin = ties_.offsets[a], end = ties_.offsets[a + 1];
    if (end - begin < 2) return {};
    std::uint64_t most = 0;
    for (std::uint64_t ac = begin; ac < end; ++ac) {
        const Vertex c = ties_.targets[ac];
        tied_[c] = 1;
        tie_to_[c] = ac;
        most += ties_.offsets[c + 1] - ties_.offsets[c];
    }
    if (corners_.size() <= most) corners_.resize(most + 1);
    looked_at_ += most;
    Corner* next = corners_.data();
    for (std::uint64_t ab = begin; ab < end; ++ab) {
        const Vertex b = ties_.targets[ab];
        for (std::uint64_t bc = ties_.offsets[b]; bc < ties_.offsets[b + 1]; ++bc) {
            *next = {ab, bc};
            next += tied_[ties_.targets[bc]];
        }
    }
    for (std::uint64_t ac = begin; ac < end; ++ac) tied_[ties_.targets[ac]] = 0;
    return {corners_.data(), next};
}

std::vector<RankRange> ranges_of_equal_work(const OrientedTies& ties, std::size_t parts) {
    const auto n = static_cast<Vertex>(ties.vertex_of.size());
    if (parts == 1) return {{0, n}};
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

namespace {

// Adds the triangles of the range; no rank is in more triangles than there are ties.
void count_triangles(const OrientedTies& ties, RankRange range, const Control& control,
                     std::vector<std::uint32_t>& counts) {
    std::vector<std::uint8_t> tied(ties.vertex_of.size(), 0);
    const std::uint64_t* offsets = ties.offsets.data();
    const Vertex* targets = ties.targets.data();
    std::uint32_t* count = counts.data();
    for (Vertex a = range.first; a < range.last; ++a) {
        const std::uint64_t begin = offsets[a], end = offsets[a + 1];
        if (a % 4096 == 0 && control.stopped()) return;
        if (end - begin < 2) continue;
        for (std::uint64_t ac = begin; ac < end; ++ac) tied[targets[ac]] = 1;
        std::uint32_t of_a = 0;
        for (std::uint64_t ab = begin; ab < end; ++ab) {
            const Vertex b = targets[ab];
            std::uint32_t over_ab = 0;
            for (std::uint64_t bc = offsets[b]; bc < offsets[b + 1]; ++bc) {
                const std::uint8_t closed = tied[targets[bc]];
                count[targets[bc]] += closed;
                over_ab += closed;
            }
            count[b] += over_ab;
            of_a += over_ab;
        }
        count[a] += of_a;
        for (std::uint64_t ac = begin; ac < end; ++ac) tied[targets[ac]] = 0;
    }
}

}  // namespace

std::vector<std::uint32_t> triangle_counts(const OrientedTies& ties, const Control& control) {
    constexpr std::size_t large = 100'000;  // ties from which threads are worth their while
    const std::size_t parts = ties.size() < large ? 1 : std::max(1U, control.threads);
    const std::vector<RankRange> ranges = ranges_of_equal_work(ties, parts);
    std::vector<std::vector<std::uint32_t>> counts(parts);
    parallel_blocks(parts, control, [&](std::size_t part, unsigned) {
        counts[part].assign(ties.vertex_of.size(), 0);
        count_triangles(ties, ranges[part], control, counts[part]);
    });
    control.checkpoint();
    for (std::size_t part = 1; part < parts; ++part) {
        for (std::size_t r = 0; r < counts[part].size(); ++r) counts.front()[r] += counts[part][r];
    }
    return std::move(counts.front());
}

}  // namespace entente
