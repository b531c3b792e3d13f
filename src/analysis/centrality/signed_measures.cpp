// Measures of who has friends and enemies: signed degrees (Wasserman & Faust 1994) and the PN index (Everett
// & Borgatti 2014). They use the signed ties of both signs whatever sign filter the selection has; its dates,
// relations, kinds and direction hold. A pair with ties of both signs counts for both.
#include <algorithm>

#include "analysis/centrality/kernels.hpp"
#include "analysis/linear/conjugate_gradient.hpp"
#include "analysis/linear/linear.hpp"

namespace entente::kernels {

namespace {

// One signed view of the network over the actors of the input's graph: the matrix A = P − 2N, and how many of
// either sign.
struct SignedView {
    bool directed = false;
    Adjacency out, in;                       // strengths are the entries of A: 1, −2 or, with both, −1
    std::vector<double> positive, negative;  // ties of each actor; directed: sent plus received
};

// The entries of A for one direction, over the vertices that `number` keeps.
Adjacency entries(const Adjacency& arcs, const std::vector<char>& positive, const std::vector<char>& negative,
                  const std::vector<Vertex>& number, SignedView& view) {
    Adjacency matrix;
    matrix.offsets.push_back(0);
    for (Vertex v = 0; v + 1 < arcs.offsets.size(); ++v) {
        if (number[v] == static_cast<Vertex>(-1)) continue;
        for (std::size_t arc = arcs.begin(v); arc < arcs.end(v); ++arc) {
            if (number[arcs.targets[arc]] == static_cast<Vertex>(-1)) continue;
            const std::uint32_t tie = arcs.ties[arc];
            matrix.targets.push_back(number[arcs.targets[arc]]);
            matrix.strengths.push_back((positive[tie] != 0 ? 1.0 : 0.0) - (negative[tie] != 0 ? 2.0 : 0.0));
            view.positive[number[v]] += positive[tie] != 0 ? 1 : 0;
            view.negative[number[v]] += negative[tie] != 0 ? 1 : 0;
        }
        matrix.offsets.push_back(matrix.targets.size());
    }
    return matrix;
}

SignedView signed_view(const MeasureInput& input, bool without_directions) {
    TieSelection selection = input.selection;
    selection.signs = SignFilter::all;
    selection.largest_component = false;
    if (without_directions) selection.direction = Direction::undirected;
    std::vector<TieId> rows = select_rows(input.network, selection);
    std::erase_if(rows, [&](TieId row) { return input.network.sign(row) == Sign::none; });
    const Graph graph = build_graph(input.network, selection, resolve(input.network, selection, rows), rows);

    std::vector<char> positive(graph.tie_count(), 0), negative(graph.tie_count(), 0);
    for (std::size_t tie = 0; tie < graph.tie_count(); ++tie) {
        for (const TieId row : graph.merged.rows_of(tie))
            (input.network.sign(row) == Sign::positive ? positive : negative)[tie] = 1;
    }
    // The input's actors are some of these when only the largest component was asked for; both ascend.
    const std::vector<ActorId>& kept = input.graph.actors;
    std::vector<Vertex> number(graph.vertex_count(), static_cast<Vertex>(-1));
    for (Vertex v = 0, next = 0; v < graph.vertex_count() && next < kept.size(); ++v) {
        if (graph.actors[v] == kept[next]) number[v] = next++;
    }
    SignedView view{
        graph.directed(), {}, {}, std::vector<double>(kept.size(), 0), std::vector<double>(kept.size(), 0)};
    view.out = entries(graph.out(), positive, negative, number, view);
    if (view.directed) view.in = entries(graph.in(), positive, negative, number, view);
    else view.in = view.out;
    return view;
}

// Solves the PN equations with B = A / (2n − 2). No eigenvalue of B is beyond ±1, so that the matrices are
// positive.
class PnSystem {
public:
    PnSystem(const SignedView& view, const Control& control)
        : view_(view),
          control_(without_progress(control)),
          out_blocks_(view.out),
          in_blocks_(view.in),
          size_(view.positive.size()),
          between_(size_),
          share_(size_ > 1 ? 1 / (2 * static_cast<double>(size_) - 2) : 0) {}

    // (I − B)⁻¹ 1
    std::vector<double> undirected() {
        return solve([this](std::span<const double> x, std::span<double> result) { times_out(x, result); },
                     std::vector<double>(size_, 1));
    }
    // (I − BᵀB)⁻¹ (I + Bᵀ) 1
    std::vector<double> incoming() {
        return solve(
            [this](std::span<const double> x, std::span<double> result) {
                times_out(x, between_);
                times_in(between_, result);
            },
            one_plus([this](std::span<const double> x, std::span<double> result) { times_in(x, result); }));
    }
    // (I − BBᵀ)⁻¹ (I + B) 1
    std::vector<double> outgoing() {
        return solve(
            [this](std::span<const double> x, std::span<double> result) {
                times_in(x, between_);
                times_out(between_, result);
            },
            one_plus([this](std::span<const double> x, std::span<double> result) { times_out(x, result); }));
    }

private:
    void times_out(std::span<const double> x, std::span<double> result) {
        scaled(view_.out, out_blocks_, x, result);
    }
    void times_in(std::span<const double> x, std::span<double> result) {
        scaled(view_.in, in_blocks_, x, result);
    }
    void scaled(const Adjacency& rows, const RowBlocks& blocks, std::span<const double> x,
                std::span<double> result) {
        multiply(rows, blocks, x, result, control_);
        for (double& entry : result) entry *= share_;
    }
    std::vector<double> one_plus(const LinearOperator& apply) const {
        std::vector<double> ones(size_, 1), result(size_);
        apply(ones, result);
        for (double& entry : result) entry += 1;
        return result;
    }
    std::vector<double> solve(const LinearOperator& apply, const std::vector<double>& right) const {
        const auto identity_less = [&](std::span<const double> x, std::span<double> result) {
            apply(x, result);
            for (std::size_t i = 0; i < x.size(); ++i) result[i] = x[i] - result[i];
        };
        return conjugate_gradient(identity_less, right, control_).x;
    }

    const SignedView& view_;
    Control control_;
    RowBlocks out_blocks_, in_blocks_;
    std::size_t size_;
    std::vector<double> between_;
    double share_;
};

}  // namespace

std::vector<Scores> signed_degrees(const MeasureInput& input, const MeasureOptions&, const Control& control) {
    control.checkpoint();
    SignedView view = signed_view(input, false);
    std::vector<double> net(view.positive.size());
    for (std::size_t i = 0; i < net.size(); ++i) net[i] = view.positive[i] - view.negative[i];
    return {{"positive_degree", std::move(view.positive), {}},
            {"negative_degree", std::move(view.negative), {}},
            {"net_degree", std::move(net), {}}};
}

std::vector<Scores> pn(const MeasureInput& input, const MeasureOptions&, const Control& control) {
    const SignedView view = signed_view(input, true);
    return {{"pn", PnSystem(view, control).undirected(), {}}};
}

std::vector<Scores> pn_directed(const MeasureInput& input, const MeasureOptions&, const Control& control) {
    const SignedView view = signed_view(input, false);
    PnSystem system(view, control);
    return {{"pn_in", system.incoming(), {}}, {"pn_out", system.outgoing(), {}}};
}

}  // namespace entente::kernels
