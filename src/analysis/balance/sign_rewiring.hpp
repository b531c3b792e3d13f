// Random networks in which every actor keeps its numbers of positive and of negative ties.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/balance/frustration/frustration_problem.hpp"
#include "base/random.hpp"

namespace entente::balance {

// The tie of every pair of vertices: a matrix of a network of few vertices, else an open hash table.
class PairTable {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    PairTable(std::uint32_t vertices, std::size_t pairs);
    std::uint32_t find(std::uint32_t u, std::uint32_t v) const;
    void insert(std::uint32_t u, std::uint32_t v, std::uint32_t edge);  // a pair that has none
    void erase(std::uint32_t u, std::uint32_t v);                       // a pair that has one

private:
    struct Slot {
        std::uint64_t key;
        std::uint32_t edge;
    };
    std::size_t home(std::uint64_t key) const;
    std::size_t slot_of(std::uint64_t key) const;

    std::uint32_t vertices_;
    std::vector<std::uint32_t> matrix_;
    std::vector<Slot> slots_;
    std::size_t mask_;
};

// A chain of exchanges that keep every vertex's degree of either sign and at most one tie a pair. Each trial
// draws a tie, and another of its sign, a–b and c–d (Maslov & Sneppen 2002, by sign). They become a–d and c–b
//  * where both pairs are free;
//  * where both have ties of the other sign, which then become a–b and c–d;
//  * where one pair is free and the other has a tie of the other sign: together with a fifth vertex, drawn at
//    random, two vertices u, w exchange how they are tied to three others x, y, z (u: s, −s, none, w: −s,
//    none, s becomes u: −s, none, s, w: s, −s, none).
// Without the last two some networks of the same degrees could not be reached; with them every network of up
// to six vertices reaches all others of its degrees. Each exchange is as likely as the one that undoes it,
// and a trial that changes nothing counts: all networks of these degrees are equally likely in the long run.
class SignRewiring {
public:
    SignRewiring(FrustrationProblem problem, Random random);

    std::uint64_t run(std::uint64_t trials);  // how many of them were accepted
    const FrustrationProblem& problem() const { return problem_; }

private:
    struct Path {  // u–x, w–z: the two ties drawn, x–w the one between; u–z free
        std::uint32_t u, x, w, z, ux, wz, xw;
    };
    struct Place {
        std::uint32_t edge, u, v;
    };
    bool trial();
    bool rotate(const Path& path);
    std::uint32_t below(std::size_t bound);
    bool opposite(std::uint32_t edge, std::uint32_t other) const;
    void put(std::initializer_list<Place> places);

    FrustrationProblem problem_;
    Random random_;
    PairTable pairs_;
    std::vector<std::uint32_t> positive_, negative_;  // edges
};

}  // namespace entente::balance
