#include "study/communities.hpp"

#include <algorithm>

#include "base/named.hpp"

namespace entente::study {

TieSelection community_ties(const Network& network, TieSelection selection, std::string_view algorithm) {
    selection.signs = SignFilter::all;
    const bool hostile = network.has_signs() &&
                         std::ranges::any_of(select_rows(network, selection),
                                             [&](TieId row) { return network.sign(row) == Sign::negative; });
    if (!hostile || !find_named("algorithm", algorithm, community_algorithms()).signed_ties)
        selection.signs = SignFilter::nonnegative;
    return selection;
}

Partition default_communities(const Network& network, const TieSelection& selection, const Graph& graph,
                              const CommunityOptions& options, const Control& control) {
    const TieSelection chosen = community_ties(network, selection, options.algorithm);
    if (chosen == selection) return find_communities(network, selection, graph, options, control);
    return find_communities(network, chosen, build_graph(network, chosen), options, control);
}

}  // namespace entente::study
