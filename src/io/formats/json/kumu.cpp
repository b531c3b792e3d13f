#include "io/formats/json/kumu.hpp"

#include <fmt/format.h>

#include <optional>

#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/json/json_cells.hpp"

namespace entente::io {

namespace {

// How our columns call an attribute of Kumu's.
std::string_view actor_column(std::string_view key) {
    const std::string name = lower(key);
    return name == "element type" || name == "type" ? "kind" : key;
}

std::string_view tie_column(std::string_view key) {
    const std::string name = lower(key);
    if (name == "connection type" || name == "type") return "relation";
    if (name == "label" || name == "description") return "note";
    return name == "strength" ? "weight" : key;
}

class Reader {
public:
    Reader(std::string_view text, const std::string& file) : problems_(file, text) {
        network_.actors.file = network_.ties.file = file;
    }

    RawFile read(std::string_view text) {
        const auto json = Json::parse(std::string(text), problems_);
        if (json) document(json->root());
        nested_.tell(problems_);
        return {{std::move(network_)}, problems_.take()};
    }

private:
    void document(Json::Value root) {
        const auto elements = root.member("elements"), connections = root.member("connections");
        if (!elements || !connections || !elements->is(JsonKind::array) ||
            !connections->is(JsonKind::array)) {
            problems_.error(
                root.place(),
                fmt::format("the file is {}; a Kumu project has elements and connections", json_shape(root)));
            return;
        }
        if (const auto name = root.member("name"); name && name->is_scalar()) network_.title = name->text();
        network_.actors.column("id", elements->place());
        network_.actors.column("label", elements->place());
        for (const Json::Value element : *elements) actor(element);
        for (const Json::Value connection : *connections) tie(connection);
    }

    static std::optional<Json::Value> named(Json::Value object, std::string_view name) {
        const auto own = object.member(name);
        const auto attributes = object.member("attributes");
        return own || !attributes ? own : attributes->member(name);
    }

    void actor(Json::Value element) {
        RawTable& actors = network_.actors;
        auto id = element.member("_id");
        if (!id) id = element.member("id");
        const auto label = named(element, "label");
        if (!id) id = label;
        if (!id || !id->is_scalar() || id->text().empty()) {
            problems_.error(element.place(), "this element has neither an _id nor a label");
            return;
        }
        actors.begin_row(element.place());
        actors.set(actors.column("id"), id->text(), id->place());
        if (label && label->is_scalar()) actors.set(actors.column("label"), label->text(), label->place());
        const auto attributes = element.member("attributes");
        if (!attributes) return;
        for (const Json::Value member : *attributes) {
            if (member.key() != "label" && member.key() != "id")
                set_cell(actors, actor_column(member.key()), member, nested_);
        }
    }

    void tie(Json::Value connection) {
        RawTable& ties = network_.ties;
        auto from = connection.member("from"), to = connection.member("to");
        for (const auto& [end, name] : {std::pair(from, "from"), std::pair(to, "to")}) {
            if (end && end->is_scalar() && !end->text().empty()) continue;
            problems_.error(end ? end->place() : connection.place(),
                            fmt::format("this connection has no {}", name));
            return;
        }
        if (const auto reversed = connection.member("reversed"); reversed && reversed->text() == "true")
            std::swap(from, to);
        ties.begin_row(connection.place());
        ties.set(ties.column("source"), from->text(), from->place());
        ties.set(ties.column("target"), to->text(), to->place());
        if (const auto direction = named(connection, "direction"))
            ties.set(ties.column("directed"), direction->text(), direction->place());
        const auto attributes = connection.member("attributes");
        if (!attributes) return;
        for (const Json::Value member : *attributes) {
            if (member.key() == "direction" || member.key() == "from" || member.key() == "to") continue;
            set_cell(ties, tie_column(member.key()), member, nested_);
        }
    }

    Problems problems_;
    RawNetwork network_;
    NestedValues nested_;
};

}  // namespace

RawFile read_kumu(std::string_view text, const std::string& file) { return Reader(text, file).read(text); }

}  // namespace entente::io
