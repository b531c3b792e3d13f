#include "io/formats/vocabulary_text.hpp"

#include <array>
#include <optional>
#include <span>

namespace entente::io {

namespace {

std::vector<ColumnKey> columns(std::optional<Json::Value> list) {
    std::vector<ColumnKey> result;
    if (!list || !list->is(JsonKind::array)) return result;
    for (const Json::Value entry : *list) {
        if (entry.is(JsonKind::string)) {
            result.push_back({std::string(entry.text()), std::string(entry.text())});
        } else if (const auto key = entry.first(); key && key->next()) {
            result.push_back({std::string(key->text()), std::string(key->next()->text())});
        }
    }
    return result;
}

void add_columns(RawTable& table, const std::vector<ColumnKey>& columns, CellPlace place) {
    for (const ColumnKey& column : columns) table.column(column.key, place);
}

void fill(RawTable& table, std::span<const std::string_view> header, std::optional<Json::Value> list) {
    if (!list || !list->is(JsonKind::array) || !list->first()) return;
    for (const std::string_view name : header) table.column(name, list->place());
    for (const Json::Value row : *list) {
        table.begin_row(row.place());
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (const auto cell = row.member(header[i])) table.set(i, cell->text(), cell->place());
        }
    }
}

void rename_columns(RawTable& table, const std::vector<ColumnKey>& columns) {
    // All places first: a column may be called as the key of another.
    std::vector<std::size_t> places;
    for (const ColumnKey& column : columns) places.push_back(table.column(column.key));
    for (std::size_t i = 0; i < columns.size(); ++i) table.rename(places[i], columns[i].column);
}

}  // namespace

Vocabulary read_vocabulary(Json::Value value, RawNetwork& network, Problems& problems) {
    Vocabulary vocabulary;
    if (!value.is(JsonKind::object) || !value.member("ties")) {
        problems.warning(value.place(), "the attribute 'entente' is none that entente wrote; it is ignored");
        return vocabulary;
    }
    vocabulary.known = true;
    network.own = true;
    vocabulary.actors = columns(value.member("actors"));
    vocabulary.ties = columns(value.member("ties"));
    add_columns(network.actors, vocabulary.actors, value.place());
    add_columns(network.ties, vocabulary.ties, value.place());
    static constexpr std::array<std::string_view, 5> relations{"relation", "label", "sign", "directed",
                                                               "weight"},
        sources{"id", "title", "publisher", "date", "url"};
    fill(network.relations, relations, value.member("relations"));
    fill(network.sources, sources, value.member("sources"));
    return vocabulary;
}

Vocabulary read_vocabulary(std::string_view text, CellPlace place, RawNetwork& network, Problems& problems) {
    Problems inside("", text);
    const auto json = Json::parse(std::string(text), inside);
    if (!json) {
        problems.warning(place, "the attribute 'entente' is none that entente wrote; it is ignored");
        return {};
    }
    return read_vocabulary(json->root(), network, problems);
}

void Vocabulary::rename(RawNetwork& network) const {
    rename_columns(network.actors, actors);
    rename_columns(network.ties, ties);
}

}  // namespace entente::io
