// What a selection of ties may say: how each thing is asked for, and how a result says it. The options of
// every command, the settings in JSON and the line below a table follow from the rows.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "report/format/settings.hpp"

namespace entente::report {

// What was asked for, as typed.
struct SelectionWords {
    std::string ties;
    bool directed = false, undirected = false, reversed = false;
    bool weighted = false, unweighted = false;
    std::string merge = "sum";
    std::optional<std::string> at, from, to;
    bool certain = false, throughout = false;
    std::vector<std::string> relations, kinds;
    bool largest_component = false;
    std::string project = "none";
};

// An option that fills a member of the words.
struct SelectionOption {
    std::string_view name;   // "--at"
    std::string_view value;  // "DATE"; "" of a flag, and where the choices stand there
    std::string_view help;
    std::variant<bool SelectionWords::*, std::string SelectionWords::*,
                 std::optional<std::string> SelectionWords::*, std::vector<std::string> SelectionWords::*>
        target;
    std::vector<std::string> choices = {};
};

struct SelectionRow {
    std::vector<SelectionOption> options;
    // Takes what the words say of it. Throws Error(Fault::usage) for words that contradict each other and
    // dates that are none.
    std::function<void(const SelectionWords&, TieSelection&)> read;
    std::function<Value::Object(const Settings&)> fields;  // in JSON
    std::function<std::string(const Settings&)> phrase;    // in the line; "" for what goes without saying
};

// Which ties in time: "1990", "from 1904 (certain)"; "" for all.
std::string time_phrase(const Settings& settings);

// In the order of the help, of the JSON and of the line.
const std::vector<SelectionRow>& selection_rows();

}  // namespace entente::report
