#include "analysis/change/one_footing.hpp"

#include <algorithm>

namespace entente {

namespace {

bool says_directions(const Network& network) {
    return std::ranges::any_of(network.ties.directed,
                               [](Directedness said) { return said != Directedness::unsaid; });
}

ResolvedSelection resolved(const DiffSide& side) {
    return resolve(side.network, side.selection, select_rows(side.network, side.selection));
}

std::optional<Network> said_like(const Network& network, const Network& other) {
    if (says_directions(network) || !says_directions(other)) return std::nullopt;
    Network said = network;
    said.ties.directed.assign(said.tie_count(), Directedness::undirected);
    return said;
}

}  // namespace

OneFooting::OneFooting(const DiffSide& before, const DiffSide& after)
    : old_said_(said_like(before.network, after.network)),
      new_said_(said_like(after.network, before.network)) {
    const ResolvedSelection a = resolved(before), b = resolved(after);
    directed_ = a.directed || b.directed;
    weighted_ = a.weighted || b.weighted;
}

DiffSide OneFooting::settled(const DiffSide& side, const std::optional<Network>& said) const {
    TieSelection ties = side.selection;
    if (ties.direction == Direction::automatic)
        ties.direction = directed_ ? Direction::directed : Direction::undirected;
    ties.weighting = weighted_ ? Weighting::weighted : Weighting::unweighted;
    return {said ? *said : side.network, std::move(ties)};
}

}  // namespace entente
