// aggregate(): files in, cells out.
#include <fmt/format.h>
#include <glob.h>

#include <algorithm>
#include <filesystem>

#include "base/parallel.hpp"
#include "io/actors/actor_reader.hpp"
#include "io/aggregate/aggregate.hpp"
#include "io/aggregate/kept_input.hpp"
#include "io/aggregate/ledger_book.hpp"
#include "io/aggregate/network_events.hpp"
#include "io/aggregate/parts.hpp"
#include "io/aggregate/piece_reader.hpp"
#include "io/aggregate/table_events.hpp"
#include "io/csv/row_reader.hpp"
#include "io/formats/formats.hpp"
#include "io/formats/raw_table_reader.hpp"
#include "io/presets/preset_table.hpp"
#include "io/presets/recognized_table.hpp"

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

// What is known of a file once it has been read, to read all again by.
struct KnownFile {
    Assumptions assumptions;
    std::optional<KeptInput> kept;
};

class EventReader {
public:
    EventReader(const AggregateOptions& options, std::vector<std::string> files, std::vector<KnownFile> known,
                const Control& control)
        : options_(options),
          control_(control),
          files_(std::move(files)),
          known_(std::move(known)),
          cells_(std::make_unique<CellTable>(options.cells)) {}

    // Nothing where an assumption proved wrong: then all is to be read again, by what known() says.
    std::optional<Aggregate> read() {
        for (const std::string& file : files_) {
            std::error_code ignored;
            if (file != "-" && std::filesystem::is_regular_file(file, ignored))
                bytes_ += std::filesystem::file_size(file, ignored);
        }
        read_actors();
        bool held = true;  // what proves wrong of any file is found out before all are read again
        for (std::size_t number = 0; number < files_.size(); ++number) held = read_file(number) && held;
        if (!held) return std::nullopt;
        if (all_plain_) refuse_unmet(options_.read.columns, "--columns", headers_);
        std::vector<Diagnostic> remarks = diagnostics_.settle(files_);
        remarks.insert(remarks.end(), remarks_.begin(), remarks_.end());
        return Aggregate(options_, std::move(cells_), std::move(ledger_).close(), std::move(remarks));
    }
    std::vector<KnownFile> known() && { return std::move(known_); }

private:
    // --actors
    void read_actors() {
        if (options_.read.actors_file.empty()) return;
        RowReader rows(options_.read.actors_file, options_.read.delimiter, known_header, quiet_,
                       diagnostics_);
        headers_.insert(headers_.end(), rows.header().begin(), rows.header().end());
        actors_.read(rows, options_.read.columns, options_.read.cells.missing);
        actors_.finish();
        for (std::size_t i = 0; i < described_.actor_count(); ++i) {
            const auto actor = static_cast<ActorId>(i);
            cells_->describe(described_.id(actor),
                             described_.label(actor) == described_.id(actor) ? "" : described_.label(actor),
                             described_.kind(actor));
        }
    }

    bool read_file(std::size_t number) {
        const std::string& path = files_[number];
        std::error_code ignored;
        if (std::filesystem::is_directory(path, ignored)) return read_whole(path, path);
        KnownFile& known = known_[number];
        PeekedInput peeked =
            peek(known.kept ? known.kept->again() : Input(path), recognition_bytes, control_);
        std::string_view head = peeked.head;
        if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
        const std::string file = path == "-" ? "stdin" : path;
        const ReadOptions& read = options_.read;
        const Format& format =
            read.format.empty() ? recognized_format(peeked.head, file) : format_named(read.format);
        const bool presets =
            read.preset != "none" && (!read.preset.empty() || !read.columns.contains("source"));
        std::optional<RecognizedTable> table;
        if (format.read == nullptr && presets)
            table = recognized_table(head, file, read.delimiter, {read.preset, read.rules, read.cells});
        const bool plain = format.read == nullptr && !table;
        if (plain) refuse_rules_of_presets(read.rules);
        // What can be read again without a copy, is kept; what may have to be, is copied.
        if (!known.kept && (plain || files_.size() > 1 || KeptInput::needs_no_copy(peeked.input)))
            known.kept.emplace(peeked.input, control_);
        const Input input = known.kept ? known.kept->again() : peeked.input;
        all_plain_ = all_plain_ && plain;
        if (plain) return read_plain(number, input);
        // Whether the times of a file are dates or numbers, all its rows decide.
        if (table && read.actors_file.empty() && read.columns.empty() && !table->preset.time.may_be_numbers)
            return read_preset(number, input, *table);
        return read_whole(path, input);
    }

    bool read_plain(std::size_t number, const Input& input) {
        const ReadOptions& read = options_.read;
        const bool tabs = read.format == "tsv" && read.delimiter == 0;
        Control control{.threads = control_.threads, .stop = control_.stop};
        if (bytes_ > 0)
            control.progress = [&](double share) {
                std::error_code ignored;
                const auto size = std::filesystem::file_size(files_[number], ignored);
                if (!ignored) report(static_cast<std::uint64_t>(share * static_cast<double>(size)));
            };
        RowReader rows(input, tabs ? '\t' : read.delimiter, known_header, control, diagnostics_);
        headers_.insert(headers_.end(), rows.header().begin(), rows.header().end());
        CellRules rules = read.cells;
        rules.end = end_by_rule(read.rules);
        if (rules.end == EndIs::exclusive)
            diagnostics_.note({rows.name(), 1, 1},
                              "an end is the first day, month or year after the tie (--rule end=exclusive)");
        const bool held = add_table(number, rows, rules, [&](EventBlock& block) { take(block); });
        std::error_code ignored;
        const auto size = std::filesystem::file_size(files_[number], ignored);
        if (!ignored) bytes_done_ += size;
        return held;
    }

    // False where an assumption about the file proved wrong.
    bool add_table(std::size_t number, TableReader& rows, const CellRules& rules,
                   const TableEvents::Take& take) {
        TableEventOptions options{.chosen = options_.read.columns,
                                  .rules = rules,
                                  .citations = options_.cells.citations > 0,
                                  .relations = options_.cells.by_relation,
                                  .known = {},
                                  .assumptions = known_[number].assumptions};
        if (!options_.read.actors_file.empty() && !options_.read.add_missing_actors)
            options.known.emplace(KnownActors{actors_.index(), suggestions_});
        auto otherwise = TableEvents(rows, options, diagnostics_).read(take);
        if (otherwise) known_[number].assumptions = std::move(*otherwise);
        return !otherwise;
    }

    bool read_preset(std::size_t number, const Input& source, const RecognizedTable& table) {
        PieceReader input(source, control_);
        input.skip(table.header_bytes);
        ledger_.begin(table.preset);
        if (table.preset.time.joining != Joining::none || !table.preset.members.group.empty())
            return read_joined(number, input, table);
        tell_lacking(PresetTable(table.preset, input.name(), table.header).finish(), diagnostics_);
        Assumptions& assumptions = known_[number].assumptions;
        const EventParser::Wants wants{.citations = options_.cells.citations > 0,
                                       .relations = options_.cells.by_relation,
                                       .rules = options_.read.cells,
                                       .weights_are_signs = assumptions.weights_are_signs};
        std::vector<std::unique_ptr<PieceParser>> parsers;
        for (unsigned i = 0; i < std::max(1U, control_.threads); ++i)
            parsers.push_back(
                std::make_unique<EventParser>(table.preset, input.name(), table.header, table.form, wants));
        const bool signs = read_pieces(input, table.form, parsers, table.header_lines);
        if (assumptions.weights_are_signs)
            diagnostics_.note(
                {input.name(), 1, 1},
                "some weights are negative: rows without a sign take the sign of their weight, and "
                "its size as their strength",
                true);
        if (!signs || assumptions.weights_are_signs) return true;
        refuse_pipe(number);
        assumptions.weights_are_signs = true;
        return false;
    }

    void refuse_pipe(std::size_t number) const {
        if (known_[number].kept) return;
        throw Error(
            Fault::data,
            fmt::format("{}: some weights are negative and some rows have no sign: they take that of "
                        "their weight, which needs a second look at the first rows; name a file rather "
                        "than a pipe",
                        files_[number] == "-" ? "stdin" : files_[number]));
    }

    void report(std::uint64_t bytes_of_file) const {
        if (bytes_ > 0)
            control_.report(std::min(
                1.0, static_cast<double>(bytes_done_ + bytes_of_file) / static_cast<double>(bytes_)));
    }

    // Whether rows without a sign should take that of their weight.
    bool read_pieces(PieceReader& input, const TableForm& form,
                     std::vector<std::unique_ptr<PieceParser>>& parsers, std::uint64_t lines) {
        constexpr std::size_t piece_bytes = std::size_t{2} << 20U;
        bool any_negative = false, any_open_sign = false;
        for (;;) {
            const std::vector<std::string_view> pieces = input.next(form, piece_bytes, parsers.size() * 2);
            if (pieces.empty()) break;
            std::vector<EventBlock> blocks(pieces.size());
            parallel_blocks(pieces.size(), quiet_, [&](std::size_t block, unsigned worker) {
                blocks[block] = parsers[worker]->parse(pieces[block]);
            });
            for (std::size_t i = 0; i < blocks.size(); ++i) {
                tell_faults(blocks[i], pieces[i], form, {input.name(), lines, 0}, diagnostics_);
                lines += blocks[i].lines;
                any_negative = any_negative || blocks[i].any_negative;
                any_open_sign = any_open_sign || blocks[i].any_open_sign;
                take(blocks[i]);
                blocks[i] = {};
            }
            report(input.bytes_read());
        }
        bytes_done_ += input.bytes_read();
        return any_negative && any_open_sign;
    }

    void take(const EventBlock& block) {
        ledger_.take(block);
        cells_->take(block);
    }

    // Presets that join rows: their ties need all rows first, and are events then.
    bool read_joined(std::size_t number, PieceReader& input, const RecognizedTable& table) {
        PresetTable preset_table(table.preset, input.name(), table.header, options_.read.cells);
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
            tell_faults(faults, pieces.front(), table.form, {input.name(), lines, 0}, diagnostics_);
            lines += scanner.lines();
        }
        bytes_done_ += input.bytes_read();
        PresetReading reading = preset_table.finish();
        tell_lacking(reading, diagnostics_);
        CellRules plain = options_.read.cells;  // what a preset gives is plain
        plain.decimal = 0;
        RawTableReader ties(reading.ties, quiet_);
        const bool held = add_table(number, ties, plain, [&](EventBlock& block) {
            block.rows = block.rows_giving = 0;  // those of the file are counted below
            take(block);
        });
        if (!held) {
            refuse_pipe(number);
            return false;
        }
        for (std::size_t i = 0; i < reading.actors.size(); ++i)
            cells_->describe(reading.actors.cell(i, 0), reading.actors.cell(i, 1), reading.actors.cell(i, 2));
        EventBlock block;
        block.rows = reading.read_as.rows_read;
        block.rows_giving = reading.read_as.rows_giving_ties;
        for (const LedgerEntry& entry : reading.read_as.left_out)
            block.left_out.emplace_back(entry.reason, entry.rows);
        ledger_.take(reading.read_as);
        take(block);
        return true;
    }

    // A folder, or a file of another format: read as every command reads it.
    bool read_whole(const std::string& path, const Input& input) {
        ReadOptions options = options_.read;
        options.data = {path};
        options.self_ties = SelfTies::kept;
        const Reading reading = input.path == path && std::filesystem::is_directory(path)
                                    ? examine_network(options, control_)
                                    : examine_file(options, input, control_);
        for (const Diagnostic& remark : reading.remarks) {
            if (remark.severity != Severity::error) remarks_.push_back(remark);
            else if (diagnostics_.admit_error())
                diagnostics_.tell(remark.severity, remark.spot, remark.message, remark.excerpt);
        }
        EventBlock block = events_of(reading, options_.cells, diagnostics_);
        for (const ReadAs& read_as : reading.ledger.read_as) ledger_.take(read_as);
        const Network& network = reading.network;
        for (std::size_t i = 0; i < network.actor_count(); ++i) {
            const auto actor = static_cast<ActorId>(i);
            cells_->describe(network.id(actor),
                             network.label(actor) == network.id(actor) ? "" : network.label(actor),
                             network.kind(actor));
        }
        take(block);
        return true;
    }

    const AggregateOptions& options_;
    const Control& control_;
    const Control quiet_{.threads = control_.threads, .stop = control_.stop};
    std::vector<std::string> files_;
    std::vector<KnownFile> known_;
    std::unique_ptr<CellTable> cells_;
    LedgerBook ledger_;
    Diagnostics diagnostics_;
    std::vector<Diagnostic> remarks_;  // of files that were read whole
    Network described_;                // the actors of --actors
    Ledger described_ledger_;
    ActorReader actors_{described_, described_ledger_, diagnostics_};
    IdSuggestions suggestions_{described_.actors};
    std::vector<std::string> headers_;
    bool all_plain_ = true;
    std::uint64_t bytes_ = 0, bytes_done_ = 0;
};

}  // namespace

Aggregate aggregate(const AggregateOptions& options, const Control& control) {
    if (options.combine) return combined(options, control);
    check_chosen(options.read.columns);
    const std::vector<std::string> files = expanded(options.read.data);
    if (std::ranges::count(files, "-") > 1)
        throw Error(Fault::usage, "standard input (-) can be named only once");
    for (std::vector<KnownFile> known(files.size());;) {
        EventReader reader(options, files, std::move(known), control);
        if (auto result = reader.read()) return std::move(*result);
        known = std::move(reader).known();
    }
}

}  // namespace entente::io
