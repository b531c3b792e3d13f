#include "render/write/document.hpp"

#include <algorithm>

#include "base/prose.hpp"
#include "model/sign_text.hpp"
#include "render/picture/size_class.hpp"
#include "render/picture/style.hpp"
#include "render/picture/text_width.hpp"

namespace entente::render {
namespace {

constexpr double title_size = 22, subtitle_size = 14.5, small_size = 12.6;

// Above this size a figure in a page leaves out what the page's data say again: the tooltips of its ties,
// their relations and citations.
constexpr std::size_t slim_above = 200'000;  // bytes
// Above this size its ties are gathered into few paths; the page's script draws those of an actor from the
// data.
constexpr std::size_t gathered_above = 2'000'000;  // bytes

Paragraph paragraph(const std::string& words, double top, double page_width, const TextStyle& style,
                    std::size_t most_lines) {
    const double bold_factor = style.bold ? 1.08 : 1;
    Paragraph paragraph{wrapped(words, (page_width - 2 * page_margin) / bold_factor, most_lines, style.size),
                        {},
                        line_height(words, style.size),
                        style};
    const bool from_right = right_to_left(words);
    paragraph.at = {from_right ? page_width - page_margin : page_margin, top + style.size};
    if (from_right) paragraph.style.anchor = "end";
    return paragraph;
}

std::string footer_words(const Picture& picture) {
    std::string words;
    if (!picture.source_line.empty()) words = "Source: " + picture.source_line;
    if (!picture.period.empty()) words += (words.empty() ? "" : " \u00b7 ") + ("Ties: " + picture.period);
    if (!picture.date.empty()) words += (words.empty() ? "" : " \u00b7 ") + ("Data: " + picture.date);
    return words;
}

std::string font_family(const std::string& wanted) {
    std::string own;
    for (const char c : wanted) {
        if (c != '\'' && c != '"' && c != ';' && c != '\\') own += c;
    }
    return (own.empty() ? "" : "'" + own + "', ") + std::string(default_fonts);
}

// The figure in the middle of a page of the shape asked for.
Box page_around(const Document& document) {
    const double ratio = document.picture.page.ratio;
    double width = document.size.x, height = document.size.y;
    if (ratio > 0) {
        width = std::max(width, height * ratio);
        height = width / ratio;
    }
    const double left = (document.size.x - width) / 2, top = (document.size.y - height) / 2;
    return {left, top, left + width, top + height};
}

void add_size(XmlWriter& xml, const SvgOptions& options, const Box& page) {
    if (options.millimeters > 0) {
        xml.attribute("width", coordinate(options.millimeters) + "mm");
        xml.attribute("height", coordinate(options.millimeters * page.height() / page.width()) + "mm");
        return;
    }
    const double scale = options.width / page.width();
    xml.attribute("width", page.width() * scale).attribute("height", page.height() * scale);
}

}  // namespace

Paragraph title_of(const Picture& picture, double top, double page_width, const Theme& theme) {
    return paragraph(picture.title, top, page_width, {title_size, theme.ink, "start", true}, 3);
}

Paragraph subtitle_of(const Picture& picture, double top, double page_width, const Theme& theme) {
    return paragraph(picture.subtitle, top, page_width, {subtitle_size, theme.faint_ink}, 3);
}

Paragraph footer_of(const Picture& picture, double top, double page_width, const Theme& theme) {
    return paragraph(footer_words(picture), top, page_width, {small_size, theme.faint_ink}, 4);
}

double height_of(const Paragraph& paragraph) {
    return paragraph.lines.empty() ? 0 : static_cast<double>(paragraph.lines.size()) * paragraph.step + 3;
}

std::string document_of(const Picture& picture, const SvgOptions& options, const Theme& theme, Point size,
                        const std::function<std::string(const Document&)>& written) {
    Document document{picture, options, theme, size};
    std::string svg = written(document);
    if (!document.in_page()) return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg;
    if (svg.size() <= slim_above) return svg;
    document.slim = true;
    svg = written(document);
    if (svg.size() <= gathered_above) return svg;
    document.gathered = true;
    return written(document);
}

void open_document(XmlWriter& xml, const Document& document) {
    const std::string prefix = document.options.name;
    xml.open("svg").attribute("xmlns", "http://www.w3.org/2000/svg").attribute("version", "1.1");
    xml.attribute("role", document.in_page() ? "group" : "img");
    const Box page = page_around(document);
    if (!document.in_page()) {
        xml.attribute("aria-labelledby", prefix + "-title " + prefix + "-desc");
        add_size(xml, document.options, page);
    }
    xml.attribute("viewBox", coordinate(page.left) + " " + coordinate(page.top) + " " +
                                 coordinate(page.width()) + " " + coordinate(page.height()));
    xml.attribute("font-family", font_family(document.options.font));
    if (document.in_page()) xml.attribute("aria-label", *document.options.page_label);
    xml.line_break();
    xml.open("title").attribute("id", prefix + "-title");
    xml.text(document.picture.title.empty() ? "Network" : document.picture.title).close().line_break();
    xml.open("desc").attribute("id", prefix + "-desc");
    xml.markup(escaped(printable(describe(document.picture, 6)))).close().line_break();
    xml.open("rect").attribute("class", "paper");
    if (page.left != 0 || page.top != 0) xml.attribute("x", page.left).attribute("y", page.top);
    xml.attribute("width", page.width()).attribute("height", page.height());
    xml.attribute("fill", document.theme.paper).close().line_break();
}

void write(XmlWriter& xml, const Paragraph& paragraph) {
    if (paragraph.lines.empty()) return;
    xml.markup(text_element(paragraph.lines, paragraph.at, paragraph.step, paragraph.style)).line_break();
}

void write_legend(XmlWriter& xml, const Legend& legend, Point at) {
    if (legend.markup.empty()) return;
    xml.open("g").attribute("class", "legend").attribute("transform", moved_by(at));
    xml.line_break().markup(legend.markup).close().line_break();
}

void open_edge(XmlWriter& xml, const Document& document, const PictureTie& tie, std::size_t place) {
    const Picture& picture = document.picture;
    xml.open("g").attribute("class", "edge");
    xml.attribute("data-source", picture.nodes[tie.source].id);
    xml.attribute("data-target", picture.nodes[tie.target].id);
    if (tie.sign != Sign::none) xml.attribute("data-sign", sign_text(tie.sign));
    if (picture.ties.size() <= most_ties_with_details) {
        if (!tie.relations.empty() && !document.slim) xml.attribute("data-relation", tie.relations);
        if (!tie.citations.empty() && !document.slim) xml.attribute("data-citation", tie.citations);
        std::string rows;
        for (const TieId row : tie.rows) rows += (rows.empty() ? "" : " ") + std::to_string(index(row) + 1);
        xml.attribute("data-rows", rows);
        if (tie.frustrated) xml.attribute("data-frustrated", "true");
    }
    if (tie.emphasis == Emphasis::faded) xml.attribute("opacity", 0.25);
    if (document.in_page() && (place == 0 || !document.slim))
        xml.attribute("tabindex", place == 0 ? "0" : "-1");
}

void open_node(XmlWriter& xml, const Document& document, const PictureNode& node, bool first) {
    xml.open("g").attribute("class", "node").attribute("data-id", node.id);
    if (!node.kind.empty()) xml.attribute("data-kind", node.kind);
    if (node.group > 0) xml.attribute("data-community", std::to_string(node.group));
    if (document.in_page()) {
        xml.attribute("tabindex", first ? "0" : "-1").attribute("role", "img");
        if (!document.slim) xml.attribute("aria-label", node.tooltip);
    }
    if (node.emphasis == Emphasis::faded) xml.attribute("opacity", faded_actor);
}

}  // namespace entente::render
