#include "render/layout/score.hpp"

#include <fmt/format.h>

#include <tuple>

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

// The one place that says what counts first and how much: fields are compared in turn, smaller is better.
auto rank_of(const LayoutScore& score) {
    // Quarters of an octave beyond what a page can show: a portrait sheet, or one that is 8 wide and 3 high.
    const auto off_page = std::llround(std::ceil(4 * std::max(score.shape - 1, 0.0) - 1e-6));
    // Rounded, so that the last bit of a logarithm decides nothing.
    const auto form = std::llround((score.unevenness + score.spread + 0.5 * score.shape) * 1e6);
    return std::tuple(score.overlaps, score.hits, off_page, score.crossings + score.covered, form);
}

}  // namespace

bool LayoutScore::better_than(const LayoutScore& other) const { return rank_of(*this) < rank_of(other); }

std::string to_string(const LayoutScore& score) {
    return fmt::format(
        "overlaps {}, ties through other actors {}, crossings {}, ties under their own labels {}, unevenness "
        "{:.2f}, spread {:.2f}, page shape {:.2f}",
        score.overlaps, score.hits, score.crossings, score.covered, score.unevenness, score.spread,
        score.shape);
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
    score.shape =
        page.x > 0 && page.y > 0 ? std::abs(portable_log(page.x / page.y * 3 / 4)) / portable_log(2) : 0;
    return score;
}

}  // namespace entente::render
