// Measures of current in a network of resistors whose conductances are the strengths: betweenness by current
// flow, which is that of random walks (Newman 2005), and closeness by current flow, which is information
// centrality (Stephenson & Zelen 1989; Brandes & Fleischer 2005). Each component by itself, without
// directions. Of many actors closeness alone, from bounds of the resistances.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/centrality/kernels.hpp"
#include "analysis/centrality/undirected_view.hpp"
#include "analysis/linear/grounded_laplacian.hpp"
#include "analysis/linear/linear.hpp"
#include "analysis/linear/resistance/resistances.hpp"
#include "analysis/linear/spectrum.hpp"
#include "base/connected.hpp"
#include "base/parallel.hpp"
#include "base/prose.hpp"
#include "model/limits.hpp"

namespace entente::kernels {

namespace {

// The components that ties of positive strength hold together, those of one actor left out.
std::vector<std::vector<Vertex>> components_of(const Adjacency& ties) {
    std::vector<char> seen(ties.offsets.size() - 1, 0);
    const auto each_neighbor = [&](Vertex v, const auto& visit) {
        for (std::size_t arc = ties.begin(v); arc < ties.end(v); ++arc) {
            if (ties.strength(arc) != 0) visit(ties.targets[arc]);
        }
    };
    std::vector<std::vector<Vertex>> components;
    for (Vertex root = 0; root < seen.size(); ++root) {
        if (seen[root] != 0) continue;
        std::vector<Vertex> members = connected_with(root, seen, each_neighbor);
        if (members.size() < 2) continue;
        // Those with few ties first: eliminated early they leave most of the factor 0.
        std::sort(members.begin(), members.end(), [&](Vertex a, Vertex b) {
            return ties.degree(a) != ties.degree(b) ? ties.degree(a) < ties.degree(b) : a < b;
        });
        components.push_back(std::move(members));
    }
    return components;
}

// For each arc of a component, the current that all pairs of its actors, a unit each, send over it: Σ |x_a −
// x_b| over the pairs, x the potentials that drive the tie. Sorted, x_(k) is subtracted from r − 1 − k of
// them and k are subtracted from it.
std::vector<double> current_over_arcs(const Adjacency& ties, const Potentials& potentials,
                                      const Control& control) {
    std::vector<double> current(ties.targets.size(), 0);
    const std::size_t size = potentials.size();
    std::vector<std::vector<double>> scratch(std::max(1U, control.threads));
    parallel_blocks(size, control, [&](std::size_t block, unsigned worker) {
        const auto v = static_cast<Vertex>(block);
        std::vector<double>& drive = scratch[worker];
        drive.resize(size);
        for (std::size_t arc = ties.begin(v); arc < ties.end(v); ++arc) {
            const Vertex w = ties.targets[arc];
            if (w < v) continue;
            const auto here = potentials.row(v), there = potentials.row(w);
            for (std::size_t i = 0; i < size; ++i) drive[i] = here[i] - there[i];
            std::sort(drive.begin(), drive.end());
            double sum = 0;
            for (std::size_t k = 0; k < size; ++k)
                sum += (2 * static_cast<double>(k) + 1 - static_cast<double>(size)) * drive[k];
            current[arc] = sum * ties.strength(arc);
        }
    });
    return current;
}

// Half the current over an actor's ties passes through, but for the pairs that he belongs to: of each a unit
// that begins or ends with him.
std::vector<double> passing(const Adjacency& ties, const std::vector<double>& current) {
    const std::size_t size = ties.offsets.size() - 1;
    std::vector<double> through(size, 0);
    for (Vertex v = 0; v < size; ++v) {
        for (std::size_t arc = ties.begin(v); arc < ties.end(v); ++arc) {
            if (ties.targets[arc] < v) continue;
            through[v] += current[arc];
            through[ties.targets[arc]] += current[arc];
        }
    }
    const auto r = static_cast<double>(size);
    // At the end of a chain nothing passes; what rounding leaves of it is not to look like something.
    for (double& value : through)
        value = size > 2 && value - (r - 1) > 1e-12 * r * r ? (value - (r - 1)) / ((r - 1) * (r - 2)) : 0;
    return through;
}

// How much of a unit of current is lost or made at an actor, at worst: nought but for rounding, infinite
// where the potentials are none.
double current_astray(const Adjacency& ties, const Potentials& potentials, const Control& control) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    const std::size_t size = potentials.size();
    std::vector<double> worst(size, 0);
    parallel_blocks(size - 1, control, [&](std::size_t source, unsigned) {
        const auto x = potentials.row(source);
        for (Vertex v = 0; v < size; ++v) {
            double leaves = v == source ? -1 : v + 1 == size ? 1 : 0;
            for (std::size_t arc = ties.begin(v); arc < ties.end(v); ++arc)
                leaves += ties.strength(arc) * (x[v] - x[ties.targets[arc]]);
            worst[source] = std::isnan(leaves) || std::isinf(worst[source])
                                ? infinite
                                : std::max(worst[source], std::abs(leaves));
        }
    });
    return *std::ranges::max_element(worst);
}

// Divides strengths far from 1 by a power of two, which is returned.
double brought_into_range(Adjacency& ties) {
    double strongest = 0;
    for (const double strength : ties.strengths) strongest = std::max(strongest, strength);
    if (ties.strengths.empty() || (strongest > 1e-100 && strongest < 1e100)) return 1;
    const double scale = power_of_two_near(strongest);
    for (double& strength : ties.strengths) strength /= scale;
    return scale;
}

std::string in_vain_remark(std::size_t actors) {
    if (actors == 0) return "";
    return fmt::format("left empty for {}: strengths differ so much that rounding hides the currents",
                       counted(actors, "actor"));
}

// Closeness of the component's actors into `closeness`; undefined where the bounds stay apart. Returns by
// what share of a value it may be off, at worst.
double put_bounded_closeness(const Adjacency& view, const std::vector<Vertex>& members,
                             std::vector<Vertex>& column, const Control& control,
                             std::vector<double>& closeness) {
    constexpr double most_off = 1e-6;
    for (Vertex i = 0; i < members.size(); ++i) column[members[i]] = i;
    Adjacency ties = submatrix(view, members, column);
    const double scale = brought_into_range(ties);
    double off = 0;
    const std::vector<Bounds> sums = sums_of_resistances(ties, control);
    for (std::size_t i = 0; i < members.size(); ++i) {
        const double mine = sums[i].half_gap() / sums[i].lower;
        closeness[members[i]] = mine <= most_off ? scale / sums[i].middle() : undefined;
        if (mine <= most_off) off = std::max(off, mine);
    }
    return off;
}

// Of many actors, by conjugate gradients within bounds.
Scores bounded_closeness(const Adjacency& ties, const Control& control) {
    Scores scores{"current_flow_closeness", std::vector<double>(ties.offsets.size() - 1, 0), {}};
    std::vector<Vertex> column(scores.values.size(), no_column);
    double off = 0;
    for (const std::vector<Vertex>& members : components_of(ties))
        off = std::max(off, put_bounded_closeness(ties, members, column, control, scores.values));
    const std::string empty = in_vain_remark(static_cast<std::size_t>(
        std::ranges::count_if(scores.values, [](double value) { return std::isnan(value); })));
    scores.remark = fmt::format("approximate: {} by the bounds of Dirichlet and Thomson{}{}",
                                within_share(off), empty.empty() ? "" : "; ", empty);
    return scores;
}

}  // namespace

std::vector<Scores> current_flow(const MeasureInput& input, const MeasureOptions&, const Control& control) {
    const UndirectedView view(input.graph);
    if (view.vertex_count() > limits.all_walks) return {bounded_closeness(view.ties(), control)};
    constexpr double most_astray = 1e-6;
    std::size_t in_vain = 0;
    std::vector<double> betweenness(view.vertex_count(), 0), closeness(view.vertex_count(), 0);
    std::vector<Vertex> column(view.vertex_count(), no_column);
    for (const std::vector<Vertex>& members : components_of(view.ties())) {
        for (Vertex i = 0; i < members.size(); ++i) column[members[i]] = i;
        Adjacency ties = submatrix(view.ties(), members, column);
        const double scale = brought_into_range(ties);
        const Potentials potentials(ties, control);
        if (!(current_astray(ties, potentials, control) <= most_astray)) {
            for (const Vertex v : members) betweenness[v] = closeness[v] = undefined;
            in_vain += members.size();
            continue;
        }
        const std::vector<double> through = passing(ties, current_over_arcs(ties, potentials, control));
        double trace = 0;
        for (std::size_t i = 0; i < members.size(); ++i) trace += potentials.row(i)[i];
        for (std::size_t i = 0; i < members.size(); ++i) {
            // The resistances between the actor and each other, Σ (x_ii + x_jj − 2 x_ij).
            double row = 0;
            for (const double x : potentials.row(i)) row += x;
            closeness[members[i]] =
                scale / (static_cast<double>(members.size()) * potentials.row(i)[i] + trace - 2 * row);
            betweenness[members[i]] = through[i];
        }
    }
    const std::string remark = in_vain_remark(in_vain);
    return {{"current_flow_betweenness", std::move(betweenness), remark},
            {"current_flow_closeness", std::move(closeness), remark}};
}

}  // namespace entente::kernels
