// Which ties an analysis uses, and how: part of every result (INTERFACE §3).
#pragma once

#include <cstdint>
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
// When a tie counts as holding in a window: on some reading of its dates | on some day whatever its dates
// mean | on every day whatever they mean.
enum class Holding { possible, certain, throughout };
enum class MergeRule { sum, max, mean, min, count };
// Of two-mode data the network of one mode, made before rows are selected (model/two_mode.hpp).
enum class Projection { none, source, target };

struct TieSelection {
    SignFilter signs = SignFilter::nonnegative;
    Direction direction = Direction::automatic;
    Weighting weighting = Weighting::automatic;
    MergeRule merge = MergeRule::sum;
    std::optional<DayInterval> window = {};   // --at, --from, --to
    Holding holding = Holding::possible;      // which ties of the window: --certain, --throughout
    std::vector<std::string> relations = {};  // empty: all
    std::vector<std::string> kinds =
        {};  // empty: all; else only actors of these kinds and the ties between them
    bool largest_component = false;
    Projection project = Projection::none;  // what the network at hand was made by: said, not done here
    bool operator==(const TieSelection&) const = default;
};

// What a selection's automatic settings come to on these data.
struct ResolvedSelection {
    bool directed = false;
    bool weighted = false;
};

// The rows that the selection keeps, in order: by sign, date, relation and kind of both ends, without
// self-loops and, in a weighted analysis, without rows of weight 0, which are no ties there. Throws
// Error(Fault::usage) for a relation or kind that the data do not have, with a suggestion.
std::vector<TieId> select_rows(const Network& network, const TieSelection& selection);

// How many rows a weighted analysis leaves out for their weight 0 alone. Throws as select_rows does.
std::uint64_t count_weightless(const Network& network, const TieSelection& selection);

// What the dates of the selection do that a reader of its result must know: no tie is left, or ties without
// any date, which are never certain, are left out.
std::vector<std::string> remarks_on_dates(const Network& network, const TieSelection& selection);

// The actors that the selection keeps by kind, in order.
std::vector<ActorId> select_actors(const Network& network, const TieSelection& selection);

// Whether strengths count: when asked for, when the data have a weight column, or when rows are to be
// counted.
bool is_weighted(const Network& network, const TieSelection& selection);

// Directed when asked for, or when any of the rows says so; weighted as is_weighted says.
ResolvedSelection resolve(const Network& network, const TieSelection& selection,
                          const std::vector<TieId>& rows);

std::string to_string(SignFilter);
std::string to_string(Direction);
std::string to_string(Weighting);
std::string to_string(MergeRule);
std::string to_string(Holding);
std::string to_string(Projection);

}  // namespace entente
