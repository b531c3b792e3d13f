#include "analysis/community/algorithms/map_equation.hpp"

#include <algorithm>

#include "analysis/centrality/random_walk.hpp"
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

}  // namespace

double p_log_p(double x) { return x > 0 ? x * portable_log(x) : 0; }

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

FlowGraph coarsened(const FlowGraph& graph, const Membership& membership) {
    const std::size_t n = graph.node_count();
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
    std::vector<std::vector<std::uint32_t>> members(count);
    for (std::uint32_t v = 0; v < n; ++v) members[membership[v]].push_back(v);
    std::vector<double> sum(count, 0);
    std::vector<std::uint32_t> touched;
    result.exit.assign(count, 0);
    for (std::uint32_t c = 0; c < count; ++c) {
        double within = 0, exits = 0, jumps_within = 0;
        for (const std::uint32_t v : members[c]) {
            exits += graph.exit[v];
            const double jumps = jump * graph.visits[v] + follow * graph.dangling[v];
            jumps_within += jumps * (result.teleport[c] - graph.teleport[v]);
            for (std::size_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                const std::uint32_t other = membership[graph.targets[arc]];
                if (other == c) {
                    within += graph.flow[arc];
                    continue;
                }
                if (sum[other] == 0) touched.push_back(other);
                sum[other] += graph.flow[arc];
            }
        }
        // Each flow within stands at both of its ends.
        result.exit[c] = std::max(0.0, exits - within / 2 - jumps_within);
        for (const std::uint32_t other : touched) {
            result.targets.push_back(other);
            result.flow.push_back(sum[other]);
            sum[other] = 0;
        }
        touched.clear();
        result.offsets.push_back(result.targets.size());
    }
    return result;
}

double code_length(const FlowGraph& graph, const Membership& membership) {
    const FlowGraph modules = coarsened(graph, membership);
    double all_exits = 0, exit_terms = 0, module_terms = 0;
    for (std::size_t c = 0; c < modules.node_count(); ++c) {
        all_exits += modules.exit[c];
        exit_terms += p_log_p(modules.exit[c]);
        module_terms += p_log_p(modules.exit[c] + modules.visits[c]);
    }
    constexpr double nats_per_bit = 0.6931471805599453;
    return (p_log_p(all_exits) - 2 * exit_terms + module_terms - graph.node_term) / nats_per_bit;
}

}  // namespace entente::community
