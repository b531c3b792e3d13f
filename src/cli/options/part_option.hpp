// --part I/N of the commands whose work can be split, and what `combine` makes of the parts.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/options/command.hpp"
#include "study/parts.hpp"

namespace entente::cli {

// How a run in parts goes: one part of it is recorded, or all are replayed.
struct PartRun {
    std::vector<study::Part> replayed = {};  // empty: this run records
    std::vector<std::string> files = {};     // parallel to replayed
    std::shared_ptr<study::PartRecorder> recorder = nullptr;
    std::shared_ptr<study::PartReplayer> replayer = nullptr;
};

void add_part_option(Options& options, std::string& part);

// From here on the run computes only this part ("" for all of it) of its loops of that name, or takes them
// from the parts that the context replays. Throws Error(Fault::usage) where a part has no file to go into,
// the data come from standard input, several processes share the run, or the parts do not fit together.
void start_part(Context& context, const std::string& part, const std::string& loop_name);

// Writes the part that the run recorded into the output; false where it recorded none. Throws
// Error(Fault::file).
bool deliver_part(Context& context);

// Whether this process delivers results: not the second of several that share the run, not one that records.
bool delivers(const Context& context);

// The words of a command without those that say where this run went and how, not what it computes: --part,
// -o,
// --threads, --quiet, --no-progress and --color.
std::vector<std::string> words_of_all_parts(const std::vector<std::string>& words);

}  // namespace entente::cli
