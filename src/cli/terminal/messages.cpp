#include "cli/terminal/messages.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/prose.hpp"
#include "base/terminal_text.hpp"
#include "cli/options/part_option.hpp"
#include "cli/terminal/progress.hpp"
#include "cli/terminal/terminal.hpp"

namespace entente::cli {

namespace {

bool colored(const Context& context, Stream stream) {
    if (context.color != "auto") return context.color == "always";
    const char* refused = std::getenv("NO_COLOR");
    return (refused == nullptr || *refused == '\0') && is_terminal(stream);
}

bool same_file(const std::string& a, const std::string& b) {
    std::error_code code;
    if (!std::filesystem::is_regular_file(a, code) || !std::filesystem::is_regular_file(b, code))
        return false;
    return std::filesystem::equivalent(a, b, code);
}

}  // namespace

bool colors_for_people(const Context& context) { return colored(context, Stream::err); }
bool colors_for_results(const Context& context) { return colored(context, Stream::out); }

void note(Context& context, std::string_view text) {
    if (context.quiet) return;
    end_progress(context);
    tell(context.streams.err, text);
}

void tell_without_effect(Context& context, std::span<const OptionGiven> options, std::string_view why) {
    std::vector<std::string> names;
    for (const OptionGiven& option : options) {
        if (option.given) names.emplace_back(option.name);
    }
    if (names.empty()) return;
    note(context, fmt::format("{} {} no effect {}", listed(names), noun(names.size(), "has", "have"), why));
}

void refuse_inputs(const Context& context, std::span<const std::string> outputs) {
    for (const std::string& output : outputs) {
        for (const std::string& input : context.inputs) {
            if (same_file(output, input)) {
                throw Error(
                    Fault::usage,
                    fmt::format(
                        "'{}' would be overwritten although it is read; choose another output with -o",
                        input));
            }
        }
    }
}

void write_stream(std::ostream& out, std::string_view text, std::string_view name) {
    errno = 0;
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.flush();
    if (out) return;
    if (errno == EPIPE) throw ClosedPipe{};
    throw Error(Fault::file,
                fmt::format("cannot write {}: {}", name, std::strerror(errno == 0 ? EIO : errno)));
}

void tell(std::ostream& err, std::string_view text) { err << for_terminal(text) << '\n'; }

void print(Context& context, std::string_view text, Reader reader) {
    const bool filtered = reader == Reader::person || is_terminal(Stream::out);
    write_stream(context.streams.out, filtered ? std::string_view(for_terminal(text)) : text,
                 "standard output");
}

void deliver(Context& context, std::string_view result, Reader reader) {
    end_progress(context);
    if (!delivers(context)) return;
    if (context.output.empty() || context.output == "-") return print(context, result, reader);
    const std::string outputs[] = {context.output};
    refuse_inputs(context, outputs);
    write_file(context.output, reader == Reader::person ? std::string_view(for_terminal(result)) : result);
}

}  // namespace entente::cli
