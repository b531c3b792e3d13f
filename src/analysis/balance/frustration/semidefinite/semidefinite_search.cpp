#include "analysis/balance/frustration/semidefinite/semidefinite_search.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <queue>

#include "analysis/balance/frustration/semidefinite/semidefinite_bound.hpp"

namespace entente::balance {

namespace {

constexpr std::uint32_t most_vertices = 200, try_all_up_to = 14;
constexpr std::size_t most_open = 20'000;

// Two vertices of a problem that stand on one side (1) or on two (-1): the second goes.
struct Merge {
    std::uint32_t kept = 0, gone = 0;
    std::int8_t sign = 1;
};

// What is left of a problem after merges, and where each of its vertices is.
struct Contracted {
    DenseProblem problem;
    Cost constant = 0;
    std::vector<std::uint32_t> at;    // vertex of the whole -> vertex here
    std::vector<std::uint8_t> apart;  // and whether on the other side of it
};

Contracted whole(const FrustrationProblem& problem) {
    const std::size_t n = problem.vertices;
    Contracted result{{n, std::vector<Cost>(n * n, 0)}, 0, {}, std::vector<std::uint8_t>(n, 0)};
    for (const SignedEdge& e : problem.edges)
        result.problem.weights[e.u * n + e.v] = result.problem.weights[e.v * n + e.u] = e.weight;
    for (std::uint32_t v = 0; v < n; ++v) result.at.push_back(v);
    return result;
}

Cost size_of(Cost weight) { return weight < 0 ? -weight : weight; }

void contract(Contracted& c, const Merge& merge) {
    const std::size_t n = c.problem.vertices, kept = merge.kept, gone = merge.gone;
    std::vector<Cost>& w = c.problem.weights;
    const Cost between = w[kept * n + gone];
    if ((merge.sign > 0) != (between > 0)) c.constant += size_of(between);
    for (std::size_t k = 0; k < n; ++k) {
        if (k == kept || k == gone) continue;
        const Cost a = w[kept * n + k], b = merge.sign * w[gone * n + k];
        c.constant += (size_of(a) + size_of(b) - size_of(a + b)) / 2;
        w[kept * n + k] = w[k * n + kept] = a + b;
    }
    std::vector<Cost> left;
    left.reserve((n - 1) * (n - 1));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n && i != gone; ++j) {
            if (j != gone) left.push_back(w[i * n + j]);
        }
    }
    w = std::move(left);
    --c.problem.vertices;
    for (std::size_t v = 0; v < c.at.size(); ++v) {
        if (c.at[v] == gone) {
            c.at[v] = merge.kept;
            c.apart[v] ^= merge.sign < 0 ? 1 : 0;
        }
        if (c.at[v] > gone) --c.at[v];
    }
}

// The dual values of a problem for the one after a merge: prices of triangles that are none any more go.
DualPoint after(const DualPoint& dual, const Merge& merge) {
    DualPoint result;
    for (std::size_t v = 0; v < dual.diagonal.size(); ++v) {
        if (v != merge.gone) result.diagonal.push_back(dual.diagonal[v]);
    }
    const std::uint32_t kept = merge.kept - (merge.kept > merge.gone ? 1 : 0);
    result.diagonal[kept] += dual.diagonal[merge.gone];
    for (std::size_t c = 0; c < dual.cuts.size(); ++c) {
        TriangleCut cut = dual.cuts[c];
        if (std::ranges::find(cut.vertex, merge.gone) != cut.vertex.end()) continue;
        for (std::uint32_t& v : cut.vertex) v -= v > merge.gone ? 1 : 0;
        result.cuts.push_back(cut);
        result.prices.push_back(dual.prices[c]);
    }
    return result;
}

struct Node {
    Cost lower = 0;
    std::uint64_t number = 0;  // in the order of making
    std::vector<Merge> merges;
    std::shared_ptr<const DualPoint> dual;  // before the last merge
};

struct Later {
    bool operator()(const Node& a, const Node& b) const {
        return a.lower != b.lower ? a.lower > b.lower : a.number > b.number;
    }
};

class Search {
public:
    Search(SemidefiniteTask task, Budget& budget) : task_(std::move(task)), budget_(budget) {
        double sum = 0;
        for (const SignedEdge& e : task_.problem.edges) sum += static_cast<double>(e.cost());
        unit_ = std::max(1.0, std::floor(sum / static_cast<double>(task_.problem.edges.size())));
    }

    std::optional<Proof> run() {
        visit(Node{task_.lower, 0, {}, nullptr});
        if (first_ <= task_.lower && !(open_.empty() && !spent_)) return std::nullopt;
        while (!open_.empty() && !budget_.spent() && open_.size() < most_open) {
            Node node = open_.top();
            open_.pop();
            if (closes(node.lower)) break;  // and so do all others
            visit(std::move(node));
        }
        Cost lower = open_.empty() ? task_.upper : std::min(task_.upper, lifted(open_.top().lower));
        if (spent_) lower = std::min(lower, lifted(*spent_));
        Proof proof{task_.upper, std::max(lower, task_.lower), false, visited_, 0};
        proof.proven = proof.upper - proof.lower <= task_.slack;
        return proof;
    }

private:
    Cost lifted(Cost bound) const {
        const Cost over = ((bound - task_.remainder) % task_.divisor + task_.divisor) % task_.divisor;
        return over == 0 ? bound : bound + task_.divisor - over;
    }
    bool closes(Cost lower) const { return lifted(lower) + task_.slack >= task_.upper; }

    // The least bound that closes.
    Cost wanted() const { return task_.upper - std::max(task_.slack, task_.divisor - 1); }

    void visit(Node node) {
        ++visited_;
        Contracted here = whole(task_.problem);
        for (const Merge& merge : node.merges) contract(here, merge);
        if (here.problem.vertices <= try_all_up_to) return try_all(here);
        SemidefiniteBound bound = semidefinite_bound(
            here.problem, unit_, node.dual ? after(*node.dual, node.merges.back()) : DualPoint{},
            wanted() - here.constant, budget_);
        const Cost lower = std::max(node.lower, here.constant + bound.lower);
        if (visited_ == 1) first_ = lower;
        if (!bound.products.empty()) suggest(here, bound.products);
        if (closes(lower)) return;
        if (budget_.spent() || bound.products.empty()) {
            spent_ = std::min(spent_.value_or(lower), lower);
            return;
        }
        split(node, lower, here.problem.vertices, bound);
    }

    void split(const Node& node, Cost lower, std::size_t n, SemidefiniteBound& bound) {
        Merge merge;
        double least = 2;
        for (std::uint32_t i = 0; i < n; ++i) {
            for (std::uint32_t j = i + 1; j < n; ++j) {
                const double size = std::abs(bound.products[i * n + j]);
                if (size < least) {
                    least = size;
                    merge = {i, j, 1};
                }
            }
        }
        const auto dual = std::make_shared<const DualPoint>(std::move(bound.dual));
        for (const std::int8_t sign : {std::int8_t{1}, std::int8_t{-1}}) {
            Node child{lower, ++made_, node.merges, dual};
            merge.sign = sign;
            child.merges.push_back(merge);
            open_.push(std::move(child));
        }
    }

    void try_all(const Contracted& here) {
        const std::size_t n = here.problem.vertices;
        FrustrationProblem small{static_cast<std::uint32_t>(n), {}};
        for (std::uint32_t i = 0; i < n; ++i) {
            for (std::uint32_t j = i + 1; j < n; ++j) {
                if (const Cost w = here.problem.weight(i, j); w != 0) small.edges.push_back({i, j, w});
            }
        }
        budget_.spend(std::uint64_t{1} << n);
        task_.upper = std::min(task_.upper, task_.improve(sides(here, enumerate(small).side)));
    }

    Sides sides(const Contracted& here, const Sides& of_rest) const {
        Sides side(task_.problem.vertices);
        for (std::size_t v = 0; v < side.size(); ++v) side[v] = of_rest[here.at[v]] ^ here.apart[v];
        return side;
    }

    // Everyone as some vertices see them.
    void suggest(const Contracted& here, const std::vector<double>& products) {
        const std::size_t n = here.problem.vertices, most = node_suggestions();
        for (std::size_t s = 0; s < std::min(n, most); ++s) {
            const double* row = products.data() + (s * n / std::min(n, most)) * n;
            Sides side(n);
            for (std::size_t v = 0; v < n; ++v) side[v] = row[v] < 0 ? 1 : 0;
            task_.upper = std::min(task_.upper, task_.improve(sides(here, side)));
        }
    }
    std::size_t node_suggestions() const { return visited_ == 1 ? 20 : 2; }

    SemidefiniteTask task_;
    Budget& budget_;
    double unit_ = 1;
    std::priority_queue<Node, std::vector<Node>, Later> open_;
    Cost first_ = 0;
    std::optional<Cost> spent_;  // the bound of a node that was not finished
    std::uint64_t visited_ = 0, made_ = 0;
};

}  // namespace

bool takes_semidefinite_bounds(const FrustrationProblem& problem) {
    if (problem.vertices > most_vertices || problem.vertices <= try_all_up_to) return false;
    Cost sum = 0;
    for (const SignedEdge& e : problem.edges) {
        sum += e.cost();
        if (sum > most_total) return false;
    }
    return true;
}

std::optional<Proof> semidefinite_search(SemidefiniteTask task, Budget& budget) {
    return Search(std::move(task), budget).run();
}

}  // namespace entente::balance
