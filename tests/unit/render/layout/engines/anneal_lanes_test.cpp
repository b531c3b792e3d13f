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

struct Scenery {
    std::vector<NodeLanes> nodes = std::vector<NodeLanes>(5);
    std::vector<LinkLanes> links = std::vector<LinkLanes>(6);
    std::vector<DistanceLanes> distances = std::vector<DistanceLanes>(5);
    std::vector<DirectionLanes> directions = std::vector<DirectionLanes>(3);

    explicit Scenery(std::uint64_t seed) {
        Random random(seed, 0);
        for (std::size_t i = 0; i < 40; ++i) {
            NodeLanes& block = nodes[i / 8];
            const std::size_t k = i % 8;
            block.x[k] = somewhere(random);
            block.y[k] = somewhere(random);
            block.node[k] = static_cast<std::int32_t>(i);
            for (LaneBoxes* boxes : {&block.glyph, &block.label}) {
                boxes->left[k] = somewhere(random);
                boxes->top[k] = somewhere(random);
                boxes->right[k] = boxes->left[k] + 40;
                boxes->bottom[k] = boxes->top[k] + 14;
            }
            distances[i / 8].inverse[k] = 1 / (20 + somewhere(random));
            distances[i / 8].weight[k] = 1;
        }
        for (std::size_t i = 0; i < 48; ++i) {
            LinkLanes& block = links[i / 8];
            const std::size_t k = i % 8;
            block.px[k] = somewhere(random);
            block.py[k] = somewhere(random);
            block.qx[k] = somewhere(random);
            block.qy[k] = somewhere(random);
            block.dx[k] = block.qx[k] - block.px[k];
            block.dy[k] = block.qy[k] - block.py[k];
            block.margin[k] = 5;
            block.lines[k] = 1;
            block.a[k] = static_cast<std::int32_t>(random.below(40));
            block.b[k] = static_cast<std::int32_t>(random.below(40));
        }
        for (std::size_t i = 0; i < 24; ++i) {
            const Point d{random.uniform() - 0.5, random.uniform() - 0.5};
            directions[i / 8].x[i % 8] = static_cast<float>(d.x / length(d));
            directions[i / 8].y[i % 8] = static_cast<float>(d.y / length(d));
        }
    }
};

}  // namespace

TEST_CASE("Crossings and ties through boxes are counted eight at a time as one by one") {
    const LaneFunctions lanes = lane_functions_baseline();
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Scenery scenery(seed);
        Random random(seed, 1);
        const LaneSegment s{somewhere(random), somewhere(random), somewhere(random), somewhere(random), 3, 7};
        std::int32_t crossed = 0, through = 0;
        for (const LinkLanes& block : scenery.links) {
            for (std::size_t k = 0; k < 8; ++k) {
                const bool apart = block.a[k] != 3 && block.a[k] != 7 && block.b[k] != 3 && block.b[k] != 7;
                crossed += apart && segments_cross({s.px, s.py}, {s.qx, s.qy}, {block.px[k], block.py[k]},
                                                   {block.qx[k], block.qy[k]})
                               ? 1
                               : 0;
            }
        }
        for (const NodeLanes& block : scenery.nodes) {
            for (std::size_t k = 0; k < 8; ++k) {
                if (block.node[k] == 3 || block.node[k] == 7) continue;
                for (const LaneBoxes* b : {&block.glyph, &block.label})
                    through += segment_hits({s.px, s.py}, {s.qx, s.qy},
                                            Box{b->left[k], b->top[k], b->right[k], b->bottom[k]}.grown(2))
                                   ? 1
                                   : 0;
            }
        }
        CHECK(lanes.crossings(scenery.links.data(), scenery.links.size(), s) == crossed);
        CHECK(lanes.boxes_on(scenery.nodes.data(), scenery.nodes.size(), s, 2) == through);
    }
}

TEST_CASE("Every instruction set gives annealing the same digits") {
    const LaneFunctions base = lane_functions_baseline(), wide = lane_functions_avx2();
    if (best_instruction_set() == InstructionSet::baseline || wide.distances == nullptr) return;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const Scenery scenery(seed);
        Random random(seed, 1);
        const LaneSegment s{somewhere(random), somewhere(random), somewhere(random), somewhere(random), 3, 7};
        const LaneBox glyph{s.px, s.py, s.px + 30, s.py + 20}, label{s.qx, s.qy, s.qx + 60, s.qy + 15};
        const auto all = [&](const LaneFunctions& f) {
            return std::tuple(f.distances(scenery.nodes.data(), scenery.distances.data(), 5, s.px, s.py),
                              f.boxes_on(scenery.nodes.data(), 5, s, 5),
                              f.lines_through(scenery.links.data(), 6, glyph, 4),
                              f.crossings(scenery.links.data(), 6, s),
                              f.overlaps(scenery.nodes.data(), 5, glyph, label, 4, 14),
                              f.narrow_angles(scenery.directions.data(), 3, scenery.directions[0].x[0],
                                              scenery.directions[0].y[0], 0.3F));
        };
        CHECK(all(base) == all(wide));
    }
}
