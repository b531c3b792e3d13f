// Measures of the ties among an actor's contacts: constraint, effective size, efficiency (Burt 1992), clustering (Watts & Strogatz
// 1998). All four come from one listing of the triangles.
#include "analysis/centrality/kernels.hpp"
#include "analysis/centrality/linear.hpp"
#include "analysis/centrality/triangles.hpp"
#include "analysis/centrality/undirected_view.hpp"
#include "base/parallel.hpp"

#include <algorithm>

namespace entente::kernels {

namespace {

// What each actor spreads over his contacts, by rank; a tie of strength 0 makes no contact.
struct Contacts {
    std::vector<double> share, over_largest;  // 1 over the sum, and over the largest, of the strengths; 0 without contacts
    std::vector<std::uint32_t> count;
};

Contacts contacts_of(const Adjacency& ties, const OrientedTies& oriented, const Control& control) {
    constexpr std::size_t ranks_of_a_block = 1 << 14;
    const std::size_t n = oriented.vertex_of.size();
    Contacts contacts{std::vector<double>(n, 0), std::vector<double>(n, 0), std::vector<std::uint32_t>(n, 0)};
    parallel_blocks((n + ranks_of_a_block - 1) / ranks_of_a_block, control, [&](std::size_t block, unsigned) {
        for (std::size_t r = block * ranks_of_a_block; r < std::min(n, (block + 1) * ranks_of_a_block); ++r) {
            const Vertex v = oriented.vertex_of[r];
            double total = 0, largest = 0;
            for (std::uint64_t arc = ties.begin(v); arc < ties.end(v); ++arc) {
                const double strength = ties.strength(arc);
                total += strength;
                largest = std::max(largest, strength);
                if (strength > 0) ++contacts.count[r];
            }
            if (total > 0) contacts.share[r] = 1 / total;
            if (total > 0) contacts.over_largest[r] = 1 / largest;
        }
    });
    return contacts;
}

// What the triangles add up to: by tie (seen from its lower and from its higher rank) and by rank.
struct Sums {
    std::vector<double> from_lower, from_higher;  // Σ_q p_iq p_qj
    std::vector<double> redundancy;               // Σ_j Σ_q p_iq m_jq
    std::vector<std::uint64_t> triangles;
};

// Adds what the triangles of the range bring to sums that start at 0.
void add_triangles(const OrientedTies& oriented, RankRange range, const std::vector<double>& strength, const Contacts& contacts, const Control& control,
                   Sums& sums) {
    const std::vector<double>&share = contacts.share, &over_largest = contacts.over_largest;
    for_each_triangle(oriented, range, control, [&](Vertex a, Vertex b, Vertex c, std::uint64_t ab, std::uint64_t bc, std::uint64_t ac) {
        ++sums.triangles[a];
        ++sums.triangles[b];
        ++sums.triangles[c];
        const double x = strength[ab], y = strength[bc], z = strength[ac];
        if (x == 0 || y == 0 || z == 0) return;
        sums.from_lower[ab] += z * share[a] * y * share[c];   // a by way of c to b
        sums.from_higher[ab] += y * share[b] * z * share[c];  // b by way of c to a
        sums.from_lower[ac] += x * share[a] * y * share[b];
        sums.from_higher[ac] += y * share[c] * x * share[b];
        sums.from_lower[bc] += x * share[b] * z * share[a];
        sums.from_higher[bc] += z * share[c] * x * share[a];
        sums.redundancy[a] += (z * over_largest[b] + x * over_largest[c]) * share[a] * y;
        sums.redundancy[b] += (y * over_largest[a] + x * over_largest[c]) * share[b] * z;
        sums.redundancy[c] += (y * over_largest[a] + z * over_largest[b]) * share[c] * x;
    });
}

// On large networks two halves are added up side by side, each in sums of its own, whatever the number of threads: which of them a
// sum belongs to must not depend on it, or its last digits would.
Sums sums_over_triangles(const OrientedTies& oriented, const std::vector<double>& strength, const Contacts& contacts, const Control& control) {
    constexpr std::size_t large = 20'000;
    const std::size_t n = oriented.vertex_of.size(), m = oriented.size();
    const std::vector<RankRange> ranges = ranges_of_equal_work(oriented, m < large ? 1 : 2);
    std::vector<Sums> parts(ranges.size());
    parallel_blocks(ranges.size(), control, [&](std::size_t part, unsigned) {
        parts[part] = {std::vector<double>(m, 0), std::vector<double>(m, 0), std::vector<double>(n, 0), std::vector<std::uint64_t>(n, 0)};
        add_triangles(oriented, ranges[part], strength, contacts, control, parts[part]);
    });
    Sums sums = std::move(parts.front());
    if (parts.size() < 2) return sums;
    const auto add = [](auto& to, const auto& from) {
        for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
    };
    add(sums.from_lower, parts[1].from_lower);
    add(sums.from_higher, parts[1].from_higher);
    add(sums.redundancy, parts[1].redundancy);
    add(sums.triangles, parts[1].triangles);
    return sums;
}

}  // namespace

std::vector<Scores> ego_networks(const MeasureInput& input, const MeasureOptions&, const Control& caller) {
    const Control control = without_progress(caller);
    const UndirectedView view(input.graph);
    const OrientedTies oriented(view.ties(), control);
    const Contacts contacts = contacts_of(view.ties(), oriented, control);
    std::vector<double> strength(oriented.size());
    for (std::uint64_t t = 0; t < oriented.size(); ++t) strength[t] = view.ties().strength(oriented.arc[t]);
    const Sums sums = sums_over_triangles(oriented, strength, contacts, control);

    const std::size_t n = view.vertex_count();
    std::vector<double> constraint(n, undefined), effective_size(n, undefined), efficiency(n, undefined), clustering(n, undefined);
    for (Vertex r = 0; r < n; ++r) {
        const Vertex v = oriented.vertex_of[r];
        const auto neighbours = static_cast<double>(view.ties().degree(v));
        if (neighbours >= 2) clustering[v] = static_cast<double>(sums.triangles[r]) / (neighbours * (neighbours - 1) / 2);
        if (contacts.count[r] == 0) continue;
        const auto size = static_cast<double>(contacts.count[r]);
        constraint[v] = 0;
        effective_size[v] = size - sums.redundancy[r];
        efficiency[v] = effective_size[v] / size;
    }
    for (Vertex r = 0; r < n; ++r) {
        for (std::uint64_t t = oriented.offsets[r]; t < oriented.offsets[r + 1]; ++t) {
            if (strength[t] == 0) continue;
            const Vertex other = oriented.targets[t];
            const double there = strength[t] * contacts.share[r] + sums.from_lower[t], back = strength[t] * contacts.share[other] + sums.from_higher[t];
            constraint[oriented.vertex_of[r]] += there * there;
            constraint[oriented.vertex_of[other]] += back * back;
        }
    }
    return {{"constraint", std::move(constraint), {}},
            {"effective_size", std::move(effective_size), {}},
            {"efficiency", std::move(efficiency), {}},
            {"clustering", std::move(clustering), {}}};
}

}  // namespace entente::kernels
