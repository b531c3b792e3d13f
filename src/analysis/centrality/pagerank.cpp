// PageRank (Brin & Page 1998). Where a walker at an actor that sends nothing jumps anywhere, the ranks are in
// proportion to the solution y of y_v = 1 + α Σ w_uv y_u / s_u over the ties v receives, s_u being all that u
// sends (Gleich, Gray, Greif & Lau 2010).
#include <fmt/format.h>

#include "analysis/centrality/kernels.hpp"
#include "analysis/centrality/random_walk.hpp"
#include "analysis/linear/accelerated_sweeps.hpp"
#include "analysis/linear/linear.hpp"
#include "analysis/linear/spectrum.hpp"

namespace entente {

namespace {

constexpr double damping = 0.85;

// What each actor passes on for every unit of tie strength, by the rank it has; 0 where it sends nothing.
std::vector<double> passed_on(const Graph& graph) {
    std::vector<double> result(graph.vertex_count(), 0);
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        double sent = 0;
        if (graph.weighted()) {
            for (std::size_t arc = graph.out().begin(v); arc < graph.out().end(v); ++arc)
                sent += graph.out().strength(arc);
        } else {
            sent = static_cast<double>(graph.out().degree(v));
        }
        if (sent > 0) result[v] = damping / sent;
    }
    return result;
}

std::vector<Vertex> those_who_pass(const std::vector<double>& share) {
    std::vector<Vertex> result;
    for (Vertex v = 0; v < share.size(); ++v) {
        if (share[v] > 0) result.push_back(v);
    }
    return result;
}

// Gauss and Seidel's sweep over z_v = share_v y_v of those who pass rank on; nobody needs the others' to know
// their own.
class PassingRank {
public:
    PassingRank(const Adjacency& in, const std::vector<double>& share)
        : order_(by_degree(in, those_who_pass(share))) {
        std::vector<Vertex> column(share.size(), no_column);
        for (Vertex i = 0; i < order_.size(); ++i) column[order_[i]] = i;
        rows_ = submatrix(in, order_, column);
        share_.reserve(order_.size());
        for (const Vertex v : order_) share_.push_back(share[v]);
    }

    const std::vector<Vertex>& order() const { return order_; }
    const std::vector<double>& share() const { return share_; }

    void sweep(std::span<double> z, bool constant) const {
        const double own = constant ? 1 : 0;
        for (Vertex i = 0; i < z.size(); ++i) z[i] = share_[i] * (own + row_times(rows_, i, z));
    }

private:
    std::vector<Vertex> order_;
    Adjacency rows_;
    std::vector<double> share_;
};

}  // namespace

WalkShares random_walk_shares(const Graph& graph, const Control& control) {
    const std::size_t n = graph.vertex_count();
    const PassingRank passing(graph.in(), passed_on(graph));
    const AtRest solved = at_rest([&](std::span<double> z, bool constant) { passing.sweep(z, constant); },
                                  passing.share(), without_progress(control));
    std::vector<double> passed(n, 0), rank(n);
    for (std::size_t i = 0; i < passing.order().size(); ++i) passed[passing.order()[i]] = solved.x[i];
    for (Vertex v = 0; v < n; ++v) rank[v] = 1 + row_times(graph.in(), v, passed);
    const double total = dot(rank, std::vector<double>(n, 1));
    for (double& value : rank) value /= total;
    return {std::move(rank), solved.change};
}

namespace kernels {

std::vector<Scores> pagerank(const MeasureInput& input, const MeasureOptions&, const Control& control) {
    WalkShares walk = random_walk_shares(input.graph, control);
    return {{"pagerank", std::move(walk.share),
             walk.change > 1e-10 ? fmt::format("not converged: still moving by {:.1e}", walk.change)
                                 : std::string()}};
}

}  // namespace kernels

}  // namespace entente
