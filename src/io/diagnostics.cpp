#include "io/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <tuple>

#include "base/prose.hpp"
#include "base/text.hpp"

namespace entente::io {

namespace {

// 4213 as "4,213".
std::string grouped(std::size_t count) {
    std::string digits = std::to_string(count);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

std::string printable(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::size_t good = first_invalid_utf8(text).value_or(text.size());
        for (const char c : text.substr(0, good)) {
            if (c == '\t') {
                result += ' ';
            } else if (c == '\n' || c == '\r') {
                result += "\u21b5";
            } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
                result += "\uFFFD";
            } else {
                result += c;
            }
        }
        text.remove_prefix(good);
        if (!text.empty()) {
            result += "\uFFFD";
            text.remove_prefix(1);
        }
    }
    return result;
}

// Fetches the lines of diagnostics that were made when their rows had gone by. Only a file that can be read
// again has them.
void fill_excerpts(std::vector<Diagnostic>& sorted) {
    std::ifstream in;
    std::string open_file, line;
    std::uint64_t number = 0;
    for (Diagnostic& diagnostic : sorted) {
        std::error_code code;
        if (diagnostic.spot.line == 0 || diagnostic.spot.column > 300 || !diagnostic.excerpt.empty() ||
            !std::filesystem::is_regular_file(diagnostic.spot.file, code))
            continue;
        if (diagnostic.spot.file != open_file) {
            in = std::ifstream(diagnostic.spot.file);
            open_file = diagnostic.spot.file;
            number = 0;
        }
        while (number < diagnostic.spot.line && std::getline(in, line)) ++number;
        if (number != diagnostic.spot.line || line.find('\r') < line.size() - 1 ||
            line.find('\0') != std::string::npos)
            continue;  // a lone CR ends a line; UTF-16 is no text to show
        if (line.ends_with('\r')) line.pop_back();
        if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        diagnostic.excerpt = excerpt_of(line);
    }
}

}  // namespace

std::string shown(std::string_view word) {
    constexpr std::size_t most = 60;
    std::string text = printable(word.substr(0, 4 * most + 4));
    if (character_count(text) <= most) return text;
    return std::string(first_characters(text, most)) + "\u2026";
}

std::string quoted(std::string_view word) { return "'" + shown(word) + "'"; }

std::string excerpt_of(std::string_view line) {
    constexpr std::size_t most = 400;
    std::string text = printable(line.substr(0, 4 * most));
    if (character_count(text) <= most) return text;
    return std::string(first_characters(text, most)) + "\u2026";
}

bool Diagnostics::admit(std::string_view topic) {
    const auto at = topics_.find(topic);
    if (at == topics_.end()) {
        topics_.emplace(topic, 1);
        return true;
    }
    return ++at->second <= most_remarks;
}

void Diagnostics::tell(Severity severity, Spot spot, std::string message, std::string excerpt) {
    // A caret far beyond a terminal's width helps nobody.
    if (spot.column > 300) excerpt.clear();
    reported_.push_back({std::move(spot), severity, std::move(message), std::move(excerpt)});
}

void Diagnostics::error(Spot spot, std::string message, std::string excerpt) {
    if (admit_error()) tell(Severity::error, std::move(spot), std::move(message), std::move(excerpt));
}

void Diagnostics::warning(std::string_view topic, Spot spot, std::string message, std::string excerpt,
                          bool of_consequence) {
    if (!admit(topic)) return;
    tell(Severity::warning, std::move(spot), std::move(message), std::move(excerpt));
    reported_.back().of_consequence = of_consequence;
}

void Diagnostics::note(Spot spot, std::string message, bool of_consequence) {
    tell(Severity::note, std::move(spot), std::move(message));
    reported_.back().of_consequence = of_consequence;
}

std::vector<Diagnostic> Diagnostics::in_order(const std::vector<std::string>& files) {
    const auto order = [&](const Diagnostic& diagnostic) {
        return std::find(files.begin(), files.end(), diagnostic.spot.file) - files.begin();
    };
    std::stable_sort(reported_.begin(), reported_.end(), [&](const Diagnostic& a, const Diagnostic& b) {
        return std::tuple(order(a), a.spot.line, a.spot.column) <
               std::tuple(order(b), b.spot.line, b.spot.column);
    });
    fill_excerpts(reported_);
    for (const auto& [topic, count] : topics_) {
        if (count > most_remarks)
            tell_rest(Severity::warning, count - most_remarks,
                      fmt::format("and {} more: {}", grouped(count - most_remarks), topic));
    }
    if (errors_ > most_errors)
        tell_rest(Severity::error, errors_ - most_errors,
                  "and " + counted(errors_ - most_errors, "more error", "more errors", Digits::grouped));
    return std::move(reported_);
}

void Diagnostics::tell_rest(Severity severity, std::size_t count, std::string message) {
    tell(severity, {}, std::move(message));
    reported_.back().stands_for = count;
}

std::vector<Diagnostic> Diagnostics::settle(const std::vector<std::string>& files) {
    std::vector<Diagnostic> reported = in_order(files);
    if (any_error()) throw Error(std::move(reported));
    return reported;
}

}  // namespace entente::io
