// A network through time as tables, a value and text.
#pragma once

#include <string>
#include <string_view>

#include "model/findings/timeline.hpp"
#include "model/network.hpp"
#include "report/format/json_value.hpp"
#include "report/format/table.hpp"

namespace entente::report {

// from,to,actors,ties,positive,negative,certain_ties,density,components,transitivity,communities,modularity,
//  frustration,frustration_low,frustration_high,balanced_strong,turnover,ties_new,ties_gone[,density_z,…]
Table slices_table(const Timeline& timeline);

// from,to,id,label,kind,active,community,<M>,<M>_rank,<M>_certain: an actor a row, slice after slice. Without
// `all` only those active.
enum class ActorRows { all, active };
Table slice_actors_table(const Network& network, const Timeline& timeline, ActorRows rows);

// from,to,community,size,event,of,overlap
Table community_events_table(const Timeline& timeline);

// {…, "measures","slices":[{…,"actors":[…]}],"communities":[…],"change_points":[…],"undated","shuffles",
//  "remarks","settings"}
Value timeline_value(const Network& network, const Timeline& timeline, Value settings);

// "1907: frustration falls from 1 to 0 (p 0.01)"
std::string change_point_text(const Network& network, const Timeline& timeline, const ChangePoint& point);

// What a comparison with shuffles says beside its z.
inline constexpr std::string_view figures_without_z =
    "z of density, components, transitivity, frustration, balanced triangles and turnover; none of counts of "
    "actors and ties, nor of communities and modularity: communities are not searched in each shuffle";

// For people: the figures that say something, slice by slice, then who leads and what changed.
std::string timeline_text(const Network& network, const Timeline& timeline, const TextOptions& options);

}  // namespace entente::report
