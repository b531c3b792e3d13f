#include "base/error.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace entente {

namespace {

std::string place(const Spot& spot) {
    std::string text = spot.file;
    if (spot.line > 0) text += fmt::format(":{}", spot.line);
    if (spot.line > 0 && spot.column > 0) text += fmt::format(":{}", spot.column);
    return text.empty() ? text : text + ": ";
}

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
    std::string text =
        fmt::format("{}{}: {}", place(diagnostic.spot), to_string(diagnostic.severity), diagnostic.message);
    if (!diagnostic.excerpt.empty()) {
        const std::size_t before =
            diagnostic.spot.column > 0 ? static_cast<std::size_t>(diagnostic.spot.column) - 1 : 0;
        const std::size_t width = display_width(first_characters(diagnostic.excerpt, before));
        text += fmt::format("\n    {}", diagnostic.excerpt);
        if (diagnostic.spot.column > 0) text += fmt::format("\n    {}^", std::string(width, ' '));
    }
    return text;
}

std::uint64_t complaint_count(std::span<const Diagnostic> diagnostics, Severity severity) {
    std::uint64_t count = 0;
    for (const Diagnostic& diagnostic : diagnostics)
        if (diagnostic.severity == severity) count += diagnostic.stands_for;
    return count;
}

Error::Error(std::vector<Diagnostic> diagnostics)
    : std::runtime_error(diagnostics.empty() ? "the data have errors" : to_string(diagnostics.front())),
      fault_(Fault::data),
      diagnostics_(std::move(diagnostics)) {}

}  // namespace entente
