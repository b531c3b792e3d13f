#include "io/formats/text/dot/dot_strings.hpp"

#include "io/formats/text/entities.hpp"

namespace entente::io {

std::string dot_text(std::string_view quoted) {
    std::string out;
    for (std::size_t i = 0; i < quoted.size(); ++i) {
        const char next = i + 1 < quoted.size() ? quoted[i + 1] : '\0';
        if (quoted[i] == '\\' && (next == '"' || next == '\\')) {
            out += next;
            ++i;
        } else if (quoted[i] == '\\' && next == '\n') {
            ++i;
        } else {
            out += quoted[i];
        }
    }
    return out;
}

std::string dot_label(std::string_view quoted) {
    std::string out;
    const bool justified_end = quoted.ends_with("\\l") || quoted.ends_with("\\r");
    for (std::size_t i = 0; i < quoted.size(); ++i) {
        const char next = i + 1 < quoted.size() ? quoted[i + 1] : '\0';
        if (quoted[i] != '\\' || next == '\0') {
            out += quoted[i];
            continue;
        }
        ++i;
        if (next == '"' || next == '\\') {
            out += next;
        } else if (next == 'n' || next == 'l' || next == 'r') {
            out += '\n';
        } else if (next != '\n') {
            out += '\\';
            out += next;
        }
    }
    if (justified_end && out.ends_with('\n')) out.pop_back();
    return without_entities(out);
}

}  // namespace entente::io
