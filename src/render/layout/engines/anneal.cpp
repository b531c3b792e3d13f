#include "render/layout/engines/anneal.hpp"

#include <algorithm>
#include <vector>

#include "base/portable_math.hpp"
#include "base/random.hpp"
#include "render/layout/costs.hpp"
#include "render/layout/engines/anneal_lanes.hpp"
#include "render/layout/engines/stress.hpp"
#include "render/picture/size_class.hpp"

namespace entente::render {
namespace {

constexpr float gap = 14;        // between the footprints of two nodes
constexpr double clearance = 5;  // between a tie and a node that is not its end
constexpr float narrow = 0.30F;  // radians

std::size_t blocks_for(std::size_t count) { return (count + lane_count - 1) / lane_count; }

LaneBox lane_box(const Box& box) {
    if (box.empty()) return {1e30F, 1e30F, -1e30F, -1e30F};
    return {static_cast<float>(box.left), static_cast<float>(box.top), static_cast<float>(box.right),
            static_cast<float>(box.bottom)};
}

void set(LaneBoxes& boxes, std::size_t lane, const LaneBox& box) {
    boxes.left[lane] = box.left;
    boxes.top[lane] = box.top;
    boxes.right[lane] = box.right;
    boxes.bottom[lane] = box.bottom;
}

double margin(const Link& link) { return clearance + 6.0 * (link.ties - 1); }

// Where each tie crosses hundreds of others, a crossing more is not seen but a tie across the whole page is.
double weight_of_distances(const LayoutProblem& problem) {
    const double n = static_cast<double>(std::max<std::size_t>(problem.shapes.size(), 1)),
                 density = std::max(1.0, static_cast<double>(problem.links.size()) / n / 2);
    return size_class(problem.shapes.size()) == SizeClass::small
               ? annealing_cost::least_distance
               : std::max(annealing_cost::least_distance,
                          annealing_cost::distance_each * n * density * density);
}

// Where everything stands, kept so that the cost of a place is found eight nodes or links at a time.
class Annealing {
public:
    Annealing(const LayoutProblem& problem, const Arrangement& arrangement, Point page)
        : problem_(problem),
          lanes_(lane_functions()),
          now_(arrangement),
          page_(page),
          nodes_(blocks_for(problem.shapes.size())),
          links_(blocks_for(problem.links.size())),
          distance_cost_(weight_of_distances(problem)) {
        start_nodes();
        start_links();
        start_distances();
        for (std::size_t v = 0; v < now_.middle.size(); ++v) place(v, now_.middle[v], now_.side[v]);
    }

    // What the nodes' places cost that changes with node v, or any value above `limit` when it is above.
    double cost_of(std::size_t v, double limit = 1e300) const {
        double cost = room_cost(v) + distances_cost(v);
        if (cost > limit) return cost;
        cost += angles_cost(v) + other_links_cost(v);
        return cost > limit ? cost : cost + own_links_cost(v, limit - cost);
    }

    void place(std::size_t v, Point middle, LabelSide side) {
        now_.middle[v] = middle;
        now_.side[v] = side;
        NodeLanes& block = nodes_[v / lane_count];
        const std::size_t lane = v % lane_count;
        block.x[lane] = static_cast<float>(middle.x);
        block.y[lane] = static_cast<float>(middle.y);
        labels_[v] = problem_.shapes[v].label(side).at(middle);
        set(block.glyph, lane, lane_box(problem_.shapes[v].glyph().at(middle)));
        set(block.label, lane, lane_box(labels_[v]));
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
        const LaneBox none = lane_box({});
        for (NodeLanes& block : nodes_) {
            block = {};
            for (std::size_t lane = 0; lane < lane_count; ++lane) {
                set(block.glyph, lane, none);
                set(block.label, lane, none);
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
            block.margin[lane] = static_cast<float>(margin(link));
            block.lines[lane] = 1;  // the lines of a pair are led as one
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
            first_direction_.push_back(first_direction_.back() + blocks_for(own.size()));
        }
        directions_.resize(first_direction_.back());
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

    double room_cost(std::size_t v) const {
        const LaneBox glyph = lane_box(problem_.shapes[v].glyph().at(now_.middle[v])),
                      label = lane_box(labels_[v]);
        double cost = annealing_cost::overlap * lanes_.overlaps(nodes_.data(), nodes_.size(), glyph, label,
                                                                static_cast<std::int32_t>(v), gap);
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
        const float sum = lanes_.narrow_angles(&directions_[first], first_direction_[node + 1] - first,
                                               own.x[slot % lane_count], own.y[slot % lane_count], narrow);
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

    // Ties of others through v or its label.
    double other_links_cost(std::size_t v) const {
        const auto node = static_cast<std::int32_t>(v);
        std::int32_t count = lanes_.lines_through(
            links_.data(), links_.size(), lane_box(problem_.shapes[v].glyph().at(now_.middle[v])), node);
        if (!labels_[v].empty())
            count += lanes_.lines_through(links_.data(), links_.size(), lane_box(labels_[v]), node);
        return hit_ * count;
    }

    // Ties of v: through other nodes, through the labels of their own ends, across other ties.
    double own_links_cost(std::size_t v, double limit) const {
        double cost = 0;
        for (const std::uint32_t index : problem_.links_of[v]) {
            if (cost > limit) return cost;
            const Link& link = problem_.links[index];
            const Point p = now_.middle[link.a], q = now_.middle[link.b];
            const LaneSegment segment{static_cast<float>(p.x),           static_cast<float>(p.y),
                                      static_cast<float>(q.x),           static_cast<float>(q.y),
                                      static_cast<std::int32_t>(link.a), static_cast<std::int32_t>(link.b)};
            cost += hit_ *
                    lanes_.boxes_on(nodes_.data(), nodes_.size(), segment, static_cast<float>(margin(link)));
            for (const std::uint32_t end : {link.a, link.b}) {
                if (!labels_[end].empty() && segment_hits(p, q, labels_[end]))
                    cost += annealing_cost::own_label;
            }
            cost += annealing_cost::crossing * lanes_.crossings(links_.data(), links_.size(), segment);
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
    double distance_cost_, hit_ = annealing_cost::first_hit;
};

struct Cooling {
    double temperature, reach;
};

Cooling cooling(double done, Point page) {
    return {annealing_cost::first_temperature * portable_exp(-8 * done),
            std::max(6.0, 0.45 * std::max(page.x, page.y) * portable_exp(-3.8 * done))};
}

// The cost that a change may reach: what it is now and, with falling probability, more (Metropolis et al.
// 1953).
double allowance(double before, double temperature, Random& random) {
    return before + temperature * -portable_log(std::max(random.uniform(), 1e-12));
}

void try_move(Annealing& state, std::size_t v, Point to, LabelSide side, double temperature, Random& random) {
    const Point from = state.now().middle[v];
    const LabelSide old_side = state.now().side[v];
    const double limit = allowance(state.cost_of(v), temperature, random);
    state.place(v, state.on_page(v, to, side), side);
    if (state.cost_of(v, limit) > limit) state.place(v, from, old_side);
}

void try_swap(Annealing& state, std::size_t v, std::size_t u, double temperature, Random& random) {
    const Point pv = state.now().middle[v], pu = state.now().middle[u];
    const LabelSide sv = state.now().side[v], su = state.now().side[u];
    const double limit = allowance(state.cost_of(v) + state.cost_of(u), temperature, random);
    state.place(v, state.on_page(v, pu, sv), sv);
    state.place(u, state.on_page(u, pv, su), su);
    const double first = state.cost_of(v, limit);
    if (first <= limit && first + state.cost_of(u, limit - first) <= limit) return;
    state.place(v, pv, sv);
    state.place(u, pu, su);
}

}  // namespace

void anneal(const LayoutProblem& problem, Arrangement& arrangement, Point page, std::uint64_t proposals,
            std::uint64_t seed, std::uint64_t stream, const Control& control) {
    const std::size_t n = problem.shapes.size();
    if (n < 2) return;
    Annealing state(problem, arrangement, page);
    Random random(seed, stream);
    for (std::uint64_t i = 0; i < proposals; ++i) {
        if (i % 256 == 0) control.checkpoint();
        const Cooling cool = cooling(static_cast<double>(i) / static_cast<double>(proposals), page);
        if (i % 64 == 0) state.harden(static_cast<double>(i) / static_cast<double>(proposals));
        const std::size_t v = random.below(n);
        const double kind = random.uniform();
        const LabelSide side = state.now().side[v];
        if (kind < 0.08) {
            const std::size_t u = random.below(n);
            if (u != v) try_swap(state, v, u, cool.temperature, random);
        } else if (kind < 0.16 && !problem.shapes[v].inside && !problem.shapes[v].lines.empty()) {
            try_move(state, v, state.now().middle[v], static_cast<LabelSide>(random.below(4)),
                     cool.temperature, random);
        } else {
            const double dx = random.uniform() * 2 - 1, dy = random.uniform() * 2 - 1;
            try_move(state, v, state.now().middle[v] + Point{dx, dy} * cool.reach, side, cool.temperature,
                     random);
        }
    }
    arrangement = state.now();
}

}  // namespace entente::render
