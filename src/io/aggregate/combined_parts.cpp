// combined(): the folders that aggregate wrote, added up.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include "base/file.hpp"
#include "base/named.hpp"
#include "base/parallel.hpp"
#include "io/aggregate/parts.hpp"
#include "io/aggregate/parts_form.hpp"
#include "io/aggregate/piece_reader.hpp"
#include "io/presets/preset_error.hpp"

namespace entente::io {

namespace {

// The rows of a ties.csv that aggregate wrote, as sums.
class SumParser : public PieceParser {
public:
    // `by_period` gives the next period of that tie, where there is one.
    using ByPeriod = std::function<std::optional<Aggregate::TiePeriod>(std::uint64_t tie)>;
    SumParser(TableForm form, PeriodKind by, bool relations, ByPeriod by_period)
        : scanner_(form, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}),
          by_(by),
          relations_(relations),
          by_period_(std::move(by_period)) {}

    EventBlock parse(std::string_view piece) override {
        EventBlock block;
        block.counts_actors = false;
        scanner_.scan(
            piece,
            [&](std::span<const std::string_view> cells, std::uint64_t line) { take(block, cells, line); },
            [&](RecordFault fault) {
                block.add_fault({fault.line, fault.column, std::move(fault.message)});
            });
        block.lines = scanner_.lines();
        return block;
    }

private:
    void take(EventBlock& block, std::span<const std::string_view> cells, std::uint64_t line) {
        const auto count = [&](std::size_t column) -> std::uint32_t {
            const auto number = parse_weight(cells[column]);
            if (number && *number >= 0 && *number % weight_unit == 0)
                return static_cast<std::uint32_t>(*number / weight_unit);
            block.add_fault({line, column, "not a count that aggregate wrote"});
            return 0;
        };
        Event event;
        event.source = block.actors.number_of(cells[0]);
        event.target = block.actors.number_of(cells[1]);
        if (relations_) event.relation = block.relations.number_of(cells[2]);
        event.sign = cells[3] == "+" ? Sign::positive : cells[3] == "-" ? Sign::negative : Sign::none;
        event.directed = cells[5] == "true";
        event.days = days_of(cells[6], cells[7]);
        const auto period = [&](Day day) { return period_of({day, day}, by_); };
        event.joined = cells[6] != cells[7] && period(event.days.first) != period(event.days.last);
        event.of_sum = {count(10), count(11), count(12)};
        const auto weight = parse_weight(cells[4]), strength = parse_weight(cells[13]);
        if (!weight || !strength || event.of_sum.total() == 0) {
            block.add_fault({line, 4, "not a row that aggregate wrote"});
            return;
        }
        event.weight = *weight;
        event.strength_of_sum = *strength;
        const std::uint64_t tie = ties_++;
        auto first = event.joined && by_period_ ? by_period_(tie) : std::nullopt;
        if (first && first->start.empty()) {
            event.joined = false;
        } else if (event.joined && by_period_) {
            block.events.push_back(event);
            add_periods(block, tie, event, std::move(first));
            return;
        }
        block.cite(event, cells[8]);
        block.events.push_back(event);
    }

    // The citations of a tie of several periods, each with its period.
    void add_periods(EventBlock& block, std::uint64_t tie, Event event,
                     std::optional<Aggregate::TiePeriod> period) {
        event.empty = true;
        event.joined = false;
        event.weight = 0;
        for (; period; period = by_period_(tie)) {
            // Which period it is; when its events were, the tie says.
            event.days = days_of(period->start, period->start);
            block.cite(event, period->citation);
            block.events.push_back(event);
        }
    }

    RecordScanner scanner_;
    PeriodKind by_;
    bool relations_;
    ByPeriod by_period_;
    std::uint64_t ties_ = 0;
};

// citations.csv, row by row beside ties.csv.
class PeriodCitations {
public:
    PeriodCitations(const std::string& path, const Control& control) : input_(path, control) {
        if (!input_.ahead().starts_with(parts_form::citation_header))
            throw data_error({path, 1, 1}, "this is not a citations.csv that aggregate wrote");
        input_.skip(parts_form::citation_header.size());
    }

    std::optional<Aggregate::TiePeriod> next(std::uint64_t tie) {
        if (!waiting_) waiting_ = read();
        if (!waiting_ || waiting_->tie != tie) return std::nullopt;
        return std::exchange(waiting_, std::nullopt);
    }

private:
    std::optional<Aggregate::TiePeriod> read() {
        const TableForm form{.delimiter = ',', .width = 3};
        const std::string_view text = input_.ahead();
        if (text.empty()) return std::nullopt;
        const std::size_t end = std::min(RecordScanner::end_of_record(text, form), text.size());
        const auto cells = RecordScanner::cells_of(text.substr(0, end), form);
        input_.skip(end);
        const auto tie = cells && cells->size() == 3 ? parse_weight((*cells)[0]) : std::nullopt;
        if (!tie) throw data_error({input_.name(), 1, 1}, "a row that aggregate did not write");
        return Aggregate::TiePeriod{static_cast<std::uint64_t>(*tie / weight_unit), (*cells)[1], (*cells)[2]};
    }

    PieceReader input_;
    std::optional<Aggregate::TiePeriod> waiting_;
};

std::string in(const std::string& folder, const char* file) {
    return (std::filesystem::path(folder) / file).string();
}

[[noreturn]] void fail(const std::string& file, std::uint64_t line, const std::string& message) {
    throw data_error({file, line, 1}, message);
}

class Combination {
public:
    Combination(const AggregateOptions& options, const Control& control)
        : options_(options), control_(control) {}

    Aggregate read() {
        for (const std::string& folder : options_.read.data) read_ledger(folder);
        cells_ = std::make_unique<CellTable>(options_.cells);
        for (const std::string& folder : options_.read.data) {
            read_actors(in(folder, "actors.csv"));
            read_ties(in(folder, "ties.csv"), in(folder, "citations.csv"));
            control_.report(static_cast<double>(++done_) / static_cast<double>(options_.read.data.size()));
        }
        return Aggregate(options_, std::move(cells_), std::move(ledger_), {});
    }

private:
    using Row = std::vector<std::string>;

    // The rows of a small table, with its header looked at.
    template <class OnRow>
    void each_row(const std::string& path, std::string_view header, const OnRow& on_row) {
        PieceReader input(path, control_);
        const TableForm form{.delimiter = ',', .width = RecordScanner::cells_of(header, {})->size()};
        if (!input.ahead().starts_with(header))
            fail(path, 1,
                 fmt::format("this is not what aggregate writes: the header should be {}", trimmed(header)));
        input.skip(header.size());
        std::uint64_t line = 2;
        std::vector<std::uint32_t> columns(form.width);
        for (std::uint32_t i = 0; i < columns.size(); ++i) columns[i] = i;
        RecordScanner scanner(form, columns);
        for (auto pieces = input.next(form, std::size_t{2} << 20U, 1); !pieces.empty();
             pieces = input.next(form, std::size_t{2} << 20U, 1)) {
            scanner.scan(
                pieces.front(),
                [&](std::span<const std::string_view> cells, std::uint64_t at) { on_row(cells, line + at); },
                [&](const RecordFault& fault) { fail(path, line + fault.line, fault.message); });
            line += scanner.lines();
        }
    }

    void read_ledger(const std::string& folder) {
        const std::string path = in(folder, "ledger.csv");
        std::map<std::string, std::string> settings;
        std::size_t reading = 0;
        each_row(path, "what,name,value\n", [&](std::span<const std::string_view> cells, std::uint64_t line) {
            const std::string_view what = cells[0];
            const std::string name(cells[1]), value(cells[2]);
            const auto number = [&]() -> std::uint64_t {
                const auto parsed = parse_weight(value);
                if (!parsed || *parsed < 0)
                    fail(path, line, fmt::format("'{}' is not a number of rows", value));
                return static_cast<std::uint64_t>(*parsed / weight_unit);
            };
            if (what == "setting") settings[name] = value;
            if (what == "rows" && name == "read") ledger_.rows += number();
            if (what == "rows" && name == "giving ties") ledger_.rows_giving += number();
            if (what == "left out") add(ledger_.left_out, name, number());
            if (what == "events" && name == "whose date spans periods") ledger_.long_periods += number();
            if (what == "events" && name == "of ties without an end") ledger_.open_ends += number();
            if (what == "events" && name == "of ties without a start") ledger_.open_starts += number();
            if (what == "events" && name == "with rounded weights") ledger_.rounded_weights += number();
            if (what == "preset") reading = reading_named(name, value);
            if (what == "rule" || what == "rule set")
                add_rule(ledger_.readings.at(reading), name, what == "rule", number());
        });
        take_settings(path, settings);
    }

    static void add(std::vector<std::pair<std::string, std::uint64_t>>& list, const std::string& name,
                    std::uint64_t rows) {
        const auto known = std::ranges::find(list, name, [](const auto& one) { return one.first; });
        if (known != list.end()) {
            known->second += rows;
        } else {
            list.emplace_back(name, rows);
        }
    }

    std::size_t reading_named(const std::string& preset, const std::string& title) {
        const auto known = std::ranges::find(ledger_.readings, preset, &AggregateLedger::Reading::preset);
        const auto index = static_cast<std::size_t>(known - ledger_.readings.begin());
        if (known == ledger_.readings.end()) ledger_.readings.push_back({preset, title, {}});
        return index;
    }

    static void add_rule(AggregateLedger::Reading& reading, const std::string& name, bool is_default,
                         std::uint64_t rows) {
        const std::string rule = name.substr(0, name.find('=')), value = name.substr(rule.size() + 1);
        for (ReadAs::Rule& known : reading.rules) {
            if (known.rule == rule && known.value == value) {
                known.rows += rows;
                return;
            }
        }
        reading.rules.push_back({rule, value, is_default, rows});
    }

    void take_settings(const std::string& path, const std::map<std::string, std::string>& settings) {
        const auto setting = [&](const char* name) {
            const auto found = settings.find(name);
            if (found == settings.end()) fail(path, 1, fmt::format("the setting '{}' is missing", name));
            return found->second;
        };
        if (settings_.empty()) {
            const auto by = std::ranges::find(parts_form::period_words, setting("by"));
            const auto weight = std::ranges::find(parts_form::weight_words, setting("weight"));
            if (by == parts_form::period_words.end() || weight == parts_form::weight_words.end())
                fail(path, 1, "unknown settings");
            options_.cells.by = static_cast<PeriodKind>(by - parts_form::period_words.begin());
            options_.weight = static_cast<CellWeight>(weight - parts_form::weight_words.begin());
            options_.cells.by_sign = setting("signs") == "apart";
            options_.cells.by_relation = setting("relations") == "keep";
            options_.cells.citations =
                static_cast<std::uint64_t>(parse_weight(setting("citations")).value_or(0) / weight_unit);
            const std::string join = setting("join");
            options_.join.reset();
            if (join != "none")
                options_.join = static_cast<std::uint64_t>(parse_weight(join).value_or(0) / weight_unit);
            settings_ = settings;
        }
        for (const auto& [name, value] : settings) {
            if (settings_[name] != value)
                fail(path, 1,
                     fmt::format("the parts differ: --{} {} here, {} in {}", name, value, settings_[name],
                                 options_.read.data.front()));
        }
        if (setting("min") != "1")
            fail(path, 1,
                 "a part made with --min has lost events; make the parts without, and say --min here");
        if (options_.weight == CellWeight::mean)
            fail(path, 1, "means do not add up; make the parts with --weight sum");
    }

    void read_actors(const std::string& path) {
        each_row(path, parts_form::actor_header,
                 [&](std::span<const std::string_view> cells, std::uint64_t line) {
                     const auto events = parse_weight(cells[3]);
                     if (!events) fail(path, line, fmt::format("'{}' is not a number of events", cells[3]));
                     const std::uint32_t actor = cells_->actor_named(cells[0], cells[1], cells[2]);
                     cells_->count_actor(actor, static_cast<std::uint64_t>(*events / weight_unit),
                                         cells[4].empty() ? DaySpan{} : days_of(cells[4], cells[5]).span());
                 });
    }

    void read_ties(const std::string& path, const std::string& citations_path) {
        PeriodCitations citations(citations_path, control_);
        PieceReader input(path, control_);
        if (!input.ahead().starts_with(parts_form::tie_header))
            fail(path, 1, "this is not a ties.csv that aggregate wrote");
        input.skip(parts_form::tie_header.size());
        const TableForm form{.delimiter = ',', .width = 14};
        SumParser parser(form, options_.cells.by, options_.cells.by_relation,
                         [&](std::uint64_t tie) { return citations.next(tie); });
        std::uint64_t line = 2;
        for (auto pieces = input.next(form, std::size_t{2} << 20U, 1); !pieces.empty();
             pieces = input.next(form, std::size_t{2} << 20U, 1)) {
            const EventBlock block = parser.parse(pieces.front());
            if (!block.faults.empty()) fail(path, line + block.faults[0].line, block.faults[0].message);
            cells_->take(block);
            line += block.lines;
        }
    }

    AggregateOptions options_;
    const Control& control_;
    std::unique_ptr<CellTable> cells_;
    AggregateLedger ledger_;
    std::map<std::string, std::string> settings_;
    std::size_t done_ = 0;
};

}  // namespace

Aggregate combined(const AggregateOptions& options, const Control& control) {
    return Combination(options, control).read();
}

}  // namespace entente::io
