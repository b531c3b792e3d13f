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

}  // namespace entente::render
