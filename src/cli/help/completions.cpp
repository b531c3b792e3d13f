// Completions for the shells, from the tables of commands and options.
#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/help/manual.hpp"

namespace entente::cli {

namespace {

struct Words {
    const Command* command;
    Options options;
};

std::vector<Words> all() {
    std::vector<Words> words;
    for (const Command* command : commands()) {
        if (!command->hidden) words.push_back({command, options_of(*command)});
    }
    return words;
}

std::string command_names() {
    std::string text;
    for (const Command* command : commands()) {
        if (!command->hidden) text += (text.empty() ? "" : " ") + std::string(command->name);
    }
    return text;
}

// For a shell's single quotes.
std::string quoted(std::string_view text) {
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

}  // namespace

std::string bash_completion() {
    std::string text = fmt::format(
        "_entente() {{\n"
        "    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} "
        "command=${{COMP_WORDS[1]}}\n"
        "    COMPREPLY=()\n"
        "    if [ \"$COMP_CWORD\" -eq 1 ]; then COMPREPLY=($(compgen -W '{}' -- \"$word\")); return; fi\n"
        "    case \"$command $before\" in\n",
        command_names());
    std::string options_of;
    for (const auto& [command, options] : all()) {
        std::string names;
        for (const Option& option : options) {
            if (!option.offered.empty())
                text +=
                    fmt::format("    '{0} {0}') COMPREPLY=($(compgen -W '{1}' -- \"$word\")); return ;;\n",
                                command->name, fmt::join(option.offered, " "));
            if (option.is_positional()) continue;
            for (const std::string_view name : split(option.names, ','))
                names += (names.empty() ? "" : " ") + std::string(name);
            if (option.choices.empty()) continue;
            text += fmt::format("    '{0} --{1}') COMPREPLY=($(compgen -W '{2}' -- \"$word\")); return ;;\n",
                                command->name, option.long_name(), fmt::join(option.choices, " "));
        }
        options_of +=
            fmt::format("    {}) COMPREPLY=($(compgen -W '{}' -- \"$word\")) ;;\n", command->name, names);
    }
    return text + "    esac\n    case \"$word\" in -*) ;; *) return ;; esac\n    case \"$command\" in\n" +
           options_of + "    esac\n}\ncomplete -o default -F _entente entente\n";
}

std::string zsh_completion() {
    std::string text = "#compdef entente\nlocal -a commands\ncommands=(\n";
    for (const auto& [command, options] : all())
        text += fmt::format("    {}\n", quoted(fmt::format("{}:{}", command->name, command->summary)));
    text += ")\nif (( CURRENT == 2 )); then _describe command commands; return; fi\ncase $words[2] in\n";
    for (const auto& [command, options] : all()) {
        text += fmt::format("{})\n    _arguments \\\n", command->name);
        for (const Option& option : options) {
            if (!option.offered.empty())
                text += fmt::format("        '2:what:({})' \\\n", fmt::join(option.offered, " "));
            if (option.is_positional()) continue;
            std::string help = option.help;
            for (std::size_t at = 0; (at = help.find_first_of(":[]", at)) != std::string::npos; at += 2)
                help.insert(at, "\\");
            for (const std::string_view name : split(option.names, ',')) {
                std::string value;
                if (!option.choices.empty())
                    value = fmt::format(":value:({})", fmt::join(option.choices, " "));
                else if (!option.is_flag()) value = ":value:_files";
                text += fmt::format("        {} \\\n", quoted(fmt::format("{}[{}]{}", name, help, value)));
            }
        }
        text += "        '*:data:_files' ;;\n";
    }
    return text + "esac\n";
}

std::string fish_completion() {
    std::string text = "complete -c entente -n __fish_use_subcommand -f\n";
    for (const auto& [command, options] : all()) {
        text += fmt::format("complete -c entente -n __fish_use_subcommand -a {} -d {}\n", command->name,
                            quoted(command->summary));
        for (const Option& option : options) {
            if (option.is_positional()) continue;
            std::string line =
                fmt::format("complete -c entente -n '__fish_seen_subcommand_from {}'", command->name);
            for (const std::string_view name : split(option.names, ',')) {
                line += name.starts_with("--") ? fmt::format(" -l {}", name.substr(2))
                                               : fmt::format(" -s {}", name.substr(1));
            }
            if (!option.choices.empty())
                line += fmt::format(" -x -a {}", quoted(fmt::format("{}", fmt::join(option.choices, " "))));
            else if (!option.is_flag()) line += " -r";
            text += fmt::format("{} -d {}\n", line, quoted(option.help));
        }
    }
    return text;
}

}  // namespace entente::cli
