// Measures of the ties among an actor's contacts: constraint, effective size, efficiency (Burt 1992), clustering (Watts & Strogatz
// 1998). All four come from one listing of the triangles.
#include "analysis/centrality/kernels.hpp"
#include "analysis/centrality/triangles.hpp"
#include "analysis/centrality/undirected_view.hpp"

#include <algorithm>

namespace entente::kernels {

namespace {

// What each actor spreads over his contacts, by rank; a tie of strength 0 makes no contact.
struct Contacts {
    std::vector<double> total, largest;  // of the strengths
    std::vector<std::uint64_t> count;
};

Contacts contacts_of(const Adjacency& ties, const OrientedTies& oriented) {
    const std::size_t n = oriented.vertex_of.size();
    Contacts contacts{std::vector<double>(n, 0), std::vector<double>(n, 0), std::vector<std::uint64_t>(n, 0)};
    for (Vertex r = 0; r < n; ++r) {
        const Vertex v = oriented.vertex_of[r];
        for (std::uint64_t arc = ties.begin(v); arc < ties.end(v); ++arc) {
            const double strength = ties.strength(arc);
            contacts.total[r] += strength;
            contacts.largest[r] = std::max(contacts.largest[r], strength);
            if (strength > 0) ++contacts.count[r];
        }
    }
    return contacts;
}

// What the triangles add up to: by tie (seen from its lower and from its higher rank) and by rank.
struct Sums {
    std::vector<double> from_lower, from_higher;  // p_ij + Σ_q p_iq p_qj
    std::vector<double> redundancy;               // Σ_j Σ_q p_iq m_jq
    std::vector<std::uint64_t> triangles;
};

Sums sums_over_triangles(const OrientedTies& oriented, const std::vector<double>& strength, const Contacts& contacts, const Control& control) {
    const std::size_t n = oriented.vertex_of.size(), m = oriented.size();
    Sums sums{std::vector<double>(m, 0), std::vector<double>(m, 0), std::vector<double>(n, 0), std::vector<std::uint64_t>(n, 0)};
    std::vector<double> share(n), over_largest(n);
    for (Vertex r = 0; r < n; ++r) {
        share[r] = contacts.total[r] > 0 ? 1 / contacts.total[r] : 0;
        over_largest[r] = contacts.largest[r] > 0 ? 1 / contacts.largest[r] : 0;
    }
    for (Vertex r = 0; r < n; ++r) {
        for (std::uint64_t t = oriented.offsets[r]; t < oriented.offsets[r + 1]; ++t) {
            sums.from_lower[t] = strength[t] * share[r];
            sums.from_higher[t] = strength[t] * share[oriented.targets[t]];
        }
    }
    for_each_triangle(oriented, control, [&](Vertex a, Vertex b, Vertex c, std::uint64_t ab, std::uint64_t bc, std::uint64_t ac) {
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
    return sums;
}

}  // namespace

std::vector<Scores> ego_networks(const MeasureInput& input, const MeasureOptions&, const Control& control) {
    const UndirectedView view(input.graph);
    const OrientedTies oriented(view.ties());
    const Contacts contacts = contacts_of(view.ties(), oriented);
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
            constraint[oriented.vertex_of[r]] += sums.from_lower[t] * sums.from_lower[t];
            constraint[oriented.vertex_of[oriented.targets[t]]] += sums.from_higher[t] * sums.from_higher[t];
        }
    }
    return {{"constraint", std::move(constraint), {}},
            {"effective_size", std::move(effective_size), {}},
            {"efficiency", std::move(efficiency), {}},
            {"clustering", std::move(clustering), {}}};
}

}  // namespace entente::kernels
