#include "cli/run.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <new>
#include <ostream>
#include <thread>

#include "base/error.hpp"
#include "base/named.hpp"
#include "cli/help/manual.hpp"
#include "cli/interrupt.hpp"
#include "cli/options/command.hpp"
#include "cli/options/config.hpp"
#include "cli/options/option_value.hpp"
#include "cli/options/parse.hpp"
#include "cli/options/part_option.hpp"
#include "cli/terminal/diagnostics.hpp"
#include "cli/terminal/messages.hpp"
#include "cli/terminal/output_endings.hpp"
#include "cli/terminal/progress.hpp"
#include "cli/terminal/terminal.hpp"

namespace entente::cli {

namespace {

const Command& command_named(const std::string& word) {
    std::vector<std::string_view> names;
    for (const Command* command : commands()) {
        if (command->name == word) return *command;
        if (!command->hidden) names.push_back(command->name);
    }
    std::error_code ignored;
    if (word == "-" || std::filesystem::exists(word, ignored)) {
        throw Error(Fault::usage, fmt::format("the command comes before the data: entente analyze {}", word));
    }
    if (word.starts_with('-'))
        throw Error(Fault::usage,
                    fmt::format("the command comes before its options, as in entente analyze DATA {}", word));
    throw Error(Fault::usage, unknown_name("command", word, names));
}

bool can_be_shared(const Invocation& invocation) {
    return std::ranges::any_of(invocation.options,
                               [](const Option& option) { return option.names == "--part"; });
}

unsigned threads_of(const Startup& startup) {
    if (startup.threads > 0) return startup.threads;
    return std::max(1U, std::thread::hardware_concurrency());
}

void start_progress(Context& context, const Startup& startup) {
    if (context.quiet || startup.no_progress || !is_terminal(Stream::err)) return;
    context.progress = std::make_shared<Progress>(context.streams.err, terminal_width(Stream::err));
    context.control.progress = [&progress = *context.progress](double share) { progress.show(share); };
}

void run_command(const Command& command, Context& context, const std::vector<std::string>& words) {
    Startup startup;
    Invocation invocation = prepare(command, context, startup);
    invocation.words = words;
    parse(invocation, startup);
    if (startup.help) return print(context, help_of(command, terminal_width(Stream::out)));
    if (startup.version) return print(context, version_text());
    context.invocation = &invocation;
    if (!delivers(context) && !can_be_shared(invocation)) return;  // the first process does it all
    settle_output(context, invocation);
    apply_config(context, startup, invocation.options);
    context.control.threads = threads_of(startup);
    start_progress(context, startup);
    invocation.action(context);
    end_progress(context);
}

}  // namespace

void run_command(const std::string& name, Context& context, const std::vector<std::string>& words) {
    run_command(command_named(name), context, words);
}

namespace {

void dispatch(Context& context, const std::vector<std::string>& words) {
    const std::string& first = words.front();
    if (first == "--help" || first == "-h" || (first == "help" && words.size() == 1))
        return print(context, overview());
    if (first == "--version") return print(context, version_text());
    if (first == "help") return print(context, help_of(command_named(words[1]), terminal_width(Stream::out)));
    run_command(first, context, {words.begin() + 1, words.end()});
}

std::string name_of(const std::vector<std::string>& words) {
    const auto known = std::ranges::any_of(
        commands(), [&](const Command* command) { return command->name == words.front(); });
    return known ? "entente " + words.front() : "entente";
}

int explain(Context& context, const Error& error, const std::vector<std::string>& words) {
    std::ostream& err = context.streams.err;
    end_progress(context);
    if (!error.diagnostics().empty()) {
        say(err, error.diagnostics(), {.color = colors_for_people(context)});
    } else {
        tell(err, name_of(words) + ": " + error.what());
        if (error.fault() == Fault::usage) tell(err, "see " + name_of(words) + " --help");
    }
    err.flush();
    return static_cast<int>(error.fault());
}

int run_words(Context& context, const std::vector<std::string>& words) {
    if (words.empty()) {
        context.streams.err << overview();
        return static_cast<int>(Fault::usage);
    }
    context.control.stop = watch_signals();
    try {
        dispatch(context, words);
        return context.status;
    } catch (const ClosedPipe&) {
        return 0;
    } catch (const Error& error) {
        return explain(context, error, words);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {
        return explain(context, Error(Fault::internal, fmt::format("internal error: {}", error.what())),
                       words);
    }
}

void say_out_of_memory() {
    constexpr std::string_view message = "entente: out of memory\n";
    (void)!::write(STDERR_FILENO, message.data(), message.size());
}

[[noreturn]] void end_at_once() {
    say_out_of_memory();
    ::_exit(static_cast<int>(Fault::internal));
}

}  // namespace

void end_at_once_without_memory() noexcept {
    std::set_new_handler(end_at_once);
    std::set_terminate(end_at_once);
}

int run(std::span<const char* const> arguments, std::ostream& out, std::ostream& err, Ranks* ranks) noexcept {
    try {
        Context context{.streams = {out, err}};
        context.control.ranks = ranks;
        return run_words(context, {arguments.begin() + std::min<std::ptrdiff_t>(1, std::ssize(arguments)),
                                   arguments.end()});
    } catch (...) {
        // Whatever went wrong while something was said about what went wrong: mostly that there is no memory,
        // so that nothing here may ask for any.
        say_out_of_memory();
        return static_cast<int>(Fault::internal);
    }
}

}  // namespace entente::cli
