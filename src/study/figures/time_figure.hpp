// The figure of a timeline: which slices and actors it shows, and how they are laid out.
#pragma once

#include <cstdint>
#include <string>

#include "base/control.hpp"
#include "model/findings/timeline.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"
#include "render/panels/time_panels.hpp"

namespace entente::study {

inline constexpr std::size_t most_panels = 12, most_panel_actors = 80, most_rank_lines = 5;

// Up to most_panels slices, evenly chosen with the first and the last; the actors who are active in some
// slice, up to most_panel_actors of them by the number of their ties over all times; one layout of all ties
// (stress), which every panel shares. The rank lines are those of the first measure's actors whose rank moved
// most. What is left out is said in the note. Throws as lay_out does.
render::TimePicture time_picture(const Network& network, const TieSelection& selection,
                                 const Timeline& timeline, std::uint64_t seed, const Control& control);

}  // namespace entente::study
