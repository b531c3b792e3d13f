// How balanced a signed network is (Cartwright & Harary 1956; Harary 1959), actor by actor and tie by tie.
// nan where undefined.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/findings/null_model.hpp"
#include "model/findings/scores.hpp"
#include "model/ids.hpp"
#include "model/network.hpp"

namespace entente {

// What becomes of a pair with positive and negative rows: the sign of its summed signed strengths (none at a
// sum of zero) | a positive and a negative tie, every row counting by itself | left out.
enum class ConflictRule { net, keep, drop };

// Whether a best value is proven or lies between bounds.
enum class ProofStatus { optimal, bounded };

// Triangles of signed ties by how many of their ties are positive and negative (m: minus).
struct TriangleCounts {
    std::uint64_t ppp = 0, ppm = 0, pmm = 0, mmm = 0;
    std::uint64_t total() const { return ppp + ppm + pmm + mmm; }
    bool operator==(const TriangleCounts&) const = default;
};

// A signed tie of the analysis: a pair of actors (under ConflictRule::keep the rows of one sign of a pair).
struct SignedTie {
    ActorId source{}, target{};
    Sign sign = Sign::positive;
    double strength =
        1;  // what it adds to the frustration when frustrated: 1 a pair (a row under keep) or its strength
    std::uint64_t triangles = 0,
                  unbalanced_triangles = 0;  // in the strong sense: an odd number of negative ties
    bool frustrated = false;                 // positive between the factions or negative within one
};

// The least number (or strength) of ties whose removal leaves two factions, friends within and enemies
// between: the frustration index or line index of balance (Abelson & Rosenberg 1958; Harary 1959).
struct Frustration {
    double index = 0;                         // of the factions given: the best found, = upper_bound
    double lower_bound = 0, upper_bound = 0;  // proven; equal when optimal
    ProofStatus status = ProofStatus::optimal;
    double total = 0;               // m: of all ties, in the same unit
    double normalized = undefined;  // 1 - 2 index / total (Aref & Wilson 2018)
    double tolerance = 0;  // 0: proven in whole numbers; else strengths that no decimal scale fits were
                           // rounded by so much altogether
};

// Any number of blocs with the fewest positive ties between and negative ties within: weak balance or
// clusterability (Davis 1967; Doreian & Mrvar 1996).
struct WeakBalance {
    std::uint32_t blocs = 0;  // each held together by positive ties
    std::vector<std::uint32_t>
        bloc;           // parallel to Balance::actors: 1 … blocs, largest first; 0 without signed ties
    double errors = 0;  // as `strength` adds up
    double lower_bound = 0;
    ProofStatus status = ProofStatus::optimal;  // bounded: the best of a local search
};

// One null model: the observed value against that of random networks.
struct NullComparison {
    double observed = undefined, mean = undefined, deviation = undefined, z = undefined;
    double p = undefined;  // share of draws at least as balanced as the data, (1 + those) / (1 + draws)
    unsigned draws = 0;
    unsigned proven_draws = 0;  // for the frustration index: draws whose value is exact; the rest is the best
                                // of a local search, and `observed` was then found by the same search
};

struct BalanceNull {
    std::string name;         // "signs shuffled" | "signs rewired"
    NullComparison balanced;  // share of balanced triangles, strong sense
    NullComparison frustration;
    std::optional<Exchanges> exchanges;  // of "signs rewired"
    std::string remark;                  // where the comparison says little, else empty
};

struct Balance {
    ConflictRule conflict = ConflictRule::net;
    bool weighted = false;
    std::uint64_t positive_ties = 0, negative_ties = 0;  // pairs, or rows under keep
    std::uint64_t unsigned_rows = 0;                     // left out: no sign
    std::uint64_t conflicting_pairs = 0;                 // pairs with rows of both signs
    std::uint64_t undecided_pairs =
        0;  // left out: their strengths add up to zero, or dropped because they conflict

    TriangleCounts triangles;
    double balanced_strong = undefined;  // share of triangles with an even number of negative ties
    double balanced_weak = undefined;    // those and the all-negative ones (Davis 1967)
    double walk_balance = undefined;     // Estrada & Benzi 2014, of the signs
    double walk_balance_error = 0;       // by how much it may be off; 0: by rounding alone

    Frustration frustration;
    std::uint64_t proof_steps = 0;         // that its proof took
    std::vector<SignedTie> ties;           // in the order of their first rows
    std::vector<std::uint64_t> first_row;  // ties.size() + 1 offsets into rows
    std::vector<TieId> rows;

    std::vector<ActorId> actors;          // the vectors below are parallel to it
    std::vector<std::uint8_t> faction;    // 1 or 2; 0 without signed ties. In every component the larger side
                                          // is faction 1, of equal sides the first actor's
    std::vector<std::uint8_t> contested;  // 1: some division that reaches the index puts this actor on the
                                          // other side of its component's core, the largest set of actors
                                          // whose sides towards each other are the same in all of them
    bool contested_complete = false;      // proven that no one else is contested
    std::vector<std::uint64_t> actor_triangles, actor_unbalanced_triangles;
    std::optional<std::uint64_t> optima;  // different divisions into factions that reach the index (sides of
                                          // a component count once); only counted when small

    std::optional<Frustration> under_net, under_keep;  // where pairs conflict: the index under either rule
    WeakBalance weak;
    std::vector<BalanceNull> nulls;
    std::vector<std::string> left_out;  // "significance: interrupted", said rather than silently missing

    std::span<const TieId> rows_of(std::size_t tie) const {
        return std::span(rows).subspan(first_row[tie], first_row[tie + 1] - first_row[tie]);
    }
};

}  // namespace entente
