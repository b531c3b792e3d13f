// From what a picture means to what is painted: colors of actors, strokes of ties.
#pragma once

#include <string>
#include <vector>

#include "render/layout/node_shape.hpp"
#include "render/picture/picture.hpp"
#include "render/picture/theme.hpp"

namespace entente::render {

Tone tone_of(const Picture& picture, const PictureNode& node, const Theme& theme);
Tone tone_of_group(const Picture& picture, std::uint32_t group, const Theme& theme);

struct Stroke {
    std::string_view color;
    std::string_view dash;  // "" solid
    double width = 1.6;
    double opacity = 1;
};

// How faint a tie is whose confidence is below 1.
double opacity_of_confidence(double confidence);

inline constexpr double faded_actor = 0.42;  // opacity of actors that step back

// How thick the ties are: alike, or growing with their strength.
struct WidthScale {
    double thinnest = 1.6, per_strength = 0, least = 1, most = 1;
    bool varies() const { return per_strength > 0; }
    double width(double strength) const { return thinnest + per_strength * strength; }
};
WidthScale width_scale(const Picture& picture);

// Whether any tie has a sign: only then are the unsigned ones dotted.
bool has_signs(const Picture& picture);
Stroke stroke_of(const Picture& picture, Sign sign, double width, const Theme& theme);

}  // namespace entente::render
