// Measures of the ties among an actor's contacts: constraint, effective size, efficiency (Burt 1992),
// clustering (Watts & Strogatz 1998). All four come from one listing of the triangles.
#include <algorithm>

#include "analysis/centrality/kernels.hpp"
#include "analysis/centrality/triangles.hpp"
#include "analysis/centrality/undirected_view.hpp"
#include "analysis/linear/linear.hpp"
#include "base/parallel.hpp"
#include "model/two_mode.hpp"

namespace entente::kernels {

namespace {

// What each actor spreads over his contacts, by rank; a tie of strength 0 makes no contact.
struct Contacts {
    std::vector<double> share,
        over_largest;  // 1 over the sum, and over the largest, of the strengths; 0 without contacts
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

    void add(const Sums& other) {
        const auto add_to = [](auto& to, const auto& from) {
            for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
        };
        add_to(from_lower, other.from_lower);
        add_to(from_higher, other.from_higher);
        add_to(redundancy, other.redundancy);
        add_to(triangles, other.triangles);
    }
};

// Adds what the triangles of the range bring to sums that start at 0.
void add_triangles(const OrientedTies& oriented, RankRange range, const std::vector<double>& strength,
                   const Contacts& contacts, const Control& control, Sums& sums) {
    const std::vector<double>&share = contacts.share, &over_largest = contacts.over_largest;
    for_each_triangle(
        oriented, range, control,
        [&](Vertex a, Vertex b, Vertex c, std::uint64_t ab, std::uint64_t bc, std::uint64_t ac) {
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

// On large networks two halves are added up side by side, each in sums of its own, whatever the number of
// threads: which of them a sum belongs to must not depend on it, or its last digits would. `add` adds what
// the triangles of a range bring.
template <class Part, class Add>
Part sum_of_halves(const OrientedTies& oriented, const Part& zero, const Control& control, const Add& add) {
    constexpr std::size_t large = 20'000;
    const std::vector<RankRange> ranges = ranges_of_equal_work(oriented, oriented.size() < large ? 1 : 2);
    std::vector<Part> parts(ranges.size());
    parallel_blocks(ranges.size(), control, [&](std::size_t part, unsigned) {
        parts[part] = zero;
        add(ranges[part], parts[part]);
    });
    if (parts.size() > 1) parts.front().add(parts.back());
    return std::move(parts.front());
}

struct EgoNetworks {
    explicit EgoNetworks(std::size_t n)
        : constraint(n, undefined),
          effective_size(n, undefined),
          efficiency(n, undefined),
          clustering(n, undefined) {}

    void set_clustering(Vertex v, std::uint64_t triangles, std::size_t neighbors) {
        const auto d = static_cast<double>(neighbors);
        if (neighbors >= 2) clustering[v] = static_cast<double>(triangles) / (d * (d - 1) / 2);
    }
    void set_effective_size(Vertex v, double size, double redundancy) {
        effective_size[v] = size - redundancy;
        efficiency[v] = effective_size[v] / size;
    }

    std::vector<double> constraint, effective_size, efficiency, clustering;
};

EgoNetworks with_strengths(const Adjacency& ties, const OrientedTies& oriented, const Control& control) {
    const std::size_t n = oriented.vertex_of.size(), m = oriented.size();
    const Contacts contacts = contacts_of(ties, oriented, control);
    const std::vector<double>& strength = oriented.strength;
    const Sums zero{std::vector<double>(m, 0), std::vector<double>(m, 0), std::vector<double>(n, 0),
                    std::vector<std::uint64_t>(n, 0)};
    const Sums sums = sum_of_halves(oriented, zero, control, [&](RankRange range, Sums& part) {
        add_triangles(oriented, range, strength, contacts, control, part);
    });
    EgoNetworks result(n);
    for (Vertex r = 0; r < n; ++r) {
        const Vertex v = oriented.vertex_of[r];
        result.set_clustering(v, sums.triangles[r], ties.degree(v));
        if (contacts.count[r] == 0) continue;
        result.constraint[v] = 0;
        result.set_effective_size(v, static_cast<double>(contacts.count[r]), sums.redundancy[r]);
    }
    for (Vertex r = 0; r < n; ++r) {
        for (std::uint64_t t = oriented.offsets[r]; t < oriented.offsets[r + 1]; ++t) {
            if (strength[t] == 0) continue;
            const Vertex other = oriented.targets[t];
            const double there = strength[t] * contacts.share[r] + sums.from_lower[t],
                         back = strength[t] * contacts.share[other] + sums.from_higher[t];
            result.constraint[oriented.vertex_of[r]] += there * there;
            result.constraint[oriented.vertex_of[other]] += back * back;
        }
    }
    return result;
}

// Where every tie weighs the same, all an actor spends over a contact is 1/d: a tie ij is closed in on by Σ_q
// 1/d_q either way, and the redundancy is 2t/d (Borgatti 1997).
struct EvenSums {
    std::vector<double> closing;  // Σ_q 1/d_q over the triangles of a tie
    std::vector<std::uint64_t> triangles;

    void add(const EvenSums& other) {
        for (std::size_t i = 0; i < closing.size(); ++i) closing[i] += other.closing[i];
        for (std::size_t i = 0; i < triangles.size(); ++i) triangles[i] += other.triangles[i];
    }
};

void add_triangles(const OrientedTies& oriented, RankRange range, const std::vector<double>& share,
                   const Control& control, EvenSums& sums) {
    double* closing = sums.closing.data();
    std::uint64_t* triangles = sums.triangles.data();
    std::vector<double> through;  // by tie of the lowest rank; added last, as it is for the tie itself
    for_each_lowest(oriented, range, control,
                    [&](Vertex a, std::span<const Corner> corners, const CornerFinder& finder) {
                        const std::uint64_t begin = oriented.offsets[a];
                        through.assign(oriented.offsets[a + 1] - begin, 0.0);
                        for (const auto& [ab, bc] : corners) {
                            const Vertex b = oriented.targets[ab], c = oriented.targets[bc];
                            through[ab - begin] += share[c];
                            closing[bc] += share[a];
                            closing[finder.tie_to(c)] += share[b];
                            ++triangles[b];
                            ++triangles[c];
                        }
                        triangles[a] += corners.size();
                        for (std::size_t t = 0; t < through.size(); ++t) closing[begin + t] += through[t];
                    });
}

EgoNetworks all_alike(const Adjacency& ties, const OrientedTies& oriented, const Control& control) {
    const std::size_t n = oriented.vertex_of.size();
    std::vector<double> share(n), spread(n, 0);
    for (Vertex r = 0; r < n; ++r) share[r] = 1 / static_cast<double>(ties.degree(oriented.vertex_of[r]));
    const EvenSums zero{std::vector<double>(oriented.size(), 0), std::vector<std::uint64_t>(n, 0)};
    const EvenSums sums = sum_of_halves(oriented, zero, control, [&](RankRange range, EvenSums& part) {
        add_triangles(oriented, range, share, control, part);
    });
    for (Vertex r = 0; r < n; ++r) {
        for (std::uint64_t t = oriented.offsets[r]; t < oriented.offsets[r + 1]; ++t) {
            const double held = (1 + sums.closing[t]) * (1 + sums.closing[t]);
            spread[r] += held;
            spread[oriented.targets[t]] += held;
        }
    }
    EgoNetworks result(n);
    for (Vertex r = 0; r < n; ++r) {
        const Vertex v = oriented.vertex_of[r];
        const std::size_t contacts = ties.degree(v);
        result.set_clustering(v, sums.triangles[r], contacts);
        if (contacts == 0) continue;
        result.constraint[v] = spread[r] * share[r] * share[r];
        result.set_effective_size(v, static_cast<double>(contacts),
                                  2 * static_cast<double>(sums.triangles[r]) * share[r]);
    }
    return result;
}

EgoNetworks counted(const Adjacency& ties, const OrientedTies& oriented, const Control& control) {
    const std::vector<std::uint32_t> triangles = triangle_counts(oriented, control);
    EgoNetworks result(triangles.size());
    for (Vertex r = 0; r < triangles.size(); ++r) {
        const Vertex v = oriented.vertex_of[r];
        result.set_clustering(v, triangles[r], ties.degree(v));
    }
    return result;
}

}  // namespace

std::vector<Scores> ego_networks(const MeasureInput& input, const MeasureOptions& options,
                                 const Control& caller) {
    const Control control = without_progress(caller);
    const UndirectedView view(input.graph);
    const OrientedTies oriented(view.ties(), control);
    const bool clustering_alone = options.wanted.size() == 1 && options.wanted.front() == "clustering";
    EgoNetworks found = clustering_alone                ? counted(view.ties(), oriented, control)
                        : view.ties().strengths.empty() ? all_alike(view.ties(), oriented, control)
                                                        : with_strengths(view.ties(), oriented, control);
    std::string no_triangles;
    if (two_mode(input.network)) {
        std::ranges::fill(found.clustering, undefined);
        no_triangles = "left empty: in two-mode data no two partners of an actor can have a tie";
    }
    return {{"constraint", std::move(found.constraint), {}},
            {"effective_size", std::move(found.effective_size), {}},
            {"efficiency", std::move(found.efficiency), {}},
            {"clustering", std::move(found.clustering), std::move(no_triangles)}};
}

}  // namespace entente::kernels
