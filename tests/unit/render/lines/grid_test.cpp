// What is found through the cells of the page is what comparing everything with everything finds.
#include "render/lines/grid.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "base/random.hpp"

using namespace entente;
using namespace entente::render;

namespace {

const Box page{0, 0, 700, 500};

// Points on the page and, now and then, beyond it or on a border of cells.
Point any_point(Random& random) {
    const Point p{random.uniform() * 900 - 100, random.uniform() * 700 - 100};
    return random.below(4) == 0 ? Point{std::round(p.x / 40) * 40, std::round(p.y / 40) * 40} : p;
}

std::vector<Polyline> some_lines(std::size_t count, Random& random) {
    std::vector<Polyline> lines;
    for (std::size_t i = 0; i < count; ++i) {
        const Point p = any_point(random), q = any_point(random);
        if (i % 3 == 0)
            lines.push_back(polyline_of({p, p + (q - p) * (1.0 / 3), p + (q - p) * (2.0 / 3), q}));
        else lines.push_back(polyline_of({p, any_point(random), any_point(random), q}));
    }
    return lines;
}

unsigned meetings(const Polyline& a, const Polyline& b) {
    unsigned count = 0;
    for (std::size_t i = 0; i + 1 < a.points.size(); ++i) {
        for (std::size_t j = 0; j + 1 < b.points.size(); ++j)
            count += segments_cross(a.points[i], a.points[i + 1], b.points[j], b.points[j + 1]) ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE("A grid of lines finds every meeting of two lines once") {
    Random random(3);
    const std::vector<Polyline> lines = some_lines(60, random);
    LineGrid grid(page);
    for (std::uint32_t i = 0; i < 50; ++i) grid.add(i, lines[i]);
    for (std::uint32_t i = 10; i < 20; ++i) grid.remove(i, lines[i]);
    for (const Polyline& line : lines) {
        std::map<std::uint32_t, unsigned> found, expected;
        grid.meetings(line, [&](std::uint32_t other) { return ++found[other] > 0; });
        for (std::uint32_t i = 0; i < 50; ++i) {
            const unsigned count = i >= 10 && i < 20 ? 0 : meetings(line, lines[i]);
            if (count > 0) expected[i] = count;
        }
        CHECK(found == expected);
    }
}

TEST_CASE("A line learns of every box near it, a box of every line through it") {
    Random random(4);
    const std::vector<Polyline> lines = some_lines(40, random);
    std::vector<Box> boxes;
    for (int i = 0; i < 80; ++i) {
        const Point corner = any_point(random);
        boxes.push_back(
            {corner.x, corner.y, corner.x + 5 + random.uniform() * 90, corner.y + 5 + random.uniform() * 30});
    }
    const BoxGrid box_grid(page, boxes, 4);
    LineGrid line_grid(page);
    for (std::uint32_t i = 0; i < lines.size(); ++i) line_grid.add(i, lines[i]);
    std::size_t hits = 0;
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
        std::vector<int> visits(boxes.size(), 0);
        box_grid.near(lines[i], [&](std::uint32_t box) { ++visits[box]; });
        for (std::size_t b = 0; b < boxes.size(); ++b) {
            CHECK(visits[b] <= 1);
            if (!polyline_hits(lines[i], boxes[b].grown(4))) continue;
            ++hits;
            CHECK(visits[b] == 1);
        }
    }
    CHECK(hits > 100);
    for (const Box& box : boxes) {
        std::vector<bool> found(lines.size()), expected;
        line_grid.through(box, [&](std::uint32_t line) { found[line] = true; });
        for (const Polyline& line : lines) expected.push_back(polyline_hits(line, box));
        CHECK(found == expected);
    }
}
