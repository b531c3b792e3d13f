#include "cli/terminal/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/prose.hpp"
#include "base/terminal_text.hpp"
#include "cli/terminal/messages.hpp"

namespace entente::cli {

namespace {

constexpr std::array severities{Severity::error, Severity::warning, Severity::note};
constexpr std::array styles{Style::error, Style::warning, Style::note};

std::string colored(const Diagnostic& diagnostic) {
    std::string text = to_string(diagnostic);
    const auto which = static_cast<std::size_t>(diagnostic.severity);
    const std::string word = fmt::format("{}:", to_string(diagnostic.severity));
    const std::size_t at = text.find(word);
    if (at != std::string::npos) text.replace(at, word.size(), styled(styles[which], word));
    return text;
}

// The first `most` by severity, in the order in which they stand.
std::vector<bool> chosen(std::span<const Diagnostic> diagnostics, std::size_t most) {
    std::vector<bool> shown(diagnostics.size(), diagnostics.size() <= most);
    if (diagnostics.size() <= most) return shown;
    std::size_t left = most;
    for (const Severity severity : severities) {
        for (std::size_t i = 0; i < diagnostics.size() && left > 0; ++i) {
            if (diagnostics[i].severity != severity) continue;
            shown[i] = true;
            --left;
        }
    }
    return shown;
}

}  // namespace

std::string counted(std::span<const Diagnostic> diagnostics) {
    std::string text;
    for (std::size_t s = 0; s < severities.size(); ++s) {
        const std::uint64_t count = complaint_count(diagnostics, severities[s]);
        if (count > 0) text += (text.empty() ? "" : ", ") + entente::counted(count, to_string(severities[s]));
    }
    return text;
}

void say(std::ostream& err, std::span<const Diagnostic> diagnostics, const SayOptions& options) {
    if (diagnostics.empty()) return;
    const std::vector<bool> shown = chosen(diagnostics, options.most);
    std::uint64_t hidden = 0;
    for (std::size_t i = 0; i < diagnostics.size(); ++i) {
        if (shown[i]) tell(err, options.color ? colored(diagnostics[i]) : to_string(diagnostics[i]));
        else hidden += diagnostics[i].stands_for;
    }
    if (hidden > 0) {
        tell(err,
             fmt::format("… and {} more{}", hidden,
                         options.more_by.empty() ? "" : fmt::format("; {} shows more", options.more_by)));
    }
    if (options.closing_count && diagnostics.size() > 1) tell(err, counted(diagnostics));
}

}  // namespace entente::cli
