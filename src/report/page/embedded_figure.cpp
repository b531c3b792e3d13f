#include "report/page/embedded_figure.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "report/page/text.hpp"

namespace entente::report {

namespace {

// The value is kept as it is written, entities and all; double quotes around it are safe because the others
// are escaped.
struct Attribute {
    std::string name, value;
};

struct Tag {
    std::string name;
    std::vector<Attribute> attributes;
    bool empty = false;  // <path …/>

    std::string* find(std::string_view attribute) {
        for (Attribute& a : attributes) {
            if (a.name == attribute) return &a.value;
        }
        return nullptr;
    }
    void set(std::string_view attribute, std::string value) {
        if (std::string* old = find(attribute)) {
            *old = std::move(value);
        } else {
            attributes.push_back({std::string(attribute), std::move(value)});
        }
    }
    void drop(std::string_view attribute) {
        std::erase_if(attributes, [&](const Attribute& a) { return a.name == attribute; });
    }
    bool has_class(std::string_view word) {
        const std::string* classes = find("class");
        if (!classes) return false;
        const auto words = split(*classes, ' ');
        return std::find(words.begin(), words.end(), word) != words.end();
    }
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The text between '<' and '>' of an opening tag.
Tag parse_tag(std::string_view text) {
    Tag tag;
    if (text.ends_with('/')) {
        tag.empty = true;
        text.remove_suffix(1);
    }
    std::size_t at = 0;
    while (at < text.size() && !is_space(text[at])) ++at;
    tag.name = text.substr(0, at);
    while (true) {
        while (at < text.size() && is_space(text[at])) ++at;
        const std::size_t equals = text.find('=', at);
        if (equals == std::string_view::npos) return tag;
        const std::size_t open = text.find_first_of("\"'", equals);
        if (open == std::string_view::npos) return tag;
        const std::size_t close = text.find(text[open], open + 1);
        if (close == std::string_view::npos) return tag;
        std::string value;
        for (const char c : text.substr(open + 1, close - open - 1)) {
            if (c == '"') {
                value += "&quot;";
            } else {
                value += c;
            }
        }
        tag.attributes.push_back({std::string(trimmed(text.substr(at, equals - at))), std::move(value)});
        at = close + 1;
    }
}

// The '>' that closes the tag which begins at `open`: one outside of quotes.
std::size_t tag_end(std::string_view svg, std::size_t open) {
    char quote = 0;
    for (std::size_t at = open; at < svg.size(); ++at) {
        if (quote) {
            if (svg[at] == quote) quote = 0;
        } else if (svg[at] == '"' || svg[at] == '\'') {
            quote = svg[at];
        } else if (svg[at] == '>') {
            return at;
        }
    }
    return svg.size();
}

std::string with_prefixed_references(std::string value, const std::string& prefix) {
    for (std::size_t at = 0; (at = value.find("url(#", at)) != std::string::npos; at += 5 + prefix.size())
        value.insert(at + 5, prefix);
    return value;
}

// "fill:red; stroke:none" as attributes of their own.
void spread_style(Tag& tag) {
    const std::string* style = tag.find("style");
    if (!style) return;
    const std::string declarations = *style;
    tag.drop("style");
    for (const std::string_view declaration : split(declarations, ';')) {
        const std::size_t colon = declaration.find(':');
        if (colon != std::string_view::npos)
            tag.set(trimmed(declaration.substr(0, colon)),
                    std::string(trimmed(declaration.substr(colon + 1))));
    }
}

void prefix_ids(Tag& tag, const std::string& prefix) {
    for (Attribute& attribute : tag.attributes) {
        if (attribute.name == "id") {
            attribute.value = prefix + attribute.value;
        } else if ((attribute.name == "href" || attribute.name == "xlink:href") &&
                   attribute.value.starts_with('#')) {
            attribute.value.insert(1, prefix);
        } else if (attribute.name == "aria-labelledby" || attribute.name == "aria-describedby") {
            std::string words;
            for (const std::string_view word : split(attribute.value, ' '))
                words += (words.empty() ? "" : " ") + prefix + std::string(word);
            attribute.value = words;
        } else {
            attribute.value = with_prefixed_references(std::move(attribute.value), prefix);
        }
    }
}

std::string written(const Tag& tag) {
    std::string out = "<" + tag.name;
    for (const Attribute& attribute : tag.attributes)
        out += " " + attribute.name + "=\"" + attribute.value + "\"";
    return out + (tag.empty ? "/>" : ">");
}

// Above this size a figure leaves out what the page's data say again: the tooltips of its ties, their
// relations and citations.
constexpr std::size_t slim_above = 200'000;

}  // namespace

EmbeddedFigure embedded_figure(std::string_view svg, std::string_view name, std::string_view label) {
    EmbeddedFigure figure;
    const bool slim = svg.size() > slim_above;
    bool in_edge = false;
    const std::string prefix = std::string(name) + "-";
    bool root = true, first_node = true, first_edge = true;
    std::size_t at = svg.find("<svg");
    while (at < svg.size()) {
        const std::size_t open = svg.find('<', at);
        figure.svg += svg.substr(at, open - at);
        if (open == std::string_view::npos) break;
        if (svg.substr(open).starts_with("<!--")) {
            const std::size_t end = svg.find("-->", open);
            at = end == std::string_view::npos ? svg.size() : end + 3;
            continue;
        }
        const std::size_t end = tag_end(svg, open);
        at = std::min(end + 1, svg.size());
        if (svg.substr(open).starts_with("</")) {
            figure.svg += svg.substr(open, at - open);
            continue;
        }
        Tag tag = parse_tag(svg.substr(open + 1, end - open - 1));
        if (tag.name == "script") {
            const std::size_t close = svg.find("</script>", open);
            at = tag.empty ? at : close == std::string_view::npos ? svg.size() : close + 9;
            continue;
        }
        std::erase_if(tag.attributes, [](const Attribute& a) { return a.name.starts_with("on"); });
        spread_style(tag);
        prefix_ids(tag, prefix);
        if (root) {
            tag.set("role", "group");
            if (tag.find("viewBox")) {
                tag.drop("width");
                tag.drop("height");
            }
            tag.drop("aria-labelledby");
            tag.set("aria-label", escaped(label));
            root = false;
        } else if (tag.has_class("node")) {
            tag.set("tabindex", std::exchange(first_node, false) ? "0" : "-1");
            if (slim) tag.drop("aria-label");
            in_edge = false;
        } else if (tag.has_class("edge")) {
            const bool first = std::exchange(first_edge, false);
            if (first || !slim) tag.set("tabindex", first ? "0" : "-1");
            if (slim) {
                tag.drop("data-relation");
                tag.drop("data-citation");
            }
            in_edge = true;
        } else if (slim && in_edge && tag.name == "title") {
            const std::size_t close = svg.find("</title>", at);
            at = close == std::string_view::npos ? svg.size() : close + 8;
            continue;
        }
        if (tag.name == "style" && !tag.empty) {
            const std::size_t close = svg.find("</style>", at);
            figure.styles.emplace_back(svg.substr(at, close - at));
        }
        figure.svg += written(tag);
    }
    return figure;
}

}  // namespace entente::report
