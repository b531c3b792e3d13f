#include "render/picture/style.hpp"

#include "render/picture/groups.hpp"
#include "render/picture/size_class.hpp"

namespace entente::render {

Tone tone_of(const Picture& picture, const PictureNode& node, const Theme& theme) {
    if (picture.color_by == ColorBy::none || node.color == no_color || node.color >= theme.tones.size())
        return theme.neutral;
    return theme.tones[node.color];
}

Tone tone_of_group(const Picture& picture, std::uint32_t group, const Theme& theme) {
    if (picture.color_by != (shows_bloc_regions(picture) ? ColorBy::faction : ColorBy::community))
        return theme.neutral;
    const std::string word = std::to_string(group);
    for (std::size_t i = 0; i < picture.colors.size(); ++i) {
        if (picture.colors[i] == word) return theme.tones[i];
    }
    return theme.neutral;
}

WidthScale width_scale(const Picture& picture) {
    WidthScale scale;
    const std::size_t n = picture.nodes.size();
    scale.thinnest = by_size<double>(n, {1.7, 1.1, 0.6, 0.6});
    if (picture.ties.empty()) return scale;
    scale.least = scale.most = picture.ties[0].strength;
    for (const PictureTie& tie : picture.ties) {
        scale.least = std::min(scale.least, tie.strength);
        scale.most = std::max(scale.most, tie.strength);
    }
    if (scale.most <= scale.least * (1 + 1e-9)) return scale;
    scale.thinnest = by_size<double>(n, {1.1, 0.6, 0.4, 0.4});
    scale.per_strength = by_size<double>(n, {4.4, 1.9, 1.8, 1.8}) / scale.most;
    return scale;
}

bool has_signs(const Picture& picture) {
    return std::any_of(picture.ties.begin(), picture.ties.end(),
                       [](const PictureTie& tie) { return tie.sign != Sign::none; });
}

Stroke stroke_of(const Picture& picture, Sign sign, double width, const Theme& theme) {
    const std::size_t n = picture.nodes.size();
    const double opacity = by_size<double>(n, {1, 1, 0.45, 0.24});
    switch (sign) {
        case Sign::positive:
            return {theme.positive, "", width, opacity};
        case Sign::negative:
            return {theme.negative, in_detail(n) ? "7 4" : "3 2", width, opacity};
        case Sign::none:
            break;
    }
    return {theme.plain, has_signs(picture) && in_detail(n) ? "2 3.5" : "", width, opacity};
}

double opacity_of_confidence(double confidence) { return confidence < 1 ? 0.25 + 0.45 * confidence : 1; }

double arrowhead_size(double width) { return 7.5 + 1.3 * width; }

bool draws_arrowheads(const Picture& picture) { return picture.nodes.size() <= most_with_arrowheads; }

Arrowhead take_arrowhead(std::vector<Point>& chain, Sign sign, double wanted) {
    Arrowhead head;
    if (chain.size() < 4) return head;
    Point* last = &chain[chain.size() - 4];
    const Point tip = last[3];
    const double total = length(last[3] - last[0]);
    const double size = std::min(wanted, std::max(total * 0.8, 2.0));
    double low = 0, high = 1;  // the point of the last curve that is `size` from the tip
    for (int step = 0; step < 30; ++step) {
        const double t = (low + high) / 2;
        (length(on_cubic(last, t) - tip) > size ? low : high) = t;
    }
    const Point base = on_cubic(last, low);
    const Point along = (tip - base) * (1 / std::max(length(tip - base), 1e-9)), across = normal(along);
    const double half = size * 0.42;
    switch (sign) {
        case Sign::positive:
            head.points = {tip, base + across * half, base - across * half};
            break;
        case Sign::negative:
            head.points = {tip, base - along * (size * 0.15) + across * (half * 1.15),
                           base + along * (size * 0.38),
                           base - along * (size * 0.15) - across * (half * 1.15)};
            break;
        case Sign::none:
            head.open = true;
            head.points = {base + across * half, tip, base - across * half};
            break;
    }
    // The line ends inside a filled head, at the tip of an open one.
    if (head.open) return head;
    const double keep = low + (high - low) * 0.5;
    const Point a = last[0], b = last[1], c = last[2], d = last[3];
    const auto between = [&](Point p, Point q) { return p * (1 - keep) + q * keep; };
    const Point ab = between(a, b), bc = between(b, c), cd = between(c, d), abc = between(ab, bc),
                bcd = between(bc, cd);
    last[1] = ab;
    last[2] = abc;
    last[3] = between(abc, bcd);
    return head;
}

}  // namespace entente::render
