// What is said of a figure beside drawing it.
#pragma once

#include <span>
#include <string_view>

#include "cli/options/command.hpp"
#include "render/layout/layout.hpp"
#include "render/write/medium.hpp"

namespace entente::cli {

// Lines of a network in which most pairs are tied cannot be followed; cells can.
void suggest_matrix(Context& context, const render::Picture& picture);

// How many call-outs speak of actors or ties that are not drawn.
void tell_notes_left_out(Context& context, const render::Picture& picture, std::size_t wanted);

// Labels that are too small to read on the medium that the figure is made for (nullptr: none was named), and
// relations that found no place.
void tell_what_is_small(Context& context, const render::Picture& picture, const render::Layout& layout,
                        const render::Theme& theme, const render::Medium* medium);

}  // namespace entente::cli
