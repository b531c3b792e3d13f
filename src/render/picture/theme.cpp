#include "render/picture/theme.hpp"

namespace entente::render {
namespace {

// Strong tones without blue and orange, which are the signs of ties: one meaning a color. The first four
// differ for readers without red, green or blue cones; pale tones are tints of them that carry the ink
// at 4.5:1 and better.
constexpr std::array<Tone, 8> light_tones{{
    {"#1f9d6b", "#d4ece3"},
    {"#6a2c91", "#e3d7ea"},
    {"#a38c00", "#eee9cf"},
    {"#d069ab", "#f6e2ef"},
    {"#0b5a45", "#d1e0dc"},
    {"#9077c9", "#eae5f5"},
    {"#6f7d3a", "#e4e6da"},
    {"#7a2f57", "#e6d7df"},
}};

constexpr std::array<Tone, 8> dark_tones{{
    {"#2bb07f", "#1b453a"},
    {"#b58ae6", "#443a59"},
    {"#e3cf4a", "#524e2a"},
    {"#f07fc4", "#56364e"},
    {"#1d8f6b", "#173b34"},
    {"#7c5fd0", "#332d52"},
    {"#a9b86a", "#414733"},
    {"#c9a3b8", "#4a414b"},
}};

constexpr std::array<Tone, 8> gray_tones{{{"#3c3c3c", "#ffffff"},
                                          {"#6e6e6e", "#dedede"},
                                          {"#1a1a1a", "#c6c6c6"},
                                          {"#8a8a8a", "#f0f0f0"},
                                          {"#555555", "#b4b4b4"},
                                          {"#2b2b2b", "#e8e8e8"},
                                          {"#7c7c7c", "#d2d2d2"},
                                          {"#484848", "#bcbcbc"}}};

constexpr std::array<Theme, 3> all_themes{{
    {"light",
     "for the screen and for color print",
     "#ffffff",
     "#1c1f24",
     "#565c66",
     "#0b6aa8",
     "#c2410c",
     "#6b7280",
     "#111827",
     {"#5b6470", "#edeff2"},
     light_tones},
    {"dark",
     "for slides and dark pages",
     "#14171c",
     "#f1f3f6",
     "#b4bac4",
     "#6cbcf0",
     "#ff9159",
     "#a2a9b4",
     "#ffffff",
     {"#aab2be", "#2b3038"},
     dark_tones},
    {"print",
     "for gray print: no hue carries meaning",
     "#ffffff",
     "#000000",
     "#444444",
     "#3a3a3a",
     "#000000",
     "#8a8a8a",
     "#000000",
     {"#444444", "#f4f4f4"},
     gray_tones},
}};

}  // namespace

std::span<const Theme> themes() { return all_themes; }

}  // namespace entente::render
