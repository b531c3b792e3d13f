#include "cli/options/part_option.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/file.hpp"
#include "cli/terminal/messages.hpp"

namespace entente::cli {

void add_part_option(Options& options, std::string& part) {
    options.push_back(
        {.names = "--part",
         .value = "I/N",
         .help = "compute only the I-th of N parts, into the file of -o; entente combine joins them "
                 "to the same bytes that one run gives",
         .target = &part});
}

void start_part(Context& context, const std::string& part, const std::string& loop_name) {
    PartRun* const run = context.part_run.get();
    if (run != nullptr && !run->replayed.empty()) {
        run->replayer = std::make_shared<study::PartReplayer>(run->replayed, run->files, loop_name);
        context.control.ranks = run->replayer.get();
        return;
    }
    if (part.empty()) return;
    study::Part recorded = study::part_named(part);
    if (context.control.ranks != nullptr)
        throw Error(Fault::usage, "--part splits a run that several processes share already; leave one out");
    if (context.output.empty() || context.output == "-")
        throw Error(Fault::usage, "--part needs a file for the part: -o part-1.entente");
    const std::vector<std::string>& words = context.invocation->words;
    if (std::ranges::find(words, "-") != words.end())
        throw Error(Fault::usage, "--part needs data in files: standard input is read only once");
    recorded.words = words_of_all_parts(words);
    recorded.words.insert(recorded.words.begin(), std::string(context.invocation->command.name));
    context.part_run = std::make_shared<PartRun>();
    context.part_run->recorder = std::make_shared<study::PartRecorder>(std::move(recorded), loop_name);
    context.control.ranks = context.part_run->recorder.get();
}

bool deliver_part(Context& context) {
    if (context.part_run == nullptr || context.part_run->recorder == nullptr) return false;
    study::PartRecorder& recorder = *context.part_run->recorder;
    const std::string outputs[] = {context.output};
    refuse_inputs(context, outputs);
    recorder.set_inputs(study::inputs_of(context.inputs));
    write_file(context.output, study::bytes_of(recorder.part()));
    return true;
}

bool delivers(const Context& context) {
    return context.control.ranks == nullptr || context.control.ranks->writes();
}

std::vector<std::string> words_of_all_parts(const std::vector<std::string>& words) {
    constexpr std::array<std::string_view, 4> with_value{"--part", "--output", "--threads", "--color"};
    constexpr std::array<std::string_view, 2> flags{"--quiet", "--no-progress"};
    std::vector<std::string> result;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        const std::string_view name = std::string_view(word).substr(0, word.find('='));
        const bool has_value = std::ranges::find(with_value, name) != with_value.end();
        if (word == "-o" || (has_value && name == word)) {
            ++i;  // its value
            continue;
        }
        const bool glued = word.starts_with("-o") && !word.starts_with("--");
        if (!glued && !has_value && std::ranges::find(flags, word) == flags.end()) result.push_back(word);
    }
    return result;
}

}  // namespace entente::cli
