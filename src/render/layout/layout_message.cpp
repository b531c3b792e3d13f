#include "render/layout/layout_message.hpp"

namespace entente::render {

Numbers encoded(const Layout& layout) {
    const LayoutScore& s = layout.score;
    Numbers numbers{static_cast<double>(s.overlaps),
                    static_cast<double>(s.hits),
                    static_cast<double>(s.crossings),
                    static_cast<double>(s.covered),
                    s.turning,
                    s.detours,
                    s.text,
                    s.unevenness,
                    s.spread,
                    s.aspect,
                    s.ties,
                    s.shows_modes,
                    layout.width,
                    layout.height,
                    layout.labels_inside ? 1.0 : 0.0};
    for (std::size_t i = 0; i < layout.nodes.size(); ++i)
        numbers.insert(numbers.end(),
                       {layout.nodes[i].x, layout.nodes[i].y, static_cast<double>(layout.sides[i])});
    numbers.push_back(layout.moved.empty() ? 0 : 1);
    for (const Point p : layout.moved) numbers.insert(numbers.end(), {p.x, p.y});
    for (const std::vector<Point>& chain : layout.ties) {
        numbers.push_back(static_cast<double>(chain.size()));
        for (const Point p : chain) numbers.insert(numbers.end(), {p.x, p.y});
    }
    numbers.push_back(layout.heads.empty() ? 0 : 1);
    for (const HeadPlaces place : layout.heads)
        numbers.insert(numbers.end(), {place.at_source, place.at_target});
    return numbers;
}

Layout decoded(const Numbers& numbers, const Picture& picture, const std::string& name) {
    std::size_t at = 0;
    const auto next = [&] { return numbers.at(at++); };
    const auto count = [&] { return static_cast<std::uint64_t>(next()); };
    Layout layout;
    layout.name = name;
    layout.score.overlaps = count();
    layout.score.hits = count();
    layout.score.crossings = count();
    layout.score.covered = count();
    layout.score.turning = next();
    layout.score.detours = next();
    layout.score.text = next();
    layout.score.unevenness = next();
    layout.score.spread = next();
    layout.score.aspect = next();
    layout.score.ties = next();
    layout.score.shows_modes = next();
    layout.width = next();
    layout.height = next();
    layout.labels_inside = next() != 0;
    for (std::size_t i = 0; i < picture.nodes.size(); ++i) {
        const double x = next(), y = next();
        layout.nodes.push_back({x, y});
        layout.sides.push_back(static_cast<LabelSide>(count()));
    }
    layout.moved.resize(next() != 0 ? picture.nodes.size() : 0);
    for (Point& p : layout.moved) {
        p.x = next();
        p.y = next();
    }
    for (std::size_t t = 0; t < picture.ties.size(); ++t) {
        std::vector<Point> chain(count());
        for (Point& p : chain) {
            p.x = next();
            p.y = next();
        }
        layout.ties.push_back(std::move(chain));
    }
    layout.heads.resize(next() != 0 ? picture.ties.size() : 0);
    for (HeadPlaces& place : layout.heads) {
        place.at_source = next();
        place.at_target = next();
    }
    return layout;
}

}  // namespace entente::render
