#include "render/anneal.hpp"

#include "base/random.hpp"
#include "render/stress.hpp"

#include <array>

namespace entente {
namespace {

constexpr double gap = 14;           // between the footprints of two nodes
constexpr double clearance = 5;      // between a tie and a stranger
constexpr double overlap_cost = 40, hit_cost = 36, crossing_cost = 11, own_label_cost = 5, angle_cost = 14, distance_cost = 9, half_cost = 60;
constexpr double narrow = 0.30;      // radians

struct Boxes {
    Box glyph, label;
};

class Annealing {
public:
    Annealing(const Scene& scene, Arrangement& arrangement, Point page)
        : scene_(scene), now_(arrangement), page_(page), ideal_(ideal_distances(scene)), boxes_(scene.faces.size()), unit_(unit_of_page()) {
        for (std::size_t i = 0; i < boxes_.size(); ++i) place(i, now_.middle[i], now_.side[i]);
    }

    // What the nodes' places cost that change with node v.
    double cost_of(std::size_t v) const { return room_cost(v) + tie_cost(v) + stranger_cost(v) + angles_cost(v) + distances_cost(v); }

    void place(std::size_t v, Point middle, LabelSide side) {
        now_.middle[v] = middle;
        now_.side[v] = side;
        boxes_[v] = {scene_.faces[v].glyph().at(middle), scene_.faces[v].label(side).at(middle)};
    }

    // The nearest place to p at which the whole footprint is on the page.
    Point on_page(std::size_t v, Point p, LabelSide side) const {
        const Box box = footprint(scene_.faces[v], side);
        return {std::clamp(p.x, -box.left, std::max(-box.left, page_.x - box.right)), std::clamp(p.y, -box.top, std::max(-box.top, page_.y - box.bottom))};
    }

    const Arrangement& now() const { return now_; }

private:
    // Length of a step at which the ideal distances fill the page.
    double unit_of_page() const {
        double above = 0, below = 0;
        const std::size_t n = scene_.faces.size();
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
        const double px = std::min(wide.right, b.right) - std::max(wide.left, b.left), py = std::min(wide.bottom, b.bottom) - std::max(wide.top, b.top);
        return overlap_cost * std::min(px, py) / gap + (a.meets(b) ? 3 * overlap_cost : 0);
    }

    double room_cost(std::size_t v) const {
        double cost = 0;
        const Boxes& own = boxes_[v];
        for (std::size_t u = 0; u < boxes_.size(); ++u) {
            if (u == v) continue;
            cost += overlap(own.glyph, boxes_[u].glyph);
            if (!own.label.empty()) cost += overlap(own.label, boxes_[u].glyph) + overlap(own.label, boxes_[u].label);
            if (!boxes_[u].label.empty()) cost += overlap(own.glyph, boxes_[u].label);
        }
        if (scene_.half[v] != 0) {
            const double within = (now_.middle[v].x - page_.x / 2) * scene_.half[v] - 0.09 * page_.x;
            if (within < 0) cost += half_cost * (1 - within / (0.1 * page_.x));
        }
        if (scene_.centre == static_cast<std::int64_t>(v)) cost += 30 * length(now_.middle[v] - page_ * 0.5) / (page_.x + page_.y);
        return cost;
    }

    double margin(const Link& link) const { return clearance + 6.0 * (link.ties - 1); }

    // Ties of v: through strangers, through the labels of their own ends, across other ties.
    double tie_cost(std::size_t v) const {
        double cost = 0;
        for (const std::uint32_t index : scene_.links_of[v]) {
            const Link& link = scene_.links[index];
            const Point p = now_.middle[link.a], q = now_.middle[link.b];
            const Box reach = Box{std::min(p.x, q.x), std::min(p.y, q.y), std::max(p.x, q.x), std::max(p.y, q.y)}.grown(margin(link));
            for (std::size_t u = 0; u < boxes_.size(); ++u) {
                if (u == link.a || u == link.b) continue;
                if (reach.meets(boxes_[u].glyph) && segment_hits(p, q, boxes_[u].glyph.grown(margin(link)))) cost += hit_cost;
                if (reach.meets(boxes_[u].label) && segment_hits(p, q, boxes_[u].label.grown(margin(link)))) cost += hit_cost;
            }
            for (const std::uint32_t end : {link.a, link.b}) {
                if (segment_hits(p, q, boxes_[end].label)) cost += own_label_cost;
            }
            for (const Link& other : scene_.links) {
                if (other.a == link.a || other.a == link.b || other.b == link.a || other.b == link.b) continue;
                if (segments_cross(p, q, now_.middle[other.a], now_.middle[other.b])) cost += crossing_cost * static_cast<double>(link.ties * other.ties);
            }
        }
        return cost;
    }

    // Ties of others through v or its label.
    double stranger_cost(std::size_t v) const {
        double cost = 0;
        const Box all = boxes_[v].glyph.with(boxes_[v].label);
        for (const Link& link : scene_.links) {
            if (link.a == v || link.b == v) continue;
            const Point p = now_.middle[link.a], q = now_.middle[link.b];
            const double wide = margin(link);
            if (!segment_hits(p, q, all.grown(wide))) continue;
            if (segment_hits(p, q, boxes_[v].glyph.grown(wide))) cost += hit_cost;
            if (segment_hits(p, q, boxes_[v].label.grown(wide))) cost += hit_cost;
        }
        return cost;
    }

    // Two ties that leave a node in nearly the same direction look like one.
    double narrow_at(std::size_t node, std::uint32_t first) const {
        double cost = 0;
        const Point d = direction(first, node);
        for (const std::uint32_t index : scene_.links_of[node]) {
            if (index == first) continue;
            const Point e = direction(index, node);
            if (dot(d, e) <= 0) continue;
            const double sine = std::abs(cross(d, e)) / std::max(length(d) * length(e), 1e-9);
            if (sine < narrow) cost += angle_cost * (1 - sine / narrow) * (1 - sine / narrow);
        }
        return cost;
    }

    Point direction(std::uint32_t index, std::size_t node) const {
        const Link& link = scene_.links[index];
        return now_.middle[link.a == node ? link.b : link.a] - now_.middle[node];
    }

    double angles_cost(std::size_t v) const {
        double cost = 0;
        for (const std::uint32_t index : scene_.links_of[v]) {
            const Link& link = scene_.links[index];
            cost += narrow_at(v, index) / 2 + narrow_at(link.a == v ? link.b : link.a, index);
        }
        return cost;
    }

    double distances_cost(std::size_t v) const {
        double cost = 0;
        const std::size_t n = scene_.faces.size();
        for (std::size_t u = 0; u < n; ++u) {
            if (u == v) continue;
            const double d = ideal_[v * n + u] * unit_, off = (length(now_.middle[v] - now_.middle[u]) - d) / d;
            cost += off * off / std::max(ideal_[v * n + u], 1.0);
        }
        return distance_cost * cost / std::sqrt(static_cast<double>(n));
    }

    const Scene& scene_;
    Arrangement now_;
    Point page_;
    std::vector<double> ideal_;
    std::vector<Boxes> boxes_;
    double unit_;
};

// e^x from sums and products alone: the C library's differs in the last bit between processors, and a bit decides a move.
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
    return {16 * exponential(-4.6 * done), std::max(6.0, 0.45 * std::max(page.x, page.y) * exponential(-3.8 * done))};
}

bool accepted(double change, double temperature, Random& random) { return change <= 0 || random.uniform() < exponential(-change / temperature); }

void try_move(Annealing& state, std::size_t v, Point to, LabelSide side, double temperature, Random& random) {
    const Point from = state.now().middle[v];
    const LabelSide old_side = state.now().side[v];
    const double before = state.cost_of(v);
    state.place(v, state.on_page(v, to, side), side);
    if (!accepted(state.cost_of(v) - before, temperature, random)) state.place(v, from, old_side);
}

void try_swap(Annealing& state, std::size_t v, std::size_t u, double temperature, Random& random) {
    const Point pv = state.now().middle[v], pu = state.now().middle[u];
    const LabelSide sv = state.now().side[v], su = state.now().side[u];
    const double before = state.cost_of(v) + state.cost_of(u);
    state.place(v, state.on_page(v, pu, sv), sv);
    state.place(u, state.on_page(u, pv, su), su);
    if (accepted(state.cost_of(v) + state.cost_of(u) - before, temperature, random)) return;
    state.place(v, pv, sv);
    state.place(u, pu, su);
}

}  // namespace

void anneal(const Scene& scene, Arrangement& arrangement, Point page, std::uint64_t proposals, std::uint64_t seed, std::uint64_t stream, const Control& control) {
    const std::size_t n = scene.faces.size();
    if (n < 2) return;
    Annealing state(scene, arrangement, page);
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
        } else if (kind < 0.16 && !scene.faces[v].inside && !scene.faces[v].lines.empty()) {
            try_move(state, v, state.now().middle[v], static_cast<LabelSide>(random.below(4)), cool.temperature, random);
        } else {
            const double dx = random.uniform() * 2 - 1, dy = random.uniform() * 2 - 1;
            try_move(state, v, state.now().middle[v] + Point{dx, dy} * cool.reach, side, cool.temperature, random);
        }
    }
    arrangement = state.now();
}

}  // namespace entente
