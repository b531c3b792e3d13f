// How sure a ranking of actors is when the ties are not (Costenbader & Valente 2003; Borgatti, Carley &
// Krackhardt 2006). nan where undefined.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/findings/scores.hpp"
#include "model/ids.hpp"

namespace entente {

enum class Perturbation { by_confidence, by_tie, by_source, by_random };

// What happens to a share of the ties under Perturbation::by_random (Borgatti, Carley & Krackhardt 2006).
enum class RandomChange { remove, add, rewire };

struct ActorRobustness {
    ActorId actor{};
    double value = undefined;  // on the network as it is
    double rank =
        undefined;  // standard competition rank, 1 the highest value; equal within 1e-9 of the larger
    double mid_rank = undefined;                         // the mean of the places that equal values share
    double rank_low = undefined, rank_high = undefined;  // 5 % and 95 % of its ranks over the replicates
    double top_probability = undefined;  // share of replicates in which it ranks among the first top_k
};

// A row of the ties, or all rows of a source, without which another actor comes first.
struct Hinge {
    std::optional<TieId> tie;
    std::string source;          // when it is a source
    std::vector<ActorId> first;  // who comes first then
};

// What the ranking is without a source, that is without the rows that it alone backs.
struct SourceLeftOut {
    std::string source;
    std::uint64_t ties = 0, alone = 0;  // rows that name it, and of these the ones that no other source backs
    double kendall = undefined;         // τ-b with the ranking as it is; nan where all are level without it
    std::vector<ActorId> first;         // who comes first then
};

// The share of ties that can go while, with 95 % probability, the correlation with the values as they are
// stays at 0.7 or more: CS(0.7) of Epskamp, Borsboom & Fried 2018, of ties instead of actors.
struct StabilityCoefficient {
    double value = undefined;  // the largest step at which at least 95 % of the draws did
    double low = undefined;    // the largest step up to which that is certain …
    double high =
        undefined;  // … and the largest at which it is not ruled out, by 95 % intervals of the share
    unsigned fewest_draws = 0, most_draws = 0;  // at the steps that were tried
};

struct StablePair {
    ActorId higher{}, lower{};
};

struct Robustness {
    std::string measure;
    Perturbation by = Perturbation::by_confidence;
    RandomChange change = RandomChange::remove;  // of by_random
    double share = 0;                            // of by_random
    std::uint64_t one_changed_of = 0;  // ties of which by_random changes one, the share being less; else 0
    unsigned replicates = 0, top_k = 3;
    std::vector<ActorRobustness> actors;  // in the order of the network
    double kendall_mean = undefined, kendall_low = undefined,
           kendall_high = undefined;  // τ-b with the ranking as it is: mean, 5 %, 95 %
    double top_overlap = undefined;   // mean share of the first top_k that stay among them (Jaccard)
    StabilityCoefficient stability;
    std::uint64_t pairs = 0,
                  stable_pairs =
                      0;  // pairs of different value; those whose order no replicate turned round or levelled
    std::vector<StablePair> stable_top;            // of these, the ones among the first ten
    std::vector<ActorId> first;                    // who comes first as it is
    std::vector<Hinge> hinge_ties, hinge_sources;  // the sources in the order of `sources`
    std::vector<SourceLeftOut> sources;  // those that move the ranking most first: by τ-b, all level before
    std::vector<std::string> remarks;
};

}  // namespace entente
