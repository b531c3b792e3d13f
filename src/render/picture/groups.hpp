// What communities are called, by the actor at their center, and whether actors are of two modes.
#pragma once

#include <string>
#include <vector>

#include "render/picture/picture.hpp"

namespace entente::render {

// The name of each community 1 … k, at place 0 … k − 1: "around Iran (6)" after the member that has most
// ties with other members, then with anyone, the first among equals; the actor's label for one that is alone;
// "" for an empty one.
std::vector<std::string> group_names(const Picture& picture);

// Likewise of the blocs 1 … Picture::camps.
std::vector<std::string> bloc_names(const Picture& picture);

// Whether the tinted regions are blocs; else they are communities, if there are any.
bool shows_bloc_regions(const Picture& picture);

// Whether no actor that is a tie's source is also a tie's target, as in data of persons and events.
bool has_two_modes(const Picture& picture);

}  // namespace entente::render
