#include "render/layout/engines/structured.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace entente::render {
namespace {

// Wanted between footprints, and between a link and another node.
struct Wanted {
    double gap = 4, clearance = 3;
};

constexpr double gap = Wanted{}.gap, clearance = Wanted{}.clearance;
constexpr double wider = 1.25;  // ellipses than high
constexpr double airier = 1.35;
constexpr std::size_t one_row = 6;

// A place on an ellipse of radius 1 and an angle from the top, clockwise.
Point on_ellipse(double angle) { return {wider * std::sin(angle), -std::cos(angle)}; }

// Shares of a round, from the top clockwise, as angles: footprints that are wider than high need more of it
// at the top and bottom than at the sides.
class Round {
public:
    explicit Round(const LayoutProblem& problem) {
        double width = 1, height = 1;
        for (const NodeShape& shape : problem.shapes) {
            const Box box = footprint(shape, LabelSide::right);
            width += box.width() + gap;
            height += box.height() + gap;
        }
        before_.push_back(0);
        for (int step = 0; step < steps; ++step) {
            const double angle = 2 * std::numbers::pi * (step + 0.5) / steps;
            // A step of so many units along the ellipse has room for less than one footprint.
            const double room =
                std::max(wider * std::abs(std::cos(angle)) / width, std::abs(std::sin(angle)) / height);
            before_.push_back(before_.back() + room);
        }
    }

    double angle(double share) const {
        const double wanted = share * before_.back();
        const auto at = std::clamp<std::ptrdiff_t>(
            std::upper_bound(before_.begin(), before_.end(), wanted) - before_.begin(), 1, steps);
        const double low = before_[static_cast<std::size_t>(at - 1)],
                     high = before_[static_cast<std::size_t>(at)];
        return 2 * std::numbers::pi * (static_cast<double>(at - 1) + (wanted - low) / (high - low)) / steps;
    }

private:
    static constexpr int steps = 720;
    std::vector<double> before_;  // room up to each step
};

LabelSide outward(Point p) {
    if (std::abs(p.y) > 0.92 * std::abs(p.x) * 2) return p.y < 0 ? LabelSide::above : LabelSide::below;
    return p.x < 0 ? LabelSide::left : LabelSide::right;
}

// Pairs of footprints nearer than the gap, and links through other nodes.
std::size_t conflicts(const LayoutProblem& problem, const Arrangement& arrangement, Wanted wanted = {}) {
    const std::size_t n = problem.shapes.size();
    const Obstacles obstacles = obstacles_of(problem, arrangement);
    std::size_t count = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const Box wide = obstacles.glyph[i].with(obstacles.label[i]).grown(wanted.gap);
        for (std::size_t j = 0; j < i; ++j)
            count += wide.meets(obstacles.glyph[j].with(obstacles.label[j])) ? 1 : 0;
    }
    for (const Link& link : problem.links) {
        const Point p = arrangement.middle[link.a], q = arrangement.middle[link.b];
        for (std::size_t i = 0; i < n; ++i) {
            if (i == link.a || i == link.b) continue;
            count += segment_hits(p, q, obstacles.glyph[i].grown(wanted.clearance)) ||
                             segment_hits(p, q, obstacles.label[i].grown(wanted.clearance))
                         ? 1
                         : 0;
        }
    }
    return count;
}

// Sides for the labels, one after the other: outward if nothing is there, else where least is.
void turn_outward(const LayoutProblem& problem, const std::vector<Point>& places, Arrangement& arrangement) {
    const std::size_t n = problem.shapes.size();
    for (std::size_t i = 0; i < n; ++i)
        arrangement.side[i] = length(places[i]) > 0 ? outward(places[i]) : LabelSide::below;
    for (std::size_t i = 0; i < n; ++i) {
        const NodeShape& shape = problem.shapes[i];
        if (shape.lines.empty() || shape.inside) continue;
        const auto in_the_way = [&](LabelSide side) {
            const Box label = shape.label(side).at(arrangement.middle[i]), wide = label.grown(gap);
            std::size_t count = 0;
            for (std::size_t u = 0; u < n; ++u) {
                if (u == i) continue;
                const Box other = problem.shapes[u].glyph().at(arrangement.middle[u]);
                count += wide.meets(other) ? 10 : 0;
                const Box its_label = problem.shapes[u].label(arrangement.side[u]).at(arrangement.middle[u]);
                count += wide.meets(its_label) ? (u < i ? 10 : 2) : 0;
            }
            for (const Link& link : problem.links)
                count += segment_hits(arrangement.middle[link.a], arrangement.middle[link.b],
                                      label.grown(clearance))
                             ? 3
                             : 0;
            return count;
        };
        std::size_t least = in_the_way(arrangement.side[i]);
        for (const LabelSide side : {LabelSide::below, LabelSide::above, LabelSide::right, LabelSide::left}) {
            if (least == 0) break;
            const std::size_t its = in_the_way(side);
            if (its >= least) continue;
            least = its;
            arrangement.side[i] = side;
        }
    }
}

// The smallest enlargement of the places at which all is free but for a few conflicts, which pushing nodes a
// little resolves, or with no such one that of fewest conflicts; nothing where these are many.
std::optional<Arrangement> enlarged(const LayoutProblem& problem, const std::vector<Point>& places,
                                    double largest) {
    Arrangement arrangement;
    arrangement.side.resize(places.size());
    std::optional<Arrangement> best;
    std::size_t fewest = places.size() / 2 + 1;
    for (double scale = 20; scale < largest; scale *= 1.06) {
        arrangement.middle.clear();
        for (const Point p : places) arrangement.middle.push_back(p * scale);
        turn_outward(problem, places, arrangement);
        const std::size_t count = conflicts(problem, arrangement);
        if (count >= fewest) continue;
        fewest = count;
        best = arrangement;
        if (fewest <= places.size() / 20) break;
    }
    return best;
}

std::uint32_t other_end(const Link& link, std::uint32_t node) { return link.a == node ? link.b : link.a; }

// The nodes of a path or ring one after the other.
std::vector<std::uint32_t> in_order(const LayoutProblem& problem) {
    std::uint32_t here = 0;
    for (std::uint32_t v = 0; v < problem.links_of.size(); ++v) {
        if (problem.links_of[v].size() == 1) {
            here = v;
            break;
        }
    }
    std::vector<std::uint32_t> order{here};
    std::vector<bool> seen(problem.shapes.size(), false);
    seen[here] = true;
    for (bool more = true; more;) {
        more = false;
        for (const std::uint32_t link : problem.links_of[here]) {
            const std::uint32_t next = other_end(problem.links[link], here);
            if (seen[next]) continue;
            seen[next] = more = true;
            order.push_back(here = next);
            break;
        }
    }
    return order;
}

Arrangement path_in_rows(const LayoutProblem& problem) {
    const std::vector<std::uint32_t> order = in_order(problem);
    double width = 0, height = 0;
    for (const NodeShape& shape : problem.shapes) {
        const Box box = footprint(shape, LabelSide::below);
        width = std::max(width, box.width() + 46);
        height = std::max(height, box.height() + 40);
    }
    const double n = static_cast<double>(order.size());
    const auto wanted = static_cast<std::size_t>(std::ceil(std::sqrt(n * height / width * 4 / 3)));
    const std::size_t columns = order.size() <= one_row ? order.size() : std::max<std::size_t>(wanted, 2);
    Arrangement arrangement;
    arrangement.middle.resize(order.size());
    arrangement.side.assign(order.size(), LabelSide::below);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t row = i / columns, at = i % columns, column = row % 2 == 0 ? at : columns - 1 - at;
        arrangement.middle[order[i]] = {width * static_cast<double>(column),
                                        height * static_cast<double>(row)};
        // Where the way goes on downwards, the label stands aside.
        if (at + 1 == columns && i + 1 < order.size())
            arrangement.side[order[i]] = row % 2 == 0 ? LabelSide::right : LabelSide::left;
    }
    return arrangement;
}

std::optional<Arrangement> on_one_ellipse(const LayoutProblem& problem,
                                          const std::vector<std::uint32_t>& order) {
    std::vector<Point> places(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        places[order[i]] =
            on_ellipse(2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(order.size()));
    std::optional<Arrangement> arrangement = enlarged(problem, places, problem.page.widest / 2);
    if (!arrangement) return arrangement;
    for (Point& p : arrangement->middle) p = p * airier;  // ties between neighbors are seen
    return arrangement;
}

// A tree from its root: parents come before their children.
struct Rooted {
    std::vector<std::uint32_t> order, parent, depth;
    std::vector<double> leaves;  // below each node
};

Rooted rooted_at(const LayoutProblem& problem, std::uint32_t root) {
    const std::size_t n = problem.shapes.size();
    Rooted tree{{root}, std::vector<std::uint32_t>(n, root), std::vector<std::uint32_t>(n, 0), {}};
    tree.leaves.assign(n, 0);
    for (std::size_t next = 0; next < tree.order.size(); ++next) {
        const std::uint32_t v = tree.order[next];
        for (const std::uint32_t link : problem.links_of[v]) {
            const std::uint32_t child = other_end(problem.links[link], v);
            if (child == tree.parent[v] && v != root) continue;
            tree.parent[child] = v;
            tree.depth[child] = tree.depth[v] + 1;
            tree.order.push_back(child);
        }
    }
    for (std::size_t i = n; i-- > 1;) {
        const std::uint32_t v = tree.order[i];
        if (problem.links_of[v].size() == 1) tree.leaves[v] = 1;
        tree.leaves[tree.parent[v]] += tree.leaves[v];
    }
    return tree;
}

// The node from which the furthest is nearest, of several the one with most links.
std::uint32_t middle_of_tree(const LayoutProblem& problem) {
    if (problem.center >= 0) return static_cast<std::uint32_t>(problem.center);
    std::uint32_t best = 0, least = 0xFFFFFFFF;
    for (std::uint32_t v = 0; v < problem.shapes.size(); ++v) {
        const Rooted tree = rooted_at(problem, v);
        const std::uint32_t furthest = tree.depth[tree.order.back()];
        if (furthest > least ||
            (furthest == least && problem.links_of[v].size() <= problem.links_of[best].size()))
            continue;
        least = furthest;
        best = v;
    }
    return best;
}

// On which the leaves of a node stand in turn, so that more of them have room.
struct Rings {
    std::uint32_t count;
    double apart;  // of the distance between two depths
};

// Each node in the middle of its share of the angle, which its leaves decide; leaves in turn on `rings`
// rings.
std::vector<Point> places_of_tree(const LayoutProblem& problem, const Rooted& tree, const Rings& rings) {
    const std::size_t n = problem.shapes.size();
    std::vector<double> from(n, 0), next(n, 0), span(n, 1);
    const Round round(problem);
    std::vector<Point> places(n);
    std::vector<std::uint32_t> turn(n, 0);
    for (std::size_t i = 1; i < n; ++i) {
        const std::uint32_t v = tree.order[i], up = tree.parent[v];
        span[v] = span[up] * tree.leaves[v] / std::max(tree.leaves[up], 1.0);
        from[v] = next[v] = next[up];
        next[up] += span[v];
        double radius = tree.depth[v];
        if (problem.links_of[v].size() == 1) radius += rings.apart * (turn[up]++ % rings.count);
        places[v] = on_ellipse(round.angle(from[v] + span[v] / 2)) * radius;
    }
    return places;
}

std::optional<Arrangement> tree_on_rings(const LayoutProblem& problem) {
    const Rooted tree = rooted_at(problem, middle_of_tree(problem));
    std::optional<Arrangement> best;
    double least = 1.15 * problem.page.widest;
    for (const Rings rings : {Rings{1, 0}, Rings{2, 0.18}, Rings{2, 0.45}, Rings{3, 0.16}, Rings{3, 0.4}}) {
        const std::vector<Point> places = places_of_tree(problem, tree, rings);
        double reach = 0;
        for (const Point p : places) reach = std::max(reach, std::abs(p.x));
        std::optional<Arrangement> tried = enlarged(problem, places, least / 2 / std::max(reach, 1e-9));
        if (!tried) continue;
        Arrangement copy = *tried;
        const double width = to_origin(problem, copy).x;
        if (width >= least) continue;
        least = width;
        best = std::move(tried);
    }
    return best;
}

// The leaves of a star on two bows, one below the other, with their labels outward: no spoke runs through a
// label, however many there are.
std::optional<Arrangement> star_on_bows(const LayoutProblem& problem, std::uint32_t center) {
    constexpr double steepest = 0.92;  // of a bow's half height, so that its ends do not bend inward
    Arrangement arrangement;
    arrangement.middle.assign(problem.shapes.size(), {0, 0});
    arrangement.side.assign(problem.shapes.size(), LabelSide::below);
    std::vector<std::uint32_t> leaves;
    double row = 0, widest = 0;
    for (std::uint32_t v = 0; v < problem.shapes.size(); ++v) {
        if (v == center) continue;
        leaves.push_back(v);
        const Box box = footprint(problem.shapes[v], LabelSide::right);
        row = std::max(row, box.height() + gap + 0.3);
        widest = std::max(widest, box.width());
    }
    const std::size_t on_right = (leaves.size() + 1) / 2;
    const double reach = row * static_cast<double>(on_right) / 2 / steepest;
    const Box own = footprint(problem.shapes[center], LabelSide::below);
    const double across = std::max({0.8 * reach, own.width() + 60, 160.0});
    if (2 * (across + widest) > problem.page.widest * 1.1) return std::nullopt;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        const bool right = i < on_right;
        const std::size_t count = right ? on_right : leaves.size() - on_right,
                          at = right ? i : leaves.size() - 1 - i;
        const double y = row * (static_cast<double>(at) - (static_cast<double>(count) - 1) / 2);
        const double x = across * std::sqrt(std::max(0.0, 1 - y * y / (reach * reach)));
        arrangement.middle[leaves[i]] = {right ? x : -x, y};
        arrangement.side[leaves[i]] = right ? LabelSide::right : LabelSide::left;
    }
    if (conflicts(problem, arrangement, {.gap = 0.5, .clearance = 0.5}) > 0) return std::nullopt;
    return arrangement;
}

// A tree that is a star on rings where no spoke is blocked, else on bows; other trees on rings.
std::optional<Arrangement> tree_or_star(const LayoutProblem& problem) {
    std::optional<Arrangement> rings = tree_on_rings(problem);
    const auto center = std::find_if(
        problem.links_of.begin(), problem.links_of.end(),
        [&](const std::vector<std::uint32_t>& links) { return links.size() + 1 == problem.shapes.size(); });
    if (center == problem.links_of.end() || (rings && conflicts(problem, *rings) == 0)) return rings;
    std::optional<Arrangement> bows =
        star_on_bows(problem, static_cast<std::uint32_t>(center - problem.links_of.begin()));
    return bows ? bows : rings;
}

}  // namespace

NetworkForm form_of(const LayoutProblem& problem) {
    const std::size_t n = problem.shapes.size(), m = problem.links.size();
    if (n < 2 || has_camps(problem)) return NetworkForm::none;
    std::size_t most = 0, least = n;
    for (const std::vector<std::uint32_t>& links : problem.links_of) {
        most = std::max(most, links.size());
        least = std::min(least, links.size());
    }
    if (m == n - 1) return most <= 2 ? NetworkForm::path : NetworkForm::tree;
    if (m == n && most == 2) return NetworkForm::ring;
    if (n >= 4 && m == n * (n - 1) / 2) return NetworkForm::clique;
    return NetworkForm::none;
}

std::optional<Arrangement> structured_layout(const LayoutProblem& problem) {
    switch (form_of(problem)) {
        case NetworkForm::path:
            return path_in_rows(problem);
        case NetworkForm::ring:
            return on_one_ellipse(problem, in_order(problem));
        case NetworkForm::clique: {
            std::vector<std::uint32_t> order(problem.shapes.size());
            for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
            return on_one_ellipse(problem, order);
        }
        case NetworkForm::tree:
            return tree_or_star(problem);
        case NetworkForm::none:
            break;
    }
    return std::nullopt;
}

}  // namespace entente::render
