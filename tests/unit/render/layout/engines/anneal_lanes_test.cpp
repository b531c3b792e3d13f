#include "render/layout/engines/anneal_lanes.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "base/instruction_set.hpp"
#include "base/random.hpp"
#include "render/lines/geometry.hpp"

using namespace entente;
using namespace entente::render;

namespace {

float somewhere(Random& random) { return static_cast<float>(random.uniform() * 400); }

Box box_of(const LaneBox& box) { return {box.left, box.top, box.right, box.bottom}; }

Box box_at(const LaneBoxes& boxes, std::size_t k) {
    return {boxes.left[k], boxes.top[k], boxes.right[k], boxes.bottom[k]};
}

void set(LaneBoxes& boxes, std::size_t k, const Box& box) {
    boxes.left[k] = static_cast<float>(box.left);
    boxes.top[k] = static_cast<float>(box.top);
    boxes.right[k] = static_cast<float>(box.right);
    boxes.bottom[k] = static_cast<float>(box.bottom);
}

bool bit(const std::vector<SideBits>& row, std::size_t i) { return (row[i / 64] >> i % 64 & 1U) != 0; }

constexpr std::size_t node_count = 37, link_count = 45;  // neither fills its last block

struct Scenery {
    std::vector<NodeLanes> nodes = std::vector<NodeLanes>(5);
    std::vector<LinkLanes> links = std::vector<LinkLanes>(6);
    std::vector<DistanceLanes> distances = std::vector<DistanceLanes>(5);
    std::vector<DirectionLanes> directions = std::vector<DirectionLanes>(3);

    Point middle(std::size_t node) const {
        return {nodes[node / 8].x[node % 8], nodes[node / 8].y[node % 8]};
    }
    std::array<std::size_t, 2> ends(std::size_t link) const {
        return {static_cast<std::size_t>(links[link / 8].a[link % 8]),
                static_cast<std::size_t>(links[link / 8].b[link % 8])};
    }
    LaneSegment segment(std::size_t link) const {
        const LinkLanes& block = links[link / 8];
        const std::size_t k = link % 8;
        return {block.px[k], block.py[k], block.qx[k], block.qy[k], block.a[k], block.b[k]};
    }
    LaneNode node(std::size_t index) const {
        const NodeLanes& block = nodes[index / 8];
        const std::size_t k = index % 8;
        const auto lane_box = [&](const LaneBoxes& boxes) {
            return LaneBox{boxes.left[k], boxes.top[k], boxes.right[k], boxes.bottom[k]};
        };
        return {block.x[k],           block.y[k],   lane_box(block.glyph), lane_box(block.label),
                lane_box(block.both), block.node[k]};
    }
    // By node the links that it is left of, and the links of each node.
    std::vector<SideBits> sides(const LaneFunctions& lanes, std::size_t index) const {
        std::vector<SideBits> left(words_for(link_count));
        lanes.links_around(links.data(), links.size(), node(index), left.data());
        return left;
    }
    std::vector<SideBits> links_of() const {
        std::vector<SideBits> rows(node_count * words_for(link_count));
        for (std::size_t i = 0; i < link_count; ++i) {
            for (const std::size_t end : ends(i))
                rows[end * words_for(link_count) + i / 64] |= SideBits{1} << i % 64;
        }
        return rows;
    }
    std::int32_t crossings(const LaneFunctions& lanes, std::size_t link) const {
        const auto [a, b] = ends(link);
        const std::size_t words = words_for(link_count);
        std::vector<SideBits> left(words_for(node_count));
        lanes.nodes_along(nodes.data(), nodes.size(), segment(link), 0, left.data());
        const std::vector<SideBits> of_a = sides(lanes, a), of_b = sides(lanes, b), rows = links_of();
        return lanes.crossings({left.data(), of_a.data(), of_b.data(), &rows[a * words], &rows[b * words],
                                rows.data(), node_count, words});
    }

    explicit Scenery(std::uint64_t seed) {
        Random random(seed, 0);
        for (NodeLanes& block : nodes) block.node.fill(-1);
        for (LinkLanes& block : links) block.margin.fill(-1e30F);
        for (std::size_t i = 0; i < node_count; ++i) {
            NodeLanes& block = nodes[i / 8];
            const std::size_t k = i % 8;
            block.x[k] = somewhere(random);
            block.y[k] = somewhere(random);
            block.node[k] = static_cast<std::int32_t>(i);
            const Box glyph = Box{-8, -8, 8, 8}.at(middle(i)), label = Box{-20, 10, 20, 24}.at(middle(i));
            set(block.glyph, k, glyph);
            set(block.label, k, label);
            set(block.both, k, glyph.with(label));
            distances[i / 8].inverse[k] = 1 / (20 + somewhere(random));
            distances[i / 8].weight[k] = 1;
        }
        for (std::size_t i = 0; i < link_count; ++i) {
            LinkLanes& block = links[i / 8];
            const std::size_t k = i % 8, a = random.below(node_count),
                              b = (a + 1 + random.below(node_count - 1)) % node_count;
            block.a[k] = static_cast<std::int32_t>(a);
            block.b[k] = static_cast<std::int32_t>(b);
            block.px[k] = nodes[a / 8].x[a % 8];
            block.py[k] = nodes[a / 8].y[a % 8];
            block.qx[k] = nodes[b / 8].x[b % 8];
            block.qy[k] = nodes[b / 8].y[b % 8];
            block.dx[k] = block.qx[k] - block.px[k];
            block.dy[k] = block.qy[k] - block.py[k];
            block.margin[k] = 5;
        }
        for (std::size_t i = 0; i < 24; ++i) {
            const Point d{random.uniform() - 0.5, random.uniform() - 0.5};
            directions[i / 8].x[i % 8] = static_cast<float>(d.x / length(d));
            directions[i / 8].y[i % 8] = static_cast<float>(d.y / length(d));
        }
    }
};

}  // namespace

TEST_CASE("Crossings are counted by sides as by pairs of ties") {
    const LaneFunctions lanes = lane_functions_baseline();
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Scenery scenery(seed);
        for (std::size_t i = 0; i < link_count; ++i) {
            const auto [a, b] = scenery.ends(i);
            std::int32_t crossed = 0;
            for (std::size_t j = 0; j < link_count; ++j) {
                const auto [c, d] = scenery.ends(j);
                if (a == c || a == d || b == c || b == d) continue;
                crossed +=
                    segments_cross(scenery.middle(a), scenery.middle(b), scenery.middle(c), scenery.middle(d))
                        ? 1
                        : 0;
            }
            CHECK(scenery.crossings(lanes, i) == crossed);
        }
    }
}

TEST_CASE("Nodes along a tie and ties around a node are found eight at a time as one by one") {
    const LaneFunctions lanes = lane_functions_baseline();
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Scenery scenery(seed);
        const std::size_t link = seed, node = seed;
        const LaneSegment s = scenery.segment(link);
        const auto [a, b] = scenery.ends(link);
        std::vector<SideBits> left(words_for(node_count));
        std::int32_t through = 0, around = 0;
        const std::int32_t found =
            lanes.nodes_along(scenery.nodes.data(), scenery.nodes.size(), s, 5, left.data());
        for (std::size_t i = 0; i < node_count; ++i) {
            const Point p{s.px, s.py}, q{s.qx, s.qy};
            if (i == a || i == b) continue;
            CHECK(bit(left, i) == (cross(q - p, scenery.middle(i) - p) < 0));
            for (const LaneBoxes* boxes : {&scenery.nodes[i / 8].glyph, &scenery.nodes[i / 8].label})
                through += segment_hits(p, q, box_at(*boxes, i % 8).grown(5)) ? 1 : 0;
        }
        CHECK(found == through);
        const LaneNode own = scenery.node(node);
        for (std::size_t i = 0; i < link_count; ++i) {
            const auto [c, d] = scenery.ends(i);
            if (c == node || d == node) continue;
            for (const LaneBox& box : {own.glyph, own.label})
                around += segment_hits(scenery.middle(c), scenery.middle(d), box_of(box).grown(5)) ? 1 : 0;
        }
        left.assign(words_for(link_count), 0);
        CHECK(lanes.links_around(scenery.links.data(), scenery.links.size(), own, left.data()) == around);
    }
}

TEST_CASE("Every instruction set gives annealing the same digits") {
    const LaneFunctions base = lane_functions_baseline(), wide = lane_functions_avx2();
    if (best_instruction_set() == InstructionSet::baseline || wide.distances == nullptr) return;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const Scenery scenery(seed);
        const LaneSegment s = scenery.segment(seed % link_count);
        const LaneNode node = scenery.node(seed % node_count);
        const auto all = [&](const LaneFunctions& f) {
            std::vector<SideBits> nodes(words_for(node_count)), links(words_for(link_count));
            return std::tuple(f.distances(scenery.nodes.data(), scenery.distances.data(), 5, s.px, s.py),
                              f.nodes_along(scenery.nodes.data(), 5, s, 5, nodes.data()),
                              f.links_around(scenery.links.data(), 6, node, links.data()),
                              scenery.crossings(f, seed % link_count),
                              f.overlaps(scenery.nodes.data(), 5, node, 14),
                              f.narrow_angles(scenery.directions.data(), 3, scenery.directions[0].x[0],
                                              scenery.directions[0].y[0], 0.3F),
                              nodes, links);
        };
        CHECK(all(base) == all(wide));
    }
}
