#include "analysis/community/algorithms/infomap.hpp"

#include <numeric>
#include <span>

#include "analysis/community/algorithms/numbering.hpp"
#include "analysis/community/algorithms/touched.hpp"

namespace entente::community {

namespace {

constexpr double jump = 0.15, follow = 1 - jump;

// A saving below this is taken for rounding: two equal places would be swapped for ever.
constexpr double rounding = 1e-12;

// The communities while single nodes move: what each needs to say how long the description gets.
class Modules {
public:
    Modules(const FlowGraph& graph, Membership& membership)
        : graph_(graph), membership_(membership), touched_(graph.vertex_count()) {
        const std::size_t n = graph.vertex_count();
        modules_.resize(n);
        const Membership dense = in_order_of_appearance(membership);
        const FlowGraph sums = coarsened(graph, dense);
        for (std::size_t v = 0; v < n; ++v) {
            Module& module = modules_[membership[v]];
            if (module.nodes++ > 0) continue;
            const std::uint32_t c = dense[v];
            module.visits = sums.visits[c];
            module.teleport = sums.teleport[c];
            module.dangling = sums.dangling[c];
            module.exit = sums.exit[c];
            retell(module);
            all_exits_ += module.exit;
        }
        for (std::uint32_t c = 0; c < n; ++c) {
            if (modules_[c].nodes == 0) unused_.push_back(c);
        }
    }

    // Moves the node where it saves most; whether it moved.
    bool move(std::uint32_t v) {
        const std::uint32_t old = membership_[v];
        gather(v);
        const double left_behind = leaving_flow(v, old, touched_.strength(old));
        Module without = modules_[old];
        take_out(without, v, left_behind);
        const double base = without.exit_term - modules_[old].exit_term,
                     base_module = without.module_term - modules_[old].module_term;
        const double exits_without = all_exits_ - modules_[old].exit + without.exit;
        const double all_exits_term = p_log_p(all_exits_);
        double best_change = -rounding;
        std::uint32_t best = old;
        const auto consider = [&](std::uint32_t c, double flow) {
            Module with = modules_[c];
            put_in(with, v, flow + jumps_between(v, modules_[c]));
            const double exits = exits_without - modules_[c].exit + with.exit;
            const double change = p_log_p(exits) - all_exits_term -
                                  2 * (base + with.exit_term - modules_[c].exit_term) + base_module +
                                  with.module_term - modules_[c].module_term;
            if (change < best_change) {
                best_change = change;
                best = c;
            }
        };
        for (const std::uint32_t c : touched_.list()) {
            if (c != old) consider(c, touched_.strength(c));
        }
        if (modules_[old].nodes > 1 && !unused_.empty()) consider(unused_.back(), 0);
        if (best != old) settle(v, old, without, best, touched_.strength(best));
        touched_.clear();
        return best != old;
    }

private:
    struct Module {
        double visits = 0, teleport = 0, dangling = 0, exit = 0;
        double exit_term = 0, module_term = 0;  // p log p of exit, and of exit + visits
        std::uint32_t nodes = 0;
    };

    static void retell(Module& module) {
        module.exit_term = p_log_p(module.exit);
        module.module_term = p_log_p(module.exit + module.visits);
    }

    double jumps_of(std::uint32_t v) const { return jump * graph_.visits[v] + follow * graph_.dangling[v]; }

    // Jumps between a node and a module that it is not part of, both ways.
    double jumps_between(std::uint32_t v, const Module& module) const {
        return jumps_of(v) * module.teleport +
               (jump * module.visits + follow * module.dangling) * graph_.teleport[v];
    }

    // Flow and jumps between a node and the rest of its own module.
    double leaving_flow(std::uint32_t v, std::uint32_t old, double flow) const {
        Module rest = modules_[old];
        rest.visits -= graph_.visits[v];
        rest.teleport -= graph_.teleport[v];
        rest.dangling -= graph_.dangling[v];
        return flow + jumps_between(v, rest);
    }

    void take_out(Module& module, std::uint32_t v, double between) const {
        module.visits -= graph_.visits[v];
        module.teleport -= graph_.teleport[v];
        module.dangling -= graph_.dangling[v];
        module.exit += between - graph_.exit[v];
        if (--module.nodes == 0) module = Module{};  // no rounding stays behind
        if (module.exit < 0) module.exit = 0;
        retell(module);
    }

    void put_in(Module& module, std::uint32_t v, double between) const {
        module.visits += graph_.visits[v];
        module.teleport += graph_.teleport[v];
        module.dangling += graph_.dangling[v];
        module.exit += graph_.exit[v] - between;
        if (module.exit < 0) module.exit = 0;
        ++module.nodes;
        retell(module);
    }

    void settle(std::uint32_t v, std::uint32_t old, const Module& without, std::uint32_t best, double flow) {
        all_exits_ += without.exit - modules_[old].exit;
        modules_[old] = without;
        if (without.nodes == 0) unused_.push_back(old);
        if (modules_[best].nodes == 0) std::erase(unused_, best);
        const double before = modules_[best].exit;
        put_in(modules_[best], v, flow + jumps_between(v, modules_[best]));
        all_exits_ += modules_[best].exit - before;
        membership_[v] = best;
    }

    void gather(std::uint32_t v) {
        for (std::size_t arc = graph_.offsets[v]; arc < graph_.offsets[v + 1]; ++arc)
            touched_.add(membership_[graph_.targets[arc]], graph_.flow[arc]);
    }

    const FlowGraph& graph_;
    Membership& membership_;
    std::vector<Module> modules_;
    std::vector<std::uint32_t> unused_;
    Touched touched_;
    double all_exits_ = 0;
};

// Moves single nodes, in random order and coming back to those whose neighbors moved, until no move saves.
void move_nodes(const FlowGraph& graph, Membership& membership, Random& random, const Control& control) {
    const std::size_t n = graph.vertex_count();
    Modules modules(graph, membership);
    std::vector<Vertex> queue = random_order(n, random);
    std::vector<char> waiting(n, 1);
    std::size_t head = 0, length = n;
    for (std::uint64_t step = 0; length > 0; ++step) {
        if (step % 4096 == 0 && control.stopped()) return;
        const std::uint32_t v = queue[head];
        head = head + 1 == n ? 0 : head + 1;
        --length;
        waiting[v] = 0;
        if (!modules.move(v)) continue;
        for (std::size_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const std::uint32_t w = graph.targets[arc];
            if (waiting[w] || membership[w] == membership[v]) continue;
            waiting[w] = 1;
            queue[(head + length++) % n] = w;
        }
    }
}

// Nodes move from `membership`, then communities as nodes, until nothing merges any more.
Membership upwards(const FlowGraph& finest, Membership membership, Random& random, const Control& control) {
    FlowGraph coarser;
    const FlowGraph* graph = &finest;
    Membership node_of(finest.vertex_count());
    std::iota(node_of.begin(), node_of.end(), 0U);
    for (;;) {
        move_nodes(*graph, membership, random, control);
        membership = in_order_of_appearance(membership);
        for (std::uint32_t& node : node_of) node = membership[node];
        const std::size_t count = community_count(membership);
        if (count == graph->vertex_count() || control.stopped()) break;
        FlowGraph next = coarsened(*graph, membership);
        coarser = std::move(next);
        graph = &coarser;
        membership.resize(count);
        std::iota(membership.begin(), membership.end(), 0U);
    }
    return in_order_of_appearance(node_of);
}

// The arcs within the communities only: what a community falls into when it is divided by itself.
FlowGraph within_communities(const FlowGraph& graph, const Membership& membership) {
    FlowGraph result = graph;
    result.targets.clear();
    result.flow.clear();
    result.offsets.assign(1, 0);
    for (std::size_t v = 0; v < graph.vertex_count(); ++v) {
        for (std::size_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            if (membership[graph.targets[arc]] != membership[v]) continue;
            result.targets.push_back(graph.targets[arc]);
            result.flow.push_back(graph.flow[arc]);
        }
        result.offsets.push_back(result.targets.size());
    }
    return result;
}

// Parts of the communities move as nodes: what single nodes cannot undo one by one.
Membership parts_moved(const FlowGraph& graph, const Membership& membership, Random& random,
                       const Control& control) {
    Membership parts(graph.vertex_count());
    std::iota(parts.begin(), parts.end(), 0U);
    move_nodes(within_communities(graph, membership), parts, random, control);
    parts = in_order_of_appearance(parts);
    const FlowGraph of_parts = coarsened(graph, parts);
    Membership community(of_parts.vertex_count());
    for (std::size_t v = 0; v < parts.size(); ++v) community[parts[v]] = membership[v];
    community = upwards(of_parts, std::move(community), random, control);
    Membership result(graph.vertex_count());
    for (std::size_t v = 0; v < parts.size(); ++v) result[v] = community[parts[v]];
    return in_order_of_appearance(result);
}

// A random third of the communities, or of the nodes, set apart as single nodes, which find new places.
enum class Kick { communities, nodes };
Membership some_set_apart(const FlowGraph& graph, const Membership& membership, Kick kick, Random& random,
                          const Control& control) {
    const std::uint32_t count = community_count(membership);
    std::vector<char> dissolved(count, 0);
    if (kick == Kick::communities) {
        for (char& one : dissolved) one = random.below(3) == 0;
    }
    std::uint32_t next = count;
    Membership result(membership);
    for (std::uint32_t& c : result) {
        if (kick == Kick::communities ? dissolved[c] != 0 : random.below(3) == 0) c = next++;
    }
    return upwards(graph, in_order_of_appearance(result), random, control);
}

Membership best_found(const FlowGraph& graph, Random& random, const Control& control) {
    constexpr int most_passes = 50;
    constexpr std::size_t most_vertices_to_the_end = 2000;
    const bool to_the_end = graph.vertex_count() <= most_vertices_to_the_end;
    const double enough = to_the_end ? 1e-10 : 1e-4;
    const int attempts = to_the_end ? 8 : 1;  // in vain, before the division is taken
    Membership membership(graph.vertex_count());
    std::iota(membership.begin(), membership.end(), 0U);
    membership = upwards(graph, std::move(membership), random, control);
    double length = code_length(graph, membership);
    int in_vain = 0;
    for (int pass = 0; pass < most_passes && in_vain < attempts && !control.stopped(); ++pass) {
        Membership next =
            in_vain == 0
                ? upwards(graph, parts_moved(graph, membership, random, control), random, control)
                : some_set_apart(graph, membership, in_vain % 2 == 1 ? Kick::communities : Kick::nodes,
                                 random, control);
        const double next_length = code_length(graph, next);
        if (next_length < length - enough) {
            membership = std::move(next);
            length = next_length;
            in_vain = 0;
        } else {
            ++in_vain;
        }
    }
    // One community for all is a division like any other, and moves of single nodes may miss it.
    Membership together(graph.vertex_count(), 0);
    return code_length(graph, together) < length - enough ? together : membership;
}

}  // namespace

Membership infomap(const FlowGraph& graph, Random& random, const Control& control) {
    return by_near_numbers(graph,
                           [&](const FlowGraph& numbered) { return best_found(numbered, random, control); });
}

}  // namespace entente::community
