#include "io/formats/json/node_link.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "io/diagnostics.hpp"
#include "io/formats/json/json_cells.hpp"
#include "io/formats/named_actors.hpp"
#include "io/formats/vocabulary_text.hpp"

namespace entente::io {

namespace {

constexpr std::array<std::string_view, 11> looks{"x",  "y",  "z",     "vx",    "vy",  "vz",
                                                 "fx", "fy", "index", "color", "size"};

bool is_look(std::string_view key) { return std::ranges::find(looks, key) != looks.end(); }

class Reader {
public:
    Reader(std::string_view text, const std::string& file) : problems_(file, text) {
        network_.actors.file = network_.ties.file = network_.relations.file = network_.sources.file = file;
    }

    RawFile read(std::string_view text) {
        const auto json = Json::parse(std::string(text), problems_);
        if (json) document(json->root());
        nested_.tell(problems_);
        looks_.tell(problems_);
        return {{std::move(network_)}, problems_.take()};
    }

private:
    void document(Json::Value root) {
        auto nodes = root.member("nodes");
        auto links = links_of(root);
        const auto inner = root.member("graph");
        if ((!nodes || !links) && inner && inner->is(JsonKind::object)) {
            nodes = inner->member("nodes");
            links = links_of(*inner);
            root = *inner;
        }
        if (!nodes || !links) {
            problems_.error(root.place(),
                            fmt::format("the file is {}; a network in JSON has nodes and links: "
                                        "{{\"nodes\": [{{\"id\": \"a\"}}, …], \"links\": "
                                        "[{{\"source\": \"a\", \"target\": \"b\"}}, …]}}",
                                        json_shape(root)));
            return;
        }
        graph_attributes(root);
        actors(*nodes);
        if (!links->is(JsonKind::array)) {
            problems_.error(links->place(), "the links are a list: \"links\": [ … ]");
            return;
        }
        for (const Json::Value link : *links) tie(link);
        vocabulary_.rename(network_);
    }

    static std::optional<Json::Value> links_of(Json::Value object) {
        const auto links = object.member("links");
        return links ? links : object.member("edges");
    }

    void graph_attributes(Json::Value root) {
        if (const auto directed = root.member("directed")) directed_ = directed->text();
        if (const auto multigraph = root.member("multigraph")) multigraph_ = multigraph->text() == "true";
        for (const char* const name : {"graph", "metadata", "attributes"}) {
            const auto graph = root.member(name);
            if (!graph || !graph->is(JsonKind::object)) continue;
            if (const auto own = graph->member("entente"))
                vocabulary_ = read_vocabulary(*own, network_, problems_);
            for (const char* const key : {"name", "label", "title"}) {
                if (const auto title = graph->member(key); title && title->is_scalar())
                    network_.title = title->text();
            }
        }
    }

    void actors(Json::Value nodes) {
        RawTable& actors = network_.actors;
        id_column_ = actors.column("id", nodes.place());
        if (nodes.is(JsonKind::object)) {
            // JSON Graph Format: an object whose names are the ids.
            by_index_ = false;
            for (const Json::Value node : nodes) {
                begin_actor(node, std::string(node.key()), node.place());
                cells(node, "");
            }
            return;
        }
        if (!nodes.is(JsonKind::array)) {
            problems_.error(nodes.place(), "the nodes are a list: \"nodes\": [ … ]");
            return;
        }
        std::string_view id_key = "";
        for (const std::string_view key : {"id", "key", "name"}) {
            bool all = nodes.first().has_value();
            for (const Json::Value node : nodes) all = all && (node.is_scalar() || node.member(key));
            if (all && id_key.empty()) id_key = key;
        }
        by_index_ = id_key != "id" && id_key != "key";
        std::size_t index = 0;
        for (const Json::Value node : nodes) {
            const auto id = node.is_scalar() ? std::optional(node) : node.member(id_key);
            const auto cell = id ? json_cell(*id) : std::nullopt;
            begin_actor(node, cell ? *cell : fmt::format("{}", index), id ? id->place() : node.place());
            ++index;
            if (!node.is_scalar()) cells(node, id_key);
        }
    }

    // Whether the file says, as entente does, that this is a column.
    bool is_column(const RawTable& table, std::string_view key) const {
        return vocabulary_.known && table.find_column(key).has_value();
    }

    void begin_actor(Json::Value node, const std::string& id, CellPlace place) {
        network_.actors.begin_row(node.place());
        network_.actors.set(id_column_, id, place);
        ids_.push_back(id);
    }

    void cells(Json::Value node, std::string_view id_key) {
        for (const Json::Value member : node) {
            const std::string_view key = member.key();
            if (key == id_key || key == "id") continue;
            if (is_look(key) && !is_column(network_.actors, key)) {
                looks_.add(key, member.place());
            } else if ((key == "attributes" || key == "data" || key == "metadata") &&
                       member.is(JsonKind::object)) {
                cells(member, "");
            } else {
                set_cell(network_.actors, key, member, nested_);
            }
        }
    }

    // What an end of a link refers to.
    std::optional<std::string> end_of(Json::Value link, std::string_view name, std::string_view other) {
        auto end = link.member(name);
        if (!end) end = link.member(other);
        if (end && end->is(JsonKind::object)) {
            const auto id = end->member("id");
            end = id ? id : end->member("name");
        }
        if (!end || !end->is_scalar() || end->is(JsonKind::null)) {
            problems_.error(end ? end->place() : link.place(), fmt::format("this link has no {}", name));
            return std::nullopt;
        }
        end_place_ = end->place();
        if (!by_index_ || !end->is(JsonKind::number)) return std::string(end->text());
        std::size_t index = 0;
        const std::string_view word = end->text();
        const auto read = std::from_chars(word.data(), word.data() + word.size(), index);
        if (read.ec == std::errc() && read.ptr == word.data() + word.size() && index < ids_.size())
            return ids_[index];
        problems_.error(end_place_, fmt::format("there is no node {}; the nodes are numbered 0 to {}",
                                                quoted(word), ids_.empty() ? 0 : ids_.size() - 1));
        return std::nullopt;
    }

    void tie(Json::Value link) {
        if (!link.is(JsonKind::object)) {
            problems_.error(link.place(), "a link is an object with source and target");
            return;
        }
        RawTable& ties = network_.ties;
        const auto source = end_of(link, "source", "from");
        const CellPlace source_place = end_place_;
        const auto target = source ? end_of(link, "target", "to") : std::nullopt;
        if (!source || !target) return;
        ties.begin_row(link.place());
        ties.set(ties.column("source"), *source, source_place);
        ties.set(ties.column("target"), *target, end_place_);
        if (!directed_.empty() && !vocabulary_.known && !link.member("directed"))
            ties.set(ties.column("directed"), directed_, link.place());
        tie_cells(link);
    }

    void tie_cells(Json::Value link) {
        const bool from_to = !link.member("source");
        for (const Json::Value member : link) {
            const std::string_view key = member.key();
            if (key == "source" || key == "target" || (from_to && (key == "from" || key == "to"))) continue;
            // The number of a parallel link says nothing.
            if (!vocabulary_.known && key == "key" && multigraph_ && member.is(JsonKind::number)) continue;
            if (!vocabulary_.known && key == "undirected" && member.is(JsonKind::boolean)) {
                network_.ties.set(network_.ties.column("directed"),
                                  member.text() == "true" ? "false" : "true", member.place());
                continue;
            }
            if (is_look(key) && !vocabulary_.known) {
                looks_.add(key, member.place());
            } else if ((key == "attributes" || key == "data" || key == "metadata") &&
                       member.is(JsonKind::object)) {
                tie_cells(member);
            } else {
                const bool note = key == "label" && !vocabulary_.known && !link.member("note");
                set_cell(network_.ties, note ? "note" : key, member, nested_);
            }
        }
    }

    Problems problems_;
    RawNetwork network_;
    Vocabulary vocabulary_;
    NestedValues nested_;
    LeftOutLooks looks_;
    std::vector<std::string> ids_;
    std::size_t id_column_ = 0;
    CellPlace end_place_;
    std::string directed_;
    bool by_index_ = false, multigraph_ = false;
};

}  // namespace

RawFile read_node_link(std::string_view text, const std::string& file) {
    return Reader(text, file).read(text);
}

}  // namespace entente::io
