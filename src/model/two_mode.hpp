// Two-mode data: ties that lead from actors of one sort to actors of another, as from people to the
// organizations they belong to (affiliations, Borgatti & Everett 1997). No source is a target.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/ids.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

enum class Mode : std::uint8_t { none, source, target };

struct TwoMode {
    std::vector<Mode> of;  // actor -> its mode; none for one that no tie names and no kind places
    std::uint64_t sources = 0, targets = 0;
};

// The modes where the ties lead from one set of actors to another: no source is a target (ties of an actor to
// itself apart). An actor without ties is of the mode all of whose actors are of its kind.
std::optional<TwoMode> modes_of(const Network& network);

// The same where it is no accident: at least five ties and two actors of each mode, and no kind of actors is
// on both sides.
std::optional<TwoMode> two_mode(const Network& network);

// Between actors of one mode as many ties as they share partners: a row for each partner of both, of weight
// 1, undirected, with the partner's label as its note. Its sign is the product of the two signs (an
// agreement about the partner is friendly, a disagreement hostile; Schoch 2020), none where one has none; it
// holds while both ties may hold, and not where they never do at the same time; its confidence is the product
// of both; its relation that of both where they have the same one; its citation both. Repeated ties of an
// actor to a partner count once, unless they hold at different times. Throws Error(Fault::usage) where the
// data have no two modes, naming an actor that is on both sides, and for more than limits.projected_rows.
Network project(const Network& network, Projection mode);

// "4 actors of the first mode and 3 of the second", with their kinds where each mode has one.
std::string described(const Network& network, const TwoMode& modes);

}  // namespace entente
