#include "io/csv/mistaken_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <initializer_list>

#include "base/text.hpp"
#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

namespace {

class Header {
public:
    explicit Header(const RowReader& rows) {
        for (const std::string& name : rows.header()) names_.push_back(normalized(name));
    }
    std::size_t size() const { return names_.size(); }
    bool has(std::initializer_list<std::string_view> words) const {
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return std::find(names_.begin(), names_.end(), word) != names_.end();
        });
    }
    bool first_is_empty() const { return !names_.empty() && names_.front().empty(); }
    bool any_number() const {
        return std::any_of(names_.begin(), names_.end(), [](const std::string& name) {
            return !name.empty() && std::all_of(name.begin(), name.end(),
                                                [](unsigned char c) { return std::isdigit(c) != 0; });
        });
    }

private:
    std::vector<std::string> names_;
};

}  // namespace

std::optional<std::string> not_a_ties_file(const RowReader& rows) {
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
        return "this looks like a matrix with a row and a column an actor; ties are read from a list "
               "instead, one row a tie with the columns source,target and, for the numbers, weight";
    }
    const bool none_known = std::none_of(rows.header().begin(), rows.header().end(), known_header);
    if (none_known && header.any_number()) {
        return "the first line is no header but a row already; put a line above it that names the columns, "
               "such as source,target (with the delimiter of the file)";
    }
    if (rows.header().size() >= 2 && none_known && rows.header().size() <= 3) {
        return fmt::format(
            "no column is called source or target, nor by another name for them; if the first line names the "
            "columns, say which they are (--columns source={},target={}), and if it is a tie "
            "already, put a line such as source,target above it",
            shown(rows.header()[0]), shown(rows.header()[rows.header().size() == 3 ? 2 : 1]));
    }
    return std::nullopt;
}

std::optional<std::string> not_an_actors_file(const RowReader& rows) {
    const Header header(rows);
    if ((header.has({"source"}) && header.has({"target"})) || (header.has({"from"}) && header.has({"to"}))) {
        return "this looks like a file of ties, not of actors: --actors takes a file with the columns id, "
               "label and kind; the ties come without an option";
    }
    return std::nullopt;
}

}  // namespace entente::io
