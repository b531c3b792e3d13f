// The state of an annealing: where everything stands, and what a place costs.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "render/layout/costs.hpp"
#include "render/layout/engines/anneal_lanes.hpp"
#include "render/layout/layout_problem.hpp"
#include "render/picture/size_class.hpp"

namespace entente::render {
namespace annealing {

inline constexpr float gap = 14;        // between the footprints of two nodes
inline constexpr double clearance = 5;  // between a tie and a node that is not its end
inline constexpr float narrow = 0.30F;  // radians
inline constexpr std::size_t label_sides = static_cast<std::size_t>(LabelSide::hidden) + 1;

inline std::size_t blocks_for(std::size_t count) { return (count + lane_count - 1) / lane_count; }

inline LaneBox lane_box(const Box& box) {
    if (box.empty()) return {1e30F, 1e30F, -1e30F, -1e30F};
    return {static_cast<float>(box.left), static_cast<float>(box.top), static_cast<float>(box.right),
            static_cast<float>(box.bottom)};
}

inline void set(LaneBoxes& boxes, std::size_t lane, const LaneBox& box) {
    boxes.left[lane] = box.left;
    boxes.top[lane] = box.top;
    boxes.right[lane] = box.right;
    boxes.bottom[lane] = box.bottom;
}

inline LaneBox get(const LaneBoxes& boxes, std::size_t lane) {
    return {boxes.left[lane], boxes.top[lane], boxes.right[lane], boxes.bottom[lane]};
}

inline double margin(const Link& link) { return clearance + 6.0 * (link.ties - 1); }

// Where each tie crosses hundreds of others, a crossing more is not seen but a tie across the whole page is.
inline double weight_of_distances(const LayoutProblem& problem) {
    const double n = static_cast<double>(std::max<std::size_t>(problem.shapes.size(), 1)),
                 density = std::max(1.0, static_cast<double>(problem.links.size()) / n / 2);
    return size_class(problem.shapes.size()) == SizeClass::small
               ? annealing_cost::least_distance
               : std::max(annealing_cost::least_distance,
                          annealing_cost::distance_each * n * density * density);
}

}  // namespace annealing

// Where everything stands, kept so that the cost of a place is found eight nodes or links at a time.
class Annealing {
public:
    Annealing(const LayoutProblem& problem, const Arrangement& arrangement, Point page)
        : problem_(problem),
          lanes_(lane_functions()),
          now_(arrangement),
          page_(page),
          nodes_(annealing::blocks_for(problem.shapes.size())),
          links_(annealing::blocks_for(problem.links.size())),
          distance_cost_(annealing::weight_of_distances(problem)),
          root_of_nodes_(std::sqrt(static_cast<double>(arrangement.middle.size()))) {
        start_rooms();
        start_nodes();
        start_links();
        start_distances();
        for (std::size_t v = 0; v < now_.middle.size(); ++v) place(v, now_.middle[v], now_.side[v]);
        start_sides();
    }

    // What the nodes' places cost that changes with node v, or any value above `limit` when it is above.
    double cost_of(std::size_t v, double limit = 1e300) {
        const double cost = cost_without_angles(v, lane_node(v), limit);
        return cost > limit ? cost : cost + angles_cost(v);
    }

    // The cost of v at another place. Where it is at most `limit`, v has moved there and settled; else v
    // stands where it stood, and the value is any above it.
    double move(std::size_t v, Point middle, LabelSide side, double limit) {
        const Point from = now_.middle[v];
        const LabelSide old_side = now_.side[v];
        const LaneNode node = stand(v, middle, side);
        double cost = cost_without_angles(v, node, limit);
        const bool followed = cost <= limit;
        if (followed) {
            follow(v);
            cost += angles_cost(v);
        }
        if (cost > limit) {
            stand(v, from, old_side);
            if (followed) follow(v);
        } else {
            show(node);
            settle(v);
        }
        return cost;
    }

    // To be called where v has come to stay, before any cost of another node is asked for: takes over the
    // sides that the last cost of v, which was not cut short, has found.
    void settle(std::size_t v) {
        const SideBits of_v = SideBits{1} << v % bits_per_word;
        SideBits* row = &sides_[v * link_words_];
        for (std::size_t word = 0; word < link_words_; ++word) {
            for (SideBits changed = own_sides_[word] ^ row[word]; changed != 0; changed &= changed - 1)
                left_of_link_[place_of(changed, word) * node_words_ + v / bits_per_word] ^= of_v;
            row[word] = own_sides_[word];
        }
        const std::vector<std::uint32_t>& own = problem_.links_of[v];
        for (std::size_t k = 0; k < own.size(); ++k) {
            const SideBits of_link = SideBits{1} << own[k] % bits_per_word;
            SideBits* left = &left_of_link_[own[k] * node_words_];
            for (std::size_t word = 0; word < node_words_; ++word) {
                const SideBits now_left = node_sides_[k * node_words_ + word];
                for (SideBits changed = now_left ^ left[word]; changed != 0; changed &= changed - 1)
                    sides_[place_of(changed, word) * link_words_ + own[k] / bits_per_word] ^= of_link;
                left[word] = now_left;
            }
        }
    }

    void place(std::size_t v, Point middle, LabelSide side) {
        show(stand(v, middle, side));
        follow(v);
    }

    // The nearest place to p at which the whole footprint is on the page, and on its own half of it.
    Point on_page(std::size_t v, Point p, LabelSide side) const {
        const Box& places = rooms_[v].places[static_cast<std::size_t>(side)];
        return {std::clamp(p.x, places.left, places.right), std::clamp(p.y, places.top, places.bottom)};
    }

    // Ties through other nodes cost more towards the end: first the crossings are sorted out, for which a tie
    // may run anywhere, then ties are freed to be straight. `done`: from 0 to 1.
    void harden(double done) {
        hit_ =
            annealing_cost::first_hit + (annealing_cost::last_hit - annealing_cost::first_hit) * done * done;
    }

    const Arrangement& now() const { return now_; }

private:
    // What a node takes when its middle is at (0, 0), and where that may be; by side of the label.
    struct Room {
        Box glyph;
        std::array<Box, annealing::label_sides> label, places;
    };

    void start_rooms();
    void start_nodes();
    void start_links();
    void start_sides();
    void start_distances();

    // Which node or link the lowest bit of a word stands for.
    static std::size_t place_of(SideBits bits, std::size_t word) {
        return word * bits_per_word + static_cast<std::size_t>(__builtin_ctzll(bits));
    }

    // The node at a place, not yet seen by others, whose lanes are as before, and without its links. What
    // is asked about v itself looks at neither.
    LaneNode stand(std::size_t v, Point middle, LabelSide side) {
        now_.middle[v] = middle;
        now_.side[v] = side;
        const Box glyph = rooms_[v].glyph.at(middle);
        labels_[v] = rooms_[v].label[static_cast<std::size_t>(side)].at(middle);
        return {static_cast<float>(middle.x),
                static_cast<float>(middle.y),
                annealing::lane_box(glyph),
                annealing::lane_box(labels_[v]),
                annealing::lane_box(glyph.with(labels_[v])),
                static_cast<std::int32_t>(v)};
    }

    // Seen by the others.
    void show(const LaneNode& node) {
        const auto v = static_cast<std::size_t>(node.node);
        NodeLanes& block = nodes_[v / lane_count];
        const std::size_t lane = v % lane_count;
        block.x[lane] = node.x;
        block.y[lane] = node.y;
        annealing::set(block.glyph, lane, node.glyph);
        annealing::set(block.label, lane, node.label);
        annealing::set(block.both, lane, node.both);
    }

    // Its links, to where it stands.
    void follow(std::size_t v) {
        for (const std::uint32_t link : problem_.links_of[v]) place_link(link);
    }

    double cost_without_angles(std::size_t v, const LaneNode& node, double limit) {
        double cost = room_cost(v, node) + distances_cost(v, node);
        if (cost > limit) return cost;
        cost += hit_ * lanes_.links_around(links_.data(), links_.size(), node, own_sides_.data());
        if (cost > limit) return cost;
        return cost + own_links_cost(v, limit - cost);
    }

    void place_link(std::uint32_t index) {
        const Link& link = problem_.links[index];
        const Point p = now_.middle[link.a], q = now_.middle[link.b];
        LinkLanes& block = links_[index / lane_count];
        const std::size_t lane = index % lane_count;
        const float px = static_cast<float>(p.x), py = static_cast<float>(p.y), qx = static_cast<float>(q.x),
                    qy = static_cast<float>(q.y);
        block.px[lane] = px;
        block.py[lane] = py;
        block.qx[lane] = qx;
        block.qy[lane] = qy;
        block.dx[lane] = qx - px;
        block.dy[lane] = qy - py;
        const Point along = (q - p) * (1 / std::max(length(q - p), 1e-9));
        for (const int end : {0, 1}) {
            const std::size_t slot = slots_[index][static_cast<std::size_t>(end)];
            DirectionLanes& directions = directions_[slot / lane_count];
            directions.x[slot % lane_count] = static_cast<float>(end == 0 ? along.x : -along.x);
            directions.y[slot % lane_count] = static_cast<float>(end == 0 ? along.y : -along.y);
        }
    }

    LaneNode lane_node(std::size_t v) const {
        const NodeLanes& block = nodes_[v / lane_count];
        const std::size_t lane = v % lane_count;
        return {block.x[lane],
                block.y[lane],
                annealing::get(block.glyph, lane),
                annealing::get(block.label, lane),
                annealing::get(block.both, lane),
                static_cast<std::int32_t>(v)};
    }

    double room_cost(std::size_t v, const LaneNode& node) const {
        double cost =
            annealing_cost::overlap * lanes_.overlaps(nodes_.data(), nodes_.size(), node, annealing::gap);
        if (problem_.center == static_cast<std::int64_t>(v))
            cost += annealing_cost::off_center * length(now_.middle[v] - page_ * 0.5) / (page_.x + page_.y);
        return cost;
    }

    double distances_cost(std::size_t v, const LaneNode& node) const {
        const double sum =
            lanes_.distances(nodes_.data(), &distances_[v * nodes_.size()], nodes_.size(), node.x, node.y);
        return distance_cost_ * sum / root_of_nodes_;
    }

    // Two ties that leave a node in nearly the same direction look like one.
    double narrow_at(std::size_t node, std::size_t slot) const {
        const DirectionLanes& own = directions_[slot / lane_count];
        const std::size_t first = first_direction_[node];
        const float sum =
            lanes_.narrow_angles(&directions_[first], first_direction_[node + 1] - first,
                                 own.x[slot % lane_count], own.y[slot % lane_count], annealing::narrow);
        return annealing_cost::narrow_angle * std::max(sum - 1.0F, 0.0F);  // without itself
    }

    double angles_cost(std::size_t v) const {
        double cost = 0;
        for (const std::uint32_t index : problem_.links_of[v]) {
            const Link& link = problem_.links[index];
            const bool is_a = link.a == v;
            cost += narrow_at(v, slots_[index][is_a ? 0 : 1]) / 2 +
                    narrow_at(is_a ? link.b : link.a, slots_[index][is_a ? 1 : 0]);
        }
        return cost;
    }

    // Ties of v: through other nodes, through the labels of their own ends, across other ties.
    double own_links_cost(std::size_t v, double limit) {
        double cost = 0;
        SideBits* left = node_sides_.data();
        for (const std::uint32_t index : problem_.links_of[v]) {
            if (cost > limit) return cost;
            const Link& link = problem_.links[index];
            const std::size_t other = link.a == v ? link.b : link.a;
            const Point p = now_.middle[link.a], q = now_.middle[link.b];
            const LaneSegment segment{static_cast<float>(p.x),           static_cast<float>(p.y),
                                      static_cast<float>(q.x),           static_cast<float>(q.y),
                                      static_cast<std::int32_t>(link.a), static_cast<std::int32_t>(link.b)};
            cost += hit_ * lanes_.nodes_along(nodes_.data(), nodes_.size(), segment,
                                              static_cast<float>(annealing::margin(link)), left);
            for (const std::uint32_t end : {link.a, link.b}) {
                if (!labels_[end].empty() && segment_hits(p, q, labels_[end]))
                    cost += annealing_cost::own_label;
            }
            cost += annealing_cost::crossing *
                    lanes_.crossings({left, own_sides_.data(), &sides_[other * link_words_],
                                      &links_rows_[v * link_words_], &links_rows_[other * link_words_],
                                      links_rows_.data(), now_.middle.size(), link_words_});
            left += node_words_;
        }
        return cost;
    }

    const LayoutProblem& problem_;
    const LaneFunctions& lanes_;
    Arrangement now_;
    Point page_;
    std::vector<NodeLanes> nodes_;
    std::vector<LinkLanes> links_;
    std::vector<DistanceLanes> distances_;    // a row of blocks a node
    std::vector<DirectionLanes> directions_;  // in which the links leave each node
    std::vector<std::size_t> first_direction_;
    std::vector<std::array<std::size_t, 2>> slots_;  // of each link among the directions at a and at b
    std::vector<Room> rooms_;
    std::vector<Box> labels_;
    std::size_t node_words_ = 0, link_words_ = 0;
    std::vector<SideBits> sides_, links_rows_;  // by node: the links that it is left of, and its own
    std::vector<SideBits> left_of_link_;        // by link: the nodes left of it, as sides_ has them
    std::vector<SideBits> own_sides_,
        node_sides_;  // of the node whose cost was asked for last, and by link of it the nodes left of that
    double distance_cost_, root_of_nodes_, hit_ = annealing_cost::first_hit;
};

}  // namespace entente::render
