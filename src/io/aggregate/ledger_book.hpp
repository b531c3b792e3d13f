// What becomes of the rows while files are read: the ledger of an aggregate as it grows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/aggregate/aggregate.hpp"
#include "io/aggregate/event_block.hpp"
#include "io/csv/record_scanner.hpp"
#include "io/diagnostics.hpp"
#include "io/presets/preset.hpp"

namespace entente::io {

class LedgerBook {
public:
    // The preset that the next rows are read by, whose rules they are counted for.
    void begin(const Preset& preset);
    void take(const EventBlock& block);
    // What a preset made of a file that was read whole.
    void take(const ReadAs& read_as);
    AggregateLedger close() && { return std::move(ledger_); }

private:
    void leave_out(const std::string& reason, std::uint64_t rows);
    void count_rules(const std::vector<std::uint64_t>& rows);

    AggregateLedger ledger_;
    Preset preset_;
    std::size_t reading_ = 0;
};

// Tells what is wrong with the rows of a piece; `before`: the file, and its last line before the piece.
void tell_faults(const EventBlock& block, std::string_view piece, const TableForm& form, Spot before,
                 Diagnostics& diagnostics);

}  // namespace entente::io
