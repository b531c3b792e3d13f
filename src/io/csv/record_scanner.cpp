#include "io/csv/record_scanner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/text.hpp"
#include "io/csv/width_message.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace entente::io {

namespace {

constexpr std::size_t npos = std::string_view::npos;

// Which of 64 bytes are the delimiter, a line feed, a quote, NUL, or no ASCII.
struct Marks {
    std::uint64_t delimiter = 0, line_feed = 0, quote = 0, high = 0;
    bool nul = false;
};

#if defined(__SSE2__)
Marks marks_of(const char* bytes, char delimiter) {
    const __m128i delimiters = _mm_set1_epi8(delimiter), feeds = _mm_set1_epi8('\n'),
                  quotes = _mm_set1_epi8('"'), zeros = _mm_setzero_si128();
    Marks marks;
    __m128i nul = zeros;
    for (unsigned part = 0; part < 4; ++part) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + part * 16));
        const auto bits = [](__m128i mask) {
            return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(mask)));
        };
        marks.delimiter |= bits(_mm_cmpeq_epi8(block, delimiters)) << (part * 16);
        marks.line_feed |= bits(_mm_cmpeq_epi8(block, feeds)) << (part * 16);
        marks.quote |= bits(_mm_cmpeq_epi8(block, quotes)) << (part * 16);
        marks.high |= bits(block) << (part * 16);
        nul = _mm_or_si128(nul, _mm_cmpeq_epi8(block, zeros));
    }
    marks.nul = _mm_movemask_epi8(nul) != 0;
    return marks;
}
#else
Marks marks_of(const char* bytes, char delimiter) {
    Marks marks;
    for (unsigned i = 0; i < 64; ++i) {
        const std::uint64_t bit = std::uint64_t{1} << i;
        if (bytes[i] == delimiter) marks.delimiter |= bit;
        if (bytes[i] == '\n') marks.line_feed |= bit;
        if (bytes[i] == '"') marks.quote |= bit;
        if ((static_cast<unsigned char>(bytes[i]) & 0x80U) != 0) marks.high |= bit;
        marks.nul = marks.nul || bytes[i] == 0;
    }
    return marks;
}
#endif

std::string_view without_return(std::string_view cell) {
    if (cell.ends_with('\r')) cell.remove_suffix(1);
    return cell;
}

// After the quoted cell that begins at `at`; npos if it is not closed.
std::size_t after_quoted(std::string_view text, std::size_t at) {
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] != '"') continue;
        if (i + 1 < text.size() && text[i + 1] == '"') {
            ++i;
            continue;
        }
        return i + 1;
    }
    return npos;
}

std::string unquoted(std::string_view cell) {
    std::string text;
    for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
        text += cell[i];
        if (cell[i] == '"') ++i;
    }
    return text;
}

}  // namespace

RecordScanner::RecordScanner(TableForm form, const std::vector<std::uint32_t>& columns)
    : form_(form), slots_(form.width, -1), cells_(columns.size()) {
    for (std::size_t i = 0; i < columns.size(); ++i) slots_.at(columns[i]) = static_cast<std::int32_t>(i);
}

// Takes the cells of a record with quoted ones; its length, with the line end.
std::size_t RecordScanner::quoted_record(std::string_view rest) {
    column_ = 0;
    for (std::size_t at = 0;;) {
        std::size_t end = 0;
        if (at < rest.size() && rest[at] == '"') {
            const std::size_t after = after_quoted(rest, at);
            if (after == npos) {
                unclosed_ = true;
                return rest.size();
            }
            const std::string_view cell = rest.substr(at, after - at);
            const std::string_view inside = cell.substr(1, cell.size() - 2);
            take(column_, inside.find('"') == npos
                              ? inside
                              : std::string_view(unquoted_.emplace_back(unquoted(cell))));
            end = after;
            while (end < rest.size() && rest[end] != form_.delimiter && rest[end] != '\n') ++end;
        } else {
            end = at;
            while (end < rest.size() && rest[end] != form_.delimiter && rest[end] != '\n') ++end;
            take(column_, without_return(rest.substr(at, end - at)));
        }
        ++column_;
        if (end >= rest.size()) return rest.size();
        if (rest[end] == '\n') return end + 1;
        at = end + 1;
    }
}

void RecordScanner::finish(std::string_view record, bool high, const OnRow& on_row, const OnFault& on_fault) {
    const std::uint64_t line = lines_;
    lines_ += static_cast<std::uint64_t>(std::ranges::count(record, '\n'));
    if (trimmed(record).empty()) return;
    ++rows_;
    if (unclosed_) return on_fault({line, 0, "a quote that opens in this row is never closed"});
    if (high) {
        if (const auto at = first_invalid_utf8(record))
            return on_fault({line, 0,
                             fmt::format("the byte {:02X} is not UTF-8; save the file as UTF-8",
                                         static_cast<unsigned char>(record[*at]))});
    }
    if (column_ != form_.width) return on_fault(width_fault(record, line));
    on_row(cells_, line);
}

// At the first cell that is too much, or where the first missing one would be.
RecordFault RecordScanner::width_fault(std::string_view record, std::uint64_t line) const {
    bool excess_is_empty = column_ > form_.width;
    if (const auto cells = excess_is_empty ? cells_of(record, form_) : std::nullopt)
        excess_is_empty = std::all_of(cells->begin() + static_cast<std::ptrdiff_t>(form_.width), cells->end(),
                                      [](const std::string& cell) { return cell.empty(); });
    return {line, std::min(column_, form_.width), width_message(column_, form_.width, excess_is_empty)};
}

void RecordScanner::scan(std::string_view piece, const OnRow& on_row, const OnFault& on_fault) {
    lines_ = rows_ = 0;
    column_ = 0;
    unquoted_.clear();
    std::size_t record = 0, cell = 0, skip = 0;  // where each begins; bytes before `skip` are done
    bool high_before = false;                    // in the record, before this block
    const auto end_record = [&](std::size_t end, bool high) {
        finish(piece.substr(record, end - record), high, on_row, on_fault);
        record = cell = skip = end;
        column_ = 0;
        high_before = unclosed_ = false;
        unquoted_.clear();
    };
    char tail[64];
    for (std::size_t base = 0; base < piece.size(); base += 64) {
        const char* bytes = piece.data() + base;
        if (piece.size() - base < 64) {
            std::memset(tail, 'x', sizeof tail);  // no delimiter, and no byte of the text
            std::memcpy(tail, bytes, piece.size() - base);
            bytes = tail;
        }
        const Marks marks = marks_of(bytes, form_.delimiter);
        if (marks.nul) on_fault({lines_, 0, "the file holds a NUL byte"});
        const std::uint64_t any = marks.delimiter | marks.line_feed | (form_.quotes ? marks.quote : 0);
        for (std::uint64_t rest = any; rest != 0; rest &= rest - 1) {
            const auto bit = static_cast<unsigned>(std::countr_zero(rest));
            const std::size_t at = base + bit;
            if (at < skip) continue;
            if ((marks.delimiter >> bit & 1U) != 0) {
                take(column_++, piece.substr(cell, at - cell));
                cell = at + 1;
            } else if ((marks.line_feed >> bit & 1U) != 0) {
                take(column_++, without_return(piece.substr(cell, at - cell)));
                const std::uint64_t up_to = bit == 63 ? ~std::uint64_t{0} : (std::uint64_t{2} << bit) - 1;
                const std::uint64_t from =
                    record > base ? ~std::uint64_t{0} << (record - base) : ~std::uint64_t{0};
                end_record(at + 1, high_before || (marks.high & up_to & from) != 0);
            } else if (at == cell) {
                end_record(record + quoted_record(piece.substr(record)), true);
            }
        }
        if (record < base + 64) {
            const std::uint64_t from =
                record > base ? ~std::uint64_t{0} << (record - base) : ~std::uint64_t{0};
            high_before = high_before || (marks.high & from) != 0;
        }
    }
    if (record < piece.size()) {
        take(column_++, without_return(piece.substr(cell)));
        end_record(piece.size(), true);
        ++lines_;
    }
}

std::optional<std::vector<std::string>> RecordScanner::cells_of(std::string_view record,
                                                                const TableForm& form) {
    std::vector<std::string> cells;
    while (record.ends_with('\n') || record.ends_with('\r')) record.remove_suffix(1);
    for (std::size_t at = 0;;) {
        std::size_t end = at;
        const bool quoted = form.quotes && at < record.size() && record[at] == '"';
        if (quoted) {
            end = after_quoted(record, at);
            if (end == npos) return std::nullopt;
            cells.push_back(unquoted(record.substr(at, end - at)));
        }
        const std::size_t delimiter = std::min(record.find(form.delimiter, end), record.size());
        if (!quoted) cells.emplace_back(trimmed(record.substr(at, delimiter - at)));
        if (delimiter == record.size()) return cells;
        at = delimiter + 1;
    }
}

std::size_t RecordScanner::end_of_record(std::string_view text, const TableForm& form) {
    const std::size_t feed = text.find('\n');
    if (!form.quotes || feed == npos || text.substr(0, feed).find('"') == npos)
        return feed == npos ? npos : feed + 1;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '"') {
            at = after_quoted(text, at);
            if (at == npos) return npos;
        }
        while (at < text.size() && text[at] != form.delimiter && text[at] != '\n') ++at;
        if (at >= text.size()) return npos;
        if (text[at] == '\n') return at + 1;
        ++at;
    }
    return npos;
}

std::size_t RecordScanner::start_of_cell(std::string_view record, std::size_t column, const TableForm& form) {
    while (record.ends_with('\n') || record.ends_with('\r')) record.remove_suffix(1);
    std::size_t at = 0;
    for (; column > 0; --column) {
        if (form.quotes && at < record.size() && record[at] == '"')
            at = std::min(after_quoted(record, at), record.size());
        at = record.find(form.delimiter, at);
        if (at == npos) return record.size();
        ++at;
    }
    return at;
}

}  // namespace entente::io
