#include "render/lines/routing.hpp"

#include <array>
#include <iterator>
#include <map>

#include "render/layout/costs.hpp"
#include "render/layout/layout_problem.hpp"
#include "render/lines/detour.hpp"
#include "render/lines/grid.hpp"
#include "render/picture/size_class.hpp"

namespace entente::render {
namespace {

constexpr double beside = 13;    // between the lines of one pair
constexpr double clearance = 4;  // wanted between a line and what is not its own
constexpr std::size_t most_bent = 250;
constexpr double longest_detour = 1.3;  // of the straight line; a way around the page is no help

// A curve from p to q that leaves the straight line by `bulge` at most, furthest off at `where` (0.5: the
// middle).
std::vector<Point> bent(Point p, Point q, double bulge, double where) {
    const Point off = normal(q - p) * (bulge * 4 / 3);
    const Point d = q - p;
    return {p, p + d * (0.67 * where) + off, p + d * (1 - 0.67 * (1 - where)) + off, q};
}

class Router {
public:
    Router(const Picture& picture, const LayoutProblem& problem, const Arrangement& arrangement)
        : picture_(picture),
          arrangement_(arrangement),
          obstacles_(obstacles_of(problem, arrangement)),
          page_(obstacles_.extent().grown(6)),
          pairs_(pairs_of(picture)),
          lines_(picture.ties.size()),
          boxes_(page_, obstacles_.boxes(), clearance),
          grid_(page_.grown(40)),
          most_beyond_(std::clamp((problem.page.widest + 30 - page_.width()) / 2, 8.0, 40.0)) {
        for (std::uint32_t t = 0; t < lines_.size(); ++t) {
            lines_[t] = polyline_of(bent(from(t), to(t), pairs_.shift[t], 0.5));
            grid_.add(t, lines_[t]);
        }
    }

    void run() {
        std::vector<std::uint32_t> blocked;
        for (std::uint32_t t = 0; t < lines_.size(); ++t) {
            if (hits(lines_[t], t).through > 0) blocked.push_back(t);
        }
        // Where hundreds of ties are blocked, curves and ways around would only tangle, and take long.
        if (blocked.size() > most_bent) return;
        for (int round = 0; round < 2; ++round) {
            for (const std::uint32_t t : blocked) improve(t);
        }
    }

    const std::vector<Point>& chain(std::size_t t) const { return lines_[t].chain; }

private:
    struct Hits {
        unsigned near = 0, through = 0;  // shapes and labels nearer than the clearance, and those
                                         // run through or touched
    };

    // The ties of one pair stand apart: how far each keeps from the straight line, and which the others are.
    struct Pairs {
        std::vector<double> shift;
        std::vector<std::vector<std::uint32_t>> siblings;
    };

    Point from(std::size_t t) const {
        return arrangement_.middle[std::min(picture_.ties[t].source, picture_.ties[t].target)];
    }
    Point to(std::size_t t) const {
        return arrangement_.middle[std::max(picture_.ties[t].source, picture_.ties[t].target)];
    }

    static Pairs pairs_of(const Picture& picture) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> ties_of;
        for (std::uint32_t t = 0; t < picture.ties.size(); ++t)
            ties_of[std::minmax(picture.ties[t].source, picture.ties[t].target)].push_back(t);
        Pairs pairs{std::vector<double>(picture.ties.size(), 0),
                    std::vector<std::vector<std::uint32_t>>(picture.ties.size())};
        for (const auto& entry : ties_of) {
            const std::vector<std::uint32_t>& ties = entry.second;
            for (std::size_t k = 0; k < ties.size(); ++k) {
                pairs.shift[ties[k]] =
                    (static_cast<double>(k) - (static_cast<double>(ties.size()) - 1) / 2) * beside;
                std::copy_if(ties.begin(), ties.end(), std::back_inserter(pairs.siblings[ties[k]]),
                             [&](std::uint32_t other) { return other != ties[k]; });
            }
        }
        return pairs;
    }

    bool belongs(std::size_t t, std::size_t node) const {
        return picture_.ties[t].source == node || picture_.ties[t].target == node;
    }

    Hits hits(const Polyline& line, std::size_t t) const {
        Hits found;
        boxes_.near(line, [&](std::uint32_t box) {
            if (belongs(t, box / 2) || !polyline_hits(line, boxes_.box(box).grown(clearance))) return;
            found.near += 1;
            found.through += polyline_hits(line, boxes_.box(box).grown(1)) ? 1 : 0;
        });
        return found;
    }

    // Lines far outside make the page larger and the text smaller.
    double beyond(const Polyline& line) const {
        const double out = std::max({page_.left - line.reach.left, line.reach.right - page_.right,
                                     page_.top - line.reach.top, line.reach.bottom - page_.bottom, 0.0});
        return out > most_beyond_ ? routing_cost::far_off_page
               : out > 0          ? routing_cost::off_page + routing_cost::off_page_each * out
                                  : 0;
    }

    // Gives up once it is above `limit`.
    double cost(const Polyline& line, std::uint32_t t, const Hits& in_the_way, double bend,
                double limit) const {
        double sum = routing_cost::bend * bend + beyond(line) + routing_cost::near * in_the_way.near +
                     routing_cost::through * in_the_way.through;
        if (sum >= limit) return sum;
        for (const std::uint32_t end : {picture_.ties[t].source, picture_.ties[t].target})
            sum += polyline_hits(line, obstacles_.label[end]) ? routing_cost::own_label : 0;
        for (const std::uint32_t sibling : pairs_.siblings[t])
            sum += touching(line, lines_[sibling]) ? routing_cost::touching : 0;
        grid_.meetings(line, [&](std::uint32_t other) {
            const bool at_source = belongs(t, picture_.ties[other].source),
                       at_target = belongs(t, picture_.ties[other].target);
            if (!at_source || !at_target)
                sum += at_source || at_target ? routing_cost::meeting : routing_cost::crossing;
            return sum < limit;
        });
        return sum;
    }

    // Whether two lines of one pair would look like one.
    static bool touching(const Polyline& a, const Polyline& b) {
        const Point middle = a.points[a.points.size() / 2];
        for (std::size_t i = 0; i + 1 < b.points.size(); ++i) {
            if (segment_hits(b.points[i], b.points[i + 1],
                             {middle.x - 7, middle.y - 7, middle.x + 7, middle.y + 7}))
                return true;
        }
        return false;
    }

    // Tries gentle curves first, then a way through the gaps.
    void improve(std::uint32_t t) {
        const Point p = from(t), q = to(t);
        const double distance = length(q - p), shift = pairs_.shift[t];
        Polyline best = polyline_of(bent(p, q, shift, 0.5));
        Hits of_best = hits(best, t);
        double least = cost(best, t, of_best, 0, 1e300);
        const auto consider = [&](std::vector<Point> chain, double bend) {
            Polyline line = polyline_of(std::move(chain));
            const Hits in_the_way = hits(line, t);
            if (in_the_way.through > 0 && least < routing_cost::through) return false;
            const double its = cost(line, t, in_the_way, bend, least);
            if (its < least - 1e-9) {
                least = its;
                best = std::move(line);
                of_best = in_the_way;
            }
            return in_the_way.near == 0;
        };
        int free = 0;  // gentle curves come first: after some that meet nobody, further ones are not better
        for (const double bulge : {0.04, -0.04, 0.08, -0.08, 0.13, -0.13, 0.2, -0.2}) {
            for (const double where : {0.5, 0.2, 0.8})
                free += consider(bent(p, q, shift + bulge * distance, where),
                                 std::abs(bulge) + std::abs(where - 0.5) * 0.2)
                            ? 1
                            : 0;
            if (free > 6) break;
        }
        if (of_best.through > 0) {
            for (const double room : {9.0, 16.0, 5.0, 2.5}) {
                if (room == 16.0 && shift == 0) continue;  // a wider way for the second line of a pair
                const auto corners = detour(p, q, others(t), room, page_.grown(25));
                if (!corners || way(*corners) > longest_detour * distance + 40) continue;
                for (const double radius : {60.0, 25.0, 8.0, 2.0}) consider(rounded(*corners, radius), 1.5);
                if (of_best.through == 0 && (shift == 0 || room > 9)) break;
            }
        }
        grid_.remove(t, lines_[t]);
        lines_[t] = std::move(best);
        grid_.add(t, lines_[t]);
    }

    static double way(const std::vector<Point>& corners) {
        double sum = 0;
        for (std::size_t i = 0; i + 1 < corners.size(); ++i) sum += length(corners[i + 1] - corners[i]);
        return sum;
    }

    std::vector<Box> others(std::size_t t) const {
        std::vector<Box> boxes;
        for (std::size_t u = 0; u < obstacles_.glyph.size(); ++u) {
            if (belongs(t, u)) continue;
            boxes.push_back(obstacles_.glyph[u]);
            if (!obstacles_.label[u].empty()) boxes.push_back(obstacles_.label[u]);
        }
        return boxes;
    }

    const Picture& picture_;
    const Arrangement& arrangement_;
    Obstacles obstacles_;
    Box page_;
    Pairs pairs_;
    std::vector<Polyline> lines_;
    BoxGrid boxes_;
    LineGrid grid_;
    double most_beyond_;
};

}  // namespace

std::vector<std::vector<Point>> routed(const Picture& picture, const LayoutProblem& problem,
                                       const Arrangement& arrangement, Ways ways) {
    std::vector<std::vector<Point>> chains(picture.ties.size());
    Router router(picture, problem, arrangement);
    if (in_detail(picture.nodes.size()) && ways == Ways::around) router.run();
    for (std::size_t t = 0; t < chains.size(); ++t) {
        chains[t] = router.chain(t);
        if (picture.ties[t].source > picture.ties[t].target) std::reverse(chains[t].begin(), chains[t].end());
    }
    trim_to_borders(picture, problem, chains);
    return chains;
}

void trim_to_borders(const Picture& picture, const LayoutProblem& problem,
                     std::vector<std::vector<Point>>& chains) {
    std::vector<std::vector<Point>> outlines;
    for (const NodeShape& shape : problem.shapes) outlines.push_back(shape.outline());
    for (std::size_t t = 0; t < chains.size(); ++t)
        chains[t] =
            trimmed(chains[t], outlines[picture.ties[t].source], outlines[picture.ties[t].target], 1.5);
}

}  // namespace entente::render
