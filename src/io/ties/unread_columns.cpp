#include "io/ties/unread_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "base/number.hpp"
#include "base/prose.hpp"
#include "base/text.hpp"
#include "base/word_list.hpp"
#include "io/ties/column_problems.hpp"
#include "model/date_forms.hpp"

namespace entente::io {

namespace {

using Name = std::string_view;

constexpr std::array weight_like{Name("w"),          Name("wt"),        Name("wgt"),
                                 Name("weights"),    Name("freq"),      Name("n"),
                                 Name("frequency"),  Name("amount"),    Name("volume"),
                                 Name("total"),      Name("magnitude"), Name("score"),
                                 Name("similarity"), Name("events"),    Name("gewicht"),
                                 Name("poids"),      Name("peso"),      Name("correlation"),
                                 Name("tieweights"), Name("goldstein"), Name("goldsteinscale"),
                                 Name("tone"),       Name("avgtone"),   Name("sentiment"),
                                 Name("affinity"),   Name("attitude")};
// Words within a name that say as much: "Edge Weight", "value_usd", "numEvents".
constexpr std::array weight_words{Name("weight"),    Name("weights"),    Name("strength"), Name("intensity"),
                                  Name("frequency"), Name("freq"),       Name("count"),    Name("counts"),
                                  Name("amount"),    Name("volume"),     Name("value"),    Name("events"),
                                  Name("gewicht"),   Name("gewichtung"), Name("poids"),    Name("peso")};
constexpr std::array length_like{
    Name("distance"), Name("dist"),          Name("cost"),       Name("costs"), Name("length"),
    Name("lengths"),  Name("dissimilarity"), Name("resistance"), Name("km"),    Name("miles"),
    Name("distanz"),  Name("distancia"),     Name("entfernung")};
constexpr std::array length_words{Name("distance"), Name("dist"), Name("cost"),
                                  Name("length"),   Name("km"),   Name("miles")};
constexpr std::array date_like{Name("timestamp"), Name("datetime"), Name("time"), Name("when"), Name("yr"),
                               Name("years"),     Name("year"),     Name("date"), Name("jahr"), Name("année"),
                               Name("annee"),     Name("año"),      Name("ano"),  Name("anno"), Name("datum"),
                               Name("anio"),      Name("fecha"),    Name("год"),  Name("年")};
// Words within a name that say which end of a tie a date is, in some languages.
constexpr std::array end_words{
    Name("end"),       Name("ended"),   Name("ending"),  Name("until"), Name("till"),   Name("finish"),
    Name("stop"),      Name("stopped"), Name("closed"),  Name("close"), Name("last"),   Name("broken"),
    Name("dissolved"), Name("expired"), Name("expires"), Name("left"),  Name("exit"),   Name("terminated"),
    Name("fin"),       Name("fine"),    Name("ende"),    Name("bis"),   Name("hasta"),  Name("final"),
    Name("termin"),    Name("конец"),   Name("to"),      Name("fim"),   Name("término")};
constexpr std::array start_words{
    Name("start"),  Name("started"), Name("begin"),   Name("began"),  Name("from"),
    Name("since"),  Name("opened"),  Name("open"),    Name("first"),  Name("founded"),
    Name("signed"), Name("joined"),  Name("entered"), Name("formed"), Name("inicio"),
    Name("inizio"), Name("début"),   Name("debut"),   Name("beginn"), Name("anfang"),
    Name("von"),    Name("seit"),    Name("desde"),   Name("начало"), Name("início")};
constexpr std::array month_words{Name("month"), Name("mon"),  Name("day"),  Name("monat"), Name("tag"),
                                 Name("mes"),   Name("mois"), Name("jour"), Name("dia")};
// Columns whose words often are signs.
constexpr std::array sign_like{
    Name("type"),         Name("relation"),  Name("sentiment"),    Name("category"), Name("attitude"),
    Name("tone"),         Name("kind"),      Name("nature"),       Name("class"),    Name("label"),
    Name("relationtype"), Name("eventtype"), Name("subeventtype"), Name("quadclass")};

template <std::size_t n>
bool one_of(const std::array<Name, n>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

// A look at the first cells of a column that are not empty.
struct Sample {
    std::size_t cells = 0, numbers = 0, dates = 0, years = 0, up_to_31 = 0;
    std::string example;
};

bool is_date_cell(std::string_view cell) {
    if (cell.size() == 4) return false;  // a year says so by its name
    return read_date(cell).has_value() || (!parse_number(cell) && !date_guesses(cell).empty());
}

// In any of the ways in which people write numbers.
bool is_number_cell(std::string_view cell) {
    if (cell.ends_with('%')) cell = trimmed(cell.substr(0, cell.size() - 1));
    return parse_number(cell) || parse_decimal(cell, ',') || parse_decimal(cell, '.');
}

bool is_year_cell(std::string_view cell) {
    return cell.size() == 4 && cell >= "1500" && cell <= "2100" && parse_date(cell).has_value();
}

Sample sample_of(const TextColumn& cells, std::size_t from) {
    constexpr std::size_t most = 200;
    Sample sample;
    for (std::size_t row = from; row < cells.size() && sample.cells < most; ++row) {
        const std::string_view cell = cells[row];
        if (cell.empty() || means_missing(cell)) continue;
        if (sample.cells++ == 0) sample.example = cell;
        sample.numbers += is_number_cell(cell) ? 1 : 0;
        sample.dates += is_date_cell(cell) ? 1 : 0;
        sample.years += is_year_cell(cell) ? 1 : 0;
        const auto number = parse_number(cell);
        sample.up_to_31 += number && *number >= 0 && *number <= 31 && *number == std::floor(*number) ? 1 : 0;
    }
    return sample;
}

bool nearly_all(std::size_t count, const Sample& sample) {
    return sample.cells > 0 && count * 10 >= sample.cells * 9;
}

bool names_date(const std::string& name) {
    return one_of(date_like, name) || name.ends_with("date") || name.ends_with("year") ||
           name.starts_with("date") || name.ends_with("yr");
}

// Whether one of the words of a header is among these: words end at what is no letter and before a capital.
template <std::size_t n>
bool has_word_of(const std::array<Name, n>& names, std::string_view header) {
    std::string word;
    for (std::size_t i = 0; i <= header.size(); ++i) {
        const auto is = [&](std::size_t at, char from, char to) {
            return header[at] >= from && header[at] <= to;
        };
        const bool capital = i < header.size() && is(i, 'A', 'Z');
        const bool letter = i < header.size() && (capital || is(i, 'a', 'z') || (header[i] & 0x80) != 0);
        const bool begins = capital && i > 0 && is(i - 1, 'a', 'z');
        if (!letter || begins) {
            if (one_of(names, word)) return true;
            word.clear();
        }
        if (letter) word += capital ? static_cast<char>(header[i] - 'A' + 'a') : header[i];
    }
    return false;
}

// Numbers that are years say so by their column's name: a page may be 1990 too.
bool looks_like_dates(const std::string& header, const Sample& sample) {
    if (nearly_all(sample.dates, sample)) return true;
    if (sample.cells == 0) return false;
    if (names_date(normalized(header)))
        return is_year_cell(sample.example) || !date_guesses(sample.example).empty();
    return sample.years == sample.cells &&
           (has_word_of(end_words, header) || has_word_of(start_words, header));
}

// 1990, and X1990, as R makes names of numbers.
bool is_year(std::string name) {
    if (name.size() == 5 && (name.front() == 'x' || name.front() == 'y')) name.erase(0, 1);
    return name.size() == 4 && name >= "1500" && name <= "2100" &&
           std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

class UnreadColumns {
public:
    UnreadColumns(const TieColumns& columns, const TieSettlement& settled, const TableReader& rows,
                  Diagnostics& diagnostics)
        : columns_(columns), settled_(settled), rows_(rows), diagnostics_(diagnostics) {}

    void look_at(const TieColumns::Other& other, const Sample& sample) {
        const std::string name = normalized(other.name);
        if (other.name == settled_.point_date) return;
        const bool length = one_of(length_like, name) || has_word_of(length_words, other.name);
        const bool weight = one_of(weight_like, name) || has_word_of(weight_words, other.name);
        if (nearly_all(sample.numbers, sample) && length && !columns_.length) {
            warn(other, fmt::format("holds numbers and looks like a length, but {}: --length {}",
                                    strength_taken(), quoted_for_shell(shown(other.name))));
        } else if (nearly_all(sample.numbers, sample) && weight && !columns_.weight && !columns_.length) {
            warn(other, fmt::format("holds numbers and looks like a weight, but {}: --columns {}",
                                    strength_taken(), choices({{"weight", other.name}})));
        } else if (looks_like_dates(other.name, sample) && !reported_before(name)) {
            dates_.push_back({&other, dates_option(sample.example), has_word_of(end_words, other.name),
                              has_word_of(start_words, other.name)});
        } else if (nearly_all(sample.up_to_31, sample) && has_word_of(month_words, other.name) &&
                   (columns_.start || !settled_.point_date.empty())) {
            warn(other, fmt::format("holds numbers and looks like a part of a date; the ties are dated by {} "
                                    "alone: write all of the date into it, as in 2014-03-01",
                                    dated_by()));
        }
    }

    // Of the columns that look like dates: which two are the ends of the ties, or what dates them instead.
    void tell_dates() {
        const bool undated = !columns_.start && !columns_.end && settled_.point_date.empty();
        const auto end = std::ranges::find_if(dates_, [](const DateLike& d) { return d.end && !d.start; });
        const auto start = std::ranges::find_if(dates_, [](const DateLike& d) { return d.start && !d.end; });
        if (undated && dates_.size() > 1) {
            // Where the names do not say it, the end comes behind the start.
            const auto& last = end != dates_.end()       ? *end
                               : start == dates_.begin() ? dates_[1]
                               : start != dates_.end()   ? dates_[0]
                                                         : dates_[1];
            const auto& first = start != dates_.end()           ? *start
                                : dates_[0].other == last.other ? dates_[1]
                                                                : dates_[0];
            warn(*first.other,
                 fmt::format("and the column {} look like dates, but no tie is dated: --columns "
                             "{}{}",
                             quoted(last.other->name),
                             choices({{"start", first.other->name}, {"end", last.other->name}}),
                             first.option));
            return;
        }
        for (const DateLike& date : dates_) tell(date, undated);
    }

private:
    // What --columns takes, as a shell takes it: start=Beginn,end='Ende (Jahr)'; all of it in quotes where a
    // header has a comma.
    static std::string choices(const std::vector<std::pair<std::string, std::string>>& columns) {
        std::string list, plain;
        for (const auto& [ours, header] : columns) {
            const std::string comma = list.empty() ? "" : ",";
            list += comma + as_list_word(ours + "=" + shown(header));
            plain += comma + ours + "=" + quoted_for_shell(shown(header));
        }
        const bool commas = std::ranges::any_of(columns, [](const auto& column) {
            return column.second.find_first_of(",\"") != std::string::npos;
        });
        return commas ? quoted_for_shell(list) : plain;
    }

    std::string header(std::size_t column) const { return quoted(rows_.name_in_file(column)); }

    std::string strength_taken() const {
        return columns_.weight
                   ? fmt::format("the strength of ties is taken from {}", header(*columns_.weight))
                   : "every tie counts as 1";
    }

    // Columns of which settling has already said why they date no tie.
    bool reported_before(const std::string& name) const {
        if (columns_.start || columns_.end) return false;
        const auto one_of = [](auto names, const std::string& word) {
            return std::ranges::find(names, word) != names.end();
        };
        // Of a date in parts, all parts.
        const bool in_parts = std::ranges::any_of(columns_.others, [&](const TieColumns::Other& other) {
            const std::string word = normalized(other.name);
            return one_of(span_date_names(), word) || one_of(part_date_names(), word);
        });
        return settled_.point_date.empty() && (in_parts || one_of(point_date_names(), name));
    }

    struct DateLike {
        const TieColumns::Other* other;
        std::string option;  // that reads the dates
        bool end, start;     // by its name
    };

    std::string dated_by() const {
        if (!settled_.point_date.empty()) return quoted(settled_.point_date);
        return header(columns_.start ? *columns_.start : *columns_.end);
    }

    void tell(const DateLike& date, bool undated) {
        const std::string& header_name = date.other->name;
        if (columns_.start && !columns_.end && date.end) {
            warn(*date.other, fmt::format("looks like the end of the ties, which go on for ever without it: "
                                          "--columns {}{}",
                                          choices({{"end", header_name}}), date.option));
        } else if (undated) {
            std::vector<std::pair<std::string, std::string>> ends{{"end", header_name}};
            if (!date.end) ends.insert(ends.begin(), {"start", header_name});
            warn(*date.other, fmt::format("looks like dates, but no tie is dated: --columns {}{}",
                                          choices(ends), date.option));
        } else {
            warn(*date.other, fmt::format("looks like dates; the ties are dated by {} instead", dated_by()));
        }
    }

    void warn(const TieColumns::Other& other, const std::string& what) {
        diagnostics_.warning("columns left unread", rows_.header_spot(other.column),
                             fmt::format("the column {} {}", quoted(other.name), what),
                             rows_.header_excerpt());
    }

    std::vector<DateLike> dates_;
    const TieColumns& columns_;
    const TieSettlement& settled_;
    const TableReader& rows_;
    Diagnostics& diagnostics_;
};

// The words of a text, in lower case, split at what is no letter; "enemies" as "enemy", "allies" as "ally".
std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words{""};
    for (const char c : lower(text)) {
        const bool letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
        if (letter) words.back() += c;
        if (!letter && !words.back().empty()) words.emplace_back();
    }
    for (std::string& word : words) {
        if (word.ends_with("ies")) word = word.substr(0, word.size() - 3) + "y";
        else if (word.ends_with("s") && !word.ends_with("ss") && word.size() > 3) word.pop_back();
    }
    return words;
}

// Words of events that are no sign words of cells but leave no doubt.
constexpr std::array violent_words{Name("battle"),   Name("violence"), Name("attack"),  Name("fight"),
                                   Name("killing"),  Name("enmity"),   Name("feud"),    Name("dispute"),
                                   Name("sanction"), Name("bombing"),  Name("invasion")};

// What a relation's words say: hostile if any does.
Sign sign_said_by(std::string_view cell) {
    Sign said = Sign::none;
    for (const std::string& word : words_in(cell)) {
        if (word.size() < 3) continue;
        const auto sign = parse_sign(word);
        if (sign == Sign::negative || one_of(violent_words, word)) return Sign::negative;
        if (sign == Sign::positive) said = Sign::positive;
    }
    return said;
}

struct SignWords {
    std::set<std::string> hostile;
    std::uint64_t rows = 0;
};

SignWords sign_words_of(const TextColumn& cells, std::size_t from) {
    SignWords words;
    std::map<std::string, Sign, std::less<>> known;
    constexpr std::size_t most = 1000;  // different texts: more are no vocabulary
    for (std::size_t row = from; row < cells.size(); ++row) {
        const std::string_view cell = cells[row];
        auto at = known.find(cell);
        if (at == known.end()) {
            if (known.size() == most) return {};
            at = known.emplace(std::string(cell), sign_said_by(cell)).first;
        }
        if (at->second != Sign::negative) continue;
        ++words.rows;
        words.hostile.insert(at->first);
    }
    return words;
}

// Whether all that the column says are words for signs, whatever the column is called.
bool says_signs_only(const TextColumn& cells, std::size_t from) {
    std::size_t words = 0;
    for (std::size_t row = from; row < cells.size(); ++row) {
        const std::string_view cell = cells[row];
        if (cell.empty() || means_missing(cell)) continue;
        if (!parse_sign(cell) || is_number_cell(cell)) return false;
        ++words;
    }
    return words > 1;
}

}  // namespace

void warn_of_unread_columns(const TieBuilder& builder, const TieColumns& columns,
                            const TieSettlement& settled, const TableReader& rows, const Network& network,
                            Diagnostics& diagnostics) {
    UnreadColumns unread(columns, settled, rows, diagnostics);
    std::vector<std::size_t> years;
    for (std::size_t i = 0; i < columns.others.size(); ++i) {
        const TieColumns::Other& other = columns.others[i];
        if (is_year(normalized(other.name))) {
            years.push_back(other.column);
            continue;
        }
        unread.look_at(
            other, sample_of(network.ties.attributes[builder.attributes()[i]].cells, builder.first_row()));
    }
    unread.tell_dates();
    if (years.size() < 2) return;
    diagnostics.warning(
        "columns left unread", rows.header_spot(years.front()),
        fmt::format("the headers {} to {} are years, but no tie is dated by them: write one row a tie and "
                    "year, with the columns year and weight",
                    quoted(rows.header()[years.front()]), quoted(rows.header()[years.back()])),
        rows.header_excerpt());
}

std::string warn_of_sign_words(const TieBuilder& builder, const TieColumns& columns, const TableReader& rows,
                               const Network& network, Diagnostics& diagnostics) {
    const TieTable& ties = network.ties;
    const auto warn = [&](std::size_t column, const TextColumn& cells) -> std::string {
        const SignWords words = sign_words_of(cells, builder.first_row());
        if (words.rows == 0) return "";
        std::vector<std::string> some;
        for (const std::string& word : words.hostile) {
            if (some.size() < 3) some.push_back(quoted(word));
        }
        if (words.hostile.size() > some.size()) some.emplace_back("others");
        const std::string header = rows.name_in_file(column);
        const bool all_sign_words =
            std::ranges::all_of(words.hostile, [](const auto& word) { return parse_sign(word).has_value(); });
        const std::string word = quoted_for_shell(shown(header));
        const std::string remedy =
            all_sign_words ? "use --columns sign=" + word
                           : "give the words their signs in a relations.csv, with --columns relation=" + word;
        const std::string message = fmt::format(
            "{} of the column {} {} hostile ({}), but no tie has a sign, so these ties count like friendly "
            "ones; {} (or --sign none, if that is meant)",
            listed(some), quoted(header), noun(some.size(), "says", "say"), counted(words.rows, "row"),
            remedy);
        diagnostics.warning("words for hostile ties without effect", rows.header_spot(column), message,
                            rows.header_excerpt(), true);
        return message;
    };
    const auto relation = columns.relation ? columns.relation
                          : columns.type   ? std::optional(columns.type->column)
                                           : std::nullopt;
    if (relation && !ties.relation.empty()) {
        if (std::string said = warn(*relation, ties.relation); !said.empty()) return said;
    }
    for (std::size_t i = 0; i < columns.others.size(); ++i) {
        const TextColumn& cells = ties.attributes[builder.attributes()[i]].cells;
        if (!one_of(sign_like, normalized(columns.others[i].name)) &&
            !says_signs_only(cells, builder.first_row()))
            continue;
        if (std::string said = warn(columns.others[i].column, cells); !said.empty()) return said;
    }
    return "";
}

DateColumn column_like_dates(const Network& network) {
    for (const AttributeColumn& attribute : network.ties.attributes) {
        const Sample sample = sample_of(attribute.cells, 0);
        if (looks_like_dates(attribute.name, sample)) return {attribute.name, sample.example};
    }
    return {};
}

}  // namespace entente::io
