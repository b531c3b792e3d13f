#include "render/write/medium.hpp"

#include <array>

namespace entente::render {
namespace {

constexpr double point = 25.4 / 72, label_text = 13;  // millimeters; units of the layout

constexpr std::array<Medium, 4> all_media{{
    {"column", "one column of a journal, 85 mm wide", 85, 0, 7, 5.5, 1004, 0.85},
    {"page", "the text width of a page, 180 mm", 180, 0, 8, 6, 2126, 1.25},
    {"slide", "a slide of 16:9", 338.67, 190.5, 14, 10, 1920, 1.5},
    {"poster", "A1 on its side, 841 by 594 mm", 841, 594, 24, 16, 4967, 1.3},
}};

double units_at(const Medium& medium, double points) { return medium.width / point / points * label_text; }

}  // namespace

std::span<const Medium> media() { return all_media; }

PageShape page_of(const Medium& medium) {
    const double beside = medium.height > 0 ? 300 : 96;  // margins, and the legend where it stands there
    return {.aspect = medium.aspect,
            .least_sheet = units_at(medium, medium.text),
            .widest = units_at(medium, medium.least_text) - beside,
            .ratio = medium.height > 0 ? medium.width / medium.height : 0};
}

double text_points(const Medium& medium, double width) { return label_text * medium.width / point / width; }

}  // namespace entente::render
