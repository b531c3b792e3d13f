#include "io/csv/wrong_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>

#include "base/number.hpp"
#include "base/prose.hpp"
#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

namespace {

struct Signature {
    std::string_view bytes;
    const char* message;
};

constexpr const char* from_a_sheet =
    "open it in a spreadsheet program and save the sheet of the ties as \"CSV UTF-8\" (and that of the "
    "actors as actors.csv beside it)";

constexpr std::array signatures{
    Signature{"\xD0\xCF\x11\xE0", "the file is an old Excel workbook (.xls), not CSV; "},
    Signature{"%PDF", "the file is a PDF, not CSV; "},
    Signature{"\x1F\x8B",
              "the file is compressed (gzip); unpack it first: gunzip FILE, or gunzip -c FILE | entente … -"},
    Signature{"BZh", "the file is compressed (bzip2); unpack it first"},
    Signature{std::string_view("\xFD"
                               "7zXZ",
                               5),
              "the file is compressed (xz); unpack it first"},
    Signature{"SQLite format 3",
              "the file is an SQLite database; export its table of ties as CSV: sqlite3 -header -csv FILE "
              "'select * from TABLE'"},
    Signature{
        "PAR1",
        "the file is Parquet, not CSV; in Python: pandas.read_parquet(FILE).to_csv('ties.csv', index=False)"},
    Signature{"{\\rtf", "the file is a text document (RTF), not CSV; save the table as CSV UTF-8"},
};

constexpr const char* graph_remedy =
    "; export the ties as CSV: in Gephi, Data Laboratory, Export table; in R, "
    "write.csv(igraph::as_data_frame(g), 'ties.csv'); in Python, "
    "networkx.to_pandas_edgelist(g).to_csv('ties.csv', index=False)";

bool contains(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}

std::optional<std::string> markup(std::string_view start) {
    const std::string begin = lower(start.substr(0, 2000));
    if (contains(begin, "<graphml")) return std::string("the file is GraphML, not CSV") + graph_remedy;
    if (contains(begin, "<gexf")) return std::string("the file is GEXF, not CSV") + graph_remedy;
    if (contains(begin, "<html") || contains(begin, "<!doctype html"))
        return "the file is a web page, not CSV; download the table itself (on GitHub: the button Raw)";
    return "the file is XML, not CSV; export the table as CSV UTF-8";
}

// Formats of graphs that are text: their first word is a word of their language.
std::optional<std::string> graph_text(std::string_view start) {
    const std::string begin = lower(start.substr(0, 200));
    const auto starts = [&](std::string_view word) { return begin.starts_with(word); };
    const bool brace = contains(start.substr(0, start.find('\n') + 1), "{");
    if ((starts("graph") || starts("digraph") || starts("strict ")) && brace)
        return std::string("the file is DOT (Graphviz), not CSV") + graph_remedy;
    if (starts("*vertices") || starts("*network"))
        return std::string("the file is Pajek's .net, not CSV") + graph_remedy;
    if (starts("graph [") || starts("creator \""))
        return std::string("the file is GML, not CSV") + graph_remedy;
    if (starts("dl n")) return std::string("the file is UCINET's DL, not CSV") + graph_remedy;
    return std::nullopt;
}

class Header {
public:
    explicit Header(const TableReader& rows) {
        for (const std::string& name : rows.header()) names_.push_back(normalized(name));
    }
    std::size_t size() const { return names_.size(); }
    bool has(std::initializer_list<std::string_view> words) const {
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return std::find(names_.begin(), names_.end(), word) != names_.end();
        });
    }
    bool first_is_empty() const { return !names_.empty() && names_.front().empty(); }
    bool all_numbers() const {
        return std::ranges::all_of(
            names_, [](const std::string& name) { return entente::parse_number(name).has_value(); });
    }
    bool any_number() const {
        return std::any_of(names_.begin(), names_.end(), [](const std::string& name) {
            return !name.empty() && std::all_of(name.begin(), name.end(),
                                                [](unsigned char c) { return std::isdigit(c) != 0; });
        });
    }

private:
    std::vector<std::string> names_;
};

// A header for a table without one, with the delimiter of its first line.
std::string header_line(const TableReader& rows) {
    const std::string line = rows.header_excerpt();
    const std::string_view delimiter = contains(line, ";") ? ";" : contains(line, ",") ? "," : " ";
    std::string names = "source" + std::string(delimiter) + "target";
    constexpr std::array more{"weight", "note"};
    for (std::size_t i = 2; i < rows.header().size() && i < 2 + more.size(); ++i)
        names += std::string(delimiter) + more.at(i - 2);
    return names + (rows.header().size() > 2 + more.size() ? std::string(delimiter) + "\u2026" : "");
}

}  // namespace

std::optional<std::string> foreign_format(std::string_view start) {
    if (start.starts_with("PK\x03\x04")) {
        const bool sheet = contains(start.substr(0, 4000), "[Content_Types].xml") ||
                           contains(start.substr(0, 4000), "xl/") ||
                           contains(start.substr(0, 200), "opendocument.spreadsheet");
        return sheet ? std::string("the file is a workbook (.xlsx or .ods), not CSV; ") + from_a_sheet
                     : "the file is a zip archive, not CSV; unpack it first (a workbook: " +
                           std::string(from_a_sheet) + ")";
    }
    for (const Signature& signature : signatures) {
        if (!start.starts_with(signature.bytes)) continue;
        const std::string_view message = signature.message;
        return std::string(message) + (message.ends_with("; ") ? from_a_sheet : "");
    }
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
    if (start.starts_with('<')) return markup(start);
    if (start.starts_with('{') || start.starts_with("[{") || start.starts_with("[[") ||
        start.starts_with("[\n") || start.starts_with("[\r")) {
        return "the file is JSON, not CSV; write one line a tie with the columns source,target (in Python: "
               "pandas.DataFrame(ties).to_csv('ties.csv', index=False))";
    }
    return graph_text(start);
}

std::optional<std::string> not_a_ties_file(const TableReader& rows) {
    const Header header(rows);
    const bool keyed = header.has({"id", "name", "label"});
    if (header.has({"publisher", "url", "doi"}) && header.has({"title"})) {
        return "this looks like a file of sources, not of ties: name the folder that it is in as sources.csv "
               "beside ties.csv, or a ties file (columns source,target)";
    }
    if (header.has({"relation"}) && header.has({"sign", "directed", "label"})) {
        return "this looks like a file of relations, not of ties: name the folder that it is in as "
               "relations.csv beside ties.csv, or a ties file (columns source,target)";
    }
    if (header.has({"interaction", "sharedinteraction"}) && header.has({"name", "sharedname"})) {
        return "this looks like Cytoscape's table of edges, which names both ends of a tie in one cell; "
               "split 'shared name' (A (relation) B) into the columns source, relation and target";
    }
    if (keyed && header.has({"kind", "type", "label", "name", "category", "class", "nodetype"})) {
        return fmt::format(
            "this looks like a file of actors, not of ties: give it beside the ties, as in 'entente check "
            "TIES.csv --actors {}'",
            rows.name() == "stdin" ? "ACTORS.csv" : shown(rows.name()));
    }
    if (header.first_is_empty() && header.size() >= 3) {
        return "this looks like a matrix, with a row and a column an actor: --input-format matrix reads it, "
               "also where the rows are actors of another sort than the columns";
    }
    const bool none_known = std::none_of(rows.header().begin(), rows.header().end(), known_header);
    if (none_known && header.size() == 1 && contains(trimmed(rows.header()[0]), " ")) {
        return "no comma, semicolon or tab parts the first line; where blanks part its words, say what the "
               "lines "
               "are: --input-format edge-list (source target weight), adjacency-list (an actor, then those "
               "it is "
               "tied to), sif (source relation target …) or matrix (a row and a column an actor)";
    }
    if (none_known && header.any_number()) {
        return fmt::format(
            "the first line is no header but a row already; put a line above it that names its {}, "
            "such as {}{}",
            counted(header.size(), "column"), header_line(rows),
            header.all_numbers() && header.size() > 2
                ? ", or, if it is a matrix without names, use --input-format matrix"
            : header.size() == 2 || header.size() == 3 ? ", or use --input-format edge-list"
                                                       : "");
    }
    if (rows.header().size() >= 2 && none_known && rows.header().size() <= 3) {
        const bool relation_between = rows.header().size() == 3 && parse_sign(rows.header()[1]);
        return fmt::format(
            "no column is called source or target, nor by another name for them; if the first line names the "
            "columns, say which they are (--columns source={},target={}), and if it is a tie already, put a "
            "line "
            "such as {} above it, or use --input-format edge-list",
            shown(rows.header()[0]), shown(rows.header()[relation_between ? 2 : 1]), header_line(rows));
    }
    if (none_known && rows.header().size() > 3) {
        return std::string(
            "no column is called source or target, nor by another name for them; if the first line names the "
            "columns, say which they are (--columns source=NAME,target=NAME), and if each line names an "
            "actor "
            "and then those it is tied to, use --input-format adjacency-list (sif where its second word "
            "names the relation)");
    }
    return std::nullopt;
}

std::optional<std::string> not_an_actors_file(const TableReader& rows) {
    const Header header(rows);
    if ((header.has({"source"}) && header.has({"target"})) || (header.has({"from"}) && header.has({"to"}))) {
        return "this looks like a file of ties, not of actors: --actors takes a file with the columns id, "
               "label and kind; the ties come without an option";
    }
    return std::nullopt;
}

}  // namespace entente::io
