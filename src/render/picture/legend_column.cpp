#include "render/picture/legend_column.hpp"

#include <algorithm>

#include "render/layout/node_shape.hpp"
#include "render/picture/groups.hpp"
#include "render/picture/style.hpp"
#include "render/picture/text_width.hpp"
#include "render/write/markup.hpp"

namespace entente::render {
namespace {

constexpr double font_size = 13, row = legend_row, sample = legend_sample, heading_row = 24, column_gap = 24;

std::string category_text(const Picture& picture, std::size_t color, std::size_t actors) {
    const std::string& word = picture.colors[color];
    if (picture.color_by == ColorBy::community) return group_names(picture)[std::stoul(word) - 1];
    const std::string count = " (" + std::to_string(actors) + ")";
    if (picture.color_by == ColorBy::faction && shows_blocs(picture))
        return bloc_names(picture)[std::stoul(word) - 1];
    if (picture.color_by == ColorBy::faction) return "faction " + word + count;
    return word + count;
}

struct Size {
    double width, height;
};

Size size_of(const LegendColumn& column) {
    Size size{text_width(column.heading, font_size) * 1.08, heading_row};
    for (const LegendItem& item : column.items) {
        size.width = std::max(size.width, column.room + 8 + text_width(item.text, font_size));
        size.height += item.height;
    }
    return size;
}

std::string column_markup(const LegendColumn& column, Point at, const Theme& theme) {
    std::string markup =
        text_element({column.heading}, {at.x, at.y + 13}, row, {font_size, theme.ink, "start", true}) + "\n";
    double y = at.y + heading_row;
    for (const LegendItem& item : column.items) {
        const double middle = y + item.height / 2;
        XmlWriter sample_at;
        sample_at.open("g").attribute("transform", moved_by({at.x + column.room / 2, middle}));
        markup += sample_at.markup(item.markup).close().take();
        markup +=
            text_element({item.text}, {at.x + column.room + 8, middle + 4.5}, row, {font_size, theme.ink}) +
            "\n";
        y += item.height;
    }
    return markup;
}

}  // namespace

std::string upper_first(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string shape_sample(Form form, const Tone& tone, bool pale, const Theme& theme) {
    NodeShape shape;
    shape.form = form;
    shape.half_width = pale ? 11 : 7;
    shape.half_height = 7;
    shape.inside = pale;
    return shape_markup(shape, {0, 0}, tone, theme);
}

// Shapes of the kinds, with their colors where color is by kind.
void add_kinds(std::vector<LegendColumn>& columns, const Picture& picture, bool labels_inside,
               const Theme& theme) {
    const bool named = std::any_of(picture.kinds.begin(), picture.kinds.end(),
                                   [](const std::string& kind) { return !kind.empty(); });
    if (!named || picture.kinds.size() < 2) return;  // what does not vary is no legend's matter
    LegendColumn column{picture.kinds_are_modes ? "Mode" : "Kind", {}, sample};
    for (std::size_t k = 0; k < picture.kinds.size(); ++k) {
        Tone tone = theme.neutral;
        if (picture.color_by == ColorBy::kind) {
            const auto found = std::find(picture.colors.begin(), picture.colors.end(), picture.kinds[k]);
            if (found != picture.colors.end())
                tone = theme.tones[static_cast<std::size_t>(found - picture.colors.begin())];
        }
        column.items.push_back({shape_sample(form_of_kind(picture.kinds, k), tone, labels_inside, theme),
                                picture.kinds_are_modes && picture.kinds[k].empty() ? "without ties"
                                : picture.kinds[k].empty()                          ? "no kind given"
                                                                                    : picture.kinds[k]});
    }
    columns.push_back(std::move(column));
}

void add_colors(std::vector<LegendColumn>& columns, const Picture& picture, bool labels_inside,
                const Theme& theme) {
    if (picture.collapsed) return;  // the labels say it
    if (picture.color_by == ColorBy::none || picture.color_by == ColorBy::kind || picture.colors.empty())
        return;
    std::vector<std::size_t> counts(picture.colors.size() + 1, 0);
    for (const PictureNode& node : picture.nodes)
        counts[std::min<std::size_t>(node.color, picture.colors.size())] += 1;
    if (picture.colors.size() == 1 && counts.back() == 0) return;  // what does not vary
    const bool blocs = picture.color_by == ColorBy::faction && shows_blocs(picture);
    LegendColumn column{upper_first(picture.color_title), {}, sample};
    for (std::size_t i = 0; i < picture.colors.size(); ++i) {
        column.items.push_back({shape_sample(Form::round, theme.tones[i], labels_inside, theme),
                                category_text(picture, i, counts[i])});
    }
    if (counts.back() > 0)
        column.items.push_back(
            {shape_sample(Form::round, theme.neutral, labels_inside, theme),
             (blocs ? "in no bloc (" : "other or none (") + std::to_string(counts.back()) + ")"});
    columns.push_back(std::move(column));
}

Legend legend_from(std::vector<LegendColumn> columns, const Theme& theme, double width) {
    Legend legend;
    std::string body;
    double x = 0, y = 0, tallest = 0;
    for (LegendColumn& column : columns) {
        for (LegendItem& item : column.items) {
            const std::vector<std::string> lines = wrapped(item.text, width - sample - 12, 1, font_size);
            if (!lines.empty()) item.text = lines[0];
        }
        const Size size = size_of(column);
        if (x > 0 && x + size.width > width) {
            x = 0;
            y += tallest + 16;
            tallest = 0;
        }
        body += column_markup(column, {x, y}, theme);
        legend.width = std::max(legend.width, x + size.width);
        x += size.width + column_gap;
        tallest = std::max(tallest, size.height);
    }
    legend.height = y + tallest;
    legend.markup = body;
    return legend;
}

}  // namespace entente::render
