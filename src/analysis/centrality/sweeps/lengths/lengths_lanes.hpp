// Brandes' algorithm from a batch of sources where ties cost differently, in the registers that lanes.hpp was
// given (see there for how it is included).
//
// The sources reach a node at different times, so nothing is settled in order of length: lengths are lowered
// along arcs until none can be (Bellman 1958), all lanes at once, and path counts and dependencies are summed
// again wherever a summand changed. What comes out depends on no order: a length is the least over all paths,
// a count the sum over a node's arcs in their order.
#pragma once

#include "analysis/centrality/sweeps/lengths/length_lanes.hpp"
#include "analysis/centrality/sweeps/lengths/lengths_batch.hpp"

namespace entente {

namespace {

constexpr int length_lanes = 16;

template <class Length>
void find_lengths(const LengthsBatch<Length>& b, std::size_t first, std::size_t last) {
    using Lane = LengthLanes<length_lanes, Length>;
    constexpr std::size_t K = length_lanes;
    const Lane unreached = Lane::all(Lane::infinite);
    for (std::size_t v = 0; v < b.nodes; ++v) unreached.store(b.length + v * K);
    for (std::size_t source = first; source < last; ++source) {
        b.length[source * K + (source - first)] = 0;
        b.waiting[source] = 1;
    }
    for (bool again = true; again && !b.stopped();) {
        again = false;
        for (std::size_t i = 0; i < b.nodes; ++i) {
            const Node u = b.order[i];
            if (!b.waiting[u]) continue;
            b.waiting[u] = 0;
            again = true;
            const Lane here = Lane::from(b.length + std::size_t{u} * K);
            for (std::uint32_t arc = b.out_offsets[u]; arc < b.out_offsets[u + 1]; ++arc) {
                const Node v = b.out_heads[arc];
                Length* known = b.length + std::size_t{v} * K;
                const bool lowered = (here + b.out_costs[arc]).lower(known);
                b.waiting[v] = static_cast<std::uint8_t>(b.waiting[v] | static_cast<std::uint8_t>(lowered));
            }
        }
    }
    for (std::size_t v = 0; v < b.nodes; ++v) b.mean_length[v] = Lane::from(b.length + v * K).sum_of_finite();
}

template <class Length>
class ShareSums {
public:
    ShareSums(const LengthsBatch<Length>& batch, std::size_t first, std::size_t last, double* sums)
        : b_(batch), first_(first), last_(last), sums_(sums) {}

    void run() {
        for (double& weight : source_weight_) weight = 0;
        for (std::size_t source = first_; source < last_; ++source)
            source_weight_[source - first_] = weight(source);
        find_path_arcs();
        each_until_settled(false);
        each_until_settled(true);
        if (b_.stopped()) return;
        if (b_.in_ties != nullptr) add_to_ties();
        else add_to_nodes();
        for (std::size_t v = 0; v < b_.nodes; ++v) largest_.raise_to(Sums::from(b_.path_count + v * K));
        if (largest_.largest() > most_paths) *b_.too_many = true;
    }

private:
    static constexpr std::size_t K = length_lanes;
    using Lane = LengthLanes<length_lanes, Length>;
    using Sums = Lanes<length_lanes>;

    double weight(std::size_t v) const { return b_.weight != nullptr ? b_.weight[v] : 1; }

    // Each node's arcs on shortest paths: those that arrive, in their order, and those that leave, by the
    // node they lead to.
    void find_path_arcs() {
        for (std::size_t v = 0; v < b_.nodes; ++v) b_.departures_end[v] = b_.out_offsets[v];
        const Lane unreached = Lane::all(Lane::infinite);
        for (Node v = 0; v < b_.nodes; ++v) {
            const Lane here = Lane::from(b_.length + std::size_t{v} * K), limit = here * b_.longer;
            const unsigned is_reached = here.below(unreached);
            std::uint32_t end = b_.in_offsets[v];
            for (std::uint32_t arc = b_.in_offsets[v]; arc < b_.in_offsets[v + 1]; ++arc) {
                const Node u = b_.in_heads[arc];
                const unsigned mask =
                    (Lane::from(b_.length + std::size_t{u} * K) + b_.in_costs[arc]).at_most(limit) &
                    is_reached;
                b_.arrivals[end] = {u, static_cast<SourceMask>(mask)};
                b_.arrival_arc[end] = arc;
                end += mask != 0 ? 1 : 0;
            }
            b_.arrivals_end[v] = end;
            for (std::uint32_t i = b_.in_offsets[v]; i < end; ++i)
                b_.departures[b_.departures_end[b_.arrivals[i].node]++] = {v, b_.arrivals[i].mask};
        }
    }

    // Path counts in the order of the nodes, or shares in the opposite one; whoever was summed before one of
    // his summands is summed again.
    void each_until_settled(bool backward) {
        for (std::size_t v = 0; v < b_.nodes; ++v) b_.waiting[v] = 1;
        for (bool again = true; again && !b_.stopped();) {
            again = false;
            for (std::size_t i = 0; i < b_.nodes; ++i) {
                const Node v = b_.order[backward ? b_.nodes - 1 - i : i];
                if (!b_.waiting[v]) continue;
                b_.waiting[v] = 0;
                if (!(backward ? sum_share(v) : count_paths(v))) continue;
                const PathArc* next =
                    backward ? b_.arrivals + b_.in_offsets[v] : b_.departures + b_.out_offsets[v];
                const PathArc* end =
                    backward ? b_.arrivals + b_.arrivals_end[v] : b_.departures + b_.departures_end[v];
                for (; next != end; ++next) {
                    b_.waiting[next->node] = 1;
                    again = again || (b_.place[next->node] < b_.place[v]) != backward;  // his turn is over
                }
            }
        }
    }

    bool count_paths(Node v) {
        Sums paths = Sums::all(0);
        if (v >= first_ && v < last_) {
            alignas(64) double own[K]{};
            own[v - first_] = 1;
            paths = Sums::from(own);
        }
        for (std::uint32_t i = b_.in_offsets[v]; i < b_.arrivals_end[v]; ++i)
            paths.add(b_.path_count + std::size_t{b_.arrivals[i].node} * K, b_.arrivals[i].mask);
        return paths.replace(b_.path_count + std::size_t{v} * K);
    }

    Sums shares_ahead(Node v) const {
        Sums shares = Sums::all(0);
        for (std::uint32_t i = b_.out_offsets[v]; i < b_.departures_end[v]; ++i)
            shares.add(b_.share + std::size_t{b_.departures[i].node} * K, b_.departures[i].mask);
        return shares;
    }

    // (weight + dependency) / path count, where the dependency is the path count times the shares ahead.
    bool sum_share(Node v) {
        const Sums paths = Sums::from(b_.path_count + std::size_t{v} * K),
                   dependency = shares_ahead(v) * paths;
        dependency.store(b_.dependency + std::size_t{v} * K, ~0U);
        return ((Sums::all(weight(v)) + dependency) / paths).replace(b_.share + std::size_t{v} * K);
    }

    // A source is not between itself and others.
    void add_to_nodes() {
        const Sums source_weight = Sums::from(source_weight_);
        for (std::size_t source = first_; source < last_; ++source)
            b_.dependency[source * K + (source - first_)] = 0;
        for (std::size_t v = 0; v < b_.nodes; ++v) {
            if (b_.departures_end[v] != b_.out_offsets[v])
                sums_[v] += (Sums::from(b_.dependency + v * K) * source_weight).sum();
        }
    }

    void add_to_ties() {
        const Sums source_weight = Sums::from(source_weight_);
        for (Node v = 0; v < b_.nodes; ++v) {
            for (std::uint32_t i = b_.in_offsets[v]; i < b_.arrivals_end[v]; ++i) {
                const Sums paths = Sums::from(b_.path_count + std::size_t{b_.arrivals[i].node} * K);
                Sums share = Sums::all(0);
                share.add(b_.share + std::size_t{v} * K, b_.arrivals[i].mask);
                sums_[b_.in_ties[b_.arrival_arc[i]]] += (share * (paths * source_weight)).sum();
            }
        }
    }

    const LengthsBatch<Length>& b_;
    std::size_t first_, last_;
    double* sums_;
    Sums largest_ = Sums::all(0);
    alignas(64) double source_weight_[K];
};

template <class Length>
void add_shares(const LengthsBatch<Length>& batch, std::size_t first, std::size_t last, double* sums) {
    ShareSums<Length>(batch, first, last, sums).run();
}

// Node by node in their order, so that a sum has the same digits for any register width.
template <class Length>
void add_lengths(const LengthsBatch<Length>& b, std::size_t first, std::size_t last, const LengthSums& sums) {
    constexpr std::size_t K = length_lanes;
    constexpr Length infinite = LengthLanes<length_lanes, Length>::infinite;
    alignas(64) double total[K]{}, harmonic[K]{};
    alignas(64) std::uint32_t reached[K]{};
    for (std::size_t v = 0; v < b.nodes; ++v) {
        const Length* lengths = b.length + v * K;
        for (std::size_t lane = 0; lane < K; ++lane) {
            const Length length = lengths[lane];
            const bool counts = length > 0 && length < infinite;
            const double exact = length;
            total[lane] += counts ? exact : 0.0;
            harmonic[lane] += counts ? 1 / exact : 0.0;
            reached[lane] += counts ? 1 : 0;
        }
    }
    for (std::size_t source = first; source < last; ++source) {
        sums.total[source - first] = total[source - first];
        sums.harmonic[source - first] = harmonic[source - first];
        sums.reached[source - first] = reached[source - first];
    }
}

constexpr LengthsBatchSet functions_here{{find_lengths<float>, add_shares<float>, add_lengths<float>},
                                         {find_lengths<double>, add_shares<double>, add_lengths<double>}};

}  // namespace

}  // namespace entente
