// Which ties an analysis uses, and how: part of every result (INTERFACE §3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/date.hpp"
#include "model/ids.hpp"
#include "model/network.hpp"

namespace entente {

enum class SignFilter { nonnegative, positive, negative, all };
enum class Direction { automatic, directed, undirected, reversed };
enum class Weighting { automatic, weighted, unweighted };
enum class MergeRule { sum, max, mean, min, count };

struct TieSelection {
    SignFilter signs = SignFilter::nonnegative;
    Direction direction = Direction::automatic;
    Weighting weighting = Weighting::automatic;
    MergeRule merge = MergeRule::sum;
    std::optional<DayInterval> window = {};   // --at, --from, --to
    bool certain = false;                     // only ties that surely hold throughout the window
    std::vector<std::string> relations = {};  // empty: all
    std::vector<std::string> kinds =
        {};  // empty: all; else only actors of these kinds and the ties between them
    bool largest_component = false;
    bool operator==(const TieSelection&) const = default;
};

// What a selection's automatic settings come to on these data.
struct ResolvedSelection {
    bool directed = false;
    bool weighted = false;
};

// The rows that the selection keeps, in order: by sign, date, relation and kind of both ends, without
// self-loops. Throws Error(Fault::usage) for a relation or kind that the data do not have, with a suggestion.
std::vector<TieId> select_rows(const Network& network, const TieSelection& selection);

// The actors that the selection keeps by kind, in order.
std::vector<ActorId> select_actors(const Network& network, const TieSelection& selection);

// Directed when told so, or when any of the rows says so; weighted when told so, or when the data have a
// weight column or strengths are to be counts of rows.
ResolvedSelection resolve(const Network& network, const TieSelection& selection,
                          const std::vector<TieId>& rows);

// Whether a row becomes two arcs in a directed analysis: it says that it is undirected, or it says nothing
// while other rows of the data say something and no relation does for it. `any_said`: some row in use says
// directed or undirected.
bool both_ways(Directedness row, bool any_said);

std::string to_string(SignFilter);
std::string to_string(Direction);
std::string to_string(Weighting);
std::string to_string(MergeRule);

}  // namespace entente
