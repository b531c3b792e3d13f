// How two networks differ, and which of the differences moved whom.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/findings/balance.hpp"
#include "model/findings/scores.hpp"
#include "model/ids.hpp"
#include "model/network.hpp"

namespace entente {

enum class ChangeKind {
    added,
    gone,
    sign,
    relation,
    direction,
    weight,
    dates,
    confidence,
    citation,  // or the note or a further column: reported, but nothing that could move a score
    actor_added,
    actor_gone
};

// Actors are those of Difference::actors throughout.
struct Change {
    ChangeKind kind = ChangeKind::added;
    ActorId source{}, target{};             // of an actor's change both are the actor
    std::optional<TieId> old_row, new_row;  // of either network
};

// An actor of both networks whom they describe otherwise.
struct DescriptionChange {
    ActorId actor{};
    std::vector<std::string> what;  // "label", "kind" and names of attributes, in this order
};

// What is taken back or applied as one: all changes of a pair of actors, an actor who comes or goes, or,
// where there are too many, all those of one relation, source or year.
struct ChangeGroup {
    std::string name;                  // of a group of several pairs; "" for a pair or an actor
    std::vector<std::size_t> changes;  // places in Difference::changes
    bool of_actors = false;            // actors come or go
};

enum class MoveCause { none, ties, actors, both, scale };

struct RankMove {
    ActorId actor{};
    double old_value = undefined, new_value = undefined;  // nan where undefined or not there
    double old_rank = undefined, new_rank = undefined;    // standard competition ranks
    double old_last = undefined, new_last = undefined;    // the last places of those level with the actor
    MoveCause cause = MoveCause::none;
    std::optional<bool> within_noise;  // where ties have confidences: both ranks lie in both rank intervals
    double delta() const { return new_value - old_value; }
    double moved() const { return old_rank - new_rank; }  // places upwards
};

// What one group of changes adds to an actor's score: its Shapley value.
struct Contribution {
    ActorId actor{};
    std::size_t group = 0;  // place in Difference::groups
    double contribution = 0;
    double error = 0;  // standard error where orders were drawn; 0: exact
    double rank_without = undefined, score_without = undefined;  // in the new network less this group
    double last_without = undefined;  // the last place of those level with the actor then
};

struct MeasureDifference {
    std::string measure;
    bool exact = true;                        // the contributions; else of Difference::orders drawn orders
    std::vector<RankMove> moves;              // an actor each, in the order of Difference::actors
    std::vector<Contribution> contributions;  // of the actors explained, largest first within each
};

struct CommunityDifference {
    double adjusted_rand = undefined;  // of the actors in both
    std::uint32_t old_count = 0, new_count = 0;
    std::vector<ActorId> moved;  // whose community is not the one that goes on as theirs
};

struct SignedPairOfActors {
    ActorId source{}, target{};
    Sign sign = Sign::positive;
};

struct BalanceDifference {
    Balance old_balance, new_balance;
    std::vector<SignedPairOfActors> frustrated_new, frustrated_gone;
};

struct Difference {
    ActorTable actors;                          // id, label and kind: the old ones, then those added
    std::vector<ActorId> old_actor, new_actor;  // of an actor of either network: which of these
    std::vector<ActorId> added, gone;
    std::vector<DescriptionChange> described;  // in the order of `actors`
    std::vector<Change> changes;               // actors first, then ties by their pair's first row
    std::vector<ChangeGroup> groups;           // without those that no measure can see
    std::string grouped_by;                    // "pair", "relation", "source" or "year"
    unsigned orders = 0;                       // drawn for measures that are not local, 0: all
    std::vector<MeasureDifference> measures;
    std::optional<CommunityDifference> communities;
    std::optional<BalanceDifference> balance;
    std::vector<std::string> remarks;

    bool same() const { return changes.empty() && described.empty(); }
};

}  // namespace entente
