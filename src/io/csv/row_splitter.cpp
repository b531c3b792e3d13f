#include "io/csv/row_splitter.hpp"

#include <array>
#include <cstring>
#include <vector>

namespace entente::io {

namespace {

constexpr std::array<std::string_view, 4> unseen_spaces{"\u00A0", "\u200B", "\u202F", "\uFEFF"};

// How many bytes of no-break and zero-width spaces, which come with text from web pages and cannot be seen,
// the text ends with; or begins with.
std::size_t unseen_at_end(std::string_view text) {
    for (const std::string_view space : unseen_spaces) {
        if (text.ends_with(space)) return space.size();
    }
    return 0;
}
std::size_t unseen_at_start(std::string_view text) {
    for (const std::string_view space : unseen_spaces) {
        if (text.starts_with(space)) return space.size();
    }
    return 0;
}

bool beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// A state machine: each step reads on from at_ and says which step follows.
class Splitter {
public:
    Splitter(RowBatch& batch, RowBatch::Row& row, char delimiter,
             const std::function<std::optional<std::string_view>()>& next_line)
        : batch_(batch),
          row_(row),
          text_(batch.text),
          delimiter_(delimiter),
          next_line_(next_line),
          at_(row.start),
          end_(row.start + row.length) {}

    std::optional<SplitFault> run() {
        if (find('"', at_) == end_) {
            while (plain_cell() != Step::done) continue;
            return std::nullopt;
        }
        Step step = Step::cell;
        while (step != Step::done && step != Step::failed) {
            switch (step) {
                case Step::cell:
                    step = begin_cell();
                    break;
                case Step::quoted:
                    step = quoted_cell();
                    break;
                case Step::line:
                    step = take_line();
                    break;
                case Step::after_quote:
                    step = after_quote();
                    break;
                case Step::done:
                case Step::failed:
                    break;
            }
        }
        if (step == Step::failed) return fault_;
        for (const std::size_t cell : doubled_) undouble(batch_.cells[cell]);
        return std::nullopt;
    }

private:
    enum class Step { cell, quoted, line, after_quote, done, failed };

    bool is_space(char c) const { return (c == ' ' || c == '\t') && c != delimiter_; }

    std::size_t find(char wanted, std::size_t from) const {
        const void* found = std::memchr(text_.data() + from, wanted, end_ - from);
        return found == nullptr ? end_
                                : static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
    }

    // Whether the row goes on behind the delimiter at at_.
    Step next_cell() {
        if (at_ == end_) return Step::done;
        ++at_;
        return Step::cell;
    }

    Step begin_cell() {
        std::size_t from = at_;
        while (from < end_ && is_space(text_[from])) ++from;
        if (from == end_ || text_[from] != '"') return plain_cell();
        open_ = from;
        at_ = from + 1;
        has_doubled_ = false;
        return Step::quoted;
    }

    Step plain_cell() {
        const std::size_t stop = find(delimiter_, at_);
        std::size_t from = at_, to = stop;
        const auto trim = [&] {
            while (from < to && is_space(text_[from])) ++from;
            while (to > from && is_space(text_[to - 1])) --to;
        };
        trim();
        while (to > from && (beyond_ascii(text_[to - 1]) || beyond_ascii(text_[from]))) {
            const std::string_view cell = std::string_view(text_).substr(from, to - from);
            const std::size_t at_end = unseen_at_end(cell), at_start = unseen_at_start(cell);
            if (at_end + at_start == 0) break;
            to -= at_end > 0 ? at_end : 0;
            from += at_end == 0 ? at_start : 0;
            trim();
        }
        batch_.cells.push_back({from, to - from, from});
        at_ = stop;
        return next_cell();
    }

    // From within the quotes to the quote that closes them.
    Step quoted_cell() {
        const std::size_t quote = find('"', at_);
        at_ = quote;
        if (quote == end_) return Step::line;
        if (quote + 1 < end_ && text_[quote + 1] == '"') {
            has_doubled_ = true;
            at_ = quote + 2;
            return Step::quoted;
        }
        if (has_doubled_) doubled_.push_back(batch_.cells.size());
        batch_.cells.push_back({open_ + 1, quote - open_ - 1, open_});
        at_ = quote + 1;
        return Step::after_quote;
    }

    // The quotes hold a line break: the next line of the file belongs to the row.
    Step take_line() {
        const bool too_long = row_.length > longest_row;
        const std::optional<std::string_view> more = too_long ? std::nullopt : next_line_();
        if (!more) {
            fault_ = {too_long ? SplitFault::Kind::closed_too_late : SplitFault::Kind::not_closed, open_,
                      end_};
            return Step::failed;
        }
        text_ += '\n';
        text_ += *more;
        row_.length += 1 + more->size();
        end_ = row_.start + row_.length;
        return Step::quoted;
    }

    Step after_quote() {
        while (at_ < end_ && is_space(text_[at_])) ++at_;
        if (at_ == end_ || text_[at_] == delimiter_) return next_cell();
        fault_ = {SplitFault::Kind::text_after_quote, at_, find(delimiter_, at_)};
        return Step::failed;
    }

    // Written out behind the row, so that the row's own text stays as it is in the file.
    void undouble(RowBatch::Cell& cell) {
        const std::size_t start = text_.size();
        for (std::size_t i = cell.start; i < cell.start + cell.length; ++i) {
            text_ += text_[i];
            if (text_[i] == '"') ++i;
        }
        cell.start = start;
        cell.length = text_.size() - start;
    }

    RowBatch& batch_;
    RowBatch::Row& row_;
    std::string& text_;
    char delimiter_;
    const std::function<std::optional<std::string_view>()>& next_line_;
    std::size_t at_, end_;
    std::size_t open_ = 0;  // the quote that opens the cell
    bool has_doubled_ = false;
    std::vector<std::size_t> doubled_;  // cells with doubled quotes
    SplitFault fault_{};
};

}  // namespace

std::optional<SplitFault> split_row(RowBatch& batch, RowBatch::Row& row, char delimiter,
                                    const std::function<std::optional<std::string_view>()>& next_line) {
    return Splitter(batch, row, delimiter, next_line).run();
}

}  // namespace entente::io
