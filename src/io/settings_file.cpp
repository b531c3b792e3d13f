#include "io/settings_file.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>
#include <set>

#include "base/named.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "base/word_list.hpp"
#include "io/csv/source.hpp"
#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

namespace {

constexpr std::array<std::string_view, 4> known_keys{"title", "subtitle", "source", "date"};
bool is_bare(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// One line of the file, read from left to right; `wrong` is set where that fails.
class Line {
public:
    explicit Line(std::string_view text) : text_(text) {}

    void skip_space() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    }
    bool done() {
        skip_space();
        return at_ == text_.size() || text_[at_] == '#';
    }
    bool take(char c) {
        skip_space();
        if (at_ == text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    char peek() {
        skip_space();
        return at_ < text_.size() ? text_[at_] : '\0';
    }
    std::string_view word() {
        skip_space();
        const std::size_t from = at_;
        while (at_ < text_.size() && is_bare(text_[at_])) ++at_;
        return text_.substr(from, at_ - from);
    }
    std::string_view rest() {
        skip_space();
        return text_.substr(at_);
    }
    std::size_t column() const { return character_count(text_.substr(0, at_)) + 1; }

    // "basic" with escapes or 'literal'.
    std::optional<std::string> string() {
        const char quote = peek();
        const std::size_t opened = at_++;
        std::string value;
        while (at_ < text_.size() && text_[at_] != quote) {
            if (quote == '\'' || text_[at_] != '\\') {
                value += text_[at_++];
                continue;
            }
            ++at_;
            if (!escape(value)) return std::nullopt;
        }
        if (at_ == text_.size()) {
            at_ = opened;
            wrong = "the quote that opens here is not closed on this line";
            return std::nullopt;
        }
        ++at_;
        return value;
    }

    // A string, a number, true, false, or a list of strings in brackets, which comes out with commas.
    std::optional<std::string> value() {
        const char first = peek();
        if (first == '"' || first == '\'') return string();
        if (first == '[') return list();
        const std::size_t from = at_;
        while (at_ < text_.size() && text_[at_] != ' ' && text_[at_] != '\t' && text_[at_] != '#') ++at_;
        const std::string_view word = text_.substr(from, at_ - from);
        if (word == "true" || word == "false" || parse_number(word)) return std::string(word);
        at_ = from;
        wrong = word.empty() ? "the value is missing"
                             : fmt::format("the value {} must be in double quotes, a number, true or false",
                                           quoted(word));
        return std::nullopt;
    }

    std::string wrong;

private:
    bool escape(std::string& value) {
        const char c = at_ < text_.size() ? text_[at_++] : '\0';
        switch (c) {
            case 'n':
                value += '\n';
                return true;
            case 't':
                value += '\t';
                return true;
            case '"':
            case '\\':
                value += c;
                return true;
            case 'u':
            case 'U': {
                const std::size_t digits = c == 'u' ? 4 : 8;
                std::uint32_t point = 0;
                const std::string_view hex = text_.substr(at_, digits);
                const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), point, 16);
                if (hex.size() == digits && error == std::errc() && end == hex.data() + digits &&
                    point < 0x110000 && (point < 0xD800 || point > 0xDFFF)) {
                    value += to_utf8(static_cast<char32_t>(point));
                    at_ += digits;
                    return true;
                }
                break;
            }
            default:
                break;
        }
        --at_;
        wrong =
            "this backslash begins no escape that is known (\\n \\t \\\" \\\\ \\uXXXX); double it if it is "
            "meant as it stands";
        return false;
    }

    std::optional<std::string> list() {
        take('[');
        std::string joined;
        while (!take(']')) {
            if (peek() != '"' && peek() != '\'') {
                wrong =
                    "a list holds strings in quotes with commas between them, and ends with ] on the same "
                    "line";
                return std::nullopt;
            }
            const auto item = string();
            if (!item) return std::nullopt;
            joined += (joined.empty() ? "" : ",") + as_list_word(*item);
            if (!take(',') && peek() != ']') {
                wrong = "a comma or ] is missing in this list";
                return std::nullopt;
            }
        }
        return joined;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

class SettingsReader {
public:
    SettingsReader(std::string file, DatasetInfo& info, Diagnostics& diagnostics)
        : file_(std::move(file)), info_(info), diagnostics_(diagnostics) {}

    void read_line(std::string_view text) {
        ++number_;
        if (text.ends_with('\r')) text.remove_suffix(1);
        Line line(text);
        if (line.done()) return;
        if (line.take('[')) return read_table(line, text);
        const std::size_t key_column = line.column();
        std::string key(line.peek() == '"' || line.peek() == '\'' ? line.string().value_or("")
                                                                  : std::string(line.word()));
        if (key.empty() || !line.take('='))
            return error(line.column(),
                         "a line here is KEY = VALUE, for example title = \"The Concert of Europe\"", text);
        const auto value = line.value();
        if (!value) return error(line.column(), line.wrong, text);
        if (!line.done())
            return error(
                line.column(),
                fmt::format("{} is too much after the value; put a # before a comment", quoted(line.rest())),
                text);
        if (table_ == Table::unknown) return;
        if (!seen_.insert(fmt::format("{}.{}", static_cast<int>(table_), key)).second)
            return error(key_column, fmt::format("{} is set twice; remove one", quoted(key)), text);
        // Which options there are is the command line's to know.
        if (table_ == Table::defaults) {
            set_default(key.starts_with("--") ? key.substr(2) : key, *value, key_column, text);
        } else if (table_ == Table::columns) {
            set_column(key, *value, key_column, text);
        } else {
            set(key, *value, key_column, text);
        }
    }

    const std::map<std::string, std::string>& columns() const { return columns_; }

private:
    void read_table(Line& line, std::string_view text) {
        const std::string_view name = line.word();
        table_ = name == "defaults" ? Table::defaults : name == "columns" ? Table::columns : Table::unknown;
        if (!line.take(']') || !line.done())
            return error(line.column(), "a table here is [defaults] or [columns] on a line of its own", text);
        if (table_ == Table::unknown)
            error(2, fmt::format("the only tables are [defaults] and [columns], not {}", quoted(name)), text);
    }

    void set_default(const std::string& option, const std::string& value, std::size_t column,
                     std::string_view text) {
        if (option == "columns")
            return error(column,
                         "columns have a table of their own: [columns] on a line by itself and below it "
                         "lines such as source = \"Von\"",
                         text);
        info_.defaults.emplace(option, value);
    }

    void set_column(const std::string& ours, const std::string& header, std::size_t column,
                    std::string_view text) {
        const auto names = column_names();
        if (std::find(names.begin(), names.end(), ours) != names.end()) {
            columns_.emplace(ours, header);
        } else {
            error(column, unknown_name("column", ours, names), text);
        }
    }

    void set(const std::string& key, const std::string& value, std::size_t column, std::string_view text) {
        const auto keep = [&](std::string& place) {
            if (place.empty()) place = value;
        };
        if (key == "title") return keep(info_.title);
        if (key == "subtitle") return keep(info_.subtitle);
        if (key == "source") return keep(info_.source_line);
        if (key == "date") return keep(info_.date);
        unknown(key, column, text);
    }

    void unknown(std::string_view key, std::size_t column, std::string_view text) {
        std::string message = fmt::format("unknown key {}", quoted(key));
        if (const auto meant = nearest(key, known_keys)) {
            message += fmt::format("; did you mean '{}'?", *meant);
        } else {
            message += "; there are title, subtitle, source, date and the tables [defaults] and [columns]";
        }
        error(column, message, text);
    }

    void error(std::size_t column, std::string message, std::string_view text) {
        diagnostics_.error({file_, number_, column}, std::move(message), excerpt_of(text));
    }

    std::string file_;
    DatasetInfo& info_;
    Diagnostics& diagnostics_;
    std::uint64_t number_ = 0;
    enum class Table { top, defaults, columns, unknown };
    Table table_ = Table::top;
    std::map<std::string, std::string> columns_;
    std::set<std::string> seen_;
};

}  // namespace

std::map<std::string, std::string> read_settings(const std::string& path, DatasetInfo& info,
                                                 const Control& control, Diagnostics& diagnostics) {
    Source source(path, control);
    std::string text;
    constexpr std::size_t step = 1U << 16;
    for (;;) {
        const std::size_t had = text.size();
        text.resize(had + step);
        const std::size_t got = source.read(text.data() + had, step);
        text.resize(had + got);
        if (got < step) break;
    }
    if (const auto& diagnostic = source.diagnostic()) {
        diagnostics.error(diagnostic->spot, diagnostic->message, diagnostic->excerpt);
        return {};
    }
    std::string_view rest = text;
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    SettingsReader reader(path, info, diagnostics);
    for (const std::string_view line : split(rest, '\n')) reader.read_line(line);
    return reader.columns();
}

}  // namespace entente::io
