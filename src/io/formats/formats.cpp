#include "io/formats/formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/named.hpp"
#include "base/text.hpp"
#include "io/formats/input/text_input.hpp"
#include "io/formats/json/cytoscape.hpp"
#include "io/formats/json/follow_the_money.hpp"
#include "io/formats/json/kumu.hpp"
#include "io/formats/json/node_link.hpp"
#include "io/formats/recognition.hpp"
#include "io/formats/stata/dta.hpp"
#include "io/formats/text/dl/dl.hpp"
#include "io/formats/text/dot/dot.hpp"
#include "io/formats/text/gml.hpp"
#include "io/formats/text/lists.hpp"
#include "io/formats/text/matrix.hpp"
#include "io/formats/text/pajek/pajek.hpp"
#include "io/formats/workbook/xlsx.hpp"
#include "io/formats/xml/gexf.hpp"
#include "io/formats/xml/graphml.hpp"

namespace entente::io {

namespace {

RawFile unreadable(std::vector<Diagnostic> problems) {
    RawFile file;
    file.diagnostics = std::move(problems);
    return file;
}

// A reader of a whole text as the table wants it.
template <RawFile (*reader)(std::string_view, const std::string&)>
RawFile whole_text(const Input& input, char, const Control& control) {
    InputText text = read_text(input, control);
    if (!text.problems.empty()) return unreadable(std::move(text.problems));
    return reader(text.text, text.file);
}

template <RawFile (*reader)(std::string_view, const std::string&, char)>
RawFile whole_table(const Input& input, char delimiter, const Control& control) {
    InputText text = read_text(input, control);
    if (!text.problems.empty()) return unreadable(std::move(text.problems));
    return reader(text.text, text.file, delimiter);
}

template <RawFile (*reader)(const Input&, const Control&)>
RawFile bytes(const Input& input, char, const Control& control) {
    return reader(input, control);
}

constexpr std::array table{
    Format{
        .name = "csv",
        .what = "a table with a header line: comma, semicolon or tab between cells; a folder of such files",
        .recognized = "anything that is none of the others",
        .extensions = ".csv .txt",
        .loses = "",
        .recognizes = nullptr,
        .read = nullptr},
    Format{.name = "tsv",
           .what = "the same with tabs between cells, whatever else stands in the header line",
           .recognized = "as csv; only when asked for where other delimiters stand in the header line",
           .extensions = ".tsv .tab",
           .loses = "",
           .recognizes = nullptr,
           .read = nullptr},
    Format{.name = "spaced",
           .what = "a table with a header line and blanks between cells",
           .recognized = "two names in the first line that entente knows, and no other delimiter",
           .extensions = ".txt",
           .loses = "",
           .recognizes = begins_as_spaced_table,
           .read = whole_text<read_spaced_table>},
    Format{.name = "xlsx",
           .what = "a workbook of Excel, Kumu or NodeXL",
           .recognized = "a zip archive with xl/workbook.xml",
           .extensions = ".xlsx .xlsm",
           .loses = "sheets of neither ties nor actors, formatting",
           .recognizes = begins_as_xlsx,
           .read = bytes<read_xlsx>},
    Format{.name = "dta",
           .what = "a data set of Stata",
           .recognized = "<stata_dta>, or the bytes of versions 113 to 115",
           .extensions = ".dta",
           .loses = "",
           .recognizes = begins_as_dta,
           .read = bytes<read_dta>},
    Format{.name = "graphml",
           .what = "GraphML, of NetworkX, igraph, Gephi, SocNetV and yEd",
           .recognized = "XML whose root element is graphml",
           .extensions = ".graphml .xml",
           .loses = "positions, styles, ports, hyperedges",
           .recognizes = begins_as_graphml,
           .read = bytes<read_graphml>},
    Format{.name = "gexf",
           .what = "GEXF, of Gephi",
           .recognized = "XML whose root element is gexf",
           .extensions = ".gexf .xml",
           .loses = "positions, colors, times of day",
           .recognizes = begins_as_gexf,
           .read = bytes<read_gexf>},
    Format{.name = "gml",
           .what = "GML, of Gephi, igraph, NetworkX and yEd",
           .recognized = "graph [, after any Creator, Version and # comments",
           .extensions = ".gml",
           .loses = "graphics",
           .recognizes = begins_as_gml,
           .read = whole_text<read_gml>},
    Format{.name = "pajek",
           .what = "Pajek's networks, matrices and projects",
           .recognized = "a line that begins with *Network or *Vertices",
           .extensions = ".net .paj .mat",
           .loses = "coordinates, shapes and colors; permutations, clusters and hierarchies",
           .recognizes = begins_as_pajek,
           .read = whole_text<read_pajek>},
    Format{.name = "dl",
           .what = "UCINET's DL",
           .recognized = "DL and N=, NR= or FORMAT=",
           .extensions = ".dl",
           .loses = "",
           .recognizes = begins_as_dl,
           .read = whole_text<read_dl>},
    Format{.name = "dot",
           .what = "DOT, of Graphviz",
           .recognized = "graph or digraph, perhaps strict, and {",
           .extensions = ".dot .gv",
           .loses = "positions, colors, styles, ports",
           .recognizes = begins_as_dot,
           .read = whole_text<read_dot>},
    Format{.name = "node-link",
           .what = "JSON with nodes and links, of NetworkX, d3 and graphology",
           .recognized = "a JSON object with nodes and links or edges",
           .extensions = ".json",
           .loses = "positions, colors; objects nested in nodes and links",
           .recognizes = begins_as_node_link,
           .read = whole_text<read_node_link>},
    Format{.name = "cytoscape",
           .what = "JSON of Cytoscape.js and Cytoscape",
           .recognized = "JSON with elements that have data",
           .extensions = ".cyjs",
           .loses = "positions, classes, styles; objects nested in data",
           .recognizes = begins_as_cytoscape,
           .read = whole_text<read_cytoscape>},
    Format{.name = "kumu",
           .what = "JSON of a Kumu project",
           .recognized = "a JSON object with elements and connections",
           .extensions = ".json",
           .loses = "maps, perspectives, loops",
           .recognizes = begins_as_kumu,
           .read = whole_text<read_kumu>},
    Format{.name = "ftm",
           .what = "FollowTheMoney entities, of OpenSanctions and Aleph",
           .recognized = "lines of JSON objects with schema and properties",
           .extensions = ".json .ijson .jsonl",
           .loses = "addresses, documents, identifications (counted)",
           .recognizes = begins_as_follow_the_money,
           .read = whole_text<read_follow_the_money>},
    Format{.name = "matrix",
           .what = "an adjacency matrix",
           .recognized = "the header row and the first column carry the same names; else when asked for",
           .extensions = "",
           .loses = "",
           .recognizes = looks_like_matrix,
           .read = whole_table<read_matrix>},
    Format{.name = "edge-list",
           .what = "two actors a line, perhaps a weight, without a header",
           .recognized = "only when asked for",
           .extensions = "",
           .loses = "",
           .recognizes = nullptr,
           .read = whole_table<read_edge_list>},
    Format{.name = "adjacency-list",
           .what = "an actor a line, followed by those it is tied to, without a header",
           .recognized = "only when asked for",
           .extensions = "",
           .loses = "",
           .recognizes = nullptr,
           .read = whole_table<read_adjacency_list>},
    Format{.name = "sif",
           .what = "Cytoscape's SIF: actor, relation, actors",
           .recognized = "a name in .sif and lines of an actor, a relation and actors; else when asked for",
           .extensions = ".sif",
           .loses = "",
           .recognizes = nullptr,
           .read = whole_text<read_sif>}};

}  // namespace

std::span<const Format> formats() { return table; }

const Format& recognized_format(std::string_view head, const std::string& file) {
    // Known words with blanks between them stand in files of many formats: they make a table where nothing
    // else fits.
    const auto is_words = [](const Format& format) { return format.recognizes == begins_as_spaced_table; };
    const Format* found = nullptr;
    for (const Format& format : table) {
        if (format.recognizes == nullptr || !format.recognizes(head)) continue;
        if (found != nullptr && is_words(format)) continue;
        if (found != nullptr && !is_words(*found)) {
            std::vector<Diagnostic> both(1);
            both[0].spot = {file, 1, 1};
            both[0].message = fmt::format(
                "the file may be {} or {}; say which by --input-format {} or "
                "--input-format {}",
                found->name, format.name, found->name, format.name);
            throw Error(std::move(both));
        }
        found = &format;
    }
    if (found == nullptr && begins_as_sif(head, file)) return format_named("sif");
    return found == nullptr ? table.front() : *found;
}

const Format& format_named(std::string_view name) {
    return find_named("format", name, std::span<const Format>(table));
}

const Format* format_of_extension(std::string_view extension) {
    const std::string wanted = lower(extension);
    for (const Format& format : table) {
        for (const std::string_view one : split(format.extensions, ' ')) {
            if (!one.empty() && one == wanted) return &format;
        }
    }
    return nullptr;
}

}  // namespace entente::io
