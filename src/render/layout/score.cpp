#include "render/layout/score.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/portable_math.hpp"
#include "render/layout/layout_problem.hpp"
#include "render/lines/grid.hpp"
#include "render/picture/size_class.hpp"

namespace entente::render {
namespace {

double unevenness(const std::vector<Polyline>& lines) {
    if (lines.size() < 2) return 0;
    double sum = 0, squares = 0;
    for (const Polyline& line : lines) {
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
    if (size_class(n) == SizeClass::huge) return 0;
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

void count_hits(const Picture& picture, const Obstacles& obstacles, const std::vector<Polyline>& lines,
                LayoutScore& score) {
    const BoxGrid grid(obstacles.extent(), obstacles.boxes(), 0);
    for (std::size_t t = 0; t < lines.size(); ++t) {
        grid.near(lines[t], [&](std::uint32_t box) {
            const std::size_t node = box / 2;
            const bool own = node == picture.ties[t].source || node == picture.ties[t].target;
            if ((own && box % 2 == 0) || !polyline_hits(lines[t], grid.box(box))) return;
            (own ? score.covered : score.hits) += 1;
        });
    }
}

void count_crossings(const Picture& picture, const Obstacles& obstacles, const std::vector<Polyline>& lines,
                     LayoutScore& score) {
    LineGrid grid(obstacles.extent());
    for (std::uint32_t t = 0; t < lines.size(); ++t) {
        const PictureTie& tie = picture.ties[t];
        grid.meetings(lines[t], [&](std::uint32_t o) {
            const PictureTie& other = picture.ties[o];
            if (other.source != tie.source && other.source != tie.target && other.target != tie.source &&
                other.target != tie.target)
                score.crossings += 1;
            return true;
        });
        grid.add(t, lines[t]);
    }
}

constexpr PageShape usual;

// Of a figure whose network is so wide, with its margins, when 1,200 pixels show it.
double text_pixels(double width, std::size_t actors) {
    return label_font_size(actors) * 1200 / std::max(width + 48, 720.0);
}

// What a line does on its way, which a straight one does not.
void measure_ways(const std::vector<Polyline>& lines, LayoutScore& score) {
    double turning = 0;
    for (const Polyline& line : lines) {
        double way = 0, turned = 0;
        for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
            const Point step = line.points[i + 1] - line.points[i];
            way += length(step);
            if (i == 0) continue;
            const Point before = line.points[i] - line.points[i - 1];
            // The sine, which is the angle for the small turns of a flattened curve and needs no libm.
            const double both = length(step) * length(before);
            if (both > 0) turned += dot(step, before) > 0 ? std::abs(cross(before, step)) / both : 1.6;
        }
        turning += turned;
        const double straight = line.points.size() < 2 ? 0 : length(line.points.back() - line.points.front());
        if (straight > 1) score.detours += std::clamp(way / straight - 1.3, 0.0, 3.0);
    }
    if (!lines.empty()) score.turning = turning / static_cast<double>(lines.size());
}

double log2_of(double value) { return portable_log(std::max(value, 1e-6)) / portable_log(2); }

// How far a page is from 4:3 … 1:1.2, and from what no sheet shows well.
double cost_of_page(double aspect) {
    if (!(aspect > 0)) return 0;
    return std::max(0.0, log2_of(1 / aspect / 1.2)) + 3 * std::max(0.0, log2_of(1 / aspect / 1.5)) +
           0.3 * std::max(0.0, log2_of(aspect * 3 / 4)) + 3 * std::max(0.0, log2_of(aspect * 3 / 8));
}

}  // namespace

// Every weight of the contest.
double LayoutScore::cost() const {
    const double tangle = static_cast<double>(crossings + covered) + 5 * static_cast<double>(hits) +
                          400 * static_cast<double>(overlaps);
    const double few = 4 + ties / 10;  // crossings that a reader hardly minds
    return portable_log(1 + tangle / few) + 0.5 * turning + 0.12 * detours / (1 + ties / 100) +
           0.7 * std::max(0.0, log2_of(16 / text)) + 1.5 * std::max(0.0, log2_of(10 / text)) +
           cost_of_page(aspect) + 0.3 * unevenness + 0.2 * spread - 1.6 * shows_modes;
}

bool LayoutScore::beats(const LayoutScore& other) const {
    return shows_modes >= other.shows_modes && overlaps + hits <= other.overlaps + other.hits &&
           crossings < other.crossings && text > other.text;
}

std::size_t best_of(std::span<const LayoutScore> scores) {
    std::size_t best = 0;
    double least = 1e300;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (std::any_of(scores.begin(), scores.end(),
                        [&](const LayoutScore& other) { return other.beats(scores[i]); }))
            continue;
        // A millionth more is not worse, so that the last bit decides nothing.
        if (scores[i].cost() < least - 1e-6) {
            least = scores[i].cost();
            best = i;
        }
    }
    return best;
}

std::string to_string(const LayoutScore& score) {
    return fmt::format(
        "cost {:.2f}: overlaps {}, ties through other actors {}, crossings {}, ties under their own labels "
        "{}, "
        "turning {:.2f}, detours {:.2f}, text {:.1f} px, unevenness {:.2f}, spread {:.2f}, width to height "
        "{:.2f}",
        score.cost(), score.overlaps, score.hits, score.crossings, score.covered, score.turning,
        score.detours, score.text, score.unevenness, score.spread, score.aspect);
}

LayoutScore score_of(const Picture& picture, const LayoutProblem& problem, const Arrangement& arrangement,
                     const std::vector<std::vector<Point>>& ties, Point page) {
    LayoutScore score;
    const Obstacles obstacles = obstacles_of(problem, arrangement);
    std::vector<Polyline> lines;
    for (const std::vector<Point>& chain : ties) lines.push_back(polyline_of(chain));
    score.overlaps = overlaps(obstacles);
    if (ties.size() <= most_ties_scored && size_class(problem.shapes.size()) != SizeClass::huge) {
        count_hits(picture, obstacles, lines, score);
        count_crossings(picture, obstacles, lines, score);
    }
    score.unevenness = unevenness(lines);
    double room = 1;
    for (std::size_t i = 0; i < obstacles.glyph.size(); ++i) {
        const Box box = obstacles.glyph[i].with(obstacles.label[i]);
        room += box.width() * box.height();
    }
    score.spread = portable_log(std::max(page.x * page.y, 1.0) / room) / portable_log(10);
    measure_ways(lines, score);
    score.aspect = page.y > 0 ? page.x / page.y * (usual.aspect / problem.page.aspect) : 0;
    score.text = text_pixels(page.x * (usual.least_sheet / problem.page.least_sheet), picture.nodes.size());
    score.ties = static_cast<double>(ties.size());
    return score;
}

}  // namespace entente::render
