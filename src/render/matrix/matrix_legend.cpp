#include <algorithm>

#include "base/number.hpp"
#include "render/matrix/cells.hpp"
#include "render/matrix/matrix.hpp"
#include "render/picture/legend_column.hpp"
#include "render/picture/style.hpp"
#include "render/write/markup.hpp"

namespace entente::render {
namespace {

constexpr Box sample_box{-8, -8, 8, 8};

std::string cell_sample(Sign sign, double share, double opacity, const Theme& theme) {
    XmlWriter xml;
    xml.open("path").attribute("d", mark_path(cell_mark(sample_box, sign, share)));
    xml.attribute("fill", color_of_sign(sign, theme));
    if (opacity < 1) xml.attribute("opacity", opacity);
    return xml.close().take();
}

std::string square_sample(std::string_view fill, std::string_view stroke, double width) {
    XmlWriter xml;
    xml.open("rect").attribute("x", -8).attribute("y", -8).attribute("width", 16).attribute("height", 16);
    xml.attribute("fill", fill).attribute("stroke", stroke).attribute("stroke-width", width);
    return xml.close().take();
}

constexpr const char *arrow = "M-11 0H9M4 -4.5L9 0L4 4.5", *level = "M-10 0H10", *diagonal = "M-8 -8L8 8";

std::string stroke_sample(const char* data, const Theme& theme) {
    return line_markup(data, {.color = theme.faint_ink, .dash = "", .width = 1.5});
}

void add_signs(LegendColumn& column, const Picture& picture, const Theme& theme) {
    const bool signs = has_signs(picture);
    for (const Sign sign : {Sign::positive, Sign::negative, Sign::none}) {
        if (std::none_of(picture.ties.begin(), picture.ties.end(),
                         [&](const PictureTie& tie) { return tie.sign == sign; }))
            continue;
        column.items.push_back({cell_sample(sign, 1, 1, theme), sign == Sign::positive   ? "positive"
                                                                : sign == Sign::negative ? "hostile"
                                                                : signs                  ? "unsigned"
                                                                                         : "tie"});
    }
}

// How the matrix is read.
void add_reading(std::vector<LegendColumn>& columns, const Picture& picture, bool two_modes, bool blocks,
                 const Theme& theme) {
    LegendColumn column{"Matrix", {}, legend_sample};
    const bool directed = std::any_of(picture.ties.begin(), picture.ties.end(),
                                      [](const PictureTie& tie) { return tie.to_target || tie.to_source; });
    if (directed) column.items.push_back({stroke_sample(arrow, theme), "ties lead from rows to columns"});
    else if (two_modes) column.items.push_back({stroke_sample(level, theme), "rows are tied to columns"});
    else
        column.items.push_back(
            {stroke_sample(diagonal, theme), "each tie twice, on both sides of the diagonal"});
    if (blocks)
        column.items.push_back({square_sample("none", theme.ink, 1.6), shows_blocs(picture) ? "one bloc"
                                                                       : picture.camps > 0
                                                                           ? "one faction"
                                                                           : "one community"});
    columns.push_back(std::move(column));
}

void add_areas(std::vector<LegendColumn>& columns, const Picture& picture, const Theme& theme) {
    const CellScale scale(picture);
    if (!scale.varies()) return;
    LegendColumn column{picture.counts_rows ? "Rows of data (area)" : "Strength (area)", {}, legend_sample};
    for (const double strength : {scale.least(), scale.most()})
        column.items.push_back(
            {cell_sample(Sign::none, scale.share(strength), 1, theme), format_number(strength)});
    columns.push_back(std::move(column));
}

}  // namespace

Legend matrix_legend_of(const Picture& picture, bool two_modes, bool blocks, const Theme& theme,
                        double width) {
    std::vector<LegendColumn> columns;
    add_kinds(columns, picture, false, theme);
    add_colors(columns, picture, false, theme);
    LegendColumn ties{"Cell", {}, legend_sample};
    add_signs(ties, picture, theme);
    const auto any = [&](const auto& is) {
        return std::any_of(picture.ties.begin(), picture.ties.end(), is);
    };
    if (any([](const PictureTie& tie) { return tie.confidence < 1; }))
        ties.items.push_back(
            {cell_sample(Sign::none, 1, opacity_of_confidence(0.4), theme), "faint: not certain"});
    if (any([](const PictureTie& tie) { return tie.frustrated; }))
        ties.items.push_back({square_sample("none", theme.emphasis, 2),
                              shows_blocs(picture) ? "against the blocs" : "against the factions"});
    if (!ties.items.empty()) columns.push_back(std::move(ties));
    add_areas(columns, picture, theme);
    if (!picture.ties.empty()) add_reading(columns, picture, two_modes, blocks, theme);
    return legend_from(std::move(columns), theme, width);
}

}  // namespace entente::render
