// Paths between two actors and the surroundings of one, as tables, values and sentences.
#pragma once

#include <string>
#include <vector>

#include "model/findings/shortest_paths.hpp"
#include "model/merged_ties.hpp"
#include "model/network.hpp"
#include "report/data/ties.hpp"
#include "report/format/json_value.hpp"
#include "report/format/table.hpp"

namespace entente::report {

// path,step,source,target,relation,sign,strength: one row a tie, in the order in which the path takes it.
Table paths_table(const Network& network, const MergedTies& merged, const ShortestPaths& found);

// {…, "from","to","connected","distance","count","paths":[{"actors":[id,…],"ties":[{…}]}],"settings"}
Value paths_value(const Network& network, const MergedTies& merged, const ShortestPaths& found,
                  Value settings);

// "A → B → C" with what each tie says, a block a path. `weighted`: the distance is one of costs, not of
// steps.
std::string paths_text(const Network& network, const MergedTies& merged, const ShortestPaths& found,
                       bool weighted);

struct EgoFindings {
    ActorId center{};
    unsigned radius = 1;
    std::vector<ActorId> actors;
    std::vector<std::uint32_t> hops;  // parallel to actors
    Bundles ties;                     // among them
};

// id,label,kind,hops,ties: `ties` counts the ties to others of the surroundings.
Table ego_table(const Network& network, const EgoFindings& ego);
Value ego_value(const Network& network, const EgoFindings& ego, Value settings);

// The center's own ties, then the other actors by distance.
std::string ego_text(const Network& network, const EgoFindings& ego, const TextOptions& options);

}  // namespace entente::report
