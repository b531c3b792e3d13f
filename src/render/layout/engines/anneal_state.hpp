// The state of an annealing: where everything stands, and what a place costs.
#pragma once

#include <algorithm>
#include <vector>

#include "render/layout/costs.hpp"
#include "render/layout/engines/anneal_lanes.hpp"
#include "render/layout/engines/stress.hpp"
#include "render/picture/size_class.hpp"

namespace entente::render {
namespace annealing {

inline constexpr float gap = 14;        // between the footprints of two nodes
inline constexpr double clearance = 5;  // between a tie and a node that is not its end
inline constexpr float narrow = 0.30F;  // radians

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
          distance_cost_(annealing::weight_of_distances(problem)) {
        start_nodes();
        start_links();
        start_distances();
        for (std::size_t v = 0; v < now_.middle.size(); ++v) place(v, now_.middle[v], now_.side[v]);
        start_sides();
    }

    // What the nodes' places cost that changes with node v, or any value above `limit` when it is above.
    double cost_of(std::size_t v, double limit = 1e300) {
        const LaneNode node = lane_node(v);
        double cost = room_cost(v, node) + distances_cost(v);
        if (cost > limit) return cost;
        cost += hit_ * lanes_.links_around(links_.data(), links_.size(), node, own_sides_.data());
        if (cost > limit) return cost;
        cost += own_links_cost(v, limit - cost);
        return cost > limit ? cost : cost + angles_cost(v);
    }

    // To be called where v has come to stay, before any cost of another node is asked for: takes over the
    // sides that the last cost of v, which was not cut short, has found.
    void settle(std::size_t v) {
        std::copy(own_sides_.begin(), own_sides_.end(), &sides_[v * link_words_]);
        const std::vector<std::uint32_t>& own = problem_.links_of[v];
        for (std::size_t k = 0; k < own.size(); ++k) {
            const SideBits* left = &node_sides_[k * node_words_];
            const std::size_t shift = own[k] % bits_per_word;
            SideBits* word = &sides_[own[k] / bits_per_word];
            for (std::size_t node = 0; node < now_.middle.size(); ++node, word += link_words_) {
                const SideBits bit = left[node / bits_per_word] >> node % bits_per_word & 1U;
                *word = (*word & ~(SideBits{1} << shift)) | bit << shift;
            }
        }
    }

    void place(std::size_t v, Point middle, LabelSide side) {
        now_.middle[v] = middle;
        now_.side[v] = side;
        NodeLanes& block = nodes_[v / lane_count];
        const std::size_t lane = v % lane_count;
        block.x[lane] = static_cast<float>(middle.x);
        block.y[lane] = static_cast<float>(middle.y);
        labels_[v] = problem_.shapes[v].label(side).at(middle);
        annealing::set(block.glyph, lane, annealing::lane_box(problem_.shapes[v].glyph().at(middle)));
        annealing::set(block.label, lane, annealing::lane_box(labels_[v]));
        annealing::set(block.both, lane,
                       annealing::lane_box(problem_.shapes[v].glyph().at(middle).with(labels_[v])));
        for (const std::uint32_t link : problem_.links_of[v]) place_link(link);
    }

    // The nearest place to p at which the whole footprint is on the page, and on its own half of it.
    Point on_page(std::size_t v, Point p, LabelSide side) const {
        const Box places = places_of(problem_, v, footprint(problem_.shapes[v], side), page_);
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
    void start_nodes() {
        const LaneBox none = annealing::lane_box({});
        for (NodeLanes& block : nodes_) {
            block = {};
            for (std::size_t lane = 0; lane < lane_count; ++lane) {
                annealing::set(block.glyph, lane, none);
                annealing::set(block.label, lane, none);
                annealing::set(block.both, lane, none);
                const auto node = static_cast<std::size_t>(&block - nodes_.data()) * lane_count + lane;
                block.node[lane] = node < now_.middle.size() ? static_cast<std::int32_t>(node) : -1;
            }
        }
        labels_.resize(now_.middle.size());
    }

    void start_links() {
        for (LinkLanes& block : links_) {
            block = {};
            block.margin.fill(-1e30F);  // a lane without a link meets nothing
            block.a.fill(-1);
            block.b.fill(-1);
        }
        for (std::size_t i = 0; i < problem_.links.size(); ++i) {
            const Link& link = problem_.links[i];
            LinkLanes& block = links_[i / lane_count];
            const std::size_t lane = i % lane_count;
            block.margin[lane] = static_cast<float>(annealing::margin(link));
            block.a[lane] = static_cast<std::int32_t>(link.a);
            block.b[lane] = static_cast<std::int32_t>(link.b);
        }
        first_direction_.push_back(0);
        slots_.resize(problem_.links.size());
        for (std::size_t v = 0; v < problem_.links_of.size(); ++v) {
            const std::vector<std::uint32_t>& own = problem_.links_of[v];
            for (std::size_t k = 0; k < own.size(); ++k) {
                const bool is_a = problem_.links[own[k]].a == v;
                slots_[own[k]][is_a ? 0 : 1] = first_direction_.back() * lane_count + k;
            }
            first_direction_.push_back(first_direction_.back() + annealing::blocks_for(own.size()));
        }
        directions_.resize(first_direction_.back());
    }

    void start_sides() {
        const std::size_t n = now_.middle.size();
        std::size_t most_links = 0;
        for (const std::vector<std::uint32_t>& links : problem_.links_of)
            most_links = std::max(most_links, links.size());
        node_words_ = words_for(n);
        link_words_ = words_for(problem_.links.size());
        own_sides_.assign(link_words_, 0);
        node_sides_.assign(most_links * node_words_, 0);
        sides_.assign(n * link_words_, 0);
        links_rows_.assign(n * link_words_, 0);
        for (std::size_t v = 0; v < n; ++v) {
            for (const std::uint32_t link : problem_.links_of[v])
                links_rows_[v * link_words_ + link / bits_per_word] |= SideBits{1} << link % bits_per_word;
        }
        for (std::size_t v = 0; v < n; ++v) {
            cost_of(v);
            settle(v);
        }
    }

    // The ideal distances in a unit at which they fill the page.
    void start_distances() {
        const std::size_t n = now_.middle.size();
        const std::vector<double> ideal = ideal_distances(problem_);
        double sum = 0, pairs = 0;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                sum += length(now_.middle[i] - now_.middle[j]) / ideal[i * n + j];
                pairs += 1;
            }
        }
        const double unit = pairs > 0 ? std::max(sum / pairs, 1e-3) : 100;
        distances_.resize(n * nodes_.size());
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) {
                if (i == j) continue;
                DistanceLanes& block = distances_[i * nodes_.size() + j / lane_count];
                block.inverse[j % lane_count] = static_cast<float>(1 / (ideal[i * n + j] * unit));
                block.weight[j % lane_count] = static_cast<float>(1 / std::max(ideal[i * n + j], 1.0));
            }
        }
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
        const Point middle = now_.middle[v];
        const Box glyph = problem_.shapes[v].glyph().at(middle);
        return {static_cast<float>(middle.x),
                static_cast<float>(middle.y),
                annealing::lane_box(glyph),
                annealing::lane_box(labels_[v]),
                annealing::lane_box(glyph.with(labels_[v])),
                static_cast<std::int32_t>(v)};
    }

    double room_cost(std::size_t v, const LaneNode& node) const {
        double cost =
            annealing_cost::overlap * lanes_.overlaps(nodes_.data(), nodes_.size(), node, annealing::gap);
        if (problem_.center == static_cast<std::int64_t>(v))
            cost += annealing_cost::off_center * length(now_.middle[v] - page_ * 0.5) / (page_.x + page_.y);
        return cost;
    }

    double distances_cost(std::size_t v) const {
        const double sum =
            lanes_.distances(nodes_.data(), &distances_[v * nodes_.size()], nodes_.size(),
                             static_cast<float>(now_.middle[v].x), static_cast<float>(now_.middle[v].y));
        return distance_cost_ * sum / std::sqrt(static_cast<double>(now_.middle.size()));
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
    std::vector<Box> labels_;
    std::size_t node_words_ = 0, link_words_ = 0;
    std::vector<SideBits> sides_, links_rows_;  // by node: the links that it is left of, and its own
    std::vector<SideBits> own_sides_,
        node_sides_;  // of the node whose cost was asked for last, and by link of it the nodes left of that
    double distance_cost_, hit_ = annealing_cost::first_hit;
};

}  // namespace entente::render
