// Reading datasets: folders, single files of any format, or standard input, joined into one network.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/control.hpp"
#include "base/error.hpp"
#include "io/cell_rules.hpp"
#include "io/formats/input/byte_source.hpp"
#include "io/ties/tie_reader.hpp"
#include "model/ledger.hpp"
#include "model/network.hpp"

namespace entente::io {

struct ReadOptions {
    std::vector<std::string> data;               // folders, files of any format, "-"
    std::string actors_file;                     // --actors, "" for none
    std::map<std::string, std::string> columns;  // --columns: our column name -> the file's header
    char delimiter = 0;                          // 0: sniffed from the header line
    bool add_missing_actors = false;
    CellRules cells = {};
    std::string format = "";  // --input-format, "" for what the file is by its content
    SelfTies self_ties = SelfTies::left_out;
    std::string network = "";                       // --network: of a file with several its name or number
    std::string preset = "";                        // --preset: a name, a .toml file, none; "": seen
    std::map<std::string, std::string> rules = {};  // --rule
};

struct Reading {
    Network network;
    Ledger ledger;
    std::vector<Diagnostic> remarks;    // warnings and notes, in the order of the files
    std::vector<std::string> cautions;  // what every result of these data must say
    bool failed = false;                // some of the remarks are errors; the network lacks their rows
};

// What the datasets' entente.toml say, before anything else of them is read. What is wrong with them is left
// to read_network.
DatasetInfo read_info(const std::vector<std::string>& data, const Control& control);

// Reads all of it. Throws Error with every diagnostic of the run (Fault::data), or Fault::file for what
// cannot be opened.
Reading read_network(const ReadOptions& options, const Control& control);

// The same, but what is wrong with the data is among the remarks, and the network is what could be read.
Reading examine_network(const ReadOptions& options, const Control& control);

// The same of data that is one file, which has been looked at already.
Reading examine_file(const ReadOptions& options, const Input& input, const Control& control);

}  // namespace entente::io
