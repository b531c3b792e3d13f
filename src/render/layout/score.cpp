#include "render/layout/score.hpp"

#include "render/lines/grid.hpp"
#include "render/lines/obstacles.hpp"

namespace entente {
namespace {

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

void count_hits(const Picture& picture, const Obstacles& obstacles, const std::vector<Line>& lines,
                LayoutScore& score) {
    const BoxGrid grid(obstacles.extent(), obstacles.boxes(), 0);
    for (std::size_t t = 0; t < lines.size(); ++t) {
        grid.near(lines[t], [&](std::uint32_t box) {
            const std::size_t node = box / 2;
            const bool own = node == picture.ties[t].source || node == picture.ties[t].target;
            if ((own && box % 2 == 0) || !line_hits(lines[t], grid.box(box))) return;
            (own ? score.covered : score.hits) += 1;
        });
    }
}

void count_crossings(const Picture& picture, const Obstacles& obstacles, const std::vector<Line>& lines,
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

}  // namespace

LayoutScore score_of(const Picture& picture, const LayoutProblem& scene, const Arrangement& arrangement,
                     const std::vector<std::vector<Point>>& ties, Point page) {
    LayoutScore score;
    const Obstacles obstacles = obstacles_of(scene, arrangement);
    std::vector<Line> lines;
    for (const std::vector<Point>& chain : ties) lines.push_back(line_of(chain));
    score.overlaps = overlaps(obstacles);
    if (ties.size() <= 4000 && scene.faces.size() <= 2000) {
        count_hits(picture, obstacles, lines, score);
        count_crossings(picture, obstacles, lines, score);
    }
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
