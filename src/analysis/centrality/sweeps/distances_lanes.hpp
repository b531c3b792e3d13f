// The breadth-first search from one batch of nodes. Included as lanes.hpp is, with ENTENTE_VECTOR_BYTES set,
// inside the region of the instructions that it may use.
#pragma once

#include "analysis/centrality/sweeps/distances_batch.hpp"

#if ENTENTE_VECTOR_BYTES == 64
#include <immintrin.h>
#endif

namespace entente {

namespace {

typedef std::uint64_t Word __attribute__((vector_size(ENTENTE_VECTOR_BYTES), may_alias));

// 512 bits.
struct Targets {
    static constexpr int words = 64 / ENTENTE_VECTOR_BYTES;
    Word part[words];

    static Targets none() { return Targets{}; }
    static Targets from(const std::uint64_t* memory) {
        Targets result;
        for (int w = 0; w < words; ++w) result.part[w] = reinterpret_cast<const Word*>(memory)[w];
        return result;
    }
    void store(std::uint64_t* memory) const {
        for (int w = 0; w < words; ++w) reinterpret_cast<Word*>(memory)[w] = part[w];
    }
    void add(const std::uint64_t* memory) {
        for (int w = 0; w < words; ++w) part[w] |= reinterpret_cast<const Word*>(memory)[w];
    }
    void remove(const Targets& others) {
        for (int w = 0; w < words; ++w) part[w] &= ~others.part[w];
    }
    void add(const Targets& others) {
        for (int w = 0; w < words; ++w) part[w] |= others.part[w];
    }
    unsigned count() const {
#if ENTENTE_VECTOR_BYTES == 64
        const Word counts = reinterpret_cast<Word>(_mm512_popcnt_epi64(reinterpret_cast<__m512i>(part[0])));
        const Word four = counts + __builtin_shufflevector(counts, counts, 4, 5, 6, 7, 0, 1, 2, 3);
        const Word two = four + __builtin_shufflevector(four, four, 2, 3, 0, 1, 6, 7, 4, 5);
        return static_cast<unsigned>(two[0] + two[1]);
#else
        unsigned sum = 0;
        for (int w = 0; w < words; ++w) {
            for (int i = 0; i < ENTENTE_VECTOR_BYTES / 8; ++i)
                sum += static_cast<unsigned>(__builtin_popcountll(part[w][i]));
        }
        return sum;
#endif
    }
};

class DistanceSweep {
public:
    DistanceSweep(const DistanceBatch& batch, double* harmonic) : b_(batch), harmonic_(harmonic) {}

    void run(std::size_t first, std::size_t last) {
        start(first, last);
        for (level_ = 1; count_now_ > 0; ++level_) {
            if (!next_level()) return;
        }
    }

private:
    void start(std::size_t first, std::size_t last) {
        for (std::size_t i = 0; i < b_.nodes * distance_words; ++i) b_.seen[i] = 0;
        for (std::size_t v = 0; v < b_.nodes; ++v) {
            b_.is_now[v] = b_.is_next[v] = 0;
            b_.seen_count[v] = 0;
        }
        targets_ = static_cast<std::uint32_t>(last - first);
        count_now_ = 0;
        for (std::size_t v = first; v < last; ++v) {
            Targets::none().store(b_.now + v * distance_words);
            const std::size_t bit = v - first;
            b_.seen[v * distance_words + bit / 64] = b_.now[v * distance_words + bit / 64] = std::uint64_t{1}
                                                                                             << (bit % 64);
            b_.is_now[v] = 1;
            b_.seen_count[v] = 1;
            b_.reached_now[count_now_++] = static_cast<Node>(v);
        }
        unfinished_listed_ = false;
        unfinished_arcs_ = b_.arcs;
    }

    // The targets that v reaches by this many hops and no fewer.
    void reach(Node v) {
        if (b_.seen_count[v] == targets_) return;
        Targets fresh = Targets::none();
        for (std::uint32_t arc = b_.out_offsets[v]; arc < b_.out_offsets[v + 1]; ++arc) {
            const Node u = b_.out_heads[arc];
            if (b_.is_now[u]) fresh.add(b_.now + std::size_t{u} * distance_words);
        }
        std::uint64_t* const seen_here = b_.seen + std::size_t{v} * distance_words;
        Targets seen = Targets::from(seen_here);
        fresh.remove(seen);
        const unsigned count = fresh.count();
        if (count == 0) return;
        fresh.store(b_.next + std::size_t{v} * distance_words);
        seen.add(fresh);
        seen.store(seen_here);
        b_.is_next[v] = 1;
        b_.reached_next[count_next_++] = v;
        b_.seen_count[v] += count;
        if (b_.seen_count[v] == targets_) unfinished_arcs_ -= b_.out_offsets[v + 1] - b_.out_offsets[v];
        b_.total[v] += std::uint64_t{count} * level_;
        b_.reached[v] += count;
        harmonic_[v] += static_cast<double>(count) / static_cast<double>(level_);
        if (b_.eccentricity[v] < level_) b_.eccentricity[v] = level_;
    }

    bool next_level() {
        count_next_ = 0;
        std::size_t arcs = 0;
        for (std::size_t i = 0; i < count_now_; ++i)
            arcs += b_.in_offsets[b_.reached_now[i] + 1] - b_.in_offsets[b_.reached_now[i]];
        if (!(8 * arcs < unfinished_arcs_ ? reach_from_last() : reach_unfinished())) return false;
        for (std::size_t i = 0; i < count_now_; ++i) b_.is_now[b_.reached_now[i]] = 0;
        swap(b_.now, b_.next);
        swap(b_.is_now, b_.is_next);
        swap(b_.reached_now, b_.reached_next);
        count_now_ = count_next_;
        return true;
    }

    // Few nodes were reached last: only those with an arc to one of them can be next.
    bool reach_from_last() {
        std::size_t count = 0;
        for (std::size_t i = 0; i < count_now_; ++i) {
            const Node u = b_.reached_now[i];
            for (std::uint32_t arc = b_.in_offsets[u]; arc < b_.in_offsets[u + 1]; ++arc) {
                const Node v = b_.in_heads[arc];
                if (b_.is_candidate[v]) continue;
                b_.is_candidate[v] = 1;
                candidates()[count++] = v;
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            const Node v = candidates()[i];
            b_.is_candidate[v] = 0;
            reach(v);
        }
        return !b_.stopped();
    }

    // Many were: every node that lacks a target is looked at.
    bool reach_unfinished() {
        if (!unfinished_listed_) {
            for (std::size_t v = 0; v < b_.nodes; ++v) b_.unfinished[v] = static_cast<Node>(v);
            unfinished_count_ = b_.nodes;
            unfinished_listed_ = true;
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < unfinished_count_; ++i) {
            if ((i & 4095) == 4095 && b_.stopped()) return false;
            const Node v = b_.unfinished[i];
            reach(v);
            b_.unfinished[kept] = v;
            kept += b_.seen_count[v] != targets_ ? 1 : 0;
        }
        unfinished_count_ = kept;
        return true;
    }

    // The second half of the list of unfinished nodes' memory.
    Node* candidates() const { return b_.unfinished + b_.nodes; }

    template <class T>
    static void swap(T*& a, T*& b) {
        T* const kept = a;
        a = b;
        b = kept;
    }

    DistanceBatch b_;
    double* harmonic_;
    std::uint32_t level_ = 0, targets_ = 0;
    std::size_t count_now_ = 0, count_next_ = 0, unfinished_count_ = 0, unfinished_arcs_ = 0;
    bool unfinished_listed_ = false;
};

void run_distance_batch(DistanceBatch batch, std::size_t first, std::size_t last, double* harmonic) {
    DistanceSweep(batch, harmonic).run(first, last);
}

}  // namespace

}  // namespace entente
