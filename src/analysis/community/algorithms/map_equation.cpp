#include "analysis/community/algorithms/map_equation.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>

#include "analysis/centrality/random_walk.hpp"
#include "analysis/community/algorithms/numbering.hpp"
#include "analysis/community/algorithms/touched.hpp"
#include "base/portable_math.hpp"

namespace entente::community {

namespace {

constexpr double jump = 0.15, follow = 1 - jump;  // probabilities of a step's two kinds

// Each arc's share of the strength that leaves its vertex.
std::vector<double> transition_shares(const Graph& graph) {
    const Adjacency& out = graph.out();
    std::vector<double> share(out.targets.size(), 0);
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        double sum = 0;
        for (std::size_t arc = out.begin(v); arc < out.end(v); ++arc) sum += out.strength(arc);
        for (std::size_t arc = out.begin(v); arc < out.end(v) && sum > 0; ++arc)
            share[arc] = out.strength(arc) / sum;
    }
    return share;
}

bool leads_nowhere(const Graph& graph, const std::vector<double>& share, Vertex v) {
    const Adjacency& out = graph.out();
    for (std::size_t arc = out.begin(v); arc < out.end(v); ++arc) {
        if (share[arc] > 0) return false;
    }
    return true;
}

// The arcs of both directions in one list a node, flows of both ways added.
void add_symmetric_arcs(FlowGraph& flow, const Graph& graph, const std::vector<double>& share) {
    const std::size_t n = graph.vertex_count();
    const Adjacency& out = graph.out();
    std::vector<std::vector<std::pair<Vertex, double>>> near(n);
    for (Vertex v = 0; v < n; ++v) {
        for (std::size_t arc = out.begin(v); arc < out.end(v); ++arc) {
            const double along = follow * flow.visits[v] * share[arc];
            if (!(along > 0)) continue;
            near[v].emplace_back(out.targets[arc], along);
            near[out.targets[arc]].emplace_back(v, along);
        }
    }
    std::vector<double> sum(n, 0);
    std::vector<Vertex> touched;
    for (Vertex v = 0; v < n; ++v) {
        for (const auto& [w, along] : near[v]) {
            if (sum[w] == 0) touched.push_back(w);
            sum[w] += along;
        }
        for (const Vertex w : touched) {
            flow.targets.push_back(w);
            flow.flow.push_back(sum[w]);
            sum[w] = 0;
        }
        touched.clear();
        flow.offsets.push_back(flow.targets.size());
    }
}

// The natural logarithm of a normal x > 0 in a few additions and multiplications, the same on every
// processor; absolute error below 1e-13. With x = 2^e·m and a tabled c near 1/m
// (Tang 1990) it is e·ln 2 − ln c + ln(1 + r), where r = cm − 1 is below 1/256 and the series has six terms.
class TabledLog {
public:
    TabledLog() {
        for (std::size_t i = 0; i < steps; ++i) {
            inverse_[i] = 1 / (1 + (static_cast<double>(i) + 0.5) / steps);
            log_[i] = -portable_log(inverse_[i]);
        }
    }

    double operator()(double x) const {
        const auto bits = std::bit_cast<std::uint64_t>(x);
        const double exponent = static_cast<double>(static_cast<int>(bits >> 52) - 1023);
        const std::size_t i = bits >> (52 - step_bits) & (steps - 1);
        const double mantissa = std::bit_cast<double>((bits & ((1ULL << 52) - 1)) | (1023ULL << 52));
        const double r = mantissa * inverse_[i] - 1, square = r * r;
        const double tail =
            square * (-1.0 / 2 + r * (1.0 / 3) + square * (-1.0 / 4 + r * (1.0 / 5) - square * (1.0 / 6)));
        return exponent * 0.6931471805599453 + (log_[i] + (r + tail));
    }

private:
    static constexpr int step_bits = 7;
    static constexpr std::size_t steps = 1U << step_bits;
    std::array<double, steps> inverse_, log_;
};

}  // namespace

double p_log_p(double x) {
    static const TabledLog log;
    return x >= std::numeric_limits<double>::min() ? x * log(x) : 0;
}

FlowGraph flow_graph(const Graph& graph, const Control& control) {
    const std::size_t n = graph.vertex_count();
    const std::vector<double> share = transition_shares(graph);
    std::vector<char> dangles(n);
    for (Vertex v = 0; v < n; ++v) dangles[v] = leads_nowhere(graph, share, v);
    FlowGraph flow;
    flow.visits = random_walk_shares(graph, control).share;
    flow.teleport.assign(n, 1 / static_cast<double>(n));
    flow.dangling.resize(n);
    flow.exit.resize(n);
    for (std::size_t v = 0; v < n; ++v) {
        flow.dangling[v] = dangles[v] ? flow.visits[v] : 0;
        const double jumps = jump * flow.visits[v] + follow * flow.dangling[v];
        flow.exit[v] = flow.visits[v] - jumps * flow.teleport[v];
        flow.node_term += p_log_p(flow.visits[v]);
    }
    add_symmetric_arcs(flow, graph, share);
    return flow;
}

FlowGraph renumbered(const FlowGraph& graph, std::span<const Vertex> order) {
    FlowGraph result;
    renumber_arcs(graph, graph.flow, order, result, result.flow);
    result.visits = in_order(graph.visits, order);
    result.teleport = in_order(graph.teleport, order);
    result.dangling = in_order(graph.dangling, order);
    result.exit = in_order(graph.exit, order);
    result.node_term = graph.node_term;
    return result;
}

FlowGraph coarsened(const FlowGraph& graph, const Membership& membership) {
    const std::size_t n = graph.vertex_count();
    const std::uint32_t count = community_count(membership);
    FlowGraph result;
    result.node_term = graph.node_term;
    result.visits.assign(count, 0);
    result.teleport.assign(count, 0);
    result.dangling.assign(count, 0);
    for (std::size_t v = 0; v < n; ++v) {
        result.visits[membership[v]] += graph.visits[v];
        result.teleport[membership[v]] += graph.teleport[v];
        result.dangling[membership[v]] += graph.dangling[v];
    }
    const Members members(membership, count);
    Touched touched(count);
    result.exit.assign(count, 0);
    for (std::uint32_t c = 0; c < count; ++c) {
        double within = 0, exits = 0, jumps_within = 0;
        for (const std::uint32_t v : members.of(c)) {
            exits += graph.exit[v];
            const double jumps = jump * graph.visits[v] + follow * graph.dangling[v];
            jumps_within += jumps * (result.teleport[c] - graph.teleport[v]);
            for (std::size_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                const std::uint32_t other = membership[graph.targets[arc]];
                if (other == c) within += graph.flow[arc];
                else touched.add(other, graph.flow[arc]);
            }
        }
        // Each flow within stands at both of its ends.
        result.exit[c] = std::max(0.0, exits - within / 2 - jumps_within);
        for (const std::uint32_t other : touched.list()) {
            result.targets.push_back(other);
            result.flow.push_back(touched.strength(other));
        }
        touched.clear();
        result.offsets.push_back(result.targets.size());
    }
    return result;
}

double code_length(const FlowGraph& graph, const Membership& membership) {
    const FlowGraph modules = coarsened(graph, membership);
    double all_exits = 0, exit_terms = 0, module_terms = 0;
    for (std::size_t c = 0; c < modules.vertex_count(); ++c) {
        all_exits += modules.exit[c];
        exit_terms += p_log_p(modules.exit[c]);
        module_terms += p_log_p(modules.exit[c] + modules.visits[c]);
    }
    constexpr double nats_per_bit = 0.6931471805599453;
    return (p_log_p(all_exits) - 2 * exit_terms + module_terms - graph.node_term) / nats_per_bit;
}

}  // namespace entente::community
