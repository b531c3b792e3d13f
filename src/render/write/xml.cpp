#include "render/write/xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/prose.hpp"
#include "base/text.hpp"
#include "render/picture/text_width.hpp"

namespace entente::render {

std::string coordinate(double value) {
    const long long hundredths = std::llround(value * 100);
    const long long whole = std::abs(hundredths) / 100, part = std::abs(hundredths) % 100;
    std::string text = hundredths < 0 ? "-" : "";
    text += std::to_string(whole);
    if (part == 0) return text;
    text += '.';
    text += static_cast<char>('0' + part / 10);
    if (part % 10 != 0) text += static_cast<char>('0' + part % 10);
    return text;
}

namespace {

// What a reader of XML or HTML gets back unchanged, line breaks included; what XML cannot hold, other control
// characters below U+0020 and U+FFFE and U+FFFF, becomes U+FFFD.
std::string exact(std::string_view value) {
    std::string result;
    for (std::size_t from = 0; from < value.size();) {
        const std::size_t end = std::min(value.find_first_of("\n\t\r\x7f\xef", from), value.size());
        result += escaped(value.substr(from, end - from));
        if (end == value.size()) break;
        const bool noncharacter = value.substr(end, 2) == "\xef\xbf" && value.substr(end + 2, 1) >= "\xbe";
        if (noncharacter) result += "\xef\xbf\xbd";
        else if (value[end] == '\x7f' || value[end] == '\xef') result += value[end];
        else result += fmt::format("&#{};", static_cast<int>(value[end]));
        from = end + (noncharacter ? 3 : 1);
    }
    return result;
}

}  // namespace

XmlWriter& XmlWriter::open(std::string_view name) {
    end_start_tag();
    out_ += '<';
    out_ += name;
    names_.emplace_back(name);
    in_start_tag_ = true;
    return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"" + (name.starts_with("data-") ? exact(value) : escaped(printable(value))) + '"';
    return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, double value) {
    return attribute(name, std::string_view(coordinate(value)));
}

XmlWriter& XmlWriter::text(std::string_view words) {
    end_start_tag();
    bool first = true;
    for (const std::string_view line : split(words, '\n')) {
        if (!first) out_ += '\n';
        out_ += escaped(printable(line));
        first = false;
    }
    return *this;
}

XmlWriter& XmlWriter::markup(std::string_view elements) {
    if (elements.empty()) return *this;
    end_start_tag();
    out_ += elements;
    return *this;
}

XmlWriter& XmlWriter::line_break() {
    end_start_tag();
    out_ += '\n';
    return *this;
}

XmlWriter& XmlWriter::close() {
    out_ += in_start_tag_ ? "/>" : "</" + names_.back() + '>';
    in_start_tag_ = false;
    names_.pop_back();
    return *this;
}

void XmlWriter::end_start_tag() {
    if (in_start_tag_) out_ += '>';
    in_start_tag_ = false;
}

}  // namespace entente::render
