// Two networks on one layout: what came, what went, what turned, and who moved.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/layout/layout.hpp"
#include "render/picture/picture.hpp"
#include "render/write/draw.hpp"

namespace entente::render {

enum class Fate : std::uint8_t { same, added, gone };

struct ChangePicture {
    Picture network;  // of both; labels say how many places an actor moved
    Layout layout;
    std::vector<Fate> actors;  // parallel to Picture::nodes
    std::vector<Fate> ties;    // parallel to Picture::ties
    std::vector<std::size_t>
        turned;  // ties, places in Picture::ties, that have taken the place of one of another sign
    // Rows of ties as the difference counts them: a turned one is neither added nor gone.
    std::uint64_t rows_added = 0, rows_gone = 0, rows_turned = 0;
    std::string note;  // "▲ ▼ places moved by degree"; may be empty
};

// Ties added are heavier, those gone dotted and pale, turned ones marked; actors added stand out, those gone
// are rings. The form is that of to_svg. Throws Error(Fault::usage) for an unknown theme.
std::string to_change_svg(const ChangePicture& picture, const SvgOptions& options = {});

}  // namespace entente::render
