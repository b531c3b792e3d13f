// The one file that knows CLI11. It only splits the command line; the values are read by option_value.
#include "cli/options/parse.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/error.hpp"
#include "cli/options/option_value.hpp"

namespace entente::cli {

namespace {

struct Declared {
    Option* option;
    CLI::Option* parsed;
};

std::vector<Declared> declare(CLI::App& app, Options& options) {
    std::vector<Declared> declared;
    for (Option& option : options) {
        CLI::Option* parsed = nullptr;
        if (option.is_positional()) {
            parsed = app.add_option("words", CLI::callback_t{})->expected(1)->allow_extra_args();
        } else if (option.is_flag()) {
            parsed = app.add_flag(option.names);
        } else {
            parsed = app.add_option(option.names, CLI::callback_t{})->expected(1)->allow_extra_args(false);
        }
        parsed->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        declared.push_back({&option, parsed});
    }
    return declared;
}

std::string value_missing(const Options& options, const std::string& word) {
    const std::string bare = word.substr(0, word.find('='));
    for (const Option& option : options) {
        if (("," + option.names + ",").find("," + bare + ",") == std::string::npos) continue;
        std::string value = option.value;
        if (!option.choices.empty() && option.value.empty())
            value = fmt::format("{}", fmt::join(option.choices, "|"));
        return fmt::format("{} needs a value: {} {}", bare, bare, value);
    }
    return fmt::format("{} needs a value", bare);
}

void split_command_line(CLI::App& app, const Options& options, const std::vector<std::string>& words) {
    try {
        app.parse(
            std::vector<std::string>(words.rbegin(), words.rend()));  // CLI11 takes the words last first
    } catch (const CLI::ArgumentMismatch&) {
        throw Error(Fault::usage, value_missing(options, words.empty() ? "" : words.back()));
    } catch (const CLI::Error& error) {
        throw Error(Fault::usage, error.what());
    }
    for (const std::string& word : app.remaining()) throw Error(Fault::usage, unknown_option(options, word));
}

}  // namespace

void parse(Invocation& invocation, const Startup& startup) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    const std::vector<Declared> declared = declare(app, invocation.options);
    split_command_line(app, invocation.options, invocation.words);
    for (const auto& [option, parsed] : declared) {
        option->given = parsed->count() > 0;
        option->typed = parsed->results();
        for (const std::string& word : option->typed) assign(*option, word);
    }
    if (startup.help || startup.version) return;
    for (const Option& option : invocation.options) {
        if (!option.required || option.given) continue;
        const std::string wanted =
            option.is_positional()
                ? option.names
                : fmt::format("{} {}", option.names.substr(0, option.names.find(',')), option.value);
        throw Error(Fault::usage, fmt::format("{} is missing", wanted));
    }
}

}  // namespace entente::cli
