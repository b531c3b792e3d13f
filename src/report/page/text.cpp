#include "report/page/text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace entente::report {

std::string isolated(std::string_view name) { return "<bdi>" + escaped(name) + "</bdi>"; }

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
