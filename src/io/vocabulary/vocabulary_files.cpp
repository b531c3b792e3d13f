#include "io/vocabulary/vocabulary_files.hpp"

#include <fmt/format.h>

#include <map>

#include "base/number.hpp"
#include "base/prose.hpp"
#include "io/vocabulary/columns.hpp"

namespace entente::io {

namespace {

// Reads a file whose rows are named by their first column, giving each new row's cells to `add`; what `add`
// returns is what is wrong with a cell: its column and a message.
class NamedRows {
public:
    NamedRows(TableReader& rows, std::span<const ColumnNames> names, std::string_view what,
              Diagnostics& diagnostics)
        : rows_(rows), what_(what), diagnostics_(diagnostics) {
        if (rows_.header().empty()) return;
        map_ = map_columns(rows_, names, {}, false, diagnostics);
        key_ = map_.find(names.front().name);
        if (!key_) complain_of_missing(rows_, names.front().name, names.front().aliases, diagnostics);
        note_unread(names);
    }

    // The next row with a new, unempty name.
    bool next() {
        if (!key_) return false;
        for (;;) {
            if (++row_ >= batch_.size()) {
                if (!rows_.next(batch_)) return false;
                row_ = 0;
            }
            const std::string_view name = key();
            if (name.empty()) {
                error("", fmt::format("the name of this {} is empty; give it one", what_));
                continue;
            }
            const auto [at, fresh] = lines_.try_emplace(std::string(name), row().line());
            if (fresh) return true;
            error("", fmt::format("the {} {} is there twice (first on line {}); remove one", what_,
                                  quoted(name), at->second));
        }
    }

    std::string_view key() const { return row().cell(*key_); }
    std::string_view cell(std::string_view name) const {
        const auto column = map_.find(name);
        return column ? row().cell(*column) : std::string_view();
    }
    void error(std::string_view name, std::string message) {
        tell(Severity::error, name, std::move(message));
    }
    void differs() {
        tell(Severity::warning, "",
             fmt::format("the {} {} is described otherwise in an earlier file, which stays; make them equal",
                         what_, quoted(key())));
    }

private:
    void note_unread(std::span<const ColumnNames> names) {
        std::vector<std::string> unread, read;
        std::size_t first = 0;
        for (const std::size_t column : map_.others()) {
            if (rows_.header()[column].empty()) continue;
            if (unread.empty()) first = column;
            unread.push_back(quoted(rows_.header()[column]));
        }
        if (unread.empty()) return;
        for (const ColumnNames& ours : names) read.emplace_back(ours.name);
        diagnostics_.note(rows_.header_spot(first),
                          fmt::format("{} {} {} not read; of a {} entente knows {}",
                                      noun(unread.size(), "the column", "the columns"), listed(unread),
                                      noun(unread.size(), "is", "are"), what_, listed(read)));
    }

    void tell(Severity severity, std::string_view name, std::string message) {
        const std::size_t column = name.empty() ? *key_ : map_.find(name).value_or(*key_);
        if (severity == Severity::error
                ? diagnostics_.admit_error()
                : diagnostics_.admit("relations and sources that two files describe differently")) {
            diagnostics_.tell(severity, rows_.spot(row(), column), std::move(message),
                              rows_.excerpt(row(), column));
        }
    }

    RowRef row() const { return {batch_, row_}; }

    TableReader& rows_;
    std::string_view what_;
    Diagnostics& diagnostics_;
    ColumnMap map_;
    std::optional<std::size_t> key_;
    RowBatch batch_;
    std::size_t row_ = 0;
    std::map<std::string, std::uint64_t> lines_;
};

}  // namespace

void read_relations(TableReader& table, Network& network, Diagnostics& diagnostics) {
    network.files.push_back(table.name());
    NamedRows rows(table, relation_columns(), "relation", diagnostics);
    while (rows.next()) {
        Relation relation;
        relation.name = rows.key();
        relation.label = rows.cell("label").empty() ? rows.key() : rows.cell("label");
        if (const std::string_view cell = rows.cell("sign"); !cell.empty()) {
            const auto sign = parse_sign(cell);
            if (!sign)
                rows.error("sign", fmt::format("the sign must be +, - or empty, not {}", quoted(cell)));
            relation.sign = sign.value_or(Sign::none);
        }
        if (const std::string_view cell = rows.cell("directed"); !cell.empty()) {
            const auto directed = parse_directedness(cell);
            if (!directed)
                rows.error("directed", fmt::format("directed must be true or false, not {}", quoted(cell)));
            relation.directed = directed.value_or(Directedness::unsaid);
        }
        if (const std::string_view cell = rows.cell("weight"); !cell.empty()) {
            relation.strength = parse_number(cell);
            if (!relation.strength || *relation.strength < 0) {
                rows.error(
                    "weight",
                    fmt::format(
                        "the weight of a relation must be a plain decimal number of at least 0, not {}",
                        quoted(cell)));
            }
        }
        const Relation* known = network.find_relation(relation.name);
        if (known == nullptr) {
            network.relations.push_back(std::move(relation));
        } else if (known->label != relation.label || known->sign != relation.sign ||
                   known->directed != relation.directed || known->strength != relation.strength) {
            rows.differs();
        }
    }
}

void read_sources(TableReader& table, Network& network, Diagnostics& diagnostics) {
    network.files.push_back(table.name());
    NamedRows rows(table, source_columns(), "source", diagnostics);
    const std::size_t known_before = network.sources.size();
    while (rows.next()) {
        CitedSource source{std::string(rows.key()), std::string(rows.cell("title")),
                           std::string(rows.cell("publisher")), std::string(rows.cell("date")),
                           std::string(rows.cell("url"))};
        const CitedSource* known = known_before > 0 ? network.find_source(source.id) : nullptr;
        if (known == nullptr) {
            network.sources.push_back(std::move(source));
        } else if (known->title != source.title || known->publisher != source.publisher ||
                   known->date != source.date || known->url != source.url) {
            rows.differs();
        }
    }
}

}  // namespace entente::io
