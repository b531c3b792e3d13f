#include "io/aggregate/network_events.hpp"

#include "base/number.hpp"

namespace entente::io {

namespace {

// The rows of the data set that a preset read, or else of the ties.
void count_rows(const Reading& reading, EventBlock& block) {
    if (reading.ledger.read_as.empty()) {
        block.rows = reading.ledger.tie_rows;
        block.rows_giving = reading.network.tie_count();
        for (const LedgerEntry& entry : reading.ledger.dropped)
            block.left_out.emplace_back(entry.reason, entry.rows);
    }
    for (const ReadAs& read_as : reading.ledger.read_as) {
        block.rows += read_as.rows_read;
        block.rows_giving += read_as.rows_giving_ties;
        for (const LedgerEntry& entry : read_as.left_out)
            block.left_out.emplace_back(entry.reason, entry.rows);
    }
}

}  // namespace

EventBlock events_of(const Reading& reading, const CellOptions& options, Diagnostics& diagnostics) {
    EventBlock block;
    const Network& network = reading.network;
    for (std::size_t row = 0; row < network.tie_count(); ++row) {
        const Tie tie = network.tie(static_cast<TieId>(row));
        Event event;
        SummedWeight summed = summed_weight(tie.strength, format_number(tie.strength));
        if (!summed.fault.empty()) {
            const RowPlace place = network.ties.place[row];
            diagnostics.error({network.files[place.file], place.line, 1}, std::move(summed.fault));
            continue;
        }
        if (summed.rounded) ++block.rounded_weights;
        event.weight = summed.weight;
        event.source = block.actors.number_of(network.id(tie.source));
        event.target = block.actors.number_of(network.id(tie.target));
        event.sign = tie.sign;
        event.directed = tie.directed == Directedness::directed;
        block.set_days(event, tie.period);
        if (options.by_relation) event.relation = block.relations.number_of(tie.relation);
        block.cite(event, tie.citation);
        block.events.push_back(event);
    }
    count_rows(reading, block);
    return block;
}

}  // namespace entente::io
