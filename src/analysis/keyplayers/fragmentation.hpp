// What is left of a network once some actors are gone.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/keyplayers/links.hpp"

namespace entente::keyplayers {

struct Remains {
    std::uint64_t connected_pairs = 0;  // pairs of actors that reach each other
    std::uint64_t components = 0;       // single actors included
};

// Counts what remains without a set, and without the set and one actor more, for every such actor at once:
// the parts that fall off when an actor goes are subtrees of a depth-first search (Hopcroft & Tarjan 1973).
// Links have to run both ways. One object a thread.
class Fragmentation {
public:
    explicit Fragmentation(const Links& links);

    // O(n + m).
    Remains without(std::span<const Vertex> set);

    // without(set), and in pairs_left[v] the connected pairs once v is gone as well. O(n + m).
    Remains without_each(std::span<const Vertex> set, std::vector<std::uint64_t>& pairs_left);

private:
    void search(Vertex root);

    const Links& links_;
    std::vector<std::uint32_t> found_, lowest_, below_, parent_, cut_off_;
    std::vector<std::uint64_t> next_, pairs_cut_off_;
    std::vector<Vertex> path_, members_;
    std::uint32_t time_ = 0;
};

// Σ 1/d over ordered pairs of the actors outside the set, d in hops on what remains. Bit-parallel from all
// actors at once: O(diameter m n / 64). One object a thread.
class DistanceFragmentation {
public:
    explicit DistanceFragmentation(const Links& links);
    double harmonic_sum_without(std::span<const Vertex> set);

private:
    const Links& links_;
    std::size_t words_;
    std::vector<std::uint64_t> reached_, next_;
    std::vector<char> gone_;
};

}  // namespace entente::keyplayers
