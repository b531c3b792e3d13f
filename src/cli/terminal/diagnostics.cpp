#include "cli/terminal/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <vector>

namespace entente::cli {

namespace {

constexpr std::array severities{Severity::error, Severity::warning, Severity::note};
constexpr std::array words{"error", "warning", "note"};
constexpr std::array colors{"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m"};

std::string colored(const Complaint& complaint) {
    std::string text = to_string(complaint);
    const auto which = static_cast<std::size_t>(complaint.severity);
    const std::string word = fmt::format("{}:", words[which]);
    const std::size_t at = text.find(word);
    if (at != std::string::npos) text.replace(at, word.size(), fmt::format("{}{}\x1b[0m", colors[which], word));
    return text;
}

// The first `most` by severity, in the order in which they stand.
std::vector<bool> chosen(std::span<const Complaint> complaints, std::size_t most) {
    std::vector<bool> shown(complaints.size(), complaints.size() <= most);
    if (complaints.size() <= most) return shown;
    std::size_t left = most;
    for (const Severity severity : severities) {
        for (std::size_t i = 0; i < complaints.size() && left > 0; ++i) {
            if (complaints[i].severity != severity) continue;
            shown[i] = true;
            --left;
        }
    }
    return shown;
}

}  // namespace

std::string counted(std::span<const Complaint> complaints) {
    std::string text;
    for (std::size_t s = 0; s < severities.size(); ++s) {
        const auto count = std::ranges::count(complaints, severities[s], &Complaint::severity);
        if (count > 0) text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", count, words[s], count == 1 ? "" : "s");
    }
    return text;
}

void say(std::ostream& err, std::span<const Complaint> complaints, const SayOptions& options) {
    if (complaints.empty()) return;
    const std::vector<bool> shown = chosen(complaints, options.most);
    for (std::size_t i = 0; i < complaints.size(); ++i) {
        if (shown[i]) err << (options.color ? colored(complaints[i]) : to_string(complaints[i])) << '\n';
    }
    const auto hidden = std::ranges::count(shown, false);
    if (hidden > 0) {
        err << fmt::format("… and {} more{}\n", hidden, options.more_by.empty() ? "" : fmt::format("; {} shows more", options.more_by));
    }
    if (options.closing_count && complaints.size() > 1) err << counted(complaints) << '\n';
}

}  // namespace entente::cli
