// Which ties communities are of where nobody says: those that keep opponents apart.
#pragma once

#include "analysis/community/communities.hpp"
#include "graph/graph.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente::study {

// The selection with ties of all signs where one of them is hostile and the algorithm distinguishes it from
// others, so that opponents do not come together; else without hostile ties. Throws as select_rows and for an
// unknown algorithm.
TieSelection community_ties(const Network& network, TieSelection selection, std::string_view algorithm);

// The communities of these ties. `graph` is that of `selection` and serves where the ties are the same; with
// --largest-component the actors may be others than the graph's. Throws as find_communities does.
Partition default_communities(const Network& network, const TieSelection& selection, const Graph& graph,
                              const CommunityOptions& options, const Control& control);

}  // namespace entente::study
