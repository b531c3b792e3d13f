#include "render/write/markup.hpp"

#include <fmt/format.h>

#include "render/picture/text_width.hpp"

namespace entente {

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : printable(text)) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            case '\'':
                result += "&#39;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

std::string coordinate(double value) {
    const long long hundredths = std::llround(value * 100);
    if (hundredths % 100 == 0) return std::to_string(hundredths / 100);
    std::string text = fmt::format("{}{}.{:02}", hundredths < 0 ? "-" : "", std::abs(hundredths) / 100,
                                   std::abs(hundredths) % 100);
    if (text.back() == '0') text.pop_back();
    return text;
}

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + escaped(value) + "\"";
}
std::string attribute(std::string_view name, double value) {
    return " " + std::string(name) + "=\"" + coordinate(value) + "\"";
}

std::string path_data(const std::vector<Point>& chain) {
    if (chain.empty()) return "M0 0";
    const auto point = [](Point p) { return coordinate(p.x) + " " + coordinate(p.y); };
    std::string data = "M" + point(chain[0]);
    for (std::size_t i = 0; i + 3 < chain.size(); i += 3) {
        const Point chord = chain[i + 3] - chain[i];
        const double off =
            std::abs(cross(chord, chain[i + 1] - chain[i])) + std::abs(cross(chord, chain[i + 2] - chain[i]));
        if (off <= 0.01 * length(chord)) data += "L" + point(chain[i + 3]);
        else data += "C" + point(chain[i + 1]) + " " + point(chain[i + 2]) + " " + point(chain[i + 3]);
    }
    return data;
}

std::string polygon_points(const std::vector<Point>& points, Point at) {
    std::string text;
    for (const Point p : points)
        text += (text.empty() ? "" : " ") + coordinate(p.x + at.x) + "," + coordinate(p.y + at.y);
    return text;
}

std::string text_element(const std::vector<std::string>& lines, Point at, double line_height,
                         const TextStyle& style) {
    if (lines.empty()) return "";
    std::string all;
    for (const std::string& line : lines) all += line;
    const bool from_right = right_to_left(all);
    // Start and end change sides with the direction; where the text stands is asked in terms of left and
    // right.
    std::string_view anchor = style.anchor;
    if (from_right && anchor == "start") anchor = "end";
    else if (from_right && anchor == "end") anchor = "start";
    std::string text = "<text" + attribute("x", at.x) + attribute("y", at.y) +
                       attribute("font-size", style.size) + attribute("fill", style.color);
    if (anchor != "start") text += attribute("text-anchor", anchor);
    if (style.bold) text += " font-weight=\"bold\"";
    if (from_right) text += " direction=\"rtl\" unicode-bidi=\"embed\"";
    text += ">";
    if (lines.size() == 1) return text + escaped(lines[0]) + "</text>";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        text += "<tspan" + attribute("x", at.x) + (i == 0 ? "" : attribute("dy", line_height)) + ">" +
                escaped(lines[i]) + "</tspan>";
    }
    return text + "</text>";
}

}  // namespace entente
