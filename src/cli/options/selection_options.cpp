#include "cli/options/selection_options.hpp"

#include <fmt/format.h>

namespace entente::cli {

void add_selection_options(Options& options, SelectionOptions& selection,
                           std::optional<SignFilter> default_ties, std::string_view defaults) {
    selection.ties = default_ties ? to_string(*default_ties) : "";
    for (const report::SelectionRow& row : report::selection_rows()) {
        for (const report::SelectionOption& option : row.options) {
            const std::string by_sign = fmt::format(
                "by sign (default {}); ", default_ties ? std::string_view(selection.ties) : defaults);
            options.push_back({.names = std::string(option.name),
                               .value = std::string(option.value),
                               .help = (option.name == "--ties" ? by_sign : "") + std::string(option.help),
                               .target = std::visit([&](auto member) { return Target(&(selection.*member)); },
                                                    option.target),
                               .group = Group::ties,
                               .choices = option.choices});
        }
    }
}

TieSelection selection_of(const SelectionOptions& options, SignFilter otherwise) {
    TieSelection selection;
    selection.signs = otherwise;
    for (const report::SelectionRow& row : report::selection_rows()) row.read(options, selection);
    return selection;
}

}  // namespace entente::cli
