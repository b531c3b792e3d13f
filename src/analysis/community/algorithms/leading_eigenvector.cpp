#include "analysis/community/algorithms/leading_eigenvector.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/community/algorithms/largest_eigenvector.hpp"

namespace entente::community {

namespace {

// Newman's generalized modularity matrix of one community: B_ij = w_ij − γ k_i k_j / 2m, and on the diagonal
// less Σ_l B_il over the community, so that a vector of equal signs gains nothing.
class ModularityMatrix {
public:
    // `place` is scratch: as many entries as the graph has vertices, all −1; the same again once the matrix
    // is gone.
    ModularityMatrix(const ModularityGraph& graph, std::span<const Vertex> members,
                     std::vector<std::int64_t>& place)
        : graph_(graph), members_(members), place_(place), diagonal_(members.size(), 0) {
        for (std::size_t i = 0; i < members.size(); ++i) place_[members[i]] = static_cast<std::int64_t>(i);
        double total = 0;
        for (const Vertex v : members) total += graph.friendly[v];
        for (std::size_t i = 0; i < members.size(); ++i) {
            const Vertex v = members[i];
            double within = 0;
            for (std::size_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                if (place_[graph.targets[arc]] >= 0) within += graph.net[arc];
            }
            diagonal_[i] = graph.friendly_factor() * graph.friendly[v] * total - within;
        }
    }
    ~ModularityMatrix() {
        for (const Vertex v : members_) place_[v] = -1;
    }
    ModularityMatrix(const ModularityMatrix&) = delete;
    ModularityMatrix& operator=(const ModularityMatrix&) = delete;

    void multiply(std::span<const double> x, std::span<double> y) const {
        double common = 0;
        for (std::size_t i = 0; i < x.size(); ++i) common += graph_.friendly[members_[i]] * x[i];
        common *= graph_.friendly_factor();
        for (std::size_t i = 0; i < x.size(); ++i) {
            const Vertex v = members_[i];
            double sum = diagonal_[i] * x[i] - common * graph_.friendly[v];
            for (std::size_t arc = graph_.offsets[v]; arc < graph_.offsets[v + 1]; ++arc) {
                const std::int64_t j = place_[graph_.targets[arc]];
                if (j >= 0) sum += graph_.net[arc] * x[static_cast<std::size_t>(j)];
            }
            y[i] = sum;
        }
    }

private:
    const ModularityGraph& graph_;
    std::span<const Vertex> members_;
    std::vector<std::int64_t>& place_;
    std::vector<double> diagonal_;
};

// The side of each member, +1 or −1, or nothing when no split raises modularity.
std::vector<double> sides_of(const ModularityGraph& graph, std::span<const Vertex> members,
                             std::vector<std::int64_t>& place, const Control& control) {
    const ModularityMatrix matrix(graph, members, place);
    const auto multiply = [&](std::span<const double> x, std::span<double> y) { matrix.multiply(x, y); };
    std::vector<double> sides = largest_eigenvector(members.size(), multiply, control);
    const double largest = std::abs(*std::max_element(
        sides.begin(), sides.end(), [](double a, double b) { return std::abs(a) < std::abs(b); }));
    // What is nought but for rounding goes with the positive side, on every machine.
    for (double& s : sides) s = s < -1e-8 * largest ? -1 : 1;
    std::vector<double> product(members.size());
    matrix.multiply(sides, product);
    double gain = 0;
    for (std::size_t i = 0; i < members.size(); ++i) gain += sides[i] * product[i];
    if (gain <= 1e-10 * graph.friendly_total) sides.clear();
    return sides;
}

}  // namespace

Membership leading_eigenvector(const ModularityGraph& graph, const Membership& components,
                               const Control& control) {
    Membership result = in_order_of_appearance(components);
    std::vector<std::vector<Vertex>> waiting(community_count(result));
    for (Vertex v = 0; v < result.size(); ++v) waiting[result[v]].push_back(v);
    auto used = static_cast<std::uint32_t>(waiting.size());
    std::vector<std::int64_t> place(graph.vertex_count(), -1);
    while (!waiting.empty()) {
        control.checkpoint();
        const std::vector<Vertex> members = std::move(waiting.back());
        waiting.pop_back();
        if (members.size() < 2) continue;
        const std::vector<double> sides = sides_of(graph, members, place, control);
        if (sides.empty()) continue;
        std::vector<Vertex> stays, leaves;
        for (std::size_t i = 0; i < members.size(); ++i)
            (sides[i] == sides[0] ? stays : leaves).push_back(members[i]);
        if (leaves.empty()) continue;
        for (const Vertex v : leaves) result[v] = used;
        ++used;
        waiting.push_back(std::move(stays));
        waiting.push_back(std::move(leaves));
    }
    return result;
}

}  // namespace entente::community
