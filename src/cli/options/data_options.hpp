// DATA… and how it is read: the same on every command.
#pragma once

#include <span>

#include "base/error.hpp"
#include "cli/options/command.hpp"
#include "io/network_reader.hpp"

namespace entente::cli {

struct DataOptions {
    std::vector<std::string> words;  // DATA…, and what the command wants after it
    std::string actors;
    std::vector<std::string> columns;
    std::string delimiter;
    std::string format, network;
    io::SelfTies self_ties = io::SelfTies::left_out;
    bool add_missing_actors = false;
    std::vector<std::string> missing;
    std::string decimal, dates, sign, length;
    std::string preset;
    std::vector<std::string> rules;
};

// `words` is what the command's words are called in its usage: "DATA…", "DATA… A B".
void add_data_options(Options& options, DataOptions& data, std::string words = "DATA…");

// What they say. Throws Error(Fault::usage) for words that make no sense.
io::ReadOptions read_options(const DataOptions& data);

// Those of the command's words, as they were read, that name data.
std::vector<std::string> data_words(const Options& options);

// Takes the last `count` words away from `data`, for commands that name actors after the datasets; what is
// left has to be at least one dataset. Throws Error(Fault::usage), saying `what` is missing.
std::vector<std::string> take_last_words(DataOptions& data, std::size_t count, std::string_view what);

// How what is odd about the data is reported: each in its own words, or their number on one line, so that who
// runs ten commands on the same data does not read the same ten times. What changes the meaning of numbers is
// reported either way.
enum class Remarks { counted, in_full };

// Reads the data and says what is to be said about them. Throws as io::read_network does.
io::Reading load(Context& context, const DataOptions& data, Remarks remarks = Remarks::counted);

// Says what there is to be said about the data: what changes the meaning of numbers in full, the rest
// counted.
void say_remarks(Context& context, const DataOptions& data, std::span<const Diagnostic> remarks);

// The same without saying anything.
io::Reading read(Context& context, const DataOptions& data);

// The same, but what is wrong with the data is among the remarks.
io::Reading examine(Context& context, const DataOptions& data);

// The command line that shows all that is to be said: "entente check data/x --delimiter tab".
std::string check_command_line(const DataOptions& data);

}  // namespace entente::cli
