#include "render/picture/theme.hpp"

namespace entente::render {
namespace {

// Strong tones after Okabe & Ito 2008 (color universal design), darkened where they stand on white; pale
// tones are tints of them that carry the ink at 4.5:1 and better.
constexpr std::array<Tone, 8> light_tones{{{"#0072b2", "#d3e7f5"},
                                           {"#d55e00", "#fbdfcb"},
                                           {"#009e73", "#cdeee2"},
                                           {"#c4679b", "#f5dcea"},
                                           {"#b98a00", "#faeec2"},
                                           {"#2f93c9", "#ddf1fc"},
                                           {"#6b4ea0", "#e4dcf2"},
                                           {"#7a6a52", "#ebe5da"}}};

constexpr std::array<Tone, 8> dark_tones{{{"#56b4e9", "#143d57"},
                                          {"#f08a3c", "#5a2c0b"},
                                          {"#2fc79b", "#0c463a"},
                                          {"#e08fc0", "#54243f"},
                                          {"#e6b93a", "#4d3c08"},
                                          {"#8fd0f5", "#27475c"},
                                          {"#b39ae0", "#392a5c"},
                                          {"#c4b291", "#443b2c"}}};

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
     "for the screen and for colour print",
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
     "for grey print: no hue carries meaning",
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
