#include "io/formats/text/delimited.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace entente::io {

namespace {

bool is_comment(std::string_view line, Comments comments) {
    return comments == Comments::hash_and_percent && (line.starts_with('#') || line.starts_with('%'));
}

class Splitter {
public:
    Splitter(std::string_view text, char delimiter, Problems& problems)
        : text_(text),
          delimiter_(delimiter),
          problems_(problems),
          places_(text),
          at_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

    std::vector<DelimitedRow> rows(Comments comments) {
        std::vector<DelimitedRow> rows;
        while (at_ < text_.size()) {
            const std::size_t end = std::min(text_.find('\n', at_), text_.size());
            const std::string_view line = trimmed(text_.substr(at_, end - at_));
            if (line.empty() || is_comment(line, comments)) {
                at_ = end + 1;
                continue;
            }
            rows.push_back(row());
        }
        return rows;
    }

private:
    bool at_line_end() const { return at_ >= text_.size() || text_[at_] == '\n'; }
    bool is_blank() const {
        return text_[at_] == ' ' || text_[at_] == '\r' || (text_[at_] == '\t' && delimiter_ != '\t');
    }

    DelimitedRow row() {
        DelimitedRow row;
        for (;;) {
            while (!at_line_end() && is_blank()) ++at_;
            if (delimiter_ == ' ' && at_line_end()) break;
            row.push_back(cell());
            while (!at_line_end() && is_blank()) ++at_;
            if (at_line_end()) break;
            if (delimiter_ != ' ') {
                ++at_;
                if (at_line_end()) {
                    row.push_back({"", places_.at(at_), false});
                    break;
                }
            }
        }
        ++at_;
        return row;
    }

    DelimitedCell cell() {
        DelimitedCell cell{"", places_.at(at_), false};
        if (!at_line_end() && text_[at_] == '"') return quoted(std::move(cell));
        const std::size_t start = at_;
        while (!at_line_end() && text_[at_] != delimiter_ && !(delimiter_ == ' ' && is_blank())) ++at_;
        cell.text = trimmed(text_.substr(start, at_ - start));
        return cell;
    }

    DelimitedCell quoted(DelimitedCell cell) {
        cell.quoted = true;
        for (++at_;; ++at_) {
            if (at_ >= text_.size()) {
                problems_.error(cell.place, "the quote that opens here is never closed");
                return cell;
            }
            if (text_[at_] == '"') {
                if (!text_.substr(at_).starts_with("\"\"")) break;
                ++at_;
            }
            cell.text += text_[at_];
        }
        ++at_;
        // What stands between a closing quote and the next delimiter belongs to the cell.
        while (!at_line_end() && text_[at_] != delimiter_ && !(delimiter_ == ' ' && is_blank())) {
            if (!is_blank()) cell.text += text_[at_];
            ++at_;
        }
        return cell;
    }

    std::string_view text_;
    char delimiter_;
    Problems& problems_;
    PlaceCounter places_;
    std::size_t at_;
};

}  // namespace

std::vector<DelimitedRow> delimited_rows(std::string_view text, char delimiter, Comments comments,
                                         Problems& problems) {
    return Splitter(text, delimiter, problems).rows(comments);
}

char delimiter_of(std::string_view text, Comments comments) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (trimmed(line).empty() || is_comment(trimmed(line), comments)) continue;
        bool within_quotes = false;
        std::string outside;
        for (const char byte : line) {
            if (byte == '"') within_quotes = !within_quotes;
            if (!within_quotes) outside += byte;
        }
        for (const char delimiter : {';', '\t', ',', '|'}) {
            if (outside.find(delimiter) != std::string::npos) return delimiter;
        }
        // An adjacency list may begin with an actor that stands alone.
        if (trimmed(outside).find(' ') != std::string_view::npos) return ' ';
    }
    return ' ';
}

}  // namespace entente::io
