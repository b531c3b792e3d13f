#include "generated_graph.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>

#include "base/random.hpp"

namespace entente::bench {

namespace {

// Members of the communities are neighbors in number: community c holds starts[c] … starts[c + 1] − 1.
std::vector<std::size_t> community_starts(std::size_t actors, Random& random) {
    const double n = static_cast<double>(actors), smallest = std::max(4.0, std::pow(n, 0.25)),
                 largest = std::max(10.0, std::min(n / 5, 20 * std::sqrt(n)));
    std::vector<std::size_t> starts{0};
    while (starts.back() < actors) {
        const double u = random.uniform();
        const double size =
            1 / ((1 - u) / smallest + u / largest);  // density falls with the square of the size
        starts.push_back(std::min(actors, starts.back() + static_cast<std::size_t>(size)));
    }
    return starts;
}

// Draws an actor of first … last − 1 in proportion to its expected degree.
class Draw {
public:
    Draw(const Recipe& recipe, Random& random) : random_(random), sums_(recipe.actors + 1, 0) {
        std::vector<std::uint32_t> rank(recipe.actors);
        std::iota(rank.begin(), rank.end(), 0U);
        random.shuffle(std::span(rank));
        for (std::size_t v = 0; v < recipe.actors; ++v)
            sums_[v + 1] = sums_[v] + std::pow(rank[v] + 10.0, -1 / (recipe.exponent - 1));
    }
    std::size_t operator()(std::size_t first, std::size_t last) {
        const double at = sums_[first] + random_.uniform() * (sums_[last] - sums_[first]);
        const auto begin = sums_.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                   end = sums_.begin() + static_cast<std::ptrdiff_t>(last);
        return static_cast<std::size_t>(std::upper_bound(begin, end, at) - sums_.begin()) - 1;
    }

private:
    Random& random_;
    std::vector<double> sums_;
};

void add_tie(MergedTies& merged, ActorId a, ActorId b, double weight) {
    merged.ties.push_back({a, b, weight});
    merged.rows.push_back(static_cast<TieId>(merged.rows.size()));
    merged.first_row.push_back(merged.rows.size());
}

std::vector<ActorId> numbered(std::size_t count) {
    std::vector<ActorId> actors(count);
    for (std::size_t v = 0; v < count; ++v) actors[v] = static_cast<ActorId>(v);
    return actors;
}

Graph lattice(const Recipe& recipe) {
    const auto side = static_cast<std::size_t>(std::sqrt(static_cast<double>(recipe.actors)));
    std::vector<ActorId> actors = numbered(side * side), shuffled = actors;
    Random random(recipe.seed);
    random.shuffle(std::span(shuffled));
    MergedTies merged;
    merged.first_row.push_back(0);
    for (std::size_t v = 0; v < actors.size(); ++v) {
        if ((v + 1) % side != 0) add_tie(merged, shuffled[v], shuffled[v + 1], 1);
        if (v + side < actors.size()) add_tie(merged, shuffled[v], shuffled[v + side], 1);
    }
    return {std::move(actors), std::move(merged), false, false};
}

}  // namespace

Graph generated_graph(const Recipe& recipe) {
    if (recipe.lattice) return lattice(recipe);
    Random random(recipe.seed);
    const auto starts = community_starts(recipe.actors, random);
    std::vector<std::size_t> community(recipe.actors);
    for (std::size_t c = 0; c + 1 < starts.size(); ++c)
        std::fill(community.begin() + static_cast<std::ptrdiff_t>(starts[c]),
                  community.begin() + static_cast<std::ptrdiff_t>(starts[c + 1]), c);
    Draw draw(recipe, random);
    std::vector<ActorId> actors = numbered(recipe.actors), shuffled = actors;
    random.shuffle(std::span(shuffled));
    MergedTies merged;
    merged.first_row.push_back(0);
    std::unordered_set<std::uint64_t> taken;
    for (std::size_t tries = 0; merged.size() < recipe.ties && tries < 50 * recipe.ties; ++tries) {
        const std::size_t a = draw(0, recipe.actors), c = community[a];
        const std::size_t b =
            random.uniform() < recipe.mixing ? draw(0, recipe.actors) : draw(starts[c], starts[c + 1]);
        const std::size_t low = recipe.directed ? a : std::min(a, b),
                          high = recipe.directed ? b : std::max(a, b);
        if (a == b || !taken.insert((static_cast<std::uint64_t>(low) << 32) | high).second) continue;
        double weight = 1;
        while (recipe.weighted && weight < 20 && random.uniform() < 0.6) ++weight;
        add_tie(merged, shuffled[a], shuffled[b], weight);
    }
    return {std::move(actors), std::move(merged), recipe.directed, recipe.weighted};
}

}  // namespace entente::bench
