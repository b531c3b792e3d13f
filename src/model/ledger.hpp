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

struct Ledger {
    std::uint64_t actor_rows = 0;
    std::uint64_t tie_rows = 0;  // rows read = kept (tie_rows - all dropped)
    std::vector<LedgerEntry> dropped;
    std::vector<FileColumns> columns;  // of the files of actors and ties
};

}  // namespace entente
