// The figure of a difference: both networks as one.
#pragma once

#include <cstdint>

#include "base/control.hpp"
#include "model/findings/difference.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"
#include "render/panels/change_figure.hpp"

namespace entente::study {

// Ties of both signs that either side selects; labels say how many places an actor moved by the first
// measure. Throws as lay_out does.
render::ChangePicture change_picture(const Network& before, const TieSelection& old_ties,
                                     const Network& after, const TieSelection& new_ties,
                                     const Difference& difference, std::uint64_t seed,
                                     const Control& control);

}  // namespace entente::study
