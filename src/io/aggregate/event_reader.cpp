// aggregate(): files in, cells out.
#include <fmt/format.h>
#include <glob.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "io/aggregate/aggregate.hpp"
#include "io/aggregate/parts.hpp"
#include "io/aggregate/piece_reader.hpp"
#include "io/aggregate/ties_preset.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/raw_table_reader.hpp"
#include "io/presets/library.hpp"
#include "io/presets/preset_table.hpp"
#include "io/presets/recognized_table.hpp"
#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

namespace {

// What the shell left: a name with * ? [ that is no file.
std::vector<std::string> expanded(const std::vector<std::string>& words) {
    std::vector<std::string> files;
    for (const std::string& word : words) {
        std::error_code ignored;
        if (word.find_first_of("*?[") == std::string::npos || std::filesystem::exists(word, ignored)) {
            files.push_back(word);
            continue;
        }
        glob_t found{};
        if (::glob(word.c_str(), 0, nullptr, &found) == 0)
            for (std::size_t i = 0; i < found.gl_pathc; ++i) files.emplace_back(found.gl_pathv[i]);
        ::globfree(&found);
        if (found.gl_pathc == 0) throw Error(Fault::file, fmt::format("no file fits '{}'", word));
    }
    return files;
}

class EventReader {
public:
    EventReader(const AggregateOptions& options, const Control& control)
        : options_(options), control_(control), cells_(std::make_unique<CellTable>(options.cells)) {}

    Aggregate read() {
        const std::vector<std::string> files = expanded(options_.read.data);
        for (const std::string& file : files) {
            std::error_code ignored;
            if (file != "-" && std::filesystem::is_regular_file(file, ignored))
                bytes_ += std::filesystem::file_size(file, ignored);
        }
        for (const std::string& file : files) read_file(file);
        std::vector<Diagnostic> remarks = diagnostics_.settle(files);
        return Aggregate(options_, std::move(cells_), std::move(ledger_), std::move(remarks));
    }

private:
    void read_file(const std::string& path) {
        std::error_code ignored;
        if (std::filesystem::is_directory(path, ignored)) return read_whole(path);
        PieceReader input(path, control_);
        const std::optional<RecognizedTable> table = table_of(input);
        if (!table) {
            if (path == "-")
                throw Error(Fault::data,
                            "standard input is no table of events or ties: no preset and no two "
                            "columns for the ends of a tie");
            return read_whole(path);
        }
        input.skip(table->header_bytes);
        note_reading(table->preset);
        if (table->preset.time.joining != Joining::none || !table->preset.members.group.empty())
            return read_joined(input, *table);
        std::vector<std::unique_ptr<PieceParser>> parsers;
        const EventParser::Wants wants{options_.cells.citations > 0, options_.cells.by_relation,
                                       options_.cells.by};
        for (unsigned i = 0; i < std::max(1U, control_.threads); ++i)
            parsers.push_back(std::make_unique<EventParser>(table->preset, input.name(), table->header,
                                                            table->form, wants));
        read_pieces(input, table->form, parsers, table->header_lines);
    }

    PresetChoice preset_choice() const {
        return {options_.read.preset, options_.read.rules, options_.read.cells.missing};
    }

    // Nothing where no delimiter gives a header that a preset or a ties file has.
    std::optional<RecognizedTable> table_of(PieceReader& input) const {
        const std::string_view text = input.ahead();
        const char delimiter = options_.read.delimiter;
        const bool by_columns = options_.read.preset.empty() && options_.read.columns.contains("source");
        if (!by_columns) {
            auto table = recognized_table(text, input.name(), delimiter, preset_choice());
            if (table) return table;
        }
        for (const char one : {'\t', ',', ';', '|'}) {
            if (delimiter != 0 && one != delimiter) continue;
            RecognizedTable table{.preset = {},
                                  .header = start_of(text, input.name(), {.delimiter = one}).header};
            auto preset = ties_preset(table.header, options_.read.columns);
            if (!preset) continue;
            table.preset = std::move(*preset);
            table.preset.missing = options_.read.cells.missing;
            refuse_rules_of_presets(options_.read.rules);
            table.preset.time.exclusive = end_by_rule(options_.read.rules) == EndIs::exclusive;
            table.form = {.delimiter = one, .width = table.header.size()};
            table.header_bytes = std::min(RecordScanner::end_of_record(text, table.form), text.size());
            table.header_lines = 1;
            return table;
        }
        return std::nullopt;
    }

    void read_pieces(PieceReader& input, const TableForm& form,
                     std::vector<std::unique_ptr<PieceParser>>& parsers, std::uint64_t lines) {
        constexpr std::size_t piece_bytes = std::size_t{2} << 20U;
        Control quiet{.threads = control_.threads, .stop = control_.stop};
        for (;;) {
            const std::vector<std::string_view> pieces = input.next(form, piece_bytes, parsers.size() * 2);
            if (pieces.empty()) break;
            std::vector<EventBlock> blocks(pieces.size());
            parallel_blocks(pieces.size(), quiet, [&](std::size_t block, unsigned worker) {
                blocks[block] = parsers[worker]->parse(pieces[block]);
            });
            for (std::size_t i = 0; i < blocks.size(); ++i) {
                tell_faults(input.name(), pieces[i], form, blocks[i], lines);
                lines += blocks[i].lines;
                take(blocks[i]);
                blocks[i] = {};
            }
            if (bytes_ > 0)
                control_.report(std::min(1.0, static_cast<double>(bytes_done_ + input.bytes_read()) /
                                                  static_cast<double>(bytes_)));
        }
        bytes_done_ += input.bytes_read();
    }

    // Where a fault stands: the line, and the column in characters.
    void tell_faults(const std::string& file, std::string_view piece, const TableForm& form,
                     const EventBlock& block, std::uint64_t lines) {
        for (const EventFault& fault : block.faults) {
            std::string_view rest = piece;
            for (std::uint64_t line = 0; line < fault.line; ++line) rest = rest.substr(rest.find('\n') + 1);
            const std::string_view row = rest.substr(0, RecordScanner::end_of_record(rest, form));
            std::size_t at = 0;
            for (std::size_t column = 0; column < fault.column; ++column) {
                if (form.quotes && at < row.size() && row[at] == '"')
                    at = std::min(row.find('"', at + 1), row.size());
                at = std::min(row.find(form.delimiter, at), row.size() - 1) + 1;
            }
            const std::uint64_t column =
                first_invalid_utf8(row.substr(0, at)) ? 1 : character_count(row.substr(0, at)) + 1;
            diagnostics_.error({file, lines + fault.line + 1, column}, fault.message);
        }
        diagnostics_.count_errors(block.faults_beyond);
    }

    void take(const EventBlock& block) {
        ledger_.rows += block.rows;
        ledger_.rows_giving += block.rows_giving;
        ledger_.open_starts += block.open_starts;
        ledger_.open_ends += block.open_ends;
        ledger_.rounded_weights += block.rounded_weights;
        for (const auto& [reason, rows] : block.left_out) leave_out(reason, rows);
        if (!block.rule_rows.empty()) count_rules(block.rule_rows);
        cells_->take(block);
    }

    void leave_out(const std::string& reason, std::uint64_t rows) {
        const auto known =
            std::ranges::find(ledger_.left_out, reason, [](const auto& one) { return one.first; });
        if (known == ledger_.left_out.end()) {
            ledger_.left_out.emplace_back(reason, rows);
        } else {
            known->second += rows;
        }
    }

    void note_reading(const Preset& preset) {
        preset_ = preset;
        reading_ = ledger_.readings.size();
        if (preset.name == "none") return;
        const auto known =
            std::ranges::find(ledger_.readings, preset.name, &AggregateLedger::Reading::preset);
        reading_ = static_cast<std::size_t>(known - ledger_.readings.begin());
        if (known != ledger_.readings.end()) return;
        AggregateLedger::Reading reading{preset.name, preset.title, {}};
        for (const RuleChoice& rule : preset.rules) {
            if (rule.name != "attributes")
                reading.rules.push_back({rule.name, rule.value, rule.is_default(), 0});
        }
        ledger_.readings.push_back(std::move(reading));
    }

    void count_rules(const std::vector<std::uint64_t>& rows) {
        if (reading_ >= ledger_.readings.size()) return;
        for (ReadAs::Rule& rule : ledger_.readings[reading_].rules) {
            for (std::size_t i = 0; i < rows.size(); ++i)
                if (std::ranges::find(preset_.ties[i].rules, rule.rule) != preset_.ties[i].rules.end())
                    rule.rows += rows[i];
        }
    }

    // Presets that join rows: their ties need all rows first, and are events then.
    void read_joined(PieceReader& input, const RecognizedTable& table) {
        PresetTable preset_table(table.preset, input.name(), table.header);
        std::uint64_t lines = table.header_lines;
        RecordScanner scanner(table.form, preset_table.columns());
        for (;;) {
            const std::vector<std::string_view> pieces = input.next(table.form, std::size_t{2} << 20U, 1);
            if (pieces.empty()) break;
            EventBlock faults;
            scanner.scan(
                pieces.front(),
                [&](std::span<const std::string_view> cells, std::uint64_t line) {
                    const auto at = static_cast<std::uint32_t>(lines + line + 1);
                    preset_table.add(cells, {at, 1}, [&](std::uint32_t) { return CellPlace{at, 1}; });
                },
                [&](RecordFault fault) {
                    faults.add_fault({fault.line, fault.column, std::move(fault.message)});
                });
            tell_faults(input.name(), pieces.front(), table.form, faults, lines);
            lines += scanner.lines();
        }
        bytes_done_ += input.bytes_read();
        PresetReading reading = preset_table.finish();
        EventBlock block = parsed(reading.ties);
        for (std::size_t i = 0; i < reading.actors.size(); ++i)
            cells_->describe(reading.actors.cell(i, 0), reading.actors.cell(i, 1), reading.actors.cell(i, 2));
        block.rows = reading.read_as.rows_read;
        block.rows_giving = reading.read_as.rows_giving_ties;
        for (const LedgerEntry& entry : reading.read_as.left_out)
            block.left_out.emplace_back(entry.reason, entry.rows);
        if (reading_ < ledger_.readings.size())
            for (ReadAs::Rule& rule : ledger_.readings[reading_].rules)
                for (const ReadAs::Rule& counted : reading.read_as.rules)
                    if (counted.rule == rule.rule) rule.rows += counted.rows;
        take(block);
    }

    EventBlock parsed(const RawTable& ties) {
        const std::optional<Preset> preset = ties_preset(ties.header(), {});
        EventParser parser(*preset, ties.file, ties.header(), {.width = ties.header().size()},
                           {options_.cells.citations > 0, options_.cells.by_relation, options_.cells.by});
        EventBlock block = parser.parse(ties);
        for (EventFault& fault : block.faults)
            diagnostics_.error({ties.file, fault.line, 1}, std::move(fault.message));
        diagnostics_.count_errors(block.faults_beyond);
        block.faults.clear();
        block.rule_rows.clear();
        return block;
    }

    // A folder, or a file of another format: read as every command reads it.
    void read_whole(const std::string& path) {
        ReadOptions options = options_.read;
        options.data = {path};
        Reading reading = read_network(options, control_);
        EventBlock block;
        const Network& network = reading.network;
        for (std::size_t row = 0; row < network.tie_count(); ++row) {
            const Tie tie = network.tie(static_cast<TieId>(row));
            Event event;
            event.source = block.actors.number_of(network.actors.id[static_cast<std::uint32_t>(tie.source)]);
            event.target = block.actors.number_of(network.actors.id[static_cast<std::uint32_t>(tie.target)]);
            event.sign = tie.sign;
            event.directed = tie.directed == Directedness::directed;
            const auto weight = parse_weight(fmt::format("{}", tie.strength));
            if (!weight)
                throw Error(Fault::data, fmt::format("{}: a weight of more than twelve digits", path));
            if (*weight == 0 && tie.strength > 0)
                throw Error(Fault::data,
                            fmt::format("{}: a weight of less than half a millionth, the unit of "
                                        "the sums; write all weights in a smaller unit",
                                        path));
            if (is_rounded(fmt::format("{}", tie.strength), *weight)) ++block.rounded_weights;
            event.weight = *weight;
            take_period(tie.period, block, event);
            if (options_.cells.by_relation) event.relation = block.relations.number_of(tie.relation);
            event.citation = block.citations.size();
            event.citation_length = static_cast<std::uint32_t>(tie.citation.size());
            block.citations += tie.citation;
            block.events.push_back(event);
        }
        block.rows = reading.ledger.tie_rows;
        block.rows_giving = network.tie_count();
        for (const LedgerEntry& entry : reading.ledger.dropped)
            block.left_out.emplace_back(entry.reason, entry.rows);
        for (std::size_t i = 0; i < network.actor_count(); ++i) {
            const auto actor = static_cast<ActorId>(i);
            cells_->describe(network.id(actor),
                             network.label(actor) == network.id(actor) ? "" : network.label(actor),
                             network.kind(actor));
        }
        take(block);
    }

    // An open end is taken where the tie starts, an open start where it ends.
    static void take_period(const Period& period, EventBlock& block, Event& event) {
        const bool starts = period.start.earliest != beginning_of_time,
                   ends = period.end.latest != end_of_time;
        if (!starts && !ends) return;
        const DayInterval start = starts ? period.start : period.end, end = ends ? period.end : period.start;
        event.days = {start.earliest, start.latest, end.earliest, end.latest};
        if (!starts) ++block.open_starts;
        if (!ends) ++block.open_ends;
    }

    const AggregateOptions& options_;
    const Control& control_;
    std::unique_ptr<CellTable> cells_;
    AggregateLedger ledger_;
    Diagnostics diagnostics_;
    Preset preset_;
    std::size_t reading_ = 0;
    std::uint64_t bytes_ = 0, bytes_done_ = 0;
};

}  // namespace

Aggregate aggregate(const AggregateOptions& options, const Control& control) {
    if (options.combine) return combined(options, control);
    return EventReader(options, control).read();
}

}  // namespace entente::io
