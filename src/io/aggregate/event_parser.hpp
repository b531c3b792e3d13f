// Events from pieces of a file, each piece by itself, so that pieces can be parsed on all threads and taken
// in their order.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/aggregate/event_block.hpp"
#include "io/cell_rules.hpp"
#include "io/csv/record_scanner.hpp"
#include "io/presets/row_interpreter.hpp"

namespace entente::io {

// What makes events of a piece of a file.
class PieceParser {
public:
    PieceParser() = default;
    PieceParser(const PieceParser&) = delete;
    PieceParser& operator=(const PieceParser&) = delete;
    virtual ~PieceParser() = default;
    virtual EventBlock parse(std::string_view piece) = 0;
};

class EventParser : public PieceParser {
public:
    struct Wants {
        bool citations = true, relations = false;
        CellRules rules = {};
        bool weights_are_signs = false;  // of rows without one
    };
    EventParser(const Preset& preset, const std::string& file, const std::vector<std::string>& header,
                TableForm form, Wants wants);

    EventBlock parse(std::string_view piece) override;

private:
    void take(EventBlock& block, std::span<const std::string_view> cells, std::uint64_t line);
    bool fill(EventBlock& block, const TieDraft& draft, std::uint64_t line);
    // What is wrong, with the piece that is; nothing where nothing is.
    struct Wrong {
        const Piece* piece;
        std::string message;
    };
    std::optional<Wrong> fill_sign_and_weight(EventBlock& block, const TieDraft& draft, Event& event) const;
    std::optional<Wrong> fill_days(EventBlock& block, const TieDraft& draft, Event& event);
    std::optional<Wrong> read_days(const TieDraft& draft, std::string_view end);

    Preset preset_;  // without what aggregating does not want
    std::unique_ptr<RowInterpreter> rows_;
    TableForm form_;
    Wants wants_;
    std::unique_ptr<RecordScanner> scanner_;
    std::string last_start_, last_end_;  // rows of one day follow each other
    Period last_period_;
};

}  // namespace entente::io
