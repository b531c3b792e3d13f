#include "render/routing.hpp"

#include "render/detour.hpp"

#include <array>
#include <map>

namespace entente {
namespace {

constexpr double beside = 13;     // between the lines of one pair
constexpr double clearance = 4;   // wanted between a line and a stranger
constexpr std::size_t most_routed = 300, most_detours = 250;

struct Line {
    std::vector<Point> chain, points;
    Box reach;
};

Line line_of(std::vector<Point> chain) {
    Line line{std::move(chain), {}, {}};
    line.points = flattened(line.chain, 8);
    for (const Point p : line.points) line.reach = line.reach.with({p.x, p.y, p.x, p.y});
    return line;
}

// A curve from p to q that leaves the straight line by `bulge` at most, furthest off at `where` (0.5: the middle).
std::vector<Point> bent(Point p, Point q, double bulge, double where) {
    const Point off = normal(q - p) * (bulge * 4 / 3);
    const Point d = q - p;
    return {p, p + d * (0.67 * where) + off, p + d * (1 - 0.67 * (1 - where)) + off, q};
}

bool line_hits(const Line& line, const Box& box) {
    if (box.empty() || !line.reach.grown(0.01).meets(box)) return false;
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
        if (segment_hits(line.points[i], line.points[i + 1], box)) return true;
    }
    return false;
}

unsigned meetings(const Line& a, const Line& b) {
    if (!a.reach.grown(0.01).meets(b.reach.grown(0.01))) return 0;
    unsigned count = 0;
    for (std::size_t i = 0; i + 1 < a.points.size(); ++i) {
        const Point p = a.points[i], q = a.points[i + 1];
        if (std::max(p.x, q.x) < b.reach.left || std::min(p.x, q.x) > b.reach.right || std::max(p.y, q.y) < b.reach.top || std::min(p.y, q.y) > b.reach.bottom) continue;
        for (std::size_t j = 0; j + 1 < b.points.size(); ++j) count += segments_cross(p, q, b.points[j], b.points[j + 1]) ? 1 : 0;
    }
    return count;
}

class Router {
public:
    Router(const Picture& picture, const Scene& scene, const Arrangement& arrangement)
        : picture_(picture), arrangement_(arrangement), obstacles_(obstacles_of(scene, arrangement)), shift_(shifts(picture)), lines_(picture.ties.size()) {
        for (std::size_t t = 0; t < lines_.size(); ++t) lines_[t] = line_of(bent(from(t), to(t), shift_[t], 0.5));
        for (std::size_t i = 0; i < obstacles_.glyph.size(); ++i) page_ = page_.with(obstacles_.glyph[i]).with(obstacles_.label[i]);
        page_ = page_.grown(6);
    }

    void run() {
        std::vector<std::size_t> blocked;
        for (std::size_t t = 0; t < lines_.size(); ++t) {
            if (hits(lines_[t], t, clearance) > 0) blocked.push_back(t);
        }
        // Where hundreds of ties are blocked, ways around would only tangle.
        around_ = blocked.size() <= most_detours;
        for (int round = 0; round < 2; ++round) {
            for (const std::size_t t : blocked) improve(t);
        }
    }

    const std::vector<Point>& chain(std::size_t t) const { return lines_[t].chain; }

private:
    Point from(std::size_t t) const { return arrangement_.middle[std::min(picture_.ties[t].source, picture_.ties[t].target)]; }
    Point to(std::size_t t) const { return arrangement_.middle[std::max(picture_.ties[t].source, picture_.ties[t].target)]; }

    // How far each tie keeps from the straight line, so that the ties of a pair stand apart.
    static std::vector<double> shifts(const Picture& picture) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::size_t>> pairs;
        for (std::size_t t = 0; t < picture.ties.size(); ++t) pairs[std::minmax(picture.ties[t].source, picture.ties[t].target)].push_back(t);
        std::vector<double> shift(picture.ties.size(), 0);
        for (const auto& [pair, ties] : pairs) {
            for (std::size_t k = 0; k < ties.size(); ++k) shift[ties[k]] = (static_cast<double>(k) - (static_cast<double>(ties.size()) - 1) / 2) * beside;
        }
        return shift;
    }

    bool belongs(std::size_t t, std::size_t node) const { return picture_.ties[t].source == node || picture_.ties[t].target == node; }

    unsigned hits(const Line& line, std::size_t t, double margin) const {
        unsigned count = 0;
        for (std::size_t u = 0; u < obstacles_.glyph.size(); ++u) {
            if (belongs(t, u)) continue;
            count += line_hits(line, obstacles_.glyph[u].grown(margin)) ? 1 : 0;
            count += line_hits(line, obstacles_.label[u].grown(margin)) ? 1 : 0;
        }
        return count;
    }

    // Lines far outside make the page larger and the text smaller.
    double beyond(const Line& line) const {
        const double out = std::max({page_.left - line.reach.left, line.reach.right - page_.right, page_.top - line.reach.top, line.reach.bottom - page_.bottom, 0.0});
        return out > 40 ? 1e5 : out > 0 ? 10 + 1.5 * out : 0;
    }

    // Gives up once it is above `limit`.
    double cost(const Line& line, std::size_t t, double bend, double limit) const {
        double sum = 14 * bend + beyond(line);
        const unsigned near = hits(line, t, clearance);
        if (near > 0) sum += 25.0 * near + 300.0 * hits(line, t, 1);
        if (sum >= limit) return sum;
        for (const std::uint32_t end : {picture_.ties[t].source, picture_.ties[t].target}) sum += line_hits(line, obstacles_.label[end]) ? 3 : 0;
        for (std::size_t o = 0; o < lines_.size(); ++o) {
            if (o == t) continue;
            if (belongs(t, picture_.ties[o].source) && belongs(t, picture_.ties[o].target)) {
                sum += touching(line, lines_[o]) ? 60 : 0;
                continue;
            }
            const bool neighbours = belongs(t, picture_.ties[o].source) || belongs(t, picture_.ties[o].target);
            sum += (neighbours ? 4 : 9) * meetings(line, lines_[o]);
            if (sum >= limit) return sum;
        }
        return sum;
    }

    // Whether two lines of one pair would look like one.
    static bool touching(const Line& a, const Line& b) {
        const Point middle = a.points[a.points.size() / 2];
        for (std::size_t i = 0; i + 1 < b.points.size(); ++i) {
            if (segment_hits(b.points[i], b.points[i + 1], {middle.x - 7, middle.y - 7, middle.x + 7, middle.y + 7})) return true;
        }
        return false;
    }

    // Tries gentle curves first, then a way through the gaps.
    void improve(std::size_t t) {
        const Point p = from(t), q = to(t);
        const double distance = length(q - p);
        Line best = line_of(bent(p, q, shift_[t], 0.5));
        double least = cost(best, t, 0, 1e300);
        const auto consider = [&](std::vector<Point> chain, double bend) {
            Line line = line_of(std::move(chain));
            if (hits(line, t, 1) > 0 && least < 300) return false;
            const double its = cost(line, t, bend, least);
            const bool free_of_hits = hits(line, t, clearance) == 0;
            if (its >= least - 1e-9) return free_of_hits;
            least = its;
            best = std::move(line);
            return free_of_hits;
        };
        int free = 0;  // gentle curves come first: after some that meet nobody, further ones are not better
        for (const double bulge : {0.05, -0.05, 0.1, -0.1, 0.16, -0.16, 0.24, -0.24, 0.34, -0.34, 0.46, -0.46}) {
            for (const double where : {0.5, 0.2, 0.8}) free += consider(bent(p, q, shift_[t] + bulge * distance, where), std::abs(bulge) + std::abs(where - 0.5) * 0.2) ? 1 : 0;
            if (free > 6) break;
        }
        if (around_ && hits(best, t, 1) > 0) {
            for (const double room : {9.0, 16.0, 5.0, 2.5}) {
                if (room == 16.0 && shift_[t] == 0) continue;  // a wider way for the second line of a pair
                const auto corners = detour(p, q, strangers(t), room, page_.grown(25));
                if (!corners) continue;
                for (const double radius : {60.0, 25.0, 8.0}) consider(rounded(*corners, radius), 1.5);
                if (shift_[t] == 0 || room > 9) break;
            }
        }
        lines_[t] = std::move(best);
    }

    std::vector<Box> strangers(std::size_t t) const {
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
    std::vector<double> shift_;
    std::vector<Line> lines_;
    Box page_;
    bool around_ = true;
};

double unevenness(const std::vector<Line>& lines) {
    if (lines.size() < 2) return 0;
    double sum = 0, squares = 0;
    for (const Line& line : lines) {
        const double l = line.points.size() < 2 ? 0 : length(line.points.back() - line.points.front());
        sum += l;
        squares += l * l;
    }
    const double n = static_cast<double>(lines.size()), average = sum / n;
    return average > 0 ? std::sqrt(std::max(squares / n - average * average, 0.0)) / average : 0;
}

std::uint64_t overlaps(const Obstacles& obstacles) {
    std::uint64_t count = 0;
    const std::size_t n = obstacles.glyph.size();
    if (n > 2000) return 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            count += obstacles.glyph[i].meets(obstacles.glyph[j]) ? 1 : 0;
            count += obstacles.glyph[i].meets(obstacles.label[j]) ? 1 : 0;
            count += obstacles.label[i].meets(obstacles.glyph[j]) ? 1 : 0;
            count += obstacles.label[i].meets(obstacles.label[j]) ? 1 : 0;
        }
    }
    return count;
}

void count_hits_and_crossings(const Picture& picture, const Obstacles& obstacles, const std::vector<Line>& lines, LayoutScore& score) {
    for (std::size_t t = 0; t < lines.size(); ++t) {
        const PictureTie& tie = picture.ties[t];
        for (std::size_t u = 0; u < obstacles.glyph.size(); ++u) {
            if (u == tie.source || u == tie.target) {
                score.covered += line_hits(lines[t], obstacles.label[u]) ? 1 : 0;
                continue;
            }
            score.hits += line_hits(lines[t], obstacles.glyph[u]) ? 1 : 0;
            score.hits += line_hits(lines[t], obstacles.label[u]) ? 1 : 0;
        }
        for (std::size_t o = 0; o < t; ++o) {
            const PictureTie& other = picture.ties[o];
            if (other.source == tie.source || other.source == tie.target || other.target == tie.source || other.target == tie.target) continue;
            score.crossings += meetings(lines[t], lines[o]);
        }
    }
}

}  // namespace

Obstacles obstacles_of(const Scene& scene, const Arrangement& arrangement) {
    Obstacles obstacles;
    for (std::size_t i = 0; i < scene.faces.size(); ++i) {
        obstacles.glyph.push_back(scene.faces[i].glyph().at(arrangement.middle[i]));
        obstacles.label.push_back(scene.faces[i].label(arrangement.side[i]).at(arrangement.middle[i]));
    }
    return obstacles;
}

std::vector<std::vector<Point>> routed(const Picture& picture, const Scene& scene, const Arrangement& arrangement) {
    std::vector<std::vector<Point>> chains(picture.ties.size());
    Router router(picture, scene, arrangement);
    if (picture.nodes.size() <= most_routed) router.run();
    for (std::size_t t = 0; t < chains.size(); ++t) {
        chains[t] = router.chain(t);
        if (picture.ties[t].source > picture.ties[t].target) std::reverse(chains[t].begin(), chains[t].end());
    }
    trim_to_borders(picture, scene, chains);
    return chains;
}

void trim_to_borders(const Picture& picture, const Scene& scene, std::vector<std::vector<Point>>& chains) {
    std::vector<std::vector<Point>> outlines;
    for (const Face& face : scene.faces) outlines.push_back(face.outline());
    for (std::size_t t = 0; t < chains.size(); ++t) chains[t] = trimmed(chains[t], outlines[picture.ties[t].source], outlines[picture.ties[t].target], 1.5);
}

void turn_labels(const Picture& picture, const Scene& scene, Arrangement& arrangement, const std::vector<std::vector<Point>>& ties) {
    std::vector<Line> lines;
    for (const std::vector<Point>& chain : ties) lines.push_back(line_of(chain));
    Obstacles obstacles = obstacles_of(scene, arrangement);
    // What lies under the label: its own ties, and a hundredfold all else.
    const auto covered = [&](std::size_t node, const Box& label) {
        const Box wanted = label.grown(clearance / 2);
        unsigned count = 0;
        for (std::size_t u = 0; u < obstacles.glyph.size(); ++u) {
            if (u != node && (wanted.meets(obstacles.glyph[u]) || wanted.meets(obstacles.label[u]))) count += 100;
        }
        for (std::size_t t = 0; t < lines.size(); ++t) {
            const bool own = picture.ties[t].source == node || picture.ties[t].target == node;
            if (line_hits(lines[t], own ? label : wanted)) count += own ? 1 : 100;
        }
        return count;
    };
    for (std::size_t i = 0; i < scene.faces.size(); ++i) {
        if (obstacles.label[i].empty()) continue;
        unsigned least = covered(i, obstacles.label[i]);
        for (const LabelSide side : {LabelSide::below, LabelSide::above, LabelSide::right, LabelSide::left}) {
            if (least == 0) break;
            const Box label = scene.faces[i].label(side).at(arrangement.middle[i]);
            const unsigned under = covered(i, label);
            if (under >= least) continue;
            least = under;
            arrangement.side[i] = side;
            obstacles.label[i] = label;
        }
    }
}

LayoutScore score_of(const Picture& picture, const Scene& scene, const Arrangement& arrangement, const std::vector<std::vector<Point>>& ties, Point page) {
    LayoutScore score;
    const Obstacles obstacles = obstacles_of(scene, arrangement);
    std::vector<Line> lines;
    for (const std::vector<Point>& chain : ties) lines.push_back(line_of(chain));
    score.overlaps = overlaps(obstacles);
    if (ties.size() <= 4000 && scene.faces.size() <= 2000) count_hits_and_crossings(picture, obstacles, lines, score);
    score.unevenness = unevenness(lines);
    double room = 1;
    for (std::size_t i = 0; i < obstacles.glyph.size(); ++i) {
        const Box box = obstacles.glyph[i].with(obstacles.label[i]);
        room += box.width() * box.height();
    }
    score.spread = std::log10(std::max(page.x * page.y, 1.0) / room);
    score.shape = page.x > 0 && page.y > 0 ? std::abs(std::log2(page.x / page.y * 3 / 4)) : 0;
    return score;
}

}  // namespace entente
