#include "io/formats/text/lists.hpp"

#include <fmt/format.h>

#include <unordered_set>

#include "base/prose.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/text/delimited.hpp"

namespace entente::io {

namespace {

// The actors of a list in order of first mention.
class Mentioned {
public:
    explicit Mentioned(RawTable& actors) : actors_(actors), id_(actors.column("id")) {}

    void add(const DelimitedCell& cell) {
        if (cell.text.empty() || !known_.insert(cell.text).second) return;
        actors_.begin_row(cell.place);
        actors_.set(id_, cell.text, cell.place);
    }

private:
    RawTable& actors_;
    std::size_t id_;
    std::unordered_set<std::string> known_;
};

RawNetwork named(const std::string& file) {
    RawNetwork network;
    network.actors.file = network.ties.file = file;
    return network;
}

void begin_tie(RawTable& ties, const DelimitedCell& source, const DelimitedCell& target) {
    ties.begin_row(source.place);
    ties.set(ties.column("source"), source.text, source.place);
    ties.set(ties.column("target"), target.text, target.place);
}

std::vector<DelimitedRow> rows_of(std::string_view text, char delimiter, Problems& problems) {
    if (delimiter == 0) delimiter = delimiter_of(text, Comments::hash_and_percent);
    auto rows = delimited_rows(text, delimiter, Comments::hash_and_percent, problems);
    if (rows.empty() && !problems.any_error()) problems.error({1, 1}, "the file is empty");
    return rows;
}

}  // namespace

RawFile read_edge_list(std::string_view text, const std::string& file, char delimiter) {
    Problems problems(file, text);
    RawNetwork network = named(file);
    RawTable& ties = network.ties;
    ties.column("source", {1, 1});
    ties.column("target", {1, 2});
    for (const DelimitedRow& row : rows_of(text, delimiter, problems)) {
        if (row.size() < 2) {
            problems.error(row[0].place, "a line of an edge list names the two ends of a tie");
            continue;
        }
        begin_tie(ties, row[0], row[1]);
        for (std::size_t i = 2; i < row.size(); ++i) {
            const std::string name = i == 2 ? "weight" : fmt::format("column {}", i + 1);
            ties.set(ties.column(name, row[i].place), row[i].text, row[i].place);
        }
    }
    return {{std::move(network)}, problems.take()};
}

RawFile read_adjacency_list(std::string_view text, const std::string& file, char delimiter) {
    Problems problems(file, text);
    RawNetwork network = named(file);
    Mentioned actors(network.actors);
    for (const DelimitedRow& row : rows_of(text, delimiter, problems)) {
        if (row[0].text.empty()) {
            problems.error(row[0].place, "this line begins without an actor");
            continue;
        }
        for (const DelimitedCell& cell : row) actors.add(cell);
        for (std::size_t i = 1; i < row.size(); ++i) {
            if (!row[i].text.empty()) begin_tie(network.ties, row[0], row[i]);
        }
    }
    network.ties.column("source", {1, 1});
    network.ties.column("target", {1, 1});
    return {{std::move(network)}, problems.take()};
}

RawFile read_spaced_table(std::string_view text, const std::string& file) {
    Problems problems(file, text);
    RawNetwork network = named(file);
    RawTable& ties = network.ties;
    std::size_t width = 0;
    for (const DelimitedRow& row : delimited_rows(text, ' ', Comments::none, problems)) {
        if (width == 0) {
            width = row.size();
            for (const DelimitedCell& name : row) {
                const std::size_t before = ties.header().size();
                if (ties.column(name.text, name.place) < before)
                    problems.error(name.place,
                                   fmt::format("the column name '{}' is there twice", shown(name.text)));
            }
        } else if (row.size() != width) {
            problems.error(row[0].place, fmt::format("this row has {}, but the header has {}; put quotes "
                                                     "around a cell with blanks",
                                                     counted(row.size(), "cell"), width));
        } else if (!problems.any_error()) {
            ties.begin_row(row[0].place);
            for (std::size_t i = 0; i < width; ++i) ties.set(i, row[i].text, row[i].place);
        }
    }
    return {{std::move(network)}, problems.take()};
}

RawFile read_sif(std::string_view text, const std::string& file) {
    Problems problems(file, text);
    RawNetwork network = named(file);
    Mentioned actors(network.actors);
    const char delimiter = text.find('\t') == std::string_view::npos ? ' ' : '\t';
    for (const DelimitedRow& row : rows_of(text, delimiter, problems)) {
        actors.add(row[0]);
        if (row.size() == 2) problems.error(row[1].place, "a line of SIF is: actor, relation, other actors");
        for (std::size_t i = 2; i < row.size(); ++i) {
            actors.add(row[i]);
            begin_tie(network.ties, row[0], row[i]);
            network.ties.set(network.ties.column("relation"), row[1].text, row[1].place);
        }
    }
    network.ties.column("source", {1, 1});
    network.ties.column("target", {1, 1});
    return {{std::move(network)}, problems.take()};
}

}  // namespace entente::io
