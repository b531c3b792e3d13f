// Measures of who has friends and enemies: signed degrees (Wasserman & Faust 1994) and the PN index (Everett
// & Borgatti 2014). They use the signed ties of both signs whatever sign filter the selection has; its dates,
// relations and kinds hold, and the direction is that of the table's graph. A pair with ties of both signs
// counts for both.
#include <algorithm>

#include "analysis/centrality/kernels.hpp"
#include "analysis/linear/conjugate_gradient.hpp"
#include "analysis/linear/linear.hpp"

namespace entente::kernels {

namespace {

// The rows with a sign that the table's selection keeps, between the actors of the input's graph.
std::vector<TieId> signed_rows(const MeasureInput& input) {
    TieSelection selection = input.selection;
    selection.signs = SignFilter::all;
    std::vector<TieId> rows = select_rows(input.network, selection);
    std::vector<char> present(input.network.actor_count(), 0);
    for (const ActorId actor : input.graph.actors) present[index(actor)] = 1;
    std::erase_if(rows, [&](TieId row) {
        return input.network.sign(row) == Sign::none ||
               present[index(input.network.ties.source[index(row)])] == 0 ||
               present[index(input.network.ties.target[index(row)])] == 0;
    });
    return rows;
}

// One signed view of the network over the actors of the input's graph: the matrix A = P − 2N.
struct SignedView {
    std::size_t size = 0;
    Adjacency out, in;  // strengths are the entries of A: 1, −2 or, with both, −1
};

// The entries of A for one direction.
Adjacency entries(Adjacency arcs, const std::vector<char>& positive, const std::vector<char>& negative) {
    arcs.strengths.clear();
    for (const std::uint32_t tie : arcs.ties)
        arcs.strengths.push_back((positive[tie] != 0 ? 1.0 : 0.0) - (negative[tie] != 0 ? 2.0 : 0.0));
    return arcs;
}

SignedView signed_view(const MeasureInput& input, bool directed) {
    TieSelection selection = input.selection;
    selection.signs = SignFilter::all;
    const MergedTies merged =
        merged_ties(input.network, selection, {.directed = directed, .weighted = false}, signed_rows(input));
    std::vector<char> positive(merged.size(), 0), negative(merged.size(), 0);
    for (std::size_t tie = 0; tie < merged.size(); ++tie) {
        for (const TieId row : merged.rows_of(tie))
            (input.network.sign(row) == Sign::positive ? positive : negative)[tie] = 1;
    }
    const Graph graph(input.graph.actors, merged, directed, false);
    return {graph.vertex_count(), entries(graph.out(), positive, negative),
            entries(graph.in(), positive, negative)};
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
          size_(view.size),
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

// Ties as ties.csv has them: an undirected tie counts once at either end, an arc once where it leaves and
// once where it arrives.
std::vector<Scores> signed_degrees(const MeasureInput& input, const MeasureOptions&, const Control& control) {
    control.checkpoint();
    TieSelection selection = input.selection;
    selection.signs = SignFilter::all;
    const Bundles ties =
        bundles_of(input.network, selection, {.directed = input.graph.directed(), .weighted = false},
                   signed_rows(input));
    std::vector<Vertex> vertex_of(input.network.actor_count(), 0);
    const std::size_t n = input.graph.vertex_count();
    for (Vertex v = 0; v < n; ++v) vertex_of[index(input.graph.actors[v])] = v;
    std::vector<double> positive(n, 0), negative(n, 0), net(n);
    for (const Bundle& tie : ties.ties) {
        for (const ActorId end : {tie.source, tie.target})
            (tie.sign == Sign::positive ? positive : negative)[vertex_of[index(end)]] += 1;
    }
    for (std::size_t i = 0; i < n; ++i) net[i] = positive[i] - negative[i];
    return {{"positive_degree", std::move(positive), {}},
            {"negative_degree", std::move(negative), {}},
            {"net_degree", std::move(net), {}}};
}

std::vector<Scores> pn(const MeasureInput& input, const MeasureOptions&, const Control& control) {
    const SignedView view = signed_view(input, false);
    return {{"pn", PnSystem(view, control).undirected(), {}}};
}

std::vector<Scores> pn_directed(const MeasureInput& input, const MeasureOptions&, const Control& control) {
    const SignedView view = signed_view(input, input.graph.directed());
    PnSystem system(view, control);
    return {{"pn_in", system.incoming(), {}}, {"pn_out", system.outgoing(), {}}};
}

}  // namespace entente::kernels

namespace entente {

SignedTiesUsed signed_ties_used(const MeasureInput& input) {
    const std::vector<TieId> rows = kernels::signed_rows(input);
    TieSelection selection = input.selection;
    selection.signs = SignFilter::all;
    const MergedTies merged =
        merged_ties(input.network, selection, {.directed = input.graph.directed(), .weighted = false}, rows);
    const auto hostile =
        std::ranges::count_if(rows, [&](TieId row) { return input.network.sign(row) == Sign::negative; });
    return {.positive_rows = rows.size() - static_cast<std::uint64_t>(hostile),
            .hostile_rows = static_cast<std::uint64_t>(hostile),
            .ties = merged.size(),
            .directed = input.graph.directed(),
            .mutual = merged.rows.size() > row_count(merged)};
}

}  // namespace entente
