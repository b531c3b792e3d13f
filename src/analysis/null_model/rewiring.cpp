#include "analysis/null_model/rewiring.hpp"

#include <algorithm>
#include <bit>

#include "analysis/null_model/chain_length.hpp"

namespace entente {

namespace {

// The pairs that are tied: open addressing, with a mark for what was taken out.
class TiedPairs {
public:
    explicit TiedPairs(std::size_t ties) { clear(std::bit_ceil(std::max<std::size_t>(16, 4 * ties))); }

    bool contains(std::uint64_t pair) const {
        for (std::size_t at = first_place(pair);; at = (at + 1) & mask_) {
            if (slots_[at] == pair) return true;
            if (slots_[at] == empty) return false;
        }
    }
    void insert(std::uint64_t pair) {
        if (2 * (used_ + 1) > slots_.size()) rebuild();
        std::size_t at = first_place(pair);
        while (slots_[at] != empty) at = (at + 1) & mask_;
        slots_[at] = pair;
        ++used_;
    }
    void erase(std::uint64_t pair) {
        std::size_t at = first_place(pair);
        while (slots_[at] != pair) at = (at + 1) & mask_;
        slots_[at] = removed;
    }

private:
    static constexpr std::uint64_t empty = ~std::uint64_t{0}, removed = empty - 1;

    std::size_t first_place(std::uint64_t pair) const { return (pair * 0x9E3779B97F4A7C15ULL >> 20) & mask_; }
    void clear(std::size_t size) {
        slots_.assign(size, empty);
        mask_ = size - 1;
        used_ = 0;
    }
    void rebuild() {
        const std::vector<std::uint64_t> old = std::move(slots_);
        clear(old.size());
        for (const std::uint64_t pair : old) {
            if (pair != empty && pair != removed) insert(pair);
        }
    }

    std::vector<std::uint64_t> slots_;
    std::size_t mask_ = 0, used_ = 0;
};

class Rewiring {
public:
    Rewiring(const Graph& graph, Random& random)
        : directed_(graph.directed()), random_(random), ties_(graph.merged.ties), tied_(graph.tie_count()) {
        for (const MergedTie& tie : ties_) tied_.insert(key(tie.source, tie.target));
    }

    std::uint64_t run(std::uint64_t trials) {
        std::uint64_t accepted = 0;
        if (ties_.size() < 2) return 0;
        for (std::uint64_t trial = 0; trial < trials; ++trial) {
            const std::size_t first = drawn_tie(), second = drawn_tie();
            accepted += exchange(first, second) ? 1 : 0;
            if (directed_) accepted += turn_cycle(second, drawn_tie(), first) ? 1 : 0;
        }
        return accepted;
    }

    std::vector<MergedTie> take() { return std::move(ties_); }

private:
    std::uint64_t key(ActorId a, ActorId b) const {
        std::uint64_t x = index(a), y = index(b);
        if (!directed_ && y < x) std::swap(x, y);
        return x << 32 | y;
    }
    std::size_t drawn_tie() { return random_.below(ties_.size()); }
    bool tied(ActorId a, ActorId b) const { return tied_.contains(key(a, b)); }

    void replace(std::size_t tie, ActorId source, ActorId target) {
        tied_.erase(key(ties_[tie].source, ties_[tie].target));
        tied_.insert(key(source, target));
        ties_[tie].source = source;
        ties_[tie].target = target;
    }

    bool exchange(std::size_t first, std::size_t second) {
        const ActorId a = ties_[first].source, b = ties_[first].target;
        ActorId c = ties_[second].source, d = ties_[second].target;
        if (!directed_ && random_.below(2) == 1) std::swap(c, d);
        // first == second ends here too: a–b, a–b has b == d, and a–b, b–a has a == d
        if (a == d || c == b || a == c || b == d || tied(a, d) || tied(c, b)) return false;
        replace(first, a, d);
        replace(second, c, b);
        return true;
    }

    // i -> j -> k -> i becomes i -> k -> j -> i when none of the pairs is tied both ways.
    bool turn_cycle(std::size_t first, std::size_t second, std::size_t third) {
        const ActorId i = ties_[first].source, j = ties_[first].target, k = ties_[second].target;
        if (ties_[second].source != j || ties_[third].source != k || ties_[third].target != i) return false;
        if (tied(j, i) || tied(k, j) || tied(i, k)) return false;
        replace(first, j, i);
        replace(second, k, j);
        replace(third, i, k);
        return true;
    }

    bool directed_;
    Random& random_;
    std::vector<MergedTie> ties_;
    TiedPairs tied_;
};

}  // namespace

std::uint64_t rewiring_trials(const Graph& graph, Random& random) {
    Rewiring first(graph, random);
    return chain_trials(graph.tie_count(), [&](std::uint64_t trials) { return first.run(trials); });
}

RewiredGraph rewired(const Graph& graph, std::uint64_t trials, Random& random) {
    Rewiring rewiring(graph, random);
    const std::uint64_t accepted = rewiring.run(trials);
    MergedTies merged = graph.merged;
    merged.ties = rewiring.take();
    return {Graph(graph.actors, std::move(merged), graph.directed(), graph.weighted()), accepted};
}

}  // namespace entente
