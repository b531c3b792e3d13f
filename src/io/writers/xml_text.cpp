#include "io/writers/xml_text.hpp"

#include <fmt/format.h>

#include <map>

#include "base/error.hpp"
#include "io/diagnostics.hpp"

namespace entente::io {

XmlCharacter xml_character(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20) return {1, byte != '\t' && byte != '\n' && byte != '\r'};
    // U+FFFE and U+FFFF
    if (byte == 0xEF && text.substr(at, 2) == "\xEF\xBF" && at + 2 < text.size()) {
        const auto last = static_cast<unsigned char>(text[at + 2]);
        return {3, last >= 0xBE};
    }
    return {1, false};
}

std::string XmlText::escaped(std::string_view value, bool in_attribute) {
    std::string result;
    result.reserve(value.size());
    for (std::size_t at = 0; at < value.size();) {
        const XmlCharacter character = xml_character(value, at);
        const char c = value[at];
        if (character.forbidden) {
            result += "\xEF\xBF\xBD";
            ++replaced_;
        } else if (c == '&') {
            result += "&amp;";
        } else if (c == '<') {
            result += "&lt;";
        } else if (c == '>') {
            result += "&gt;";
        } else if (c == '"' && in_attribute) {
            result += "&quot;";
        } else if (c == '\r' || (in_attribute && (c == '\n' || c == '\t'))) {
            result += "&#" + std::to_string(static_cast<int>(c)) + ";";
        } else {
            result += value.substr(at, character.length);
        }
        at += character.length;
    }
    return result;
}

std::vector<Loss> XmlText::losses() const {
    return replaced_ == 0 ? std::vector<Loss>{} : std::vector<Loss>{{"control characters", replaced_}};
}

namespace {

bool holds_forbidden(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const XmlCharacter character = xml_character(text, at);
        if (character.forbidden) return true;
        at += character.length;
    }
    return false;
}

}  // namespace

void refuse_ids_alike_in_xml(const ExportTables& tables) {
    bool any = false;
    for (std::size_t row = 0; row < tables.actors.rows && !any; ++row)
        any = holds_forbidden(tables.actors.cell(row, "id"));
    if (!any) return;
    std::map<std::string, std::size_t> written;  // the row of each
    for (std::size_t row = 0; row < tables.actors.rows; ++row) {
        const std::string id = tables.actors.cell(row, "id");
        const auto [other, fresh] = written.emplace(XmlText().text(id), row);
        if (!fresh)
            throw Error(Fault::data,
                        fmt::format("the ids {} and {} differ only in control characters, which XML does not "
                                    "hold; give one of them another id",
                                    quoted(tables.actors.cell(other->second, "id")), quoted(id)));
    }
}

std::string_view xml_type(const ExportTable& table, const ExportColumn& column) {
    if (!column.attribute && column.name != "weight" && column.name != "confidence") return "string";
    bool any = false;
    for (std::size_t row = 0; row < table.rows; ++row) {
        const std::string cell = column.cell(row);
        if (cell.empty()) continue;
        if (!is_plain_number(cell)) return "string";
        any = true;
    }
    return any ? "double" : "string";
}

}  // namespace entente::io
