#include "io/writers/writer.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>

#include "base/named.hpp"
#include "io/writers/csv_writer.hpp"
#include "io/writers/dl_writer.hpp"
#include "io/writers/dot_writer.hpp"
#include "io/writers/gexf_writer.hpp"
#include "io/writers/gml_writer.hpp"
#include "io/writers/graphml_writer.hpp"
#include "io/writers/json_writers.hpp"
#include "io/writers/pajek_writer.hpp"
#include "io/writers/xlsx_writer.hpp"

namespace entente::io {

namespace {

constexpr std::string_view dl_loses =
    "dates, relations' defaults, citations, notes, attributes; rows of one pair "
    "and relation are summed";

constexpr std::array all_writers{
    Writer{.name = "csv",
           .title = "a folder of CSV files",
           .extensions = "",
           .loses = "",
           .holds_places = false,
           .write = write_csv_folder},
    Writer{.name = "csv-ties",
           .title = "a ties file",
           .extensions = ".csv",
           .loses = "actors without ties, labels, kinds and attributes of actors, relations, sources",
           .holds_places = false,
           .write = write_csv_ties},
    Writer{.name = "xlsx",
           .title = "a workbook",
           .extensions = ".xlsx",
           .loses = "texts beyond 32,767 characters, rows beyond 1,048,576",
           .holds_places = false,
           .write = write_xlsx},
    Writer{.name = "graphml",
           .title = "GraphML",
           .extensions = ".graphml",
           .loses = "control characters",
           .holds_places = true,
           .write = write_graphml},
    Writer{.name = "gexf",
           .title = "GEXF",
           .extensions = ".gexf",
           .loses = "control characters",
           .holds_places = true,
           .write = write_gexf},
    Writer{.name = "node-link",
           .title = "node-link JSON",
           .extensions = ".json",
           .loses = "",
           .holds_places = true,
           .write = write_node_link},
    Writer{.name = "cytoscape",
           .title = "Cytoscape JSON",
           .extensions = ".cyjs",
           .loses = "",
           .holds_places = true,
           .write = write_cytoscape},
    Writer{.name = "gml",
           .title = "GML",
           .extensions = ".gml",
           .loses = "",
           .holds_places = true,
           .write = write_gml},
    Writer{.name = "dot",
           .title = "DOT",
           .extensions = ".dot .gv",
           .loses = "",
           .holds_places = true,
           .write = write_dot},
    Writer{.name = "pajek",
           .title = "Pajek",
           .extensions = ".net .paj",
           .loses = "dates but for years, marks of doubt, confidence, citations, attributes",
           .holds_places = true,
           .write = write_pajek},
    Writer{.name = "dl",
           .title = "DL",
           .extensions = ".dl",
           .loses = dl_loses,
           .holds_places = false,
           .write = write_dl}};

}  // namespace

std::span<const Writer> writers() { return all_writers; }

const Writer& writer_named(std::string_view name) {
    return find_named("output format", name, std::span<const Writer>(all_writers));
}

const Writer& writer_for(const std::string& path) {
    const std::string extension = lower(std::filesystem::path(path).extension().string());
    std::string known;
    for (const Writer& writer : all_writers) {
        for (const std::string_view one : split(writer.extensions, ' ')) {
            if (one == extension) return writer;
            if (!one.empty()) known += fmt::format(" {}", one);
        }
    }
    if (!extension.empty() && !std::filesystem::is_directory(path)) {
        throw Error(Fault::usage,
                    fmt::format("no format goes with '{}'; known are{}; say it by --output-format", extension,
                                known));
    }
    return all_writers.front();
}

std::uint64_t filled_cells(const ExportTable& table, std::string_view column) {
    const ExportColumn* found = table.find(column);
    std::uint64_t count = 0;
    for (std::size_t row = 0; found != nullptr && row < table.rows; ++row)
        count += found->cell(row).empty() ? 0U : 1U;
    return count;
}

}  // namespace entente::io
