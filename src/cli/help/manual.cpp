#include "cli/help/manual.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace entente::cli {

namespace {

struct Heading {
    Group group;
    const char* text;
};
constexpr std::array headings{Heading{Group::own, "Options"}, Heading{Group::ties, "Which ties"},
                              Heading{Group::data, "Data"}, Heading{Group::common, "Common options"}};

// Text filled to lines of `width`, each after `indent` spaces but the first.
std::string filled(std::string_view text, std::size_t indent, std::size_t width) {
    std::string result;
    std::size_t column = indent;
    for (const std::string_view word : split(text, ' ')) {
        const std::size_t length = display_width(word);
        if (column > indent && column + 1 + length > width) {
            result += '\n' + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            result += ' ';
            ++column;
        }
        result += word;
        column += length;
    }
    return result;
}

std::string left_side(const Option& option) {
    if (option.is_positional()) return option.names;
    std::string text = option.names;
    const std::size_t comma = text.find(',');
    text = comma == std::string::npos ? (text.starts_with("--") ? "    " + text : text)
                                      : text.substr(0, comma) + ", " + text.substr(comma + 1);
    const std::string value = option.choices.empty() || !option.value.empty()
                                  ? option.value
                                  : fmt::format("{}", fmt::join(option.choices, "|"));
    return value.empty() ? text : text + " " + value;
}

std::string option_lines(const Option& option, std::size_t width) {
    constexpr std::size_t column = 28;
    std::string text = "  " + left_side(option);
    const std::size_t length = display_width(text);
    text += length + 2 > column ? '\n' + std::string(column, ' ') : std::string(column - length, ' ');
    return text + filled(option.help, column, width) + '\n';
}

}  // namespace

std::string version_text() { return fmt::format("entente {}\n", ENTENTE_VERSION); }

std::string overview() {
    std::string text =
        "entente: analyze and draw relationship networks of leaders, groups and states\n\nUsage: entente "
        "COMMAND DATA… [options]\n\nCommands\n";
    for (const Command* command : commands()) {
        if (!command->hidden) text += fmt::format("  {:<14}{}\n", command->name, command->summary);
    }
    return text +
           "\nDATA is a folder with actors.csv and ties.csv, a single ties file, or - for standard input.\n"
           "Start with  entente analyze DATA  and read on with  entente COMMAND --help.\n";
}

std::string help_of(const Command& command, std::size_t width) {
    width = width == 0 ? 80 : std::clamp<std::size_t>(width, 50, 110);
    const Options options = options_of(command);
    std::string text = fmt::format("entente {}: {}\n\nUsage: entente {} {} [options]\n", command.name,
                                   command.summary, command.name, command.usage);
    for (const std::string_view paragraph : split(command.description, '\n'))
        text += '\n' + filled(paragraph, 0, width) + '\n';
    for (const auto& [group, heading] : headings) {
        std::string lines;
        for (const Option& option : options) {
            if (option.group == group) lines += option_lines(option, width);
        }
        if (!lines.empty()) text += fmt::format("\n{}\n{}", heading, lines);
    }
    if (!command.examples.empty()) text += "\nExamples\n";
    for (const Example& example : command.examples) {
        text += fmt::format("  entente {}\n      {}\n", example.arguments, filled(example.what, 6, width));
    }
    return text;
}

}  // namespace entente::cli
