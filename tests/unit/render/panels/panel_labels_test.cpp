#include "render/panels/panel_labels.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "render/panels/panel_room.hpp"

using namespace entente;
using namespace entente::render;

namespace {

Picture picture_of_names(std::size_t actors, const std::vector<std::pair<unsigned, unsigned>>& pairs) {
    Picture picture;
    picture.nodes.resize(actors);
    for (std::size_t i = 0; i < actors; ++i)
        picture.nodes[i].label = "National Council for Transport " + std::to_string(i);
    for (const auto& [source, target] : pairs) {
        PictureTie tie;
        tie.source = source;
        tie.target = target;
        picture.ties.push_back(tie);
    }
    return picture;
}

std::vector<Point> straight(Point a, Point b) { return {a, a + (b - a) * 0.33, a + (b - a) * 0.67, b}; }

// How many of the lines shown run through the name, and through how many other names it lies.
std::size_t lines_through(const Picture& picture, const Layout& layout, std::size_t node, const Box& name) {
    std::size_t count = 0;
    for (std::size_t t = 0; t < picture.ties.size(); ++t) {
        if (picture.ties[t].source == node || picture.ties[t].target == node) continue;
        count += polyline_hits(polyline_of(layout.ties[t]), name) ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE("a name of a panel keeps its place where nothing of the panel is in its way, else it moves") {
    const Picture picture = picture_of_names(3, {{1, 2}});
    Layout layout;
    layout.width = 600;
    layout.height = 200;
    layout.nodes = {{300, 100}, {20, 115}, {580, 115}};
    layout.sides.assign(3, LabelSide::below);
    layout.ties = {straight(layout.nodes[1], layout.nodes[2])};
    const std::vector<NodeShape> shapes = shapes_with_names_beside(picture);
    const std::vector<char> all{1, 1, 1}, alone{1, 0, 0};
    const std::vector<std::size_t> tied{0}, none;

    const Layout free = with_panel_labels(picture, layout, shapes, {alone, none});
    CHECK(free.sides[0] == LabelSide::below);
    CHECK(free.moved[0] == Point{});
    const Layout moved = with_panel_labels(picture, layout, shapes, {all, tied});
    CHECK(moved.sides[0] != LabelSide::hidden);
    CHECK(lines_through(picture, moved, 0, label_box(shapes[0], moved, 0)) == 0);
}

TEST_CASE("names of a crowded panel lie on no other name or shape and on one line of others at most") {
    std::mt19937 random(5);
    std::vector<std::pair<unsigned, unsigned>> pairs;
    for (unsigned i = 0; i < 70; ++i)
        pairs.emplace_back(static_cast<unsigned>(random()) % 50, 50 + static_cast<unsigned>(random()) % 30);
    const Picture picture = picture_of_names(80, pairs);
    Layout layout;
    layout.width = layout.height = 1400;
    for (unsigned i = 0; i < 80; ++i)
        layout.nodes.push_back(
            {10.0 + static_cast<unsigned>(random()) % 1380, 10.0 + static_cast<unsigned>(random()) % 1380});
    layout.sides.assign(80, LabelSide::below);
    for (const auto& [a, b] : pairs) layout.ties.push_back(straight(layout.nodes[a], layout.nodes[b]));

    const SmallerPanel panel = drawn_smaller(picture, layout, {760, 700});
    CHECK(panel.layout.width == 760);
    for (std::size_t i = 0; i < 80; ++i) {
        const Box glyph = panel.shapes[i].glyph().at(panel.layout.nodes[i]);
        for (std::size_t j = 0; j < i; ++j)
            CHECK_FALSE(glyph.meets(panel.shapes[j].glyph().at(panel.layout.nodes[j])));
    }
    const std::vector<char> active(80, 1);
    std::vector<std::size_t> ties(pairs.size());
    for (std::size_t t = 0; t < ties.size(); ++t) ties[t] = t;
    const Layout named = with_panel_labels(picture, panel.layout, panel.shapes, {active, ties});
    std::size_t shown = 0;
    for (std::size_t i = 0; i < 80; ++i) {
        if (named.sides[i] == LabelSide::hidden) continue;
        ++shown;
        const Box name = label_box(panel.shapes[i], named, i);
        CHECK(lines_through(picture, named, i, name) <= 1);
        for (std::size_t j = 0; j < 80; ++j) {
            if (j == i) continue;
            CHECK_FALSE(name.meets(panel.shapes[j].glyph().at(named.nodes[j])));
            if (named.sides[j] != LabelSide::hidden)
                CHECK_FALSE(name.meets(label_box(panel.shapes[j], named, j)));
        }
    }
    CHECK(shown >= 18);
    CHECK(shown < 80);
}
