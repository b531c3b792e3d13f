#include "io/formats/json/cytoscape.hpp"

#include <fmt/format.h>

#include <optional>

#include "io/diagnostics.hpp"
#include "io/formats/json/json_cells.hpp"
#include "io/formats/named_actors.hpp"
#include "io/formats/vocabulary_text.hpp"

namespace entente::io {

namespace {

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
        if (const auto data = root.member("data"); data && data->is(JsonKind::object)) {
            if (const auto own = data->member("entente"))
                vocabulary_ = read_vocabulary(*own, network_, problems_);
            if (const auto name = data->member("name"); name && name->is_scalar())
                network_.title = name->text();
        }
        network_.actors.column("id", root.place());
        const auto elements = root.is(JsonKind::array) ? std::optional(root) : root.member("elements");
        if (!elements || elements->is_scalar()) {
            problems_.error(root.place(), fmt::format("the file is {}; Cytoscape's JSON has elements: "
                                                      "[{{\"data\": {{\"id\": \"a\"}}}}, …]",
                                                      json_shape(root)));
            return;
        }
        if (elements->is(JsonKind::array)) {
            for (const Json::Value element : *elements) one(element, "");
        } else {
            for (const Json::Value group : *elements) {
                if (group.key() != "nodes" && group.key() != "edges") continue;
                for (const Json::Value element : group) one(element, group.key());
            }
        }
        vocabulary_.rename(network_);
    }

    void one(Json::Value element, std::string_view group) {
        const auto data = element.member("data");
        if (!data || !data->is(JsonKind::object)) {
            problems_.error(element.place(), "this element has no data");
            return;
        }
        if (const auto own = element.member("group"); own && group.empty()) group = own->text();
        for (const Json::Value member : element) {
            const bool empty = !member.is_scalar() && !member.first();
            if ((member.key() == "position" || member.key() == "style" || member.key() == "classes") &&
                !empty && !(member.is_scalar() && member.text().empty()))
                looks_.add(member.key(), member.place());
        }
        const bool edge = group.empty() ? data->member("source") && data->member("target") : group == "edges";
        if (edge) {
            tie(*data);
        } else {
            actor(*data);
        }
    }

    void actor(Json::Value data) {
        RawTable& actors = network_.actors;
        const auto id = data.member("id");
        if (!id || !id->is_scalar() || id->text().empty()) {
            problems_.error(id ? id->place() : data.place(), "this node has no id");
            return;
        }
        actors.begin_row(data.place());
        actors.set(actors.column("id"), id->text(), id->place());
        for (const Json::Value member : data) {
            const std::string_view key = member.key();
            if (key == "id" || (!vocabulary_.known && key == "selected")) continue;
            // For other programs; a column of that name has another key in our files.
            if (vocabulary_.known && (key == "value" || key == "name")) continue;
            const bool parent = key == "parent" && !vocabulary_.known && !data.member("group");
            set_cell(actors, parent ? "group" : key, member, nested_);
        }
    }

    void tie(Json::Value data) {
        RawTable& ties = network_.ties;
        const auto source = data.member("source"), target = data.member("target");
        for (const auto& [end, name] : {std::pair(source, "source"), std::pair(target, "target")}) {
            if (end && end->is_scalar() && !end->text().empty()) continue;
            problems_.error(end ? end->place() : data.place(), fmt::format("this edge has no {}", name));
            return;
        }
        ties.begin_row(data.place());
        ties.set(ties.column("source"), source->text(), source->place());
        ties.set(ties.column("target"), target->text(), target->place());
        for (const Json::Value member : data) {
            const std::string_view key = member.key();
            if (key == "id" || key == "source" || key == "target" ||
                key == (vocabulary_.known ? "key" : "selected"))
                continue;
            const bool note = key == "label" && !vocabulary_.known && !data.member("note");
            set_cell(ties, note ? "note" : key, member, nested_);
        }
    }

    Problems problems_;
    RawNetwork network_;
    Vocabulary vocabulary_;
    NestedValues nested_;
    LeftOutLooks looks_;
};

}  // namespace

RawFile read_cytoscape(std::string_view text, const std::string& file) {
    return Reader(text, file).read(text);
}

}  // namespace entente::io
