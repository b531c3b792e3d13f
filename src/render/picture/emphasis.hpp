// What stands out in a picture and what is written beside it.
#pragma once

#include <cstdint>
#include <vector>

#include "render/picture/picture.hpp"

namespace entente::render {

// `nodes`: where each actor of the network stands in the picture, 0xFFFFFFFF for nowhere.
//
// Highlighted actors and ties and the path stand out; with either, what is not tied to them steps back.
void add_emphasis(Picture& picture, const PictureOptions& options, const std::vector<std::uint32_t>& nodes);

// The notes of actors and ties that are drawn.
void add_notes(Picture& picture, const PictureOptions& options, const std::vector<std::uint32_t>& nodes);

}  // namespace entente::render
