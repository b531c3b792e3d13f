#include "render/matrix/matrix.hpp"

#include <algorithm>
#include <map>

#include "render/layout/node_shape.hpp"
#include "render/matrix/cells.hpp"
#include "render/matrix/matrix_order.hpp"
#include "render/picture/style.hpp"
#include "render/picture/text_width.hpp"
#include "render/write/document.hpp"

namespace entente::render {
namespace {

constexpr double label_size = 12.6, largest_cell = 22, widest_label = 260, widest_grid = 1500,
                 widest_for_legend = 940;

struct Plan {
    const Picture& picture;
    const Theme& theme;
    MatrixOrder order;
    std::vector<std::string> labels;  // of each node, on one line; "": not labeled
    double cell = largest_cell;
    double glyph = 0;                                      // radius of the shapes beside the labels
    double row_room = 0, column_room = 0, names_room = 0;  // for labels and for the names of the blocks
    Point grid;                                            // its upper left corner
    Point size;
    Paragraph title, subtitle, footer;
    Legend legend;
    Point legend_at;

    double columns_end() const { return grid.x + cell * static_cast<double>(order.columns.size()); }
    double rows_end() const { return grid.y + cell * static_cast<double>(order.rows.size()); }
};

// The height that a row needs for its text.
double text_height(const Plan& plan) {
    double height = label_size * 1.22;
    for (const std::string& label : plan.labels)
        height = std::max(height, line_height(label, label_size) + 0.5);
    return height;
}

// Where cells are lower than text, only the actors with most ties that have room are named.
void keep_labels_apart(Plan& plan, const std::vector<std::uint32_t>& nodes, double height) {
    if (plan.cell >= height) return;
    std::vector<std::size_t> ties(plan.picture.nodes.size(), 0), order(nodes.size());
    for (const PictureTie& tie : plan.picture.ties) {
        ++ties[tie.source];
        ++ties[tie.target];
    }
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return ties[nodes[a]] > ties[nodes[b]]; });
    std::vector<std::size_t> kept;
    for (const std::size_t place : order) {
        const bool free = std::none_of(kept.begin(), kept.end(), [&](std::size_t other) {
            const double apart = static_cast<double>(place > other ? place - other : other - place);
            return apart * plan.cell < height;
        });
        if (free) kept.push_back(place);
        else plan.labels[nodes[place]].clear();
    }
}

double room_for(const Plan& plan, const std::vector<std::uint32_t>& nodes) {
    double room = 0;
    for (const std::uint32_t node : nodes) room = std::max(room, text_width(plan.labels[node], label_size));
    return room + 2 * plan.glyph + 10;
}

void choose_cells(Plan& plan) {
    for (const PictureNode& node : plan.picture.nodes) {
        const std::vector<std::string> lines =
            node.labeled ? wrapped(node.label, widest_label, 1, label_size) : std::vector<std::string>{};
        plan.labels.push_back(lines.empty() ? "" : lines[0]);
    }
    const double height = text_height(plan);
    const double most = static_cast<double>(std::max(plan.order.rows.size(), plan.order.columns.size()));
    plan.cell = std::clamp(widest_grid / std::max(most, 1.0), 0.8, std::max(largest_cell, height));
    if (plan.cell < height && most * height <= 1.25 * widest_grid) plan.cell = height;
    plan.glyph = std::min(5.0, plan.cell * 0.32);
    keep_labels_apart(plan, plan.order.rows, height);
    if (plan.order.two_modes) keep_labels_apart(plan, plan.order.columns, height);
    plan.row_room = room_for(plan, plan.order.rows);
    plan.column_room = room_for(plan, plan.order.columns);
    for (const MatrixBlock& block : plan.order.blocks) {
        if (block.rows > 0)
            plan.names_room = std::max(plan.names_room, text_width(block.name, label_size) + 10);
    }
}

Plan plan_of(const Picture& picture, const Theme& theme) {
    Plan plan{picture, theme, matrix_order(picture), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    choose_cells(plan);
    const double columns = plan.cell * static_cast<double>(plan.order.columns.size()),
                 rows = plan.cell * static_cast<double>(plan.order.rows.size());
    const double content = plan.row_room + columns + plan.names_room;
    double width = std::max(content + 2 * page_margin, picture.page.least_sheet);
    plan.legend = matrix_legend_of(picture, plan.order.two_modes, !plan.order.blocks.empty(), theme,
                                   std::max(width, widest_for_legend) - 2 * page_margin);
    width = std::max(width, plan.legend.width + 2 * page_margin);
    double y = page_margin - 4;
    plan.title = title_of(picture, y, width, theme);
    y += height_of(plan.title);
    plan.subtitle = subtitle_of(picture, y, width, theme);
    y += height_of(plan.subtitle) + 16;
    plan.grid = {(width - content) / 2 + plan.row_room, y + plan.column_room};
    y = plan.grid.y + rows + 26;
    plan.legend_at = {page_margin, y};
    y += plan.legend.height > 0 ? plan.legend.height + 18 : 0;
    plan.footer = footer_of(picture, y, width, theme);
    plan.size = {width, y + height_of(plan.footer) + page_margin - 6};
    return plan;
}

// Ground, lines between the cells and what no tie can be in.
void write_grid(XmlWriter& xml, const Plan& plan) {
    const double right = plan.columns_end(), bottom = plan.rows_end();
    std::string lines;
    const auto line = [&](Point from, Point to) {
        lines += "M" + coordinate(from.x) + " " + coordinate(from.y) + "L" + coordinate(to.x) + " " +
                 coordinate(to.y);
    };
    if (plan.cell >= 4) {
        for (std::size_t i = 0; i <= plan.order.rows.size(); ++i) {
            const double y = plan.grid.y + plan.cell * static_cast<double>(i);
            line({plan.grid.x, y}, {right, y});
        }
        for (std::size_t i = 0; i <= plan.order.columns.size(); ++i) {
            const double x = plan.grid.x + plan.cell * static_cast<double>(i);
            line({x, plan.grid.y}, {x, bottom});
        }
    }
    xml.open("g").attribute("class", "grid");
    xml.open("path").attribute("d", lines.empty() ? "M0 0" : lines).attribute("fill", "none");
    xml.attribute("stroke", plan.theme.neutral.pale).attribute("stroke-width", 1).close();
    std::string diagonal;
    for (std::size_t i = 0; !plan.order.two_modes && i < plan.order.rows.size(); ++i) {
        const double at = plan.cell * static_cast<double>(i);
        const Box box{plan.grid.x + at, plan.grid.y + at, plan.grid.x + at + plan.cell,
                      plan.grid.y + at + plan.cell};
        diagonal += mark_path(
            {{{box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}}});
    }
    if (!diagonal.empty())
        xml.open("path").attribute("d", diagonal).attribute("fill", plan.theme.neutral.pale).close();
    xml.close().line_break();
}

// Frames around what ties actors of one block, and the blocks' names.
void write_blocks(XmlWriter& xml, const Plan& plan) {
    if (plan.order.blocks.empty()) return;
    xml.open("g").attribute("class", "blocks");
    double taken = -1e9;  // down to where names are written
    for (const MatrixBlock& block : plan.order.blocks) {
        const double y = plan.grid.y + plan.cell * static_cast<double>(block.row),
                     height = plan.cell * static_cast<double>(block.rows);
        if (block.rows > 0 && block.columns > 0) {
            xml.open("rect").attribute("x", plan.grid.x + plan.cell * static_cast<double>(block.column));
            xml.attribute("y", y).attribute("width", plan.cell * static_cast<double>(block.columns));
            xml.attribute("height", height).attribute("fill", "none").attribute("stroke", plan.theme.ink);
            xml.attribute("stroke-width", 1.4).close();
        }
        const double middle = y + height / 2, step = line_height(block.name, label_size);
        if (block.rows == 0 || middle - step / 2 < taken) continue;
        taken = middle + step / 2;
        xml.markup(text_element({block.name}, {plan.columns_end() + 8, middle + label_size * 0.35}, 0,
                                {label_size, plan.theme.faint_ink}));
    }
    xml.close().line_break();
}

struct CellOf {
    std::size_t row, column;
};

// The cells in which a tie stands: one where it leads one way, else two; of two modes always one.
std::vector<CellOf> cells_of(const MatrixOrder& order, const PictureTie& tie,
                             const std::vector<std::size_t>& row, const std::vector<std::size_t>& column) {
    const CellOf there{row[tie.source], column[tie.target]};
    if (order.two_modes) return {there};
    const CellOf back{row[tie.target], column[tie.source]};
    if (tie.to_target && !tie.to_source) return {there};
    if (tie.to_source && !tie.to_target) return {back};
    return {there, back};
}

class Cells {
public:
    explicit Cells(const Plan& plan)
        : plan_(plan), row_(plan.picture.nodes.size(), 0), column_(row_), scale_(plan.picture) {
        for (std::size_t i = 0; i < plan.order.rows.size(); ++i) row_[plan.order.rows[i]] = i;
        for (std::size_t i = 0; i < plan.order.columns.size(); ++i) column_[plan.order.columns[i]] = i;
        for (const PictureTie& tie : plan.picture.ties) {
            for (const CellOf cell : cells_of(plan.order, tie, row_, column_))
                ++shared_[{cell.row, cell.column}].ties;
        }
    }

    // Which the tie fills: its mark in each of its cells; ties are asked for in their order.
    std::vector<std::vector<std::vector<Point>>> marks(const PictureTie& tie) {
        std::vector<std::vector<std::vector<Point>>> all;
        for (const CellOf cell : cells_of(plan_.order, tie, row_, column_)) {
            Shared& shared = shared_[{cell.row, cell.column}];
            const double band = plan_.cell / shared.ties,
                         x = plan_.grid.x + plan_.cell * static_cast<double>(cell.column),
                         y = plan_.grid.y + plan_.cell * static_cast<double>(cell.row) +
                             band * shared.drawn++;
            all.push_back(cell_mark({x, y, x + plan_.cell, y + band}, tie.sign, scale_.share(tie.strength)));
        }
        return all;
    }

private:
    struct Shared {
        unsigned ties = 0, drawn = 0;
    };

    const Plan& plan_;
    std::vector<std::size_t> row_, column_;
    CellScale scale_;
    std::map<std::pair<std::size_t, std::size_t>, Shared> shared_;
};

void write_cells(XmlWriter& xml, const Plan& plan, const Document& document) {
    Cells cells(plan);
    xml.open("g").attribute("class", "ties").line_break();
    for (std::size_t t = 0; t < plan.picture.ties.size(); ++t) {
        const PictureTie& tie = plan.picture.ties[t];
        const bool stands_out = tie.frustrated || tie.emphasis == Emphasis::raised;
        const double sure = opacity_of_confidence(tie.confidence);
        open_edge(xml, document, tie, t);
        bool first = true;
        for (const auto& mark : cells.marks(tie)) {
            // The mirrored cell is no second path: a tie has one.
            for (const std::vector<Point>& polygon : mark) {
                if (first) xml.open("path").attribute("d", mark_path(mark));
                else xml.open("polygon").attribute("points", polygon_points(polygon, {0, 0}));
                xml.attribute("fill", color_of_sign(tie.sign, plan.theme));
                if (sure < 1) xml.attribute("fill-opacity", sure);
                if (stands_out) xml.attribute("stroke", plan.theme.emphasis).attribute("stroke-width", 2);
                xml.close();
                if (first) break;
            }
            first = false;
        }
        if (!tie.tooltip.empty() && !document.slim) xml.open("title").text(tie.tooltip).close();
        xml.close().line_break();
    }
    xml.close().line_break();
}

std::string glyph_of(const Plan& plan, const PictureNode& node, Point at) {
    NodeShape shape;
    shape.form = form_of_kind(plan.picture.kinds, node.shape);
    shape.half_width = shape.half_height = plan.glyph * (shape.form == Form::box ? 0.88 : 1);
    return shape_markup(shape, at, tone_of(plan.picture, node, plan.theme), plan.theme, node.emphasis);
}

// Read from below: the text of a column.
void write_upright(XmlWriter& xml, const Plan& plan, const std::string& label, double x) {
    if (label.empty()) return;
    const double above = plan.order.two_modes ? 2 * plan.glyph + 7 : 6;
    xml.open("g").attribute("transform", moved_by({x, plan.grid.y - above}) + " rotate(-90)");
    xml.markup(text_element({label}, {0, label_size * 0.35}, 0, {label_size, plan.theme.ink})).close();
}

void write_actors(XmlWriter& xml, const Plan& plan, const Document& document) {
    const auto place = [&](double start, std::size_t i) {
        return start + plan.cell * (static_cast<double>(i) + 0.5);
    };
    bool first = true;
    xml.open("g").attribute("class", "nodes").line_break();
    for (std::size_t i = 0; i < plan.order.rows.size(); ++i) {
        const PictureNode& node = plan.picture.nodes[plan.order.rows[i]];
        const std::string& label = plan.labels[plan.order.rows[i]];
        const Point at{plan.grid.x - plan.glyph - 3, place(plan.grid.y, i)};
        open_node(xml, document, node, first);
        xml.markup(glyph_of(plan, node, at));
        if (!label.empty())
            xml.markup(text_element({label}, {at.x - plan.glyph - 4, at.y + label_size * 0.35}, 0,
                                    {label_size, plan.theme.ink, "end"}));
        xml.open("title").text(node.tooltip).close().close().line_break();
        first = false;
    }
    for (std::size_t i = 0; plan.order.two_modes && i < plan.order.columns.size(); ++i) {
        const PictureNode& node = plan.picture.nodes[plan.order.columns[i]];
        const Point at{place(plan.grid.x, i), plan.grid.y - plan.glyph - 3};
        open_node(xml, document, node, first);
        xml.markup(glyph_of(plan, node, at));
        write_upright(xml, plan, plan.labels[plan.order.columns[i]], at.x);
        xml.open("title").text(node.tooltip).close().close().line_break();
        first = false;
    }
    xml.close().line_break();
    if (plan.order.two_modes) return;
    xml.open("g").attribute("class", "columns").attribute("aria-hidden", "true").line_break();
    for (std::size_t i = 0; i < plan.order.columns.size(); ++i)
        write_upright(xml, plan, plan.labels[plan.order.columns[i]], place(plan.grid.x, i));
    xml.close().line_break();
}

}  // namespace

std::string matrix_svg(const Picture& picture, const SvgOptions& options, const Theme& theme) {
    const Plan plan = plan_of(picture, theme);
    return document_of(picture, options, theme, plan.size, [&](const Document& document) {
        XmlWriter xml;
        open_document(xml, document);
        write(xml, plan.title);
        write(xml, plan.subtitle);
        xml.open("g").attribute("class", "network matrix").line_break();
        write_grid(xml, plan);
        write_cells(xml, plan, document);
        write_blocks(xml, plan);
        write_actors(xml, plan, document);
        xml.close().line_break();
        write_legend(xml, plan.legend, plan.legend_at);
        write(xml, plan.footer);
        return xml.close().line_break().take();
    });
}

}  // namespace entente::render
