// What a published data set's columns mean, as data: who is tied to whom, which values say hostile, how dates
// and spells are written. The built-in ones are the files of library/, read by the same code as a user's own
// (--preset FILE.toml); docs/format.md describes the form.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::io {

// Header names by which a data set is recognized, normalized: all of `all` are there, none of `none`, and the
// first row's cell of each column of `begins` begins so.
struct Signature {
    std::vector<std::string> all = {}, none = {};
    std::vector<std::pair<std::string, std::string>> begins = {};
};

// A file without header, recognized by its shape: so many columns, and eight digits that are a date in one of
// them.
struct HeaderlessShape {
    std::size_t least_columns = 0, most_columns = 0;  // 0: the data set always has a header
    std::size_t date_column = 0;                      // counted from 0
    std::vector<std::string> names = {};              // of the columns, in order
    std::string last = "";                            // name of the last column, if the file has more
};

// One way to fill a cell of a tie from a row.
struct Term {
    enum class Number { no, sign, absolute, positive };
    std::vector<std::string> columns = {};  // their cells, joined
    std::string joiner = " ";
    std::string literal = "";  // instead of columns
    std::vector<std::pair<std::string, std::string>> words = {};
    std::string otherwise = "";           // for a cell that `words` lacks; "": the term gives nothing
    bool others_stay = false;             // … the cell itself
    Number number = Number::no;           // sign: + - or none; absolute: without it; positive: only above 0
    std::vector<std::string> rules = {};  // that decided on it
};
using Terms = std::vector<Term>;  // the first that gives something

// Those that one cell names as an end of ties.
struct Party {
    std::string name = "";
    std::string column = "";
    std::string list = "";      // separator, where the cell may name several; "": one
    std::string count_by = "";  // a column with as many parts, else the cell is one name
    std::string cut_by = "";    // a column whose word stands in the cell as "A (word) B" …
    bool after_cut = false;     // … B is meant, not A
    Terms label = {}, kind = {};
    std::vector<std::pair<std::string, std::string>> kind_by_prefix = {};  // "Government of " → state
    std::string kind_otherwise = "";
    std::vector<std::string> rules = {};  // that decided on it
};

struct Condition {
    std::string column = "";
    std::vector<std::string> values = {};  // empty: any value that is there
    bool negated = false;
};

// Ties that a row gives: each of the sources with each of the targets.
struct TieRule {
    std::vector<std::string> source = {}, target = {};  // names of parties
    std::vector<Condition> when = {};
    Terms relation = {}, sign = {}, weight = {}, directed = {}, confidence = {}, citation = {}, note = {};
    bool skip = false;
    bool required = false;                // a row whose end is missing is left out under `missing_end`
    std::string counted = "";             // what its ties are called: "associates tied to their lead actor"
    std::vector<std::string> rules = {};  // that decide on these ties
    std::vector<std::string> own_rules = {};  // those of this tie alone
};

struct DateColumns {
    std::string column = "";                        // a whole date
    std::string year = "", month = "", day = "";    // or its parts
    std::string open_column = "", open_value = "";  // where this value stands the tie goes on
    bool given() const { return !column.empty() || !year.empty(); }
};

// How rows with the same ends, relation and `by` columns become one tie.
enum class Joining {
    none,
    once,    // rows that say the same are one: a pair listed from both sides
    spread,  // from the first to the last date
    runs     // unbroken years; a gap splits
};

struct TimeRule {
    std::vector<DateColumns> start = {}, end = {};  // the first that gives a date
    bool point = false;                             // an event: start and end are one day
    bool exclusive = false;                         // the end is the first day after
    bool may_be_numbers = false;                    // times in any unit, as programs count them
    std::string precision = "";                     // the column that says how exact the date is …
    std::vector<std::pair<std::string, std::string>> precisions = {};  // … its values: day, month, year, span
    std::vector<std::string> timeset = {};  // a column of intervals: the first there
    std::string weight_spans = "";          // a column of weights by interval
    Joining joining = Joining::none;
    std::vector<std::string> by = {};
    std::string run_end = "";  // a column with the exact end of a run
    bool open_last = false;    // a run that reaches the last year of the file goes on
};

// Rows are members of groups (an alliance, a dispute): members of one group whose times overlap are tied.
struct MemberRule {
    std::string group = "";  // column; "": rows are ties
    std::string side = "";   // if given, only members of different sides are tied
    std::string party = "";
};

struct RuleChoice {
    std::string name = "", value = "", default_value = "", about = "";
    std::vector<std::string> choices = {};  // empty: only those of the program (sign.WORD)
    bool is_default() const { return value == default_value; }
};

struct Preset {
    std::string name = "", title = "", url = "", citation = "", about = "";
    std::vector<std::string> missing = {};  // words that mean an empty cell, in any case
    std::vector<Signature> signatures = {};
    HeaderlessShape headerless;
    std::size_t header_row = 1;  // 2: a row of headings stands above
    bool typed_headers = false;  // since:int is the column since
    std::vector<Party> parties = {};
    std::vector<TieRule> ties = {};
    TimeRule time;
    MemberRule members;
    std::vector<std::string> attributes = {};
    bool all_attributes = false;
    // Why a row is left out of which an end is missing, and where the source is and the target is not.
    std::string missing_end = "an actor missing", missing_source = "an actor missing";
    std::vector<RuleChoice> rules = {};
};

using RuleValues = std::map<std::string, std::string>;  // --rule KEY=VALUE

// Reads a preset's file with the rules as chosen. Throws Error: Fault::data with places for what is wrong in
// the file, Fault::usage for a rule that it does not have or a value that the rule cannot take.
Preset parse_preset(std::string_view text, const std::string& file, const RuleValues& chosen);

}  // namespace entente::io
