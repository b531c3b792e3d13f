#include "io/writers/gexf_writer.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "io/writers/tables/vocabulary_writer.hpp"
#include "io/writers/xml_text.hpp"
#include "model/date.hpp"
#include "model/date_forms.hpp"

namespace entente::io {

namespace {

constexpr std::array<std::string_view, 2> reserved_of_nodes{"id", "label"};
constexpr std::array<std::string_view, 5> reserved_of_edges{"id", "source", "target", "type", "kind"};

// What nodes and edges say by themselves; all else is an attribute.
bool native(const ExportColumn& column) {
    return !column.attribute &&
           (column.name == "id" || column.name == "label" || column.name == "source" ||
            column.name == "target" || column.name == "weight" || column.name == "relation");
}

class GexfWriter {
public:
    explicit GexfWriter(const ExportTables& tables)
        : tables_(tables),
          actor_keys_(keys_of(tables.actors, {reserved_of_nodes})),
          tie_keys_(keys_of(tables.ties, {reserved_of_edges})),
          dated_(tables.ties.find("start") != nullptr) {}

    Written write(const std::string& path) {
        out_ = fmt::format(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\"{} "
            "version=\"1.3\">\n<meta>\n<creator>entente</creator>\n<description>{}</description>\n"
            "<keywords>{}</keywords>\n</meta>\n",
            tables_.places.empty() ? "" : " xmlns:viz=\"http://gexf.net/1.3/viz\"", text_.text(tables_.title),
            text_.text(vocabulary_json(tables_, actor_keys_, tie_keys_)));
        out_ += fmt::format("<graph defaultedgetype=\"{}\" mode=\"{}\"{}>\n",
                            tables_.directed ? "directed" : "undirected", dated_ ? "dynamic" : "static",
                            dated_ ? " timeformat=\"date\" timerepresentation=\"interval\"" : "");
        declare("node", tables_.actors, actor_keys_);
        declare("edge", tables_.ties, tie_keys_);
        out_ += fmt::format("<nodes count=\"{}\">\n", tables_.actors.rows);
        for (std::size_t row = 0; row < tables_.actors.rows; ++row) write_node(row);
        out_ += fmt::format("</nodes>\n<edges count=\"{}\">\n", tables_.ties.rows);
        for (std::size_t row = 0; row < tables_.ties.rows; ++row) write_edge(row);
        out_ += "</edges>\n</graph>\n</gexf>\n";
        return {{{path, std::move(out_)}}, text_.losses()};
    }

private:
    void declare(std::string_view of, const ExportTable& table, const std::vector<std::string>& keys) {
        std::string list;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (native(table.columns[i])) continue;
            list += fmt::format("<attribute id=\"{}\" title=\"{}\" type=\"{}\"/>\n", i,
                                text_.attribute(keys[i]), xml_type(table, table.columns[i]));
        }
        if (!list.empty()) out_ += fmt::format("<attributes class=\"{}\">\n{}</attributes>\n", of, list);
    }

    std::string values(const ExportTable& table, std::size_t row) {
        std::string list;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (native(table.columns[i])) continue;
            const std::string cell = table.columns[i].cell(row);
            if (!cell.empty())
                list += fmt::format("<attvalue for=\"{}\" value=\"{}\"/>", i, text_.attribute(cell));
        }
        return list.empty() ? "" : "<attvalues>" + list + "</attvalues>";
    }

    void write_node(std::size_t row) {
        const ExportTable& actors = tables_.actors;
        out_ +=
            fmt::format("<node id=\"{}\" label=\"{}\">{}{}</node>\n", text_.attribute(actors.cell(row, "id")),
                        text_.attribute(actors.cell(row, "label")), values(actors, row), position(row));
    }

    // In Gephi y grows upwards.
    std::string position(std::size_t row) const {
        if (tables_.places.empty()) return "";
        const ExportPlace& place = tables_.places[row];
        return fmt::format("<viz:position x=\"{}\" y=\"{}\" z=\"0\"/>", coordinate(place.x),
                           coordinate(-place.y));
    }

    void write_edge(std::size_t row) {
        const ExportTable& ties = tables_.ties;
        out_ += fmt::format("<edge id=\"{}\" source=\"{}\" target=\"{}\"", row,
                            text_.attribute(ties.columns[0].cell(row)),
                            text_.attribute(ties.columns[1].cell(row)));
        if (tables_.directed && ties.cell(row, "directed") != "true") out_ += " type=\"undirected\"";
        add_attribute("weight", ties.cell(row, "weight"));
        add_attribute("kind", ties.cell(row, "relation"));
        if (dated_) {
            if (const auto start = read_date(ties.cell(row, "start")))
                add_attribute("start", day(start->date.earliest));
            if (const auto end = read_date(ties.cell(row, "end")))
                add_attribute("end", day(end->date.latest));
        }
        out_ += ">" + values(ties, row) + "</edge>\n";
    }

    static std::string day(Day day) {
        return day == beginning_of_time || day == end_of_time ? "" : to_string(DayInterval{day, day});
    }
    void add_attribute(std::string_view name, const std::string& value) {
        if (!value.empty()) out_ += fmt::format(" {}=\"{}\"", name, text_.attribute(value));
    }

    const ExportTables& tables_;
    std::vector<std::string> actor_keys_, tie_keys_;
    bool dated_;
    std::string out_;
    XmlText text_;
};

}  // namespace

Written write_gexf(const ExportTables& tables, const std::string& path) {
    refuse_ids_alike_in_xml(tables);
    return GexfWriter(tables).write(path);
}

}  // namespace entente::io
