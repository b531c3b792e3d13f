// The figure of a difference: both networks as one.
#pragma once

#include <cstdint>

#include "analysis/change/diff_side.hpp"
#include "base/control.hpp"
#include "model/findings/difference.hpp"
#include "render/panels/change_figure.hpp"

namespace entente::study {

// Ties of both signs that either side selects, on one footing as compare_networks has them; labels say how
// many places an actor moved by the first measure. Throws as lay_out does.
render::ChangePicture change_picture(const DiffSide& before, const DiffSide& after,
                                     const Difference& difference, std::uint64_t seed,
                                     const Control& control);

}  // namespace entente::study
