// What became of every row and column that was read: nothing is lost without a line here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

struct LedgerEntry {
    std::string reason;  // "self-loop"
    std::uint64_t rows = 0;
};

// As which of our columns a file's columns were taken.
struct FileColumns {
    struct Taken {
        std::string ours, header;
    };
    std::string file;
    std::vector<Taken> taken;         // in the order of the file
    std::vector<std::string> others;  // headers of further attributes
};

// How a file's columns were understood where a data set's own meaning is known (a preset), and what each
// decision touched.
struct ReadAs {
    struct Rule {
        std::string rule, value;
        bool is_default = true;
        std::uint64_t rows = 0;  // rows that give a tie on which the rule decides
    };
    std::string file, format, preset, title, citation;
    std::vector<Rule> rules;
    std::uint64_t rows_read = 0, rows_giving_ties = 0, ties = 0;
    std::vector<LedgerEntry> left_out;   // rows read = rows giving ties + those
    std::vector<std::string> decisions;  // as clauses: "208 events, hostile (--rule sign=none)"
};

struct Ledger {
    std::uint64_t actor_rows = 0;
    std::uint64_t tie_rows = 0;  // rows read = kept (tie_rows - all dropped)
    std::vector<LedgerEntry> dropped;
    std::vector<FileColumns> columns;  // of the files of actors and ties
    std::vector<ReadAs> read_as;       // files that a preset understood
};

}  // namespace entente
