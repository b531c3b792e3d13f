#include "analysis/summary/triads.hpp"

#include <algorithm>

#include "analysis/centrality/triangles.hpp"
#include "analysis/centrality/undirected_view.hpp"

namespace entente {

namespace {

// Positions in triad_names.
enum Class {
    c003,
    c012,
    c102,
    c021D,
    c021U,
    c021C,
    c111D,
    c111U,
    c030T,
    c030C,
    c201,
    c120D,
    c120U,
    c120C,
    c210,
    c300
};

// A tie as one of its ends sees it.
enum Dyad : unsigned char { sent = 1, received = 2, mutual = 3 };

constexpr Dyad seen_from_other_end(Dyad dyad) {
    return dyad == sent ? received : dyad == received ? sent : mutual;
}

// The class of two ties that meet in an actor whose ends are not tied, as that actor sees them.
constexpr Class open_class(Dyad a, Dyad b) {
    if (a == mutual && b == mutual) return c201;
    if (a == mutual || b == mutual) return (a == mutual ? b : a) == received ? c111D : c111U;
    if (a != b) return c021C;
    return a == sent ? c021D : c021U;
}

// The class of three actors all tied: ab and ac as a sees them, bc as b sees it.
constexpr Class closed_class(Dyad ab, Dyad bc, Dyad ac) {
    const Dyad seen_by[3][2] = {
        {ab, ac}, {bc, seen_from_other_end(ab)}, {seen_from_other_end(ac), seen_from_other_end(bc)}};
    int mutuals = 0, largest_out = 0;
    for (const Dyad dyad : {ab, bc, ac}) mutuals += dyad == mutual ? 1 : 0;
    if (mutuals == 3) return c300;
    if (mutuals == 2) return c210;
    for (const auto& [one, other] : seen_by) {
        const int out = (one == sent ? 1 : 0) + (other == sent ? 1 : 0);
        largest_out = std::max(largest_out, out);
        if (mutuals == 1 && one != mutual && other != mutual)
            return out == 2 ? c120D : out == 0 ? c120U : c120C;
    }
    return largest_out == 1 ? c030C : c030T;
}

bool has_arc(const Graph& graph, Vertex from, Vertex to) {
    const auto targets = graph.out().neighbors(from);
    return std::binary_search(targets.begin(), targets.end(), to);
}

std::vector<Dyad> dyads_of(const Graph& graph, const OrientedTies& oriented) {
    std::vector<Dyad> dyads;
    dyads.reserve(oriented.size());
    for (Vertex r = 0; r < oriented.vertex_of.size(); ++r) {
        for (std::uint64_t t = oriented.offsets[r]; t < oriented.offsets[r + 1]; ++t) {
            const Vertex a = oriented.vertex_of[r], b = oriented.vertex_of[oriented.targets[t]];
            dyads.push_back(
                static_cast<Dyad>((has_arc(graph, a, b) ? sent : 0) | (has_arc(graph, b, a) ? received : 0)));
        }
    }
    return dyads;
}

// Pairs of ties that meet in an actor, by class, were no triangle closed.
void add_meeting_ties(const Graph& graph, const std::vector<std::uint32_t>& neighbors,
                      std::vector<std::uint64_t>& census) {
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        const std::uint64_t all = neighbors[v], out = graph.out().degree(v), in = graph.in().degree(v);
        const std::uint64_t both = out + in - all, only_out = out - both, only_in = in - both;
        census[c201] += both * (both - (both > 0 ? 1 : 0)) / 2;
        census[c021D] += only_out * (only_out - (only_out > 0 ? 1 : 0)) / 2;
        census[c021U] += only_in * (only_in - (only_in > 0 ? 1 : 0)) / 2;
        census[c021C] += only_out * only_in;
        census[c111D] += both * only_in;
        census[c111U] += both * only_out;
    }
}

// Three actors with one tied pair, and with none: what the others leave of all triples.
void add_sparse_classes(std::uint64_t n, std::uint64_t asymmetric, std::uint64_t mutuals,
                        std::vector<std::uint64_t>& census) {
    constexpr int asymmetric_in[16] = {0, 1, 0, 2, 2, 2, 1, 1, 3, 3, 0, 2, 2, 2, 1, 0};
    constexpr int mutual_in[16] = {0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 2, 1, 1, 1, 2, 3};
    const std::uint64_t pairs = n * (n - 1) / 2;
    std::uint64_t one_asymmetric = asymmetric * (n - 2), one_mutual = mutuals * (n - 2);
    std::uint64_t rest = pairs % 3 == 0
                             ? pairs / 3 * (n - 2)
                             : pairs * ((n - 2) / 3);  // all triples, without an overflow on the way
    for (int c = c021D; c <= c300; ++c) {
        one_asymmetric -= static_cast<std::uint64_t>(asymmetric_in[c]) * census[static_cast<std::size_t>(c)];
        one_mutual -= static_cast<std::uint64_t>(mutual_in[c]) * census[static_cast<std::size_t>(c)];
        rest -= census[static_cast<std::size_t>(c)];
    }
    census[c012] = one_asymmetric;
    census[c102] = one_mutual;
    census[c003] = rest - one_asymmetric - one_mutual;
}

}  // namespace

Triads triads(const Graph& graph, const Control& control) {
    const UndirectedView view(graph);
    const OrientedTies oriented(view.ties(), control);
    const std::size_t n = graph.vertex_count();
    Triads result{std::vector<std::uint64_t>(n, 0), std::vector<std::uint32_t>(n), {}};
    for (Vertex v = 0; v < n; ++v) result.neighbors[v] = static_cast<std::uint32_t>(view.ties().degree(v));
    std::vector<std::uint64_t> by_rank(n, 0);
    std::vector<Dyad> dyads;
    if (graph.directed()) {
        dyads = dyads_of(graph, oriented);
        result.census.assign(16, 0);
        add_meeting_ties(graph, result.neighbors, result.census);
    }
    for_each_triangle(
        oriented, control,
        [&](Vertex a, Vertex b, Vertex c, std::uint64_t ab, std::uint64_t bc, std::uint64_t ac) {
            ++by_rank[a];
            ++by_rank[b];
            ++by_rank[c];
            if (dyads.empty()) return;
            const Dyad x = dyads[ab], y = dyads[bc], z = dyads[ac];
            --result.census[open_class(x, z)];
            --result.census[open_class(seen_from_other_end(x), y)];
            --result.census[open_class(seen_from_other_end(y), seen_from_other_end(z))];
            ++result.census[closed_class(x, y, z)];
        });
    for (Vertex r = 0; r < n; ++r) result.triangles[oriented.vertex_of[r]] = by_rank[r];
    if (graph.directed() && n >= 3) {
        const auto mutuals = static_cast<std::uint64_t>(std::count(dyads.begin(), dyads.end(), mutual));
        add_sparse_classes(n, oriented.size() - mutuals, mutuals, result.census);
    }
    return result;
}

}  // namespace entente
