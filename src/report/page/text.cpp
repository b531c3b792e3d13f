#include "report/page/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/number.hpp"
#include "base/text.hpp"

namespace entente::report {

namespace {

std::string with_separators(std::string digits) {
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            case '\t':
            case '\n':
                out += c;
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
                    out += "\xEF\xBF\xBD";
                } else {
                    out += c;
                }
        }
    }
    return out;
}

std::string isolated(std::string_view name) { return "<bdi>" + escaped(name) + "</bdi>"; }

std::string rounded(double value) {
    if (std::isnan(value) || std::isinf(value)) return "";
    if (value == std::floor(value) && std::abs(value) < 1e15)
        return with_separators(fmt::format("{:.0f}", value + 0.0));
    if (std::abs(value) >= 1000 && std::abs(value) < 1e15)
        return with_separators(fmt::format("{:.0f}", value));
    return fmt::format("{:.4g}", value);
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return with_separators(fmt::format("{}", count)) + " " + std::string(count == 1 ? one : many);
}

std::string_view web_address(std::string_view url) {
    url = trimmed(url);
    const std::string start = lower(url.substr(0, 8));
    const bool web = start.starts_with("http://") || start.starts_with("https://");
    const bool clean = std::none_of(
        url.begin(), url.end(), [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; });
    return web && clean ? url : std::string_view();
}

std::string_view file_shown(std::string_view file) {
    const bool absolute =
        file.starts_with('/') || file.starts_with('~') || file.find(":\\") != std::string_view::npos;
    return absolute ? file.substr(file.find_last_of("/\\") + 1) : file;
}

std::string section_start(std::string_view id, std::string_view title) {
    return fmt::format("<section id=\"{0}\" aria-labelledby=\"{0}-title\"><h2 id=\"{0}-title\">{1}</h2>\n",
                       id, title);
}

}  // namespace entente::report
