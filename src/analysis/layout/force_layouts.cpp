#include "analysis/layout/force_layouts.hpp"

#include <cmath>

#include "analysis/igraph.hpp"
#include "base/random.hpp"

namespace entente {
namespace {

constexpr igraph_integer_t rounds = 500;        // of Fruchterman and Reingold's cooling
constexpr igraph_integer_t moves_of_each = 10;  // of Kamada and Kawai's vertices, on average, at most

ig::Topology topology_of(std::size_t vertices, std::span<const Spring> springs) {
    ig::Integers ends = ig::integers(2 * springs.size());
    for (std::size_t i = 0; i < springs.size(); ++i) {
        VECTOR(*ends.get())[2 * static_cast<igraph_integer_t>(i)] = springs[i].a;
        VECTOR(*ends.get())[2 * static_cast<igraph_integer_t>(i) + 1] = springs[i].b;
    }
    return ig::Topology([&](igraph_t* raw) {
        return igraph_create(raw, ends.get(), static_cast<igraph_integer_t>(vertices), IGRAPH_UNDIRECTED);
    });
}

// Our own numbers, so that the layouts begin alike whatever igraph's generator and the C library's circle
// functions give.
ig::Matrix random_places(std::size_t vertices, std::uint64_t seed) {
    ig::Matrix places([&](igraph_matrix_t* raw) {
        return igraph_matrix_init(raw, static_cast<igraph_integer_t>(vertices), 2);
    });
    Random random(seed, 0);
    const double side = std::sqrt(static_cast<double>(vertices));
    for (igraph_integer_t i = 0; i < static_cast<igraph_integer_t>(vertices); ++i) {
        MATRIX(*places.get(), i, 0) = random.uniform() * side;
        MATRIX(*places.get(), i, 1) = random.uniform() * side;
    }
    return places;
}

Positions positions_of(std::string name, const ig::Matrix& places) {
    Positions positions{std::move(name), {}, {}};
    for (igraph_integer_t i = 0; i < igraph_matrix_nrow(places.get()); ++i) {
        positions.x.push_back(MATRIX(*places.get(), i, 0));
        positions.y.push_back(MATRIX(*places.get(), i, 1));
    }
    return positions;
}

}  // namespace

std::vector<Positions> force_layouts(std::size_t vertices, std::span<const Spring> springs,
                                     std::uint64_t seed, const Control& control) {
    if (vertices < 3) return {};
    const ig::Turn turn(control);
    const ig::Topology topology = topology_of(vertices, springs);
    std::vector<double> lengths, pulls;
    for (const Spring& spring : springs) {
        lengths.push_back(spring.length);
        pulls.push_back(1 / spring.length);
    }
    const ig::Reals rest = ig::reals_of(lengths), pull = ig::reals_of(pulls);
    const auto n = static_cast<igraph_integer_t>(vertices);

    ig::Matrix places = random_places(vertices, seed);
    ig::seed(seed);
    ig::check(igraph_layout_kamada_kawai(topology.get(), places.get(), true, moves_of_each * n, 0,
                                         static_cast<double>(n), rest.get(), nullptr, nullptr, nullptr,
                                         nullptr));
    std::vector<Positions> layouts;
    layouts.push_back(positions_of("Kamada-Kawai", places));

    places = random_places(vertices, seed);
    ig::seed(seed);
    ig::check(igraph_layout_fruchterman_reingold(topology.get(), places.get(), true, rounds,
                                                 std::sqrt(static_cast<double>(n)), IGRAPH_LAYOUT_NOGRID,
                                                 pull.get(), nullptr, nullptr, nullptr, nullptr));
    layouts.push_back(positions_of("Fruchterman-Reingold", places));
    return layouts;
}

}  // namespace entente
