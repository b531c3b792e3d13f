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
        set(block.glyph, lane, lane_box(problem_.shapes[v].glyph().at(middle)));
        set(block.label, lane, lane_box(labels_[v]));
        set(block.both, lane, lane_box(problem_.shapes[v].glyph().at(middle).with(labels_[v])));
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
                set(block.both, lane, none);
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
        return {static_cast<float>(middle.x), static_cast<float>(middle.y),     lane_box(glyph),
                lane_box(labels_[v]),         lane_box(glyph.with(labels_[v])), static_cast<std::int32_t>(v)};
    }

    double room_cost(std::size_t v, const LaneNode& node) const {
        double cost = annealing_cost::overlap * lanes_.overlaps(nodes_.data(), nodes_.size(), node, gap);
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
                                              static_cast<float>(margin(link)), left);
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

struct Cooling {
    double temperature, reach;
};

Cooling cooling(double done, Point page) {
    return {annealing_cost::first_temperature * portable_exp(-8 * done),
            std::max(6.0, 0.45 * std::max(page.x, page.y) * portable_exp(-3.8 * done))};
}

// −ln u for a random u in (0, 1), in 1,024 steps: a logarithm each time would take longer than some moves.
double surprise(Random& random) {
    constexpr std::size_t bits = 10, steps = std::size_t{1} << bits;
    static const std::vector<double> of_step = [] {
        std::vector<double> values;
        for (std::size_t k = 0; k < steps; ++k)
            values.push_back(-portable_log((static_cast<double>(k) + 0.5) / steps));
        return values;
    }();
    return of_step[random() >> (64 - bits)];
}

// The cost that a change may reach: what it is now and, with falling probability, more (Metropolis et al.
// 1953).
double allowance(double before, double temperature, Random& random) {
    return before + temperature * surprise(random);
}

// Tries a place for node v, whose cost `cost` is and which is brought up to date.
void try_move(Annealing& state, std::size_t v, Point to, LabelSide side, double& cost, double temperature,
              Random& random) {
    const Point from = state.now().middle[v];
    const LabelSide old_side = state.now().side[v];
    const double limit = allowance(cost, temperature, random);
    state.place(v, state.on_page(v, to, side), side);
    const double after = state.cost_of(v, limit);
    if (after > limit) {
        state.place(v, from, old_side);
        return;
    }
    state.settle(v);
    cost = after;
}

void try_swap(Annealing& state, std::size_t v, std::size_t u, double temperature, Random& random) {
    const Point pv = state.now().middle[v], pu = state.now().middle[u];
    const LabelSide sv = state.now().side[v], su = state.now().side[u];
    const auto put = [&](Point at_v, Point at_u) {
        state.place(v, at_v, sv);
        state.place(u, at_u, su);
        for (const std::size_t node : {v, u}) {
            state.cost_of(node);
            state.settle(node);
        }
    };
    const double limit = allowance(state.cost_of(v) + state.cost_of(u), temperature, random);
    put(state.on_page(v, pu, sv), state.on_page(u, pv, su));
    if (state.cost_of(v) + state.cost_of(u) > limit) put(pv, pu);
}

Point mean_of_neighbors(const LayoutProblem& problem, const Arrangement& now, std::size_t v) {
    Point sum;
    for (const std::uint32_t index : problem.links_of[v]) {
        const Link& link = problem.links[index];
        sum = sum + now.middle[link.a == v ? link.b : link.a];
    }
    const double degree = static_cast<double>(problem.links_of[v].size());
    return degree > 0 ? sum * (1 / degree) : now.middle[v];
}

// One place or side for v: mostly near where it is, sometimes amid those it is tied to or anywhere.
void propose(Annealing& state, const LayoutProblem& problem, std::size_t v, double& cost, Cooling cool,
             Point page, Random& random) {
    const NodeShape& shape = problem.shapes[v];
    const Point here = state.now().middle[v];
    const LabelSide side = state.now().side[v];
    const double kind = random.uniform();
    if (kind < 0.08 && !shape.inside && !shape.lines.empty()) {
        try_move(state, v, here, static_cast<LabelSide>(random.below(4)), cost, cool.temperature, random);
        return;
    }
    const double dx = random.uniform() * 2 - 1, dy = random.uniform() * 2 - 1;
    const Point to = kind < 0.28
                         ? mean_of_neighbors(problem, state.now(), v) + Point{dx, dy} * (cool.reach / 2)
                     : kind < 0.33 ? Point{(dx + 1) / 2 * page.x, (dy + 1) / 2 * page.y}
                                   : here + Point{dx, dy} * cool.reach;
    try_move(state, v, to, side, cost, cool.temperature, random);
}

}  // namespace

void anneal(const LayoutProblem& problem, Arrangement& arrangement, Point page, std::uint64_t proposals,
            std::uint64_t seed, std::uint64_t stream, const Control& control) {
    constexpr std::uint64_t tries = 4;  // for a node at a time, so that its cost is seldom asked for anew
    constexpr double swaps = 0.08;
    const std::size_t n = problem.shapes.size();
    if (n < 2) return;
    Annealing state(problem, arrangement, page);
    Random random(seed, stream);
    for (std::uint64_t i = 0; i < proposals; i += tries) {
        if (i % 256 == 0) control.checkpoint();
        const double done = static_cast<double>(i) / static_cast<double>(proposals);
        const Cooling cool = cooling(done, page);
        if (i % 64 == 0) state.harden(done);
        const std::size_t v = random.below(n);
        if (random.uniform() < swaps) {
            const std::size_t u = random.below(n);
            if (u != v) try_swap(state, v, u, cool.temperature, random);
            continue;
        }
        double cost = state.cost_of(v);
        for (std::uint64_t k = 0; k < tries; ++k) propose(state, problem, v, cost, cool, page, random);
    }
    arrangement = state.now();
}

}  // namespace entente::render
