// Which ties a result used and with what settings: part of every JSON result.
#pragma once

#include <optional>

#include "model/ledger.hpp"
#include "model/selection.hpp"
#include "report/format/json_value.hpp"

namespace entente::report {

struct Settings {
    TieSelection selection;
    ResolvedSelection resolved;
    std::optional<std::uint64_t> seed;  // of analyzes that draw random numbers
    Value::Object more;                 // the command's own settings
    std::vector<ReadAs> reading = {};   // files that a preset understood
    bool signed_only = false;  // of measures of signed ties, which take those of both signs whatever the
                               // selection's filter is
    std::vector<std::string> remarks = {};  // what the result must say beside its numbers
};

// {"ties","direction","weighted","merge","from","to","certain","throughout","relations","kinds",
//  "largest_component",["project"],["seed"],more…}; dates as days, null for an open end; relations and kinds
//  null for
// all; ties is "signed" where only the ties with a sign count.
Value settings_value(const Settings& settings);

// [{"file","format","preset","rules":[{"rule","value","default","rows"}],"rows","rows_giving_ties","ties",
//   "left_out":{reason:rows}}]; of a file named by an absolute path its last part, so that results are the
//   same
// wherever the data stand.
Value reading_value(const std::vector<ReadAs>& reading);

// One line for people: "nonnegative ties, directed, weighted, 1904".
std::string settings_line(const Settings& settings);

}  // namespace entente::report
