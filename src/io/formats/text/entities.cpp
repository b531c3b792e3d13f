#include "io/formats/text/entities.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/text.hpp"

namespace entente::io {

namespace {

struct Named {
    std::string_view name;
    char character;
};
constexpr std::array named{Named{"amp", '&'}, Named{"lt", '<'}, Named{"gt", '>'}, Named{"quot", '"'},
                           Named{"apos", '\''}};

// What stands between & and ;.
std::optional<std::string> character(std::string_view entity) {
    for (const Named& one : named) {
        if (one.name == entity) return std::string(1, one.character);
    }
    if (!entity.starts_with('#')) return std::nullopt;
    entity.remove_prefix(1);
    const bool hex = entity.starts_with('x') || entity.starts_with('X');
    if (hex) entity.remove_prefix(1);
    std::uint32_t code = 0;
    const char* end = entity.data() + entity.size();
    const auto result = std::from_chars(entity.data(), end, code, hex ? 16 : 10);
    if (entity.empty() || result.ec != std::errc() || result.ptr != end || code == 0 || code > 0x10FFFF ||
        (code >= 0xD800 && code < 0xE000))
        return std::nullopt;
    return to_utf8(static_cast<char32_t>(code));
}

}  // namespace

std::string without_entities(std::string_view text) {
    std::string out;
    for (;;) {
        const std::size_t at = text.find('&');
        out += text.substr(0, at);
        if (at == std::string_view::npos) return out;
        text.remove_prefix(at);
        constexpr std::size_t longest = 10;
        const std::size_t end = text.substr(0, longest).find(';');
        const auto meant = end == std::string_view::npos ? std::nullopt : character(text.substr(1, end - 1));
        out += meant ? *meant : "&";
        text.remove_prefix(meant ? end + 1 : 1);
    }
}

std::string with_entities(std::string_view text) {
    std::string out;
    for (const char32_t code : code_points(text)) {
        if (code == U'&') {
            out += "&amp;";
        } else if (code == U'"') {
            out += "&quot;";
        } else if (code >= 0x20 && code < 0x7F) {
            out += static_cast<char>(code);
        } else {
            out += fmt::format("&#{};", static_cast<std::uint32_t>(code));
        }
    }
    return out;
}

}  // namespace entente::io
