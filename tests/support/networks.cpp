#include "support/networks.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "base/number.hpp"
#include "base/random.hpp"
#include "base/text.hpp"

namespace entente::test {

namespace {

ActorId actor_named(Network& network, std::string_view id) {
    for (std::size_t i = 0; i < network.actor_count(); ++i) {
        if (network.actors.id[i] == id) return static_cast<ActorId>(i);
    }
    network.actors.id.push_back(id);
    network.actors.label.push_back(id);
    network.actors.kind.push_back("");
    return static_cast<ActorId>(network.actor_count() - 1);
}

void add_tie(Network& network, std::string_view pair, Sign sign, double strength) {
    Directedness directed = Directedness::unsaid;
    std::size_t at = pair.find("->"), length = 2;
    if (at != std::string_view::npos) {
        directed = Directedness::directed;
    } else if (at = pair.find("--"); at != std::string_view::npos) {
        directed = Directedness::undirected;
    } else {
        at = pair.find('-');
        length = 1;
    }
    network.ties.source.push_back(actor_named(network, pair.substr(0, at)));
    network.ties.target.push_back(actor_named(network, pair.substr(at + length)));
    network.ties.sign.push_back(sign);
    network.ties.strength.push_back(strength);
    network.ties.directed.push_back(directed);
    network.ties.place.push_back({0, static_cast<std::uint32_t>(network.tie_count())});
}

}  // namespace

Network network_of(std::string_view text) {
    Network network;
    network.files = {"text"};
    bool any_sign = false, any_strength = false;
    for (std::string_view part : split(text, ',')) {
        part = trimmed(part);
        if (part.empty()) continue;
        const std::size_t space = part.find(' ');
        const std::string_view pair = part.substr(0, space);
        if (pair.find('-') == std::string_view::npos) {
            actor_named(network, pair);
            continue;
        }
        std::string_view rest =
            space == std::string_view::npos ? std::string_view() : trimmed(part.substr(space));
        Sign sign = Sign::none;
        if (rest.starts_with('+') || rest.starts_with('-')) {
            sign = rest.front() == '+' ? Sign::positive : Sign::negative;
            any_sign = true;
            rest.remove_prefix(1);
        }
        double strength = 1;
        if (!rest.empty()) {
            const auto number = parse_number(rest);
            if (!number) throw std::invalid_argument(std::string(part));
            strength = *number;
            any_strength = true;
        }
        add_tie(network, pair, sign, strength);
    }
    if (!any_sign) network.ties.sign.clear();
    if (!any_strength) network.ties.strength.clear();
    return network;
}

Graph graph_of(std::string_view text, Direction direction) {
    TieSelection selection;
    selection.signs = SignFilter::all;
    selection.direction = direction;
    return build_graph(network_of(text), selection);
}

Bundles ties_of(const Network& network, const TieSelection& selection) {
    const std::vector<TieId> rows = select_rows(network, selection);
    return bundles_of(network, selection, resolve(network, selection, rows), rows);
}

Graph random_graph(std::uint64_t seed, std::size_t vertices, double density, bool directed,
                   unsigned most_weight) {
    Random random(seed);
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < vertices; ++i) actors.push_back(static_cast<ActorId>(i));
    MergedTies merged;
    merged.first_row.push_back(0);
    for (std::size_t a = 0; a < vertices; ++a) {
        for (std::size_t b = directed ? 0 : a + 1; b < vertices; ++b) {
            if (a == b || random.uniform() >= density) continue;
            const double strength =
                most_weight > 0 ? static_cast<double>(1 + random.below(most_weight)) : 1.0;
            merged.ties.push_back({actors[a], actors[b], strength});
            merged.rows.push_back(static_cast<TieId>(merged.rows.size()));
            merged.first_row.push_back(merged.rows.size());
        }
    }
    return {std::move(actors), std::move(merged), directed, most_weight > 0};
}

}  // namespace entente::test
