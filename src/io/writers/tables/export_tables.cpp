#include "io/writers/tables/export_tables.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

#include "base/number.hpp"
#include "io/vocabulary/vocabulary.hpp"
#include "model/date_forms.hpp"
#include "model/dates_as_written.hpp"
#include "model/sign_text.hpp"

namespace entente::io {

namespace {

const char* sign_cell(Sign sign, const Relation* relation) {
    const bool overrules = sign == Sign::none && relation != nullptr && relation->sign != Sign::none;
    return overrules ? "0" : sign_text(sign);
}

const char* direction_text(Directedness directed) {
    if (directed == Directedness::directed) return "true";
    return directed == Directedness::undirected ? "false" : "";
}

// Names a column of the table whose cells come from the rows chosen of the network.
template <class Id>
class TableMaker {
public:
    TableMaker(ExportTable& table, std::vector<Id> chosen)
        : table_(table), chosen_(std::make_shared<const std::vector<Id>>(std::move(chosen))) {
        table_.rows = chosen_->size();
    }

    template <class Text>
    void add(std::string name, Text text, bool attribute = false) {
        table_.columns.push_back({std::move(name), attribute, [chosen = chosen_, text](std::size_t row) {
                                      return std::string(text((*chosen)[row]));
                                  }});
    }

    // One that is called as a column before it but for case, spaces, - and _ gets a number behind its name:
    // no file could be read again that has both.
    void add_attributes(const std::vector<AttributeColumn>& attributes) {
        std::set<std::string> taken;
        for (const ExportColumn& column : table_.columns) taken.insert(normalized(column.name));
        for (const AttributeColumn& attribute : attributes) {
            std::string name = attribute.name;
            for (int n = 2; !taken.insert(normalized(name)).second; ++n)
                name = attribute.name + "_" + std::to_string(n);
            add(
                std::move(name),
                [&cells = attribute.cells](Id id) {
                    return index(id) < cells.size() ? cells[index(id)] : std::string_view();
                },
                true);
        }
    }

private:
    ExportTable& table_;
    std::shared_ptr<const std::vector<Id>> chosen_;
};

void add_actors(ExportTable& table, const Network& network, std::vector<ActorId> chosen) {
    TableMaker<ActorId> maker(table, std::move(chosen));
    maker.add("id", [&network](ActorId actor) { return network.id(actor); });
    maker.add("label", [&network](ActorId actor) { return network.label(actor); });
    maker.add("kind", [&network](ActorId actor) { return network.kind(actor); });
    maker.add_attributes(network.actors.attributes);
}

// Null where there is no such attribute.
const TextColumn* cells_named(const TieTable& ties, std::string_view name) {
    const auto at = std::ranges::find_if(
        ties.attributes, [&](const AttributeColumn& attribute) { return attribute.name == name; });
    return at == ties.attributes.end() ? nullptr : &at->cells;
}

// As the data write it where that says more than the days, as long as it is that date.
std::string date_text(const DayInterval& date, const TextColumn* written, TieId tie) {
    const std::string_view text = written == nullptr ? std::string_view() : (*written)[index(tie)];
    const auto reading = read_date(text);
    return reading && reading->date == date ? std::string(text) : io::date_text(date);
}

// Without any row all of our columns: what was read had no other place to say which of them it has, and a
// further attribute such as "kind" is taken for a relation where no relation stands beside it.
void add_ties(ExportTable& table, const Network& network, std::vector<TieId> chosen) {
    TableMaker<TieId> maker(table, std::move(chosen));
    const TieTable& ties = network.ties;
    const bool all = table.rows == 0;
    maker.add("source", [&network](TieId tie) { return network.id(network.ties.source[index(tie)]); });
    maker.add("target", [&network](TieId tie) { return network.id(network.ties.target[index(tie)]); });
    if (all || !ties.relation.empty())
        maker.add("relation", [&ties](TieId tie) { return ties.relation[index(tie)]; });
    if (all || network.has_signs()) {
        maker.add("sign", [&network](TieId tie) {
            const bool none = network.relations.empty() || network.ties.relation.empty();
            return sign_cell(network.sign(tie),
                             none ? nullptr : network.find_relation(network.ties.relation[index(tie)]));
        });
    }
    if (all || network.has_weights())
        maker.add("weight", [&network](TieId tie) { return format_number(network.strength(tie)); });
    if (all || !ties.directed.empty())
        maker.add("directed", [&network](TieId tie) { return direction_text(network.directed(tie)); });
    if (all || network.has_dates()) {
        maker.add("start", [&ties, written = cells_named(ties, start_as_written)](TieId tie) {
            return date_text(ties.period[index(tie)].start, written, tie);
        });
        maker.add("end", [&ties, written = cells_named(ties, end_as_written)](TieId tie) {
            return date_text(ties.period[index(tie)].end, written, tie);
        });
    }
    if (all || network.has_confidences())
        maker.add("confidence", [&network](TieId tie) { return format_number(network.confidence(tie)); });
    if (all || !ties.citation.empty())
        maker.add("citation", [&ties](TieId tie) { return ties.citation[index(tie)]; });
    if (all || !ties.note.empty()) maker.add("note", [&ties](TieId tie) { return ties.note[index(tie)]; });
    maker.add_attributes(ties.attributes);
    std::erase_if(table.columns, [](const ExportColumn& column) {
        return column.attribute && (column.name == start_as_written || column.name == end_as_written);
    });
}

template <class Row>
using TextOf = std::string (*)(const Row&);

template <class Row>
void add_rows(ExportTable& table, const std::vector<Row>& rows,
              std::initializer_list<std::pair<const char*, TextOf<Row>>> columns) {
    table.rows = rows.size();
    for (const auto& [name, text] : columns) {
        table.columns.push_back(
            {name, false, [&rows, text = text](std::size_t row) { return text(rows[row]); }});
    }
}

}  // namespace

const ExportColumn* ExportTable::find(std::string_view name) const {
    const auto at =
        std::ranges::find_if(columns, [&](const ExportColumn& column) { return column.name == name; });
    return at == columns.end() ? nullptr : &*at;
}

std::string ExportTable::cell(std::size_t row, std::string_view name) const {
    const ExportColumn* column = find(name);
    return column == nullptr ? "" : column->cell(row);
}

std::string coordinate(double value) {
    constexpr double parts = 100;
    const double rounded = std::round(value * parts) / parts;
    return format_number(rounded == 0 ? 0 : rounded);  // never -0
}

std::string date_text(const DayInterval& date) {
    std::string text = to_string(date);
    const std::size_t slash = text.find('/');
    return slash == std::string::npos ? text
                                      : "[" + text.substr(0, slash) + ".." + text.substr(slash + 1) + "]";
}

bool is_plain_number(std::string_view text) {
    // Of exponents only as our own numbers have them, so that it comes back as it was.
    if (text.find('e') != std::string_view::npos) {
        const auto number = parse_number(text);
        return number && format_number(*number) == text;
    }
    constexpr std::size_t most_digits = 15;
    std::size_t digits = 0, at = text.starts_with('-') ? 1 : 0;
    const auto run = [&] {
        const std::size_t before = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        digits += at - before;
        return at > before;
    };
    if (at < text.size() && text[at] == '0' && at + 1 < text.size() && text[at + 1] != '.') return false;
    if (!run()) return false;
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (!run()) return false;
    }
    return at == text.size() && digits <= most_digits && text != "-0";
}

ExportTables export_tables(const Network& network, std::vector<ActorId> actors, std::vector<TieId> ties) {
    ExportTables tables;
    tables.title = network.info.title;
    tables.directed =
        std::ranges::any_of(ties, [&](TieId tie) { return network.directed(tie) == Directedness::directed; });
    std::vector<char> tied(network.actor_count(), 0);
    for (const auto* ends : {&network.ties.source, &network.ties.target})
        for (const ActorId end : *ends) tied[index(end)] = 1;
    tables.untied_actors = static_cast<std::uint64_t>(
        std::ranges::count_if(actors, [&](ActorId actor) { return tied[index(actor)] == 0; }));
    add_actors(tables.actors, network, std::move(actors));
    add_ties(tables.ties, network, std::move(ties));
    add_rows<Relation>(
        tables.relations, network.relations,
        {{"relation", [](const Relation& row) { return row.name; }},
         {"label", [](const Relation& row) { return row.label; }},
         {"sign", [](const Relation& row) { return std::string(sign_text(row.sign)); }},
         {"directed", [](const Relation& row) { return std::string(direction_text(row.directed)); }},
         {"weight",
          [](const Relation& row) { return row.strength ? format_number(*row.strength) : std::string(); }}});
    add_rows<CitedSource>(tables.sources, network.sources,
                          {{"id", [](const CitedSource& row) { return row.id; }},
                           {"title", [](const CitedSource& row) { return row.title; }},
                           {"publisher", [](const CitedSource& row) { return row.publisher; }},
                           {"date", [](const CitedSource& row) { return row.date; }},
                           {"url", [](const CitedSource& row) { return row.url; }}});
    return tables;
}

}  // namespace entente::io
