// What became of every row that was read: nothing is lost without a line here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

struct LedgerEntry {
    std::string reason;  // "self-loop"
    std::uint64_t rows = 0;
};

struct Ledger {
    std::uint64_t actor_rows = 0;
    std::uint64_t tie_rows = 0;   // rows read = kept (tie_rows - all dropped)
    std::vector<LedgerEntry> dropped;
};

}  // namespace entente
