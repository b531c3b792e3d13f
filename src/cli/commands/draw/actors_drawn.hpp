// Which actors a figure shows.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "cli/options/command.hpp"
#include "study/selected_data.hpp"

namespace entente::cli {

// Those of the graph, or the surroundings of one of them. Throws Error(Fault::usage) where it is not there.
std::vector<ActorId> actors_drawn(const Graph& graph, std::optional<ActorId> ego);

// Of the actors those that have at least so many ties with each other (Seidman 1983); says how many they are.
// Throws Error(Fault::usage) where there are none or `ego` is not among them.
std::vector<ActorId> in_core(Context& context, const study::SelectedData& view, std::vector<ActorId> actors,
                             std::uint64_t least, std::optional<ActorId> ego);

}  // namespace entente::cli
