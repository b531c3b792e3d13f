#include "render/layout/territories.hpp"

#include <algorithm>
#include <numeric>

namespace entente::render {
namespace {

constexpr double least_share = 0.25;

struct Half {
    std::vector<std::size_t> camps;
    double room = 0;
};

// Two halves of nearly the same room, that with the first camp before the other.
std::array<Half, 2> halves_of(std::vector<std::size_t> camps, const std::vector<double>& room) {
    std::stable_sort(camps.begin(), camps.end(),
                     [&](std::size_t a, std::size_t b) { return room[a] > room[b]; });
    std::array<Half, 2> halves;
    for (const std::size_t camp : camps) {
        Half& less = halves[halves[1].camps.empty() && !halves[0].camps.empty() ? 1
                            : halves[0].room <= halves[1].room                  ? 0
                                                                                : 1];
        less.camps.push_back(camp);
        less.room += room[camp];
    }
    const auto first = [](const Half& half) {
        return *std::min_element(half.camps.begin(), half.camps.end());
    };
    if (first(halves[1]) < first(halves[0])) std::swap(halves[0], halves[1]);
    return halves;
}

void cut(const std::vector<std::size_t>& camps, Box part, const std::vector<double>& room, double aspect,
         std::vector<Box>& tiles) {
    if (camps.size() == 1) {
        tiles[camps[0]] = part;
        return;
    }
    const std::array<Half, 2> halves = halves_of(camps, room);
    const double both = halves[0].room + halves[1].room;
    const double share = both > 0 ? std::clamp(halves[0].room / both, least_share, 1 - least_share) : 1.0 / 2;
    Box before = part, after = part;
    if (part.width() * aspect >= part.height()) before.right = after.left = part.left + share * part.width();
    else before.bottom = after.top = part.top + share * part.height();
    cut(halves[0].camps, before, room, aspect, tiles);
    cut(halves[1].camps, after, room, aspect, tiles);
}

}  // namespace

std::vector<Box> territories(const std::vector<double>& room, double aspect) {
    std::vector<Box> tiles(room.size(), Box{0, 0, 1, 1});
    std::vector<std::size_t> camps;
    for (std::size_t i = 0; i < room.size(); ++i) {
        if (room[i] > 0) camps.push_back(i);
    }
    if (camps.empty()) return tiles;
    // Two stand left and right on any page, as the legend says.
    cut(camps, {0, 0, 1, 1}, room, camps.size() == 2 ? 1 : aspect, tiles);
    for (Box& tile : tiles) {
        if (tile.left <= 0) tile.left = -page_border;
        if (tile.top <= 0) tile.top = -page_border;
        if (tile.right >= 1 - 1e-9) tile.right = page_border;
        if (tile.bottom >= 1 - 1e-9) tile.bottom = page_border;
    }
    return tiles;
}

}  // namespace entente::render
