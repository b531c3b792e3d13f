#include "cli/help/manual.hpp"

#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/terminal/messages.hpp"

namespace entente::cli {

namespace {

struct Settings {
    std::vector<std::string> words;
};

Action declare(Options& options) {
    auto settings = std::make_shared<Settings>();
    options.push_back({.names = "WHAT",
                       .value = "",
                       .help = "man, bash, zsh or fish",
                       .target = &settings->words,
                       .required = true});
    return [settings](Context& context) {
        const std::string& what = settings->words.front();
        if (what == "man") return deliver(context, man_page());
        if (what == "bash") return deliver(context, bash_completion());
        if (what == "zsh") return deliver(context, zsh_completion());
        if (what == "fish") return deliver(context, fish_completion());
        throw Error(Fault::usage, "the manual is one of: man, bash, zsh, fish; not '" + what + "'");
    };
}

}  // namespace

// Used by the installation.
const Command manual_command{.name = "manual",
                             .usage = "man|bash|zsh|fish",
                             .summary = "print the manual page or a shell's completions",
                             .description = "Both are made from the same tables as this help.",
                             .examples = {},
                             .declare = declare,
                             .hidden = true,
                             .writes = Writes::own};

}  // namespace entente::cli
