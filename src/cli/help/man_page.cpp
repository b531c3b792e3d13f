// The manual page, as troff.
#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/help/manual.hpp"

namespace entente::cli {

namespace {

// Text that troff prints as it is: a leading dot or quote would be a request, a backslash an escape, a hyphen
// typographic.
std::string troff(std::string_view text) {
    std::string result;
    for (const char32_t c : code_points(text)) {
        if (c == U'\\') result += "\\e";
        else if (c == U'-') result += "\\-";
        else if (c == U'\'') result += "\\(aq";
        else if (c == U'…') result += "...";
        else result += to_utf8(c);
    }
    return result.starts_with('.') ? "\\&" + result : result;
}

std::string option_entry(const Option& option) {
    std::string left;
    for (const std::string_view name : split(option.names, ','))
        left += fmt::format("{}\\fB{}\\fR", left.empty() ? "" : ", ", troff(name));
    const std::string value = option.choices.empty() || !option.value.empty()
                                  ? option.value
                                  : fmt::format("{}", fmt::join(option.choices, "|"));
    if (!value.empty()) left += fmt::format(" \\fI{}\\fR", troff(value));
    return fmt::format(".TP\n{}\n{}\n", left, troff(option.help));
}

}  // namespace

std::string man_page() {
    std::string text = fmt::format(
        ".TH ENTENTE 1 \"\" \"entente {}\" \"User Commands\"\n.SH NAME\nentente \\- analyze and draw "
        "relationship networks of leaders, groups and states\n"
        ".SH SYNOPSIS\n.B entente\n\\fICOMMAND DATA\\fR... [\\fIoptions\\fR]\n.SH COMMANDS\n",
        ENTENTE_VERSION);
    std::string shared;
    for (const Command* command : commands()) {
        if (command->hidden) continue;
        text += fmt::format(".SS entente {} {}\n{}.\n", troff(command->name), troff(command->usage),
                            troff(command->summary));
        for (const std::string_view paragraph : split(command->description, '\n'))
            text += fmt::format(".PP\n{}\n", troff(paragraph));
        std::string others;
        for (const Option& option : options_of(*command)) {
            if (option.group == Group::own) text += option_entry(option);
            else others += option_entry(option);
        }
        if (others.size() > shared.size()) shared = others;
        for (const Example& example : command->examples) {
            text += fmt::format(".PP\n.B entente {}\n.RS\n{}\n.RE\n", troff(example.arguments),
                                troff(example.what));
        }
    }
    return text + ".SH OPTIONS OF MOST COMMANDS\n" + shared +
           ".SH EXIT STATUS\n0 done, 1 the data have errors, 2 wrong usage, 3 a file cannot be read or "
           "written, 4 internal error, 130 interrupted.\n";
}

}  // namespace entente::cli
