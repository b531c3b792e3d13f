// What differs between two networks, row by row, before any measure is taken.
#pragma once

#include "analysis/change/change_game.hpp"
#include "analysis/change/diff.hpp"
#include "model/findings/difference.hpp"

namespace entente {

// Both networks with their actors numbered in common.
struct CommonActors {
    ActorTable actors;  // the old ones, then those that only the new network has
    GameSide before, after;
};

// Throws Error(Fault::usage) for an id of `same` that is not there.
CommonActors common_actors(const DiffSide& before, const DiffSide& after,
                           const std::map<std::string, std::string>& same);

// Actors gone and added, then the changed rows by the first row of their pair.
std::vector<Change> changes_of(const CommonActors& common, bool same_file);

// The actors in both networks whose label, kind or attributes differ. A column that one network lacks reads
// as empty there, and a label that is the id as none.
std::vector<DescriptionChange> descriptions_changed(const CommonActors& common);

// The changes in groups as the options ask for: those of a pair that a measure can see, and actors. Says what
// it grouped by.
struct ChangeGroups {
    std::vector<ChangeGroup> groups;
    std::string by;
};
ChangeGroups groups_of(const std::vector<Change>& changes, const CommonActors& common, const ChangeGame& game,
                       ExplainGroups wanted);

}  // namespace entente
