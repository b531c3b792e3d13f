// What the tables, the JSON and the text of a difference say alike.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/change/difference.hpp"

namespace entente::report {

inline constexpr std::array change_names{"added",     "gone",        "sign",      "relation",
                                         "direction", "weight",      "dates",     "confidence",
                                         "citation",  "actor_added", "actor_gone"};
inline constexpr std::array cause_names{"", "ties", "actors", "both", "scale"};
inline constexpr std::size_t header_line = 1;

const char* name_of(ChangeKind kind);

bool is_of_actor(const Change& change);

std::string id_of(const Compared& compared, ActorId actor);
std::string label_of(const Compared& compared, ActorId actor);

// The cells of one side's row; empty ones where the side has none.
struct SideCells {
    std::string relation, sign, start, end, line;
    double weight = undefined;
};
SideCells cells_of(const Network& network, const std::optional<TieId>& row);

// "before → after" where the relation changed.
std::string relation_of(const SideCells& before, const SideCells& after, const Change& change);

// Who moved most comes first: by places, then by the difference of the score.
std::vector<std::size_t> by_move(const MeasureDifference& measure);

// The first `top` of by_move, all in their own order where that is everybody, nobody where the data are the
// same.
std::vector<std::size_t> shown(const Compared& compared, const MeasureDifference& measure, std::size_t top);

// "3", or "3–5" where others are level.
std::string place_text(double first, double last);

// The lines of changes.csv that the group holds, where it has no name of its own.
std::string group_name(const Compared& compared, std::size_t group);

// Of a sampled contribution; undefined of an exact one.
double error_of(const MeasureDifference& measure, const Contribution& contribution);

std::uint64_t count_of(const Difference& difference, ChangeKind kind);

}  // namespace entente::report
