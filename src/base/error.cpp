#include "base/error.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace entente {

namespace {

constexpr const char* name(Severity severity) {
    switch (severity) {
        case Severity::warning: return "warning";
        case Severity::note: return "note";
        case Severity::error: break;
    }
    return "error";
}

std::string place(const Spot& spot) {
    std::string text = spot.file;
    if (spot.line > 0) text += fmt::format(":{}", spot.line);
    if (spot.line > 0 && spot.column > 0) text += fmt::format(":{}", spot.column);
    return text.empty() ? text : text + ": ";
}

}  // namespace

std::string to_string(const Complaint& complaint) {
    std::string text = fmt::format("{}{}: {}", place(complaint.spot), name(complaint.severity), complaint.message);
    if (!complaint.excerpt.empty()) {
        const std::size_t before = complaint.spot.column > 0 ? static_cast<std::size_t>(complaint.spot.column) - 1 : 0;
        const std::size_t width = display_width(first_characters(complaint.excerpt, before));
        text += fmt::format("\n    {}", complaint.excerpt);
        if (complaint.spot.column > 0) text += fmt::format("\n    {}^", std::string(width, ' '));
    }
    return text;
}

Error::Error(std::vector<Complaint> complaints)
    : std::runtime_error(complaints.empty() ? "the data have errors" : to_string(complaints.front())),
      fault_(Fault::data),
      complaints_(std::move(complaints)) {}

}  // namespace entente
