// How far ties stay within groups: of the whole network and of each actor.
#pragma once

#include "analysis/brokerage/brokerage.hpp"

namespace entente {

struct GroupTies {
    std::vector<double> external_internal, participation, within_z;  // as in Brokerage
    double ei_index = undefined, ei_expected = undefined, ei_p = undefined;
};

// Of the graph without directions. Expected is the mean index over all permutations of the groups among the
// grouped actors, exactly: any tie is external with the probability that two actors drawn are of different
// groups. The p is two-sided: the share of permutations whose index is at least as far from it as the
// observed one, (r + 1)/(N + 1).
GroupTies group_ties(const Graph& undirected, const Grouping& grouping, const BrokerageOptions& options,
                     const Control& control);

}  // namespace entente
