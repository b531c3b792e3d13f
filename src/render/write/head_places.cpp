#include "render/write/head_places.hpp"

#include <algorithm>

#include "render/lines/geometry.hpp"

namespace entente::render {
namespace {

constexpr double apart = 0.8;       // of a head's length: nearer tips clot, for a head is so wide
constexpr double step_back = 1.15;  // of a head's length, so that one stands behind the other
constexpr double least_line = 4;    // head lengths that a line must have to carry one further back
constexpr int most_steps = 2;

struct Head {
    std::size_t tie = 0;
    bool at_target = true;
    Point tip, along;  // `along` leads away from the actor
    double size = 0;
    int steps = 0;
};

Point direction(Point from, Point to) { return (to - from) * (1 / std::max(length(to - from), 1e-9)); }

std::vector<std::vector<Head>> heads_by_node(const Picture& picture, const Layout& layout,
                                             const std::vector<double>& sizes) {
    std::vector<std::vector<Head>> heads(picture.nodes.size());
    for (std::size_t t = 0; t < picture.ties.size(); ++t) {
        const PictureTie& tie = picture.ties[t];
        const std::vector<Point>& chain = layout.ties[t];
        if (chain.size() < 4) continue;
        if (tie.to_target)
            heads[tie.target].push_back(
                {t, true, chain.back(), direction(chain.back(), chain[chain.size() - 2]), sizes[t]});
        if (tie.to_source)
            heads[tie.source].push_back(
                {t, false, chain.front(), direction(chain.front(), chain[1]), sizes[t]});
    }
    return heads;
}

// Where a head has its middle after so many steps back.
Point middle_of(const Head& head, int steps) {
    return head.tip + head.along * (head.size * (0.5 + step_back * steps));
}

// The fewest steps back at which the head is clear of those placed, else those with most room.
int free_step(const Head& head, const std::vector<const Head*>& placed, double line) {
    int best = 0;
    double most_room = -1;
    for (int steps = 0; steps <= most_steps; ++steps) {
        if (steps > 0 && line < (least_line + 2 * steps) * head.size) break;
        double room = 1e9;
        for (const Head* other : placed)
            room = std::min(room, length(middle_of(head, steps) - middle_of(*other, other->steps)) /
                                      std::max(head.size, other->size));
        if (room >= apart) return steps;
        if (room > most_room) {
            most_room = room;
            best = steps;
        }
    }
    return best;
}

}  // namespace

std::vector<HeadPlaces> staggered_heads(const Picture& picture, const Layout& layout,
                                        const std::vector<double>& sizes) {
    std::vector<HeadPlaces> places(picture.ties.size());
    for (std::vector<Head>& heads : heads_by_node(picture, layout, sizes)) {
        std::vector<const Head*> placed;
        for (Head& head : heads) {
            const std::vector<Point>& chain = layout.ties[head.tie];
            head.steps = free_step(head, placed, length(chain.back() - chain.front()));
            placed.push_back(&head);
            (head.at_target ? places[head.tie].at_target : places[head.tie].at_source) =
                step_back * head.size * head.steps;
        }
    }
    return places;
}

std::vector<Point> cut_back(const std::vector<Point>& chain, double back) {
    if (!(back > 0) || chain.size() < 4) return chain;
    const Point tip = chain.back();
    std::vector<Point> rest = chain;
    while (rest.size() > 4 && length(rest[rest.size() - 4] - tip) < back) rest.resize(rest.size() - 3);
    const Point* last = &rest[rest.size() - 4];
    double low = 0, high = 1;  // the point of the last curve that is `back` from the tip
    for (int step = 0; step < 30; ++step) {
        const double t = (low + high) / 2;
        (length(on_cubic(last, t) - tip) > back ? low : high) = t;
    }
    const std::array<Point, 4> kept = part_of_cubic(last, 0, low);
    std::copy(kept.begin(), kept.end(), rest.end() - 4);
    return rest;
}

}  // namespace entente::render
