#include "render/panels/panel_labels.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "render/lines/arrowheads.hpp"
#include "render/lines/grid.hpp"
#include "render/picture/style.hpp"

namespace entente::render {
namespace {

// What a place costs; from `never` on, which two lines of others make, the name is rather left out.
constexpr double never = 100, on_line = 60, on_own_end = 20, on_own_line = 8, on_ring = 3, elsewhere = 0.5,
                 slid = 1;
constexpr double between_names = 2, between_line_and_name = 1.5;
constexpr double last = 14;             // of a line, which no name of others may take away
constexpr double beyond_the_panel = 8;  // that a name may reach

struct Place {
    LabelSide side = LabelSide::hidden;
    Point moved;
};

class PanelNames {
public:
    PanelNames(const Picture& picture, const Layout& layout, const std::vector<NodeShape>& shapes,
               const PanelContent& content)
        : picture_(picture),
          layout_(layout),
          shapes_(shapes),
          content_(content),
          lines_(Box{0, 0, layout.width, layout.height}),
          ties_of_(shapes.size(), 0),
          seen_(layout.ties.size(), 0) {
        for (const std::size_t t : content.ties) {
            lines_.add(static_cast<std::uint32_t>(t), polyline_of(layout.ties[t]));
            ++ties_of_[picture.ties[t].source];
            ++ties_of_[picture.ties[t].target];
        }
        for (std::size_t i = 0; i < shapes.size(); ++i)
            glyphs_.push_back(shapes[i].glyph().at(layout.nodes[i]));
    }

    Layout placed() {
        Layout result = layout_;
        if (result.moved.empty()) result.moved.resize(shapes_.size());
        for (const std::size_t i : by_rank()) {
            const Place place = best_place(i);
            result.sides[i] = place.side;
            result.moved[i] = place.moved;
            if (place.side != LabelSide::hidden) names_.push_back(box_at(i, place));
        }
        return result;
    }

private:
    // Those with a name beside their shape, the most tied first.
    std::vector<std::size_t> by_rank() const {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < shapes_.size(); ++i) {
            if (content_.active[i] != 0 && !shapes_[i].inside && !shapes_[i].lines.empty())
                order.push_back(i);
        }
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return ties_of_[a] > ties_of_[b]; });
        return order;
    }

    Box box_at(std::size_t node, const Place& place) const {
        return shapes_[node].label(place.side).at(layout_.nodes[node] + place.moved);
    }

    std::vector<Place> places_of(std::size_t node) const {
        std::vector<Place> places;
        if (layout_.sides[node] != LabelSide::hidden)
            places.push_back({layout_.sides[node], layout_.moved.empty() ? Point{} : layout_.moved[node]});
        const NodeShape& shape = shapes_[node];
        for (const double slide : {0.0, -0.3, 0.3, -0.6, 0.6, -0.9, 0.9}) {
            for (const LabelSide side :
                 {LabelSide::right, LabelSide::left, LabelSide::below, LabelSide::above}) {
                const Box usual = shape.label(side);
                const bool beside = side == LabelSide::right || side == LabelSide::left;
                const Point moved = beside ? Point{0, slide * (usual.height() / 2 + shape.half_height)}
                                           : Point{slide * (usual.width() / 2 + shape.half_width), 0};
                places.push_back({side, moved});
            }
        }
        return places;
    }

    Place best_place(std::size_t node) {
        Place best;
        double least = never;
        bool first = true;
        for (const Place& place : places_of(node)) {
            double cost = first ? 0 : elsewhere;
            first = false;
            if (!(place.moved == Point{})) cost += slid;
            cost += covered(node, box_at(node, place));
            if (cost >= least) continue;
            least = cost;
            best = place;
        }
        return best;
    }

    double covered(std::size_t node, const Box& name) {
        if (name.left < -beyond_the_panel || name.right > layout_.width + beyond_the_panel ||
            name.top < -beyond_the_panel || name.bottom > layout_.height + beyond_the_panel)
            return never;
        for (const Box& other : names_) {
            if (other.grown(between_names).meets(name)) return never;
        }
        double cost = 0;
        for (std::size_t u = 0; u < glyphs_.size(); ++u) {
            if (u == node || !glyphs_[u].grown(between_names).meets(name)) continue;
            if (content_.active[u] != 0) return never;
            cost += on_ring;
        }
        ++query_;
        lines_.through(name.grown(between_line_and_name), [&](std::uint32_t t) {
            if (seen_[t] != query_) cost += cost_over(node, name, t);
            seen_[t] = query_;
        });
        return cost;
    }

    double cost_over(std::size_t node, const Box& name, std::uint32_t t) const {
        const PictureTie& tie = picture_.ties[t];
        const Point source = layout_.ties[t].front(), target = layout_.ties[t].back();
        if (tie.source != node && tie.target != node)
            return name.grown(last).holds(source) || name.grown(last).holds(target) ? never : on_line;
        return on_own_line + (name.grown(last).holds(tie.source == node ? source : target) ? on_own_end : 0);
    }

    const Picture& picture_;
    const Layout& layout_;
    const std::vector<NodeShape>& shapes_;
    const PanelContent& content_;
    LineGrid lines_;
    std::vector<std::size_t> ties_of_;
    std::vector<Box> glyphs_, names_;
    std::vector<std::uint64_t> seen_;  // by tie: the query that met it last
    std::uint64_t query_ = 0;
};

}  // namespace

Layout with_panel_labels(const Picture& picture, const Layout& layout, const std::vector<NodeShape>& shapes,
                         const PanelContent& content) {
    return PanelNames(picture, layout, shapes, content).placed();
}

}  // namespace entente::render
