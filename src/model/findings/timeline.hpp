// A network through time: slices of it, their actors and communities.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/date.hpp"
#include "model/findings/scores.hpp"
#include "model/ids.hpp"

namespace entente {

// The figures of a slice that are held against shuffled dates.
struct SliceFigures {
    double density = undefined, components = undefined, transitivity = undefined, modularity = undefined;
    double frustration = undefined, balanced_strong = undefined;
    double turnover = undefined;  // 1 − |A ∩ B| / |A ∪ B| of the signed pairs of this and the slice before
};

struct SliceActor {
    ActorId actor{};
    bool active = false;          // has a tie in the slice, or its own dates cover it
    std::uint32_t community = 0;  // the same number through time; 0: none
    std::uint8_t faction = 0;     // 1 or 2 where balance was taken and a signed tie of it counts
    // By measure: of the possible network, its rank there, and the value in the certain one.
    std::vector<double> value, rank, certain;
};

struct Slice {
    DayInterval window;
    std::string label;              // "1904", "1904–1908": what people call it
    std::vector<TieId> rows;        // of the network, of either sign, that may hold in it; ascending
    std::vector<TieId> surely;      // those of them that certainly hold
    std::vector<TieId> frustrated;  // those that contradict the factions
    std::uint64_t actors = 0;       // that n counts
    std::uint64_t ties = 0, positive = 0, negative = 0;  // pairs that may hold; signed ones by sign
    std::uint64_t certain_ties = 0;                      // pairs that surely hold
    std::uint32_t communities = 0;
    double frustration_low = undefined, frustration_high = undefined;
    double ties_new = undefined, ties_gone = undefined;  // against the slice before
    SliceFigures figures;
    std::optional<SliceFigures> z;     // against shuffled dates
    std::vector<SliceActor> of_actor;  // in the order of Timeline::actors
};

enum class CommunityFate { born, continues, grows, shrinks, splits, merges, dies };

struct CommunityEvent {
    std::size_t slice = 0;
    std::uint32_t community = 0;
    std::uint64_t size = 0;
    CommunityFate fate = CommunityFate::born;
    std::vector<std::uint32_t> of;  // the communities that it goes on, splits from or takes in
    double overlap = undefined;     // Jaccard with the one it goes on
};

// A slice in which something changed more than it does with shuffled dates.
struct ChangePoint {
    std::size_t slice = 0;
    std::string what;  // "frustration", "leader by degree"
    double before = undefined, after = undefined;
    std::optional<ActorId> old_leader, new_leader;
    double p = undefined;  // share of the shuffles with as large a change there, (1 + those) / (1 + shuffles)
};

struct Timeline {
    std::vector<std::string> measures;
    std::vector<ActorId> actors;
    std::vector<Slice> slices;
    std::vector<CommunityEvent> communities;
    std::vector<ChangePoint> change_points;
    std::uint64_t undated = 0;  // ties without any date: possible in every slice, certain in none
    bool undated_left_out = false;
    unsigned shuffles = 0;
    std::vector<std::string> remarks;
};

}  // namespace entente
