// Where the actors stand in the figure of a network, for programs in which it is finished by hand.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/control.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"
#include "render/layout/layout.hpp"

namespace entente::study {

struct ActorPlaces {
    std::vector<ActorId> actors;
    render::Layout layout;  // its nodes are parallel to actors
};

// As `entente draw` places them by default: sized by degree, clear camps on two sides. The same
// for every number of threads. Throws as build_graph and lay_out do.
ActorPlaces actor_places(const Network& network, const TieSelection& selection, const std::string& layout,
                         std::uint64_t seed, const Control& control);

}  // namespace entente::study
