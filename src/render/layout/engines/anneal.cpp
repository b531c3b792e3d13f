#include "render/layout/engines/anneal.hpp"

#include <array>
#include <bit>
#include <span>
#include <vector>

#include "base/random.hpp"
#include "render/layout/costs.hpp"
#include "render/layout/engines/stress.hpp"

namespace entente::render {
namespace {

constexpr double gap = 14;       // between the footprints of two nodes
constexpr double clearance = 5;  // between a tie and a node that is not its end
constexpr double narrow = 0.30;  // radians

struct Room {
    Box glyph, label, both;
};

// A link as a straight segment, its direction and its bounding box.
struct Segment {
    Point p, q, along;
    Box reach;
};

using Four = float __attribute__((vector_size(16)));

// The bounds of many boxes, by fours, so that those near one box are found four at a time. Single precision,
// a little too large: a first sieve.
class Bounds {
public:
    explicit Bounds(std::size_t count)
        : blocks_((count + 3) / 4, Block{all(1e30f), all(1e30f), all(-1e30f), all(-1e30f)}),
          found_(4 * blocks_.size() + 1) {}

    void set(std::size_t i, const Box& box) {
        Block& block = blocks_[i / 4];
        block.left[i % 4] = static_cast<float>(box.left) - 0.01f;
        block.top[i % 4] = static_cast<float>(box.top) - 0.01f;
        block.right[i % 4] = static_cast<float>(box.right) + 0.01f;
        block.bottom[i % 4] = static_cast<float>(box.bottom) + 0.01f;
    }

    // Indices of the boxes that meet `box` grown by `by`, ascending; valid until the next call.
    std::span<const std::uint32_t> near(const Box& box, double by) const {
        const Four l = all(box.left - by), t = all(box.top - by), r = all(box.right + by),
                   b = all(box.bottom + by);
        std::size_t count = 0;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const Block& block = blocks_[i];
            const auto met = (block.left < r) & (block.right > l) & (block.top < b) & (block.bottom > t);
            const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(met);
            if ((halves[0] | halves[1]) == 0) continue;
            for (std::size_t k = 0; k < 4; ++k) {
                found_[count] = static_cast<std::uint32_t>(4 * i + k);
                count += met[k] != 0 ? 1 : 0;
            }
        }
        return {found_.data(), count};
    }

private:
    struct Block {
        Four left, top, right, bottom;
    };
    static Four all(double value) { return Four{} + static_cast<float>(value); }

    std::vector<Block> blocks_;
    mutable std::vector<std::uint32_t> found_;
};

class Annealing {
public:
    Annealing(const LayoutProblem& problem, Arrangement& arrangement, Point page)
        : problem_(problem),
          now_(arrangement),
          page_(page),
          ideal_(ideal_distances(problem)),
          rooms_(problem.shapes.size()),
          segments_(problem.links.size()),
          room_bounds_(problem.shapes.size()),
          segment_bounds_(problem.links.size()),
          unit_(unit_of_page()),
          distance_cost_(weight_of_distances(problem)) {
        for (const Link& link : problem.links) widest_margin_ = std::max(widest_margin_, margin(link));
        for (std::size_t i = 0; i < rooms_.size(); ++i) place(i, now_.middle[i], now_.side[i]);
    }

    // What the nodes' places cost that changes with node v.
    double cost_of(std::size_t v) const { return cost_of(v, 1e300); }

    // The same, or any value above `limit` when it is above.
    double cost_of(std::size_t v, double limit) const {
        double cost = room_cost(v) + distances_cost(v);
        if (cost > limit) return cost;
        cost += angles_cost(v) + other_nodes_cost(v);
        return cost > limit ? cost : cost + tie_cost(v, limit - cost);
    }

    void place(std::size_t v, Point middle, LabelSide side) {
        now_.middle[v] = middle;
        now_.side[v] = side;
        Room& room = rooms_[v];
        room.glyph = problem_.shapes[v].glyph().at(middle);
        room.label = problem_.shapes[v].label(side).at(middle);
        room.both = room.glyph.with(room.label);
        room_bounds_.set(v, room.both);
        for (const std::uint32_t index : problem_.links_of[v]) {
            const Point p = now_.middle[problem_.links[index].a], q = now_.middle[problem_.links[index].b];
            segments_[index] = {
                p,
                q,
                (q - p) * (1 / std::max(length(q - p), 1e-9)),
                {std::min(p.x, q.x), std::min(p.y, q.y), std::max(p.x, q.x), std::max(p.y, q.y)}};
            segment_bounds_.set(index, segments_[index].reach);
        }
    }

    // The nearest place to p at which the whole footprint is on the page, and on its own half of it.
    Point on_page(std::size_t v, Point p, LabelSide side) const {
        const Box places = places_of(problem_, v, footprint(problem_.shapes[v], side), page_);
        return {std::clamp(p.x, places.left, places.right), std::clamp(p.y, places.top, places.bottom)};
    }

    const Arrangement& now() const { return now_; }

private:
    // Length of a step at which the ideal distances fill the page.
    double unit_of_page() const {
        double above = 0, below = 0;
        const std::size_t n = problem_.shapes.size();
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const double d = ideal_[i * n + j];
                above += length(now_.middle[i] - now_.middle[j]) / d;
                below += 1;
            }
        }
        return below > 0 ? above / below : 100;
    }

    static double overlap(const Box& a, const Box& b) {
        const Box wide = a.grown(gap);
        if (!wide.meets(b)) return 0;
        const double px = std::min(wide.right, b.right) - std::max(wide.left, b.left),
                     py = std::min(wide.bottom, b.bottom) - std::max(wide.top, b.top);
        return annealing_cost::overlap * std::min(px, py) / gap +
               (a.meets(b) ? 3 * annealing_cost::overlap : 0);
    }

    double room_cost(std::size_t v) const {
        double cost = 0;
        const Room& own = rooms_[v];
        for (const std::uint32_t u : room_bounds_.near(own.both, gap)) {
            if (u == v) continue;
            const Room& other = rooms_[u];
            cost += overlap(own.glyph, other.glyph);
            if (!own.label.empty()) cost += overlap(own.label, other.glyph) + overlap(own.label, other.label);
            if (!other.label.empty()) cost += overlap(own.glyph, other.label);
        }
        if (problem_.center == static_cast<std::int64_t>(v))
            cost += annealing_cost::off_center * length(now_.middle[v] - page_ * 0.5) / (page_.x + page_.y);
        return cost;
    }

    // Where each tie crosses hundreds of others, a crossing more is not seen but a tie across the whole page
    // is.
    static double weight_of_distances(const LayoutProblem& problem) {
        const double n = static_cast<double>(std::max<std::size_t>(problem.shapes.size(), 1)),
                     density = std::max(1.0, static_cast<double>(problem.links.size()) / n / 2);
        return n <= 60 ? annealing_cost::least_distance
                       : std::max(annealing_cost::least_distance,
                                  annealing_cost::distance_each * n * density * density);
    }

    double margin(const Link& link) const { return clearance + 6.0 * (link.ties - 1); }

    double through(const Segment& segment, const Room& room, double wide) const {
        double cost = segment_hits(segment.p, segment.q, room.glyph.grown(wide)) ? annealing_cost::hit : 0;
        if (!room.label.empty() && segment_hits(segment.p, segment.q, room.label.grown(wide)))
            cost += annealing_cost::hit;
        return cost;
    }

    // Whether the ends of b lie on different sides of a's line.
    static bool apart(const Segment& a, const Segment& b) {
        const Point along = a.q - a.p;
        return cross(along, b.p - a.p) * cross(along, b.q - a.p) < 0;
    }

    // Ties of v: through other nodes, through the labels of their own ends, across other ties.
    double tie_cost(std::size_t v, double limit) const {
        double cost = 0;
        for (const std::uint32_t index : problem_.links_of[v]) {
            if (cost > limit) return cost;
            const Link& link = problem_.links[index];
            const Segment& segment = segments_[index];
            const double wide = margin(link);
            for (const std::uint32_t u : room_bounds_.near(segment.reach, wide)) {
                if (u != link.a && u != link.b) cost += through(segment, rooms_[u], wide);
            }
            for (const std::uint32_t end : {link.a, link.b}) {
                if (!rooms_[end].label.empty() && segment_hits(segment.p, segment.q, rooms_[end].label))
                    cost += annealing_cost::own_label;
            }
            for (const std::uint32_t o : segment_bounds_.near(segment.reach, 0)) {
                const Link& other = problem_.links[o];
                if (other.a == link.a || other.a == link.b || other.b == link.a || other.b == link.b)
                    continue;
                if (apart(segment, segments_[o]) && apart(segments_[o], segment))
                    cost += annealing_cost::crossing * static_cast<double>(link.ties * other.ties);
            }
        }
        return cost;
    }

    // Ties of others through v or its label.
    double other_nodes_cost(std::size_t v) const {
        double cost = 0;
        for (const std::uint32_t o : segment_bounds_.near(rooms_[v].both, widest_margin_)) {
            const Link& link = problem_.links[o];
            if (link.a != v && link.b != v) cost += through(segments_[o], rooms_[v], margin(link));
        }
        return cost;
    }

    // Two ties that leave a node in nearly the same direction look like one.
    double narrow_at(std::size_t node, std::uint32_t first) const {
        double cost = 0;
        const Point d = direction(first, node);
        for (const std::uint32_t index : problem_.links_of[node]) {
            if (index == first) continue;
            const Point e = direction(index, node);
            if (dot(d, e) <= 0) continue;
            const double sine = std::abs(cross(d, e));
            if (sine < narrow)
                cost += annealing_cost::narrow_angle * (1 - sine / narrow) * (1 - sine / narrow);
        }
        return cost;
    }

    // Of length 1, away from the node.
    Point direction(std::uint32_t index, std::size_t node) const {
        return problem_.links[index].a == node ? segments_[index].along : segments_[index].along * -1;
    }

    double angles_cost(std::size_t v) const {
        double cost = 0;
        for (const std::uint32_t index : problem_.links_of[v]) {
            const Link& link = problem_.links[index];
            cost += narrow_at(v, index) / 2 + narrow_at(link.a == v ? link.b : link.a, index);
        }
        return cost;
    }

    double distances_cost(std::size_t v) const {
        double cost = 0;
        const std::size_t n = problem_.shapes.size();
        for (std::size_t u = 0; u < n; ++u) {
            if (u == v) continue;
            const double d = ideal_[v * n + u] * unit_,
                         off = (length(now_.middle[v] - now_.middle[u]) - d) / d;
            cost += off * off / std::max(ideal_[v * n + u], 1.0);
        }
        return distance_cost_ * cost / std::sqrt(static_cast<double>(n));
    }

    const LayoutProblem& problem_;
    Arrangement now_;
    Point page_;
    std::vector<double> ideal_;
    std::vector<Room> rooms_;
    std::vector<Segment> segments_;
    Bounds room_bounds_, segment_bounds_;
    double unit_, distance_cost_;
    double widest_margin_ = clearance;
};

// e^x from sums and products alone: the C library's differs in the last bit between processors, and a bit
// decides a move.
double exponential(double x) {
    if (x < -30) return 0;
    const double part = x / 64;
    double term = 1, sum = 1;
    for (int k = 1; k <= 8; ++k) sum += term *= part / k;
    for (int k = 0; k < 6; ++k) sum *= sum;
    return sum;
}

struct Cooling {
    double temperature, reach;
};

Cooling cooling(double done, Point page) {
    return {30 * exponential(-5 * done),
            std::max(6.0, 0.45 * std::max(page.x, page.y) * exponential(-3.8 * done))};
}

// −ln u for 0 < u ≤ 1, from sums and products alone.
double surprise(double u) {
    int exponent = 0;
    const double mantissa = std::frexp(std::max(u, 1e-12), &exponent), z = (mantissa - 1) / (mantissa + 1);
    double power = z, sum = 0;
    for (int k = 1; k <= 15; k += 2) {
        sum += power / k;
        power *= z * z;
    }
    return -(2 * sum + exponent * 0.6931471805599453);
}

// The cost that a change may reach: what it is now and, with falling probability, more (Metropolis et al.
// 1953).
double allowance(double before, double temperature, Random& random) {
    return before + temperature * surprise(random.uniform());
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
