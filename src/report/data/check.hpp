// What is wrong with data, and what became of their rows.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "model/ledger.hpp"
#include "model/network.hpp"
#include "report/format/json_value.hpp"
#include "report/format/table.hpp"

namespace entente::report {

// tie_rows = kept + merged + the dropped.
struct LedgerCounts {
    std::uint64_t actors = 0;
    std::uint64_t tie_rows = 0;
    std::uint64_t kept = 0;    // pairs of actors with a tie of one direction, sign and relation
    std::uint64_t merged = 0;  // further rows of such a pair
    std::vector<LedgerEntry> dropped;
    std::vector<ReadAs> read_as = {};
    std::vector<FileColumns> columns;
};

// A row is merged into an earlier one that ties the same actors by the same relation with the same sign,
// either way round where neither is directed.
LedgerCounts count_rows(const Network& network, const Ledger& ledger);

std::string ledger_text(const LedgerCounts& counts);
Table complaints_table(const std::vector<Diagnostic>& diagnostics);

// {"entente","schema","errors","warnings","notes","complaints":[{"file","line","column","severity",
//  "message"}],"ledger":{…},"columns":[…]}
Value check_value(const std::vector<Diagnostic>& diagnostics, const LedgerCounts& counts);

}  // namespace entente::report
