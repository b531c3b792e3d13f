// Text within XML: escaped so that every reader gets the same characters back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/writers/writer.hpp"

namespace entente::io {

class XmlText {
public:
    // Between tags, and within the quotes of an attribute (where line breaks and tabs would become blanks).
    std::string text(std::string_view value) { return escaped(value, false); }
    std::string attribute(std::string_view value) { return escaped(value, true); }

    // XML allows no control characters but tab and line breaks: those became U+FFFD.
    std::vector<Loss> losses() const;

private:
    std::string escaped(std::string_view value, bool in_attribute);
    std::uint64_t replaced_ = 0;
};

// Whether XML forbids the character that begins at this byte of a UTF-8 text; its length in bytes.
struct XmlCharacter {
    std::size_t length = 1;
    bool forbidden = false;
};
XmlCharacter xml_character(std::string_view text, std::size_t at);

// Throws Error(Fault::data) where two ids differ only in characters that XML forbids: there they would be
// one.
void refuse_ids_alike_in_xml(const ExportTables& tables);

// The type of the column in GraphML and GEXF: double if all its cells are numbers that any program reads as
// the same number, else string. Only attributes, weights and confidences may be numbers.
std::string_view xml_type(const ExportTable& table, const ExportColumn& column);

}  // namespace entente::io
