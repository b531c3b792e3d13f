// What a figure looks like: colors, all of them safe for color-blind readers and checked for contrast by a
// test.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace entente::render {

// A color of the palette: the glyph's or border's own strong tone, and a pale tone of it that carries text.
struct Tone {
    std::string_view strong, pale;
};

struct Theme {
    std::string_view name;
    std::string_view purpose;
    std::string_view paper, ink, faint_ink;      // background, text, secondary text
    std::string_view positive, negative, plain;  // ties by sign
    std::string_view emphasis;                   // highlighted actors and paths
    Tone neutral;                                // actors without a color of their own
    std::array<Tone, 8> tones;                   // categories in order of use; further ones are neutral
};

// light, dark, print.
std::span<const Theme> themes();

}  // namespace entente::render
