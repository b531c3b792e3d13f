#include "io/csv/row_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "io/csv/source.hpp"
#include "io/csv/width_message.hpp"

// g++ 12 finds fault with its cutting of long file names, which is meant.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wstringop-truncation"
#endif
#include <libfccp/csv.h>

namespace entente::io {

namespace {

class Feed : public ::io::ByteSourceBase {
public:
    explicit Feed(Source& source) : source_(source) {}
    // LineReader takes a short read for the end of the file; Source gives one only there.
    int read(char* buffer, int size) override {
        return static_cast<int>(source_.read(buffer, static_cast<std::size_t>(size)));
    }

private:
    Source& source_;
};

std::size_t count_outside_quotes(std::string_view line, char delimiter) {
    bool inside = false;
    std::size_t count = 0;
    for (const char c : line) {
        if (c == '"') inside = !inside;
        if (c == delimiter && !inside) ++count;
    }
    return count;
}

// The delimiter of a header line: the one that gives most known names, then most cells; a comma when none
// stands out.
char sniffed(std::string_view line, bool (*known)(std::string_view)) {
    char best = ',';
    std::pair<std::size_t, std::size_t> best_score{0, 0};
    for (const char candidate : {',', ';', '\t'}) {
        const std::size_t cells = count_outside_quotes(line, candidate);
        if (cells == 0) continue;
        std::size_t names = 0;
        for (std::string_view name : split(line, candidate)) {
            name = trimmed(name);
            if (name.size() >= 2 && name.front() == '"' && name.back() == '"')
                name = name.substr(1, name.size() - 2);
            if (known(name)) ++names;
        }
        const std::pair<std::size_t, std::size_t> score{names, cells};
        if (score > best_score) {
            best_score = score;
            best = candidate;
        }
    }
    return best;
}

// Excel writes and reads a first line "sep=;" that names the delimiter.
std::optional<char> excel_delimiter(std::string_view line) {
    line = trimmed(line);
    if (line.size() >= 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
    if (line.size() == 5 && lower(line.substr(0, 4)) == "sep=") return line[4];
    if (lower(line) == "sep=") return '\t';  // the tab was trimmed
    return std::nullopt;
}

// A row of delimiters alone, as spreadsheets write rows that once had something in them.
bool holds_nothing(std::string_view line, char delimiter) {
    return std::all_of(line.begin(), line.end(),
                       [delimiter](char c) { return c == delimiter || c == ' ' || c == '\t'; });
}

}  // namespace

struct RowReader::State {
    Source source;
    std::unique_ptr<::io::LineReader> lines;  // gone once all is read
    std::uint64_t line = 0;

    State(const Input& input, const Control& control)
        : source(input, control),
          lines(std::make_unique<::io::LineReader>(source.name(), std::make_unique<Feed>(source))) {}

    // The next line without its line break. The view lives until the next call.
    std::optional<std::string_view> next() {
        const char* text = lines->next_line();
        if (text == nullptr) return std::nullopt;
        ++line;
        return std::string_view(text);
    }
};

RowReader::RowReader(const Input& input, char delimiter, bool (*known)(std::string_view),
                     const Control& control, Diagnostics& diagnostics)
    : state_(std::make_unique<State>(input, control)),
      control_(control),
      diagnostics_(diagnostics),
      next_line_([this] { return state_->next(); }) {
    try {
        read_header(delimiter, known);
    } catch (const ::io::error::line_length_limit_exceeded&) {
        tell_long_line();
    }
}

RowReader::~RowReader() = default;

const std::string& RowReader::name() const { return state_->source.name(); }

Spot RowReader::header_spot(std::size_t column) const {
    return {name(), header_row_, column < header_columns_.size() ? header_columns_[column] : 1};
}

void RowReader::read_header(char delimiter, bool (*known)(std::string_view)) {
    std::optional<std::string_view> line;
    char declared = 0;
    while ((line = state_->next()) && (trimmed(*line).empty() || (declared == 0 && excel_delimiter(*line)))) {
        if (const auto named = excel_delimiter(*line)) declared = *named;
    }
    if (line) {
        header_row_ = state_->line;
        delimiter_ = delimiter != 0 ? delimiter : declared != 0 ? declared : sniffed(*line, known);
        return split_header(*line);
    }
    finish();
    if (state_->source.diagnostic()) return;
    diagnostics_.error(
        {name(), 0, 0},
        name() == "stdin"
            ? "standard input is empty; it should begin with a header line such as source,target"
            : "the file is empty; it should begin with a header line such as source,target or id,label");
}

void RowReader::split_header(std::string_view line) {
    header_line_ = line;
    RowBatch batch;
    RowBatch::Row row{0, line.size(), header_row_};
    batch.text = line;
    if (!split(batch, row)) return;
    // Counted from cell to cell: a header may have a million of them.
    std::size_t counted = 0;
    std::uint64_t column = 1;
    for (const RowBatch::Cell& cell : batch.cells) {
        header_.emplace_back(batch.text.substr(cell.start, cell.length));
        const std::string_view between = line.substr(counted, cell.raw - counted);
        const std::size_t line_break = between.rfind('\n');
        column = line_break == std::string_view::npos ? column + character_count(between)
                                                      : character_count(between.substr(line_break + 1)) + 1;
        counted = cell.raw;
        header_columns_.push_back(column);
    }
}

bool RowReader::split(RowBatch& batch, RowBatch::Row& row) {
    const std::optional<SplitFault> fault = split_row(batch, row, delimiter_, next_line_);
    if (fault) tell(batch, row, *fault);
    return !fault;
}

void RowReader::tell(const RowBatch& batch, const RowBatch::Row& row, const SplitFault& fault) {
    if (fault.kind == SplitFault::Kind::text_after_quote) {
        const std::string_view text = std::string_view(batch.text).substr(fault.at, fault.until - fault.at);
        return diagnostics_.error(
            spot_at(batch, row, fault.at),
            fmt::format("{} stands after a closing quote; put the whole cell in quotes and double the quotes "
                        "within it (\"\")",
                        quoted(text)),
            excerpt_at(batch, row, fault.at));
    }
    diagnostics_.error(
        spot_at(batch, row, fault.at),
        fmt::format(
            "the quote that opens here is not closed {}; close it, or double it (\"\") where it "
            "belongs to the text",
            fault.kind == SplitFault::Kind::not_closed ? "before the end of the file" : "within 16 MiB"),
        excerpt_at(batch, row, fault.at));
    finish();
}

bool RowReader::read_row(RowBatch& batch) {
    const std::optional<std::string_view> line = state_->next();
    if (!line) {
        finish();
        return false;
    }
    if (trimmed(*line).empty()) return true;
    if (holds_nothing(*line, delimiter_)) {
        if (blank_rows_++ == 0) first_blank_row_ = state_->line;
        return true;
    }
    ++rows_;
    row_bytes_ += line->size() + 1;
    RowBatch::Row row{batch.text.size(), line->size(), state_->line};
    const std::size_t first_cell = batch.cells.size();
    batch.text += *line;
    const bool whole = split(batch, row);
    if (whole && batch.cells.size() - first_cell == batch.width) {
        batch.rows.push_back(row);
        return true;
    }
    if (whole) check_width(batch, row, first_cell);
    batch.cells.resize(first_cell);
    batch.text.resize(row.start);
    return !ended_;
}

void RowReader::check_width(RowBatch& batch, const RowBatch::Row& row, std::size_t first_cell) {
    if (!diagnostics_.admit_error()) return;
    const std::size_t found = batch.cells.size() - first_cell;
    const bool more = found > header_.size();
    const std::size_t position = more ? batch.cells[first_cell + header_.size()].raw : row.start + row.length;
    bool nothing = more;  // is in what is too much
    for (std::size_t i = header_.size(); nothing && i < found; ++i)
        nothing = batch.cells[first_cell + i].length == 0;
    diagnostics_.tell(Severity::error, spot_at(batch, row, position),
                      width_message(found, header_.size(), nothing), excerpt_at(batch, row, position));
}

bool RowReader::next(RowBatch& batch) {
    constexpr std::size_t most_rows = 128, most_text = 1U << 16;
    control_.checkpoint();
    batch.clear(header_.size());
    if (header_.empty()) finish();
    try {
        while (!ended_ && batch.rows.size() < most_rows && batch.text.size() < most_text) {
            if (!read_row(batch)) break;
        }
    } catch (const ::io::error::line_length_limit_exceeded&) {
        tell_long_line();
    }
    if (control_.progress && state_->source.size() > 0) {
        control_.report(std::min(1.0, static_cast<double>(state_->source.bytes_read()) /
                                          static_cast<double>(state_->source.size())));
    }
    return !batch.rows.empty();
}

void RowReader::tell_long_line() {
    diagnostics_.error({name(), state_->line + 1, 1},
                       "this line is longer than 16 MiB; is the file a CSV file?");
    finish();
}

std::size_t RowReader::expected_rows() const {
    if (rows_ == 0) return 0;
    return static_cast<std::size_t>(static_cast<double>(state_->source.size()) /
                                    static_cast<double>(row_bytes_) * static_cast<double>(rows_) * 1.05);
}

// What was wrong with the bytes is reported last: LineReader reads them from a thread of its own until it is
// gone.
void RowReader::finish() {
    ended_ = true;
    if (!state_->lines) return;
    state_->lines.reset();
    if (blank_rows_ > 0) {
        diagnostics_.note({name(), first_blank_row_, 1},
                          blank_rows_ == 1
                              ? "a row without any content is skipped"
                              : fmt::format("{} rows without any content are skipped, the first of them here",
                                            blank_rows_));
    }
    if (const auto& diagnostic = state_->source.diagnostic())
        diagnostics_.error(diagnostic->spot, diagnostic->message, diagnostic->excerpt);
    control_.checkpoint();
}

Spot RowReader::spot_at(const RowBatch& batch, const RowBatch::Row& row, std::size_t position) const {
    const std::string_view before = std::string_view(batch.text).substr(row.start, position - row.start);
    const std::size_t line_break = before.rfind('\n');
    const std::string_view in_line =
        line_break == std::string_view::npos ? before : before.substr(line_break + 1);
    return {name(), row.line + static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')),
            character_count(in_line) + 1};
}

std::string RowReader::excerpt_at(const RowBatch& batch, const RowBatch::Row& row,
                                  std::size_t position) const {
    const std::string_view whole = std::string_view(batch.text).substr(row.start, row.length);
    const std::size_t line_break = whole.substr(0, position - row.start).rfind('\n');
    const std::size_t from = line_break == std::string_view::npos ? 0 : line_break + 1;
    return excerpt_of(whole.substr(from, whole.find('\n', from) - from));
}

Spot RowReader::spot(RowRef row, std::size_t column) const {
    const RowBatch& batch = row.batch;
    return spot_at(batch, batch.rows[row.row], batch.cells[row.row * batch.width + column].raw);
}

std::string RowReader::excerpt(RowRef row, std::size_t column) const {
    const RowBatch& batch = row.batch;
    return excerpt_at(batch, batch.rows[row.row], batch.cells[row.row * batch.width + column].raw);
}

}  // namespace entente::io
