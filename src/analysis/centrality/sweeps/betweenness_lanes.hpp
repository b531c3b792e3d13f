// The sweep from one batch of sources, in the registers that lanes.hpp was given (see there for how it is
// included).
//
// A node's new sources at a level are found from one machine word a neighbor; only then the path counts of
// those neighbors that matter are read. Lanes of other levels are masked off wherever memory is read, so
// nothing is cleared between levels or batches.
#pragma once

#include "analysis/centrality/sweeps/betweenness_batch.hpp"
#include "analysis/centrality/sweeps/lanes.hpp"

namespace entente {

namespace {

template <int K>
class BatchSweep {
public:
    BatchSweep(const BetweennessBatch& batch, double* sums) : b_(batch), sums_(sums) {}

    void run(std::size_t first, std::size_t last) {
        start(first, last);
        while (b_.level_start[levels_] > b_.level_start[levels_ - 1]) {
            if (!next_level()) return;
        }
        --levels_;  // nothing was reached at the last one
        const std::size_t nearest = b_.out_ties != nullptr ? 0 : 1;
        for (std::size_t level = levels_; level-- > nearest;) {
            if (!accumulate(level)) return;
        }
        set_now(nearest, false);
        if (largest_.largest() > most_paths) *b_.too_many = true;
    }

private:
    static constexpr unsigned every_source = (1U << K) - 1;

    // Lanes without a source have reached every node already.
    void start(std::size_t first, std::size_t last) {
        const auto absent = static_cast<SourceMask>(every_source & ~((1U << (last - first)) - 1));
        for (std::size_t v = 0; v < b_.nodes; ++v) b_.seen[v] = absent;
        levels_ = 1;
        b_.level_start[0] = 0;
        b_.level_start[1] = last - first;
        for (double& weight : source_weight_) weight = 0;
        for (std::size_t source = first; source < last; ++source) {
            const std::size_t lane = source - first;
            const auto mask = static_cast<SourceMask>(1U << lane);
            b_.entry_node[lane] = static_cast<Node>(source);
            b_.entry_mask[lane] = mask;
            b_.seen[source] = static_cast<SourceMask>(b_.seen[source] | mask);
            b_.now[source] = mask;
            b_.path_count[source * K + lane] = 1;
            source_weight_[lane] = weight(source);
        }
        unfinished_arcs_ = b_.arcs;
        unfinished_listed_ = false;
    }

    double weight(std::size_t v) const { return b_.weight != nullptr ? b_.weight[v] : 1; }

    // The sources that reach v first at this level, and their path counts: the sum over the neighbors one
    // level before.
    unsigned reach(Node v) {
        const unsigned missing = every_source & ~static_cast<unsigned>(b_.seen[v]);
        if (missing == 0) return 0;
        unsigned found = 0;
        std::size_t count = 0;
        for (std::uint32_t arc = b_.in_offsets[v]; arc < b_.in_offsets[v + 1]; ++arc) {
            const Node u = b_.in_heads[arc];
            const unsigned fresh = b_.now[u] & missing;
            b_.near[count] = u;
            count += fresh != 0 ? 1 : 0;
            found |= fresh;
        }
        if (found == 0) return 0;
        Lanes<K> paths = Lanes<K>::all(0);
        for (std::size_t i = 0; i < count; ++i)
            paths.add(b_.path_count + std::size_t{b_.near[i]} * K, b_.now[b_.near[i]] & missing);
        largest_.raise_to(paths);
        paths.store(b_.path_count + std::size_t{v} * K, found);
        return found;
    }

    void enter(Node v, unsigned found) {
        b_.entry_node[entries_] = v;
        b_.entry_mask[entries_] = static_cast<SourceMask>(found);
        ++entries_;
    }

    // From the nodes of the last level to those of the next. False when stopped.
    bool next_level() {
        const std::size_t begin = b_.level_start[levels_ - 1], end = b_.level_start[levels_];
        entries_ = end;
        std::size_t arcs = 0;
        for (std::size_t i = begin; i < end; ++i)
            arcs += b_.out_offsets[b_.entry_node[i] + 1] - b_.out_offsets[b_.entry_node[i]];
        if (!(4 * arcs < unfinished_arcs_ ? reach_from(begin, end) : reach_unfinished())) return false;
        set_now(levels_ - 1, false);
        for (std::size_t i = end; i < entries_; ++i) {
            const Node v = b_.entry_node[i];
            b_.seen[v] = static_cast<SourceMask>(b_.seen[v] | b_.entry_mask[i]);
            b_.now[v] = b_.entry_mask[i];
            if (b_.seen[v] == every_source) unfinished_arcs_ -= b_.in_offsets[v + 1] - b_.in_offsets[v];
        }
        b_.level_start[++levels_] = entries_;
        return true;
    }

    // Few nodes were reached last: only their neighbors can be next.
    bool reach_from(std::size_t begin, std::size_t end) {
        std::size_t count = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const Node u = b_.entry_node[i];
            for (std::uint32_t arc = b_.out_offsets[u]; arc < b_.out_offsets[u + 1]; ++arc) {
                const Node v = b_.out_heads[arc];
                if (b_.is_candidate[v] || (b_.entry_mask[i] & ~b_.seen[v]) == 0) continue;
                b_.is_candidate[v] = 1;
                b_.candidate[count++] = v;
            }
        }
        bool going = true;
        for (std::size_t i = 0; i < count; ++i) {
            const Node v = b_.candidate[i];
            b_.is_candidate[v] = 0;
            if ((i & often) == often) going = going && !b_.stopped();
            if (!going) continue;
            if (const unsigned found = reach(v)) enter(v, found);
        }
        return going;
    }

    // Many were: every node that some source has not reached is looked at.
    bool reach_unfinished() {
        if (!unfinished_listed_) {
            unfinished_count_ = 0;
            for (std::size_t v = 0; v < b_.nodes; ++v)
                b_.unfinished[unfinished_count_++] = static_cast<Node>(v);
            unfinished_listed_ = true;
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < unfinished_count_; ++i) {
            if ((i & often) == often && b_.stopped()) return false;
            const Node v = b_.unfinished[i];
            const unsigned found = reach(v);
            if (found != 0) enter(v, found);
            b_.unfinished[kept] = v;
            kept += (b_.seen[v] | found) != every_source ? 1 : 0;
        }
        unfinished_count_ = kept;
        return true;
    }

    void set_now(std::size_t level, bool reached) {
        if (level >= levels_) return;
        for (std::size_t i = b_.level_start[level]; i < b_.level_start[level + 1]; ++i)
            b_.now[b_.entry_node[i]] = reached ? b_.entry_mask[i] : SourceMask{0};
    }

    // The dependencies of a level's nodes from the shares of the next level's. False when stopped.
    bool accumulate(std::size_t level) {
        const Lanes<K> source_weight = Lanes<K>::from(source_weight_);
        for (std::size_t i = b_.level_start[level]; i < b_.level_start[level + 1]; ++i) {
            if ((i & often) == often && b_.stopped()) return false;
            const Node u = b_.entry_node[i];
            const unsigned mask = b_.entry_mask[i];
            std::size_t count = 0;
            if (level + 1 < levels_) count = next_arcs(u, mask);
            const Lanes<K> paths = Lanes<K>::from(b_.path_count + std::size_t{u} * K);
            Lanes<K> shares = Lanes<K>::all(0);
            for (std::size_t k = 0; k < count; ++k) {
                const Node v = b_.out_heads[b_.near[k]];
                shares.add(b_.share + std::size_t{v} * K, b_.now[v] & mask);
            }
            const Lanes<K> dependency = shares * paths;
            if (b_.out_ties != nullptr) add_to_ties(count, mask, paths * source_weight);
            else if (count > 0) sums_[u] += (dependency * source_weight).sum();
            ((Lanes<K>::all(weight(u)) + dependency) / paths).store(b_.share + std::size_t{u} * K, mask);
        }
        set_now(level + 1, false);
        set_now(level, true);
        return true;
    }

    // The arcs of u to nodes that one of its sources reached at the next level.
    std::size_t next_arcs(Node u, unsigned mask) {
        std::size_t count = 0;
        for (std::uint32_t arc = b_.out_offsets[u]; arc < b_.out_offsets[u + 1]; ++arc) {
            b_.near[count] = arc;
            count += (b_.now[b_.out_heads[arc]] & mask) != 0 ? 1 : 0;
        }
        return count;
    }

    void add_to_ties(std::size_t count, unsigned mask, const Lanes<K>& paths) {
        for (std::size_t k = 0; k < count; ++k) {
            const Node v = b_.out_heads[b_.near[k]];
            Lanes<K> share = Lanes<K>::all(0);
            share.add(b_.share + std::size_t{v} * K, b_.now[v] & mask);
            sums_[b_.out_ties[b_.near[k]]] += (share * paths).sum();
        }
    }

    static constexpr std::size_t often = 4095;  // nodes between two looks at whether to stop

    const BetweennessBatch& b_;
    double* sums_;
    Lanes<K> largest_ = Lanes<K>::all(0);  // path counts
    alignas(64) double source_weight_[K];
    std::size_t levels_ = 0, entries_ = 0, unfinished_arcs_ = 0, unfinished_count_ = 0;
    bool unfinished_listed_ = false;
};

template <int K>
void run_betweenness_batch(const BetweennessBatch& batch, std::size_t first, std::size_t last, double* sums) {
    BatchSweep<K>(batch, sums).run(first, last);
}

constexpr BetweennessBatchFunctions functions_here{run_betweenness_batch<8>, run_betweenness_batch<16>};

}  // namespace

}  // namespace entente
