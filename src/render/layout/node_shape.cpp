#include "render/layout/node_shape.hpp"

#include <numbers>

#include "render/picture/size_class.hpp"
#include "render/picture/text_width.hpp"

namespace entente::render {
namespace {

struct Wrapping {
    std::vector<std::string> lines;
    double width = 0;
};

Wrapping wrapping(const std::string& label, double width, std::size_t lines, double font_size) {
    Wrapping result{wrapped(label, width, lines, font_size), 0};
    for (const std::string& line : result.lines)
        result.width = std::max(result.width, text_width(line, font_size));
    return result;
}

// The narrowest wrapping that keeps every word whole and the label short: of the widths tried, the one of
// least area, wide boxes and cut labels being worse.
Wrapping best_wrapping(const std::string& label, double font_size, double height_of_line) {
    Wrapping best;
    double least = 1e300;
    for (const double width : {56.0, 68.0, 82.0, 98.0, 116.0, 136.0}) {
        Wrapping tried = wrapping(label, width, 3, font_size);
        const bool cut =
            !tried.lines.empty() && tried.lines.back().ends_with("\u2026") && !label.ends_with("\u2026");
        const double lines = static_cast<double>(tried.lines.size());
        const double cost =
            (tried.width + 18) * (lines * height_of_line + 12) * (1 + tried.width / 700) + (cut ? 1e6 : 0);
        if (cost < least - 1e-9) {
            least = cost;
            best = std::move(tried);
        }
    }
    return best;
}

// Whether a word was broken or the end cut off: a wider box is better.
bool mutilated(const std::string& label, const std::vector<std::string>& lines) {
    std::string joined;
    for (const std::string& line : lines) joined += (joined.empty() ? "" : " ") + line;
    return joined.size() > label.size() ||
           (!lines.empty() && lines.back().ends_with("\u2026") && !label.ends_with("\u2026"));
}

Wrapping whole_words(const std::string& label, Wrapping tried, double font_size) {
    for (double width = 110; mutilated(label, tried.lines) && width <= 200; width += 15)
        tried = wrapping(label, width, width < 150 ? 3 : 4, font_size);
    return tried;
}

Wrapping inside_wrapping(const std::string& label, double font_size, double height_of_line) {
    return whole_words(label, best_wrapping(label, font_size, height_of_line), font_size);
}

// Beside a shape few lines are better than narrow ones.
Wrapping beside_wrapping(const std::string& label, double font_size, bool many) {
    Wrapping best;
    double least = 1e300;
    for (const double width : {76.0, 90.0, 104.0, 118.0, 134.0}) {
        Wrapping tried = wrapping(label, width, 3, font_size);
        const double cost = static_cast<double>(tried.lines.size()) * (many ? 22 : 30) + tried.width * 0.5 +
                            (mutilated(label, tried.lines) ? 1000 : 0);
        if (cost >= least - 1e-9) continue;
        least = cost;
        best = std::move(tried);
    }
    return whole_words(label, std::move(best), font_size);
}

void fit_inside(NodeShape& shape, const std::string& label) {
    shape.inside = true;
    Wrapping text = inside_wrapping(label, shape.font_size, shape.line_height);
    const double text_height = static_cast<double>(text.lines.size()) * shape.line_height;
    double half_height = std::max(14.0, text_height / 2 + 6);
    double half_width = std::max(18.0, text.width / 2 + 8);
    switch (shape.form) {  // room for the ends that are not straight
        case Form::round:
            half_width += half_height * (text.lines.size() > 1 ? 0.42 : 0.32);
            break;
        case Form::box:
            break;
        case Form::hexagon:
            half_width += half_height * 0.38;
            break;
        case Form::diamond:
            half_width += 5;
            break;
        case Form::slanted:
            half_width += half_height * 0.5;
            break;
        case Form::triangle:
            half_width += half_height * 0.45;
            break;
    }
    shape.lines = std::move(text.lines);
    shape.text_width = text.width;
    shape.half_width = half_width;
    shape.half_height = half_height;
}

void fit_beside(NodeShape& shape, const PictureNode& node, double radius, std::size_t actors) {
    shape.half_width = shape.half_height = radius;
    if (shape.form == Form::hexagon || shape.form == Form::diamond)
        shape.half_width = shape.half_height = radius * 1.12;
    if (shape.form == Form::triangle) shape.half_width = shape.half_height = radius * 1.2;
    if (shape.form == Form::box) shape.half_width = shape.half_height = radius * 0.9;
    if (!node.labeled) return;
    Wrapping text = beside_wrapping(node.label, shape.font_size, size_class(actors) != SizeClass::small);
    shape.lines = std::move(text.lines);
    shape.text_width = text.width;
}

NodeShape bare_shape(const Picture& picture, const PictureNode& node) {
    NodeShape shape;
    shape.form = form_of_kind(picture.kinds, node.shape);
    shape.font_size = label_font_size(picture.nodes.size());
    shape.line_height = line_height(node.label, shape.font_size);
    return shape;
}

}  // namespace

Box NodeShape::label(LabelSide side) const {
    if (inside || lines.empty()) return {};
    const double height = static_cast<double>(lines.size()) * line_height;
    const double half = text_width / 2 + 1;
    switch (side) {
        case LabelSide::below:
            return {-half, half_height + 2, half, half_height + 2 + height};
        case LabelSide::above:
            return {-half, -half_height - 2 - height, half, -half_height - 2};
        case LabelSide::right:
            return {half_width + 4, -height / 2, half_width + 4 + 2 * half, height / 2};
        case LabelSide::left:
            return {-half_width - 4 - 2 * half, -height / 2, -half_width - 4, height / 2};
        case LabelSide::hidden:
            break;
    }
    return {};
}

std::vector<Point> NodeShape::outline() const {
    const double w = half_width, h = half_height;
    switch (form) {
        case Form::box:
            return {{-w, -h}, {w, -h}, {w, h}, {-w, h}};
        case Form::hexagon: {
            const double cut = inside ? h * 0.55 : w * 0.5;
            const double up = inside ? h : h * 0.87;
            return {{-w + cut, -up}, {w - cut, -up}, {w, 0}, {w - cut, up}, {-w + cut, up}, {-w, 0}};
        }
        case Form::diamond: {
            if (!inside) return {{0, -h}, {w, 0}, {0, h}, {-w, 0}};
            const double cut = std::min(8.0, 0.55 * h);
            return {{-w + cut, -h}, {w - cut, -h}, {w, -h + cut}, {w, h - cut},
                    {w - cut, h},   {-w + cut, h}, {-w, h - cut}, {-w, -h + cut}};
        }
        case Form::slanted: {
            const double cut = inside ? h * 0.5 : w * 0.5;
            return {{-w + cut, -h}, {w, -h}, {w - cut, h}, {-w, h}};
        }
        case Form::triangle:
            if (!inside) return {{0, -h}, {w, h * 0.8}, {-w, h * 0.8}};
            return {{-w, -h}, {w - h * 0.6, -h}, {w, 0}, {w - h * 0.6, h}, {-w, h}};
        case Form::round:
            break;
    }
    // A circle, or two half circles and the straight lines between them.
    std::vector<Point> points;
    const double straight = w - h;
    for (int i = 0; i < 32; ++i) {
        const double angle = 2 * std::numbers::pi * (i + 0.5) / 32 - std::numbers::pi / 2;
        points.push_back({(i < 16 ? straight : -straight) + h * std::cos(angle), h * std::sin(angle)});
    }
    return points;
}

bool is_moved_away(const Layout& layout, std::size_t node) {
    return !layout.moved.empty() && !(layout.moved[node] == Point{});
}

Box label_box(const NodeShape& shape, const Layout& layout, std::size_t node) {
    const Point moved = layout.moved.empty() ? Point{} : layout.moved[node];
    return shape.label(layout.sides[node]).at(layout.nodes[node] + moved);
}

Form form_of_kind(const std::vector<std::string>& kinds, std::size_t kind) {
    const auto fixed = [](std::string_view word) {
        return word == "leader" || word.empty() ? 0 : word == "group" ? 1 : word == "state" ? 2 : -1;
    };
    std::array<bool, form_count> taken{};
    for (const std::string& word : kinds) {
        if (fixed(word) >= 0) taken[static_cast<std::size_t>(fixed(word))] = true;
    }
    std::size_t shape = 0;
    for (std::size_t k = 0; k <= kind && k < kinds.size(); ++k) {
        if (fixed(kinds[k]) >= 0) {
            shape = static_cast<std::size_t>(fixed(kinds[k]));
            continue;
        }
        shape = 0;
        while (shape + 1 < form_count && taken[shape]) ++shape;
        taken[shape] = true;
    }
    return static_cast<Form>(shape);
}

double label_font_size(std::size_t actors) { return size_class(actors) == SizeClass::small ? 13 : 12.4; }

double radius_of_score(double score, const SizeScale& scale) {
    if (!(score > 0) || !(scale.most > 0)) return scale.smallest_radius;
    return std::max(scale.smallest_radius,
                    scale.largest_radius * std::sqrt(std::min(score / scale.most, 1.0)));
}

SizeScale size_scale(const Picture& picture) {
    const std::size_t n = picture.nodes.size();
    const bool sized = !picture.size_title.empty();
    SizeScale scale;
    scale.largest_radius = sized ? by_size<double>(n, {22, 15, 11, 9}) : by_size<double>(n, {8, 5.5, 3.4, 2});
    scale.smallest_radius = by_size<double>(n, {3.2, 3.2, 2.2, 1.4});
    for (const PictureNode& node : picture.nodes) {
        if (node.size > scale.most) scale.most = node.size;
    }
    return scale;
}

std::vector<NodeShape> node_shapes(const Picture& picture) {
    const SizeScale scale = size_scale(picture);
    const bool sized = !picture.size_title.empty();
    const std::size_t n = picture.nodes.size();
    const bool labels_inside =
        !sized && (n <= few_actors || (n <= most_in_small && picture.ties.size() <= 2 * n));
    std::vector<NodeShape> shapes(n);
    for (std::size_t i = 0; i < n; ++i) {
        const PictureNode& node = picture.nodes[i];
        NodeShape& shape = shapes[i] = bare_shape(picture, node);
        if (labels_inside && node.labeled) fit_inside(shape, node.label);
        else fit_beside(shape, node, sized ? radius_of_score(node.size, scale) : scale.largest_radius, n);
    }
    return shapes;
}

std::vector<NodeShape> shapes_with_names_beside(const Picture& picture) {
    constexpr double radius = 5;
    std::vector<NodeShape> shapes;
    for (const PictureNode& node : picture.nodes) {
        shapes.push_back(bare_shape(picture, node));
        fit_beside(shapes.back(), node, radius, picture.nodes.size());
    }
    return shapes;
}

}  // namespace entente::render
