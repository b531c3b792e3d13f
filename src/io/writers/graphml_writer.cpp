#include "io/writers/graphml_writer.hpp"

#include <fmt/format.h>

#include <array>
#include <span>

#include "io/writers/tables/vocabulary_writer.hpp"
#include "io/writers/xml_text.hpp"

namespace entente::io {

namespace {

// x and y are where Gephi, igraph and NetworkX look for positions.
constexpr std::array<std::string_view, 4> reserved_of_nodes{"id", "name", "x", "y"};
constexpr std::array<std::string_view, 3> reserved_of_edges{"id", "source", "target"};

class GraphmlWriter {
public:
    explicit GraphmlWriter(const ExportTables& tables)
        : tables_(tables),
          actor_keys_(
              keys_of(tables.actors, {std::span(reserved_of_nodes).first(tables.places.empty() ? 2 : 4)})),
          tie_keys_(keys_of(tables.ties, {reserved_of_edges})) {}

    Written write(const std::string& path) {
        out_ =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "
            "xmlns=\"http://graphml.graphdrawing.org/xmlns\"";
        if (!tables_.places.empty()) out_ += " xmlns:y=\"http://www.yworks.com/xml/graphml\"";
        out_ += ">\n";
        declare("title", "graph", "title", "string");
        declare("entente", "graph", "entente", "string");
        declare("name", "node", "name", "string");
        declare_columns("n", "node", tables_.actors, actor_keys_, 1);
        if (!tables_.places.empty()) declare_position();
        declare_columns("e", "edge", tables_.ties, tie_keys_, 2);
        out_ += fmt::format("<graph edgedefault=\"{}\">\n", tables_.directed ? "directed" : "undirected");
        if (!tables_.title.empty()) data("title", tables_.title);
        data("entente", vocabulary_json(tables_, actor_keys_, tie_keys_));
        for (std::size_t row = 0; row < tables_.actors.rows; ++row) write_node(row);
        for (std::size_t row = 0; row < tables_.ties.rows; ++row) write_edge(row);
        out_ += "</graph>\n</graphml>\n";
        return {{{path, std::move(out_)}}, text_.losses()};
    }

private:
    void declare(std::string_view id, std::string_view domain, std::string_view name, std::string_view type) {
        out_ += fmt::format("<key id=\"{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"/>\n", id, domain,
                            text_.attribute(name), type);
    }
    void declare_columns(std::string_view prefix, std::string_view domain, const ExportTable& table,
                         const std::vector<std::string>& keys, std::size_t first) {
        for (std::size_t i = first; i < keys.size(); ++i)
            declare(fmt::format("{}{}", prefix, i), domain, keys[i], xml_type(table, table.columns[i]));
    }
    void data(std::string_view key, std::string_view value) {
        out_ += fmt::format("<data key=\"{}\">{}</data>\n", key, text_.text(value));
    }
    void write_columns(std::string_view prefix, const ExportTable& table, std::size_t row,
                       std::size_t first) {
        for (std::size_t i = first; i < table.columns.size(); ++i) {
            const std::string cell = table.columns[i].cell(row);
            if (!cell.empty()) data(fmt::format("{}{}", prefix, i), cell);
        }
    }
    void write_node(std::size_t row) {
        const std::string id = tables_.actors.columns[0].cell(row);
        out_ += fmt::format("<node id=\"{}\">", text_.attribute(id));
        data("name", id);
        write_columns("n", tables_.actors, row, 1);
        if (!tables_.places.empty()) write_position(row);
        out_ += "</node>\n";
    }
    void declare_position() {
        declare("x", "node", "x", "double");
        declare("y", "node", "y", "double");
        out_ += "<key id=\"yed\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n";
    }
    // Twice: as plain attributes, and as yEd has it, whose nodes are placed by their upper left corner.
    void write_position(std::size_t row) {
        constexpr double size = 30;
        const ExportPlace& place = tables_.places[row];
        data("x", coordinate(place.x));
        data("y", coordinate(place.y));
        out_ += fmt::format(
            "<data key=\"yed\"><y:ShapeNode><y:Geometry x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>"
            "<y:NodeLabel>{}</y:NodeLabel><y:Shape type=\"ellipse\"/></y:ShapeNode></data>\n",
            coordinate(place.x - size / 2), coordinate(place.y - size / 2), size, size,
            text_.text(tables_.actors.cell(row, "label")));
    }
    void write_edge(std::size_t row) {
        const ExportTable& ties = tables_.ties;
        // networkx 2.8 refuses directed="false" in a directed graph, but not the same said otherwise.
        const bool undirected = tables_.directed && ties.cell(row, "directed") != "true";
        out_ +=
            fmt::format("<edge source=\"{}\" target=\"{}\"{}>", text_.attribute(ties.columns[0].cell(row)),
                        text_.attribute(ties.columns[1].cell(row)), undirected ? " directed=\"0\"" : "");
        write_columns("e", ties, row, 2);
        out_ += "</edge>\n";
    }

    const ExportTables& tables_;
    std::vector<std::string> actor_keys_, tie_keys_;
    std::string out_;
    XmlText text_;
};

}  // namespace

Written write_graphml(const ExportTables& tables, const std::string& path) {
    refuse_ids_alike_in_xml(tables);
    return GraphmlWriter(tables).write(path);
}

}  // namespace entente::io
