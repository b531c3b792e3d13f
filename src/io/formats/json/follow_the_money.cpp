#include "io/formats/json/follow_the_money.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_set>

#include "io/diagnostics.hpp"
#include "io/formats/json/json_cells.hpp"

namespace entente::io {

namespace {

// The schemata with an `edge` in FollowTheMoney's own model (3.x).
struct EdgeSchema {
    std::string_view name, source, target;
    bool directed;
};
constexpr std::array edges{EdgeSchema{"Associate", "person", "associate", false},
                           EdgeSchema{"Call", "caller", "receiver", true},
                           EdgeSchema{"ContractAward", "supplier", "contract", true},
                           EdgeSchema{"CourtCaseParty", "party", "case", true},
                           EdgeSchema{"Debt", "debtor", "creditor", true},
                           EdgeSchema{"Directorship", "director", "organization", true},
                           EdgeSchema{"Documentation", "entity", "document", true},
                           EdgeSchema{"EconomicActivity", "declarant", "goods", true},
                           EdgeSchema{"Employment", "employee", "employer", true},
                           EdgeSchema{"Family", "person", "relative", false},
                           EdgeSchema{"Membership", "member", "organization", true},
                           EdgeSchema{"Mention", "resolved", "document", true},
                           EdgeSchema{"Occupancy", "holder", "post", true},
                           EdgeSchema{"Ownership", "owner", "asset", true},
                           EdgeSchema{"Payment", "payer", "beneficiary", true},
                           EdgeSchema{"ProjectParticipant", "participant", "project", true},
                           EdgeSchema{"Representation", "agent", "client", true},
                           EdgeSchema{"Similar", "candidate", "match", false},
                           EdgeSchema{"Succession", "predecessor", "successor", true},
                           EdgeSchema{"UnknownLink", "subject", "object", false}};

// Schemata that describe something of an actor, or are papers.
constexpr std::array<std::string_view, 22> no_actors{
    "Address",   "Article",        "Audio",     "BankAccount", "Document", "Email", "Event",   "Folder",
    "HyperText", "Identification", "Image",     "Interval",    "Message",  "Note",  "Package", "Page",
    "Pages",     "Passport",       "PlainText", "Sanction",    "Table",    "Video"};

class Reader {
public:
    Reader(std::string_view text, const std::string& file) : text_(text), problems_(file, text) {
        network_.actors.file = network_.ties.file = file;
    }

    RawFile read() {
        network_.actors.column("id", {1, 1});
        network_.actors.column("label", {1, 1});
        network_.actors.column("kind", {1, 1});
        each_entity([&](Json::Value entity) { actor(entity); }, problems_);
        Problems repeated("", "");  // the second pass meets the same as the first
        each_entity([&](Json::Value entity) { tie(entity); }, repeated);
        for (const auto& [schema, rows] : left_out_) network_.left_out.push_back({schema, rows});
        nested_.tell(problems_);
        return {{std::move(network_)}, problems_.take()};
    }

private:
    template <class Action>
    void each_entity(Action action, Problems& problems) {
        std::string_view rest = text_;
        if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
        for (std::uint32_t line = 1; !rest.empty(); ++line) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            const std::string_view one = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (one.find_first_not_of(" \t\r") == std::string_view::npos) continue;
            const auto json = Json::parse(std::string(one), problems, line);
            if (!json) continue;
            const Json::Value entity = json->root();
            const auto schema = entity.member("schema"), id = entity.member("id"),
                       properties = entity.member("properties");
            if (!schema || !properties || !schema->is(JsonKind::string) ||
                !properties->is(JsonKind::object)) {
                problems.error(entity.place(),
                               "a line of FollowTheMoney is an object with id, schema and "
                               "properties");
                continue;
            }
            if (!id || !id->is_scalar() || id->text().empty()) {
                problems.error(entity.place(), "this entity has no id");
                continue;
            }
            action(entity);
        }
    }

    static const EdgeSchema* edge_of(std::string_view schema) {
        const auto at =
            std::ranges::find_if(edges, [&](const EdgeSchema& one) { return one.name == schema; });
        return at == edges.end() ? nullptr : &*at;
    }

    void actor(Json::Value entity) {
        const std::string_view schema = entity.member("schema")->text();
        if (edge_of(schema) != nullptr) return;
        const auto id = *entity.member("id");
        if (std::ranges::find(no_actors, schema) != no_actors.end()) {
            ++left_out_[std::string(schema)];
            not_actors_.insert(std::string(id.text()));
            return;
        }
        RawTable& actors = network_.actors;
        actors.begin_row(entity.place());
        actors.set(actors.column("id"), id.text(), id.place());
        const auto schema_value = *entity.member("schema");
        actors.set(actors.column("kind"), schema, schema_value.place());
        const auto properties = *entity.member("properties");
        auto caption = entity.member("caption");
        if (!caption) {
            const auto names = properties.member("name");
            caption = names && !names->is_scalar() ? names->first() : names;
        }
        if (caption && caption->is_scalar())
            actors.set(actors.column("label"), caption->text(), caption->place());
        for (const Json::Value property : properties) {
            const std::string_view key = property.key();
            const bool several = key == "name" && property.first() && property.first()->next();
            if (key == "id" || key == "label" || key == "kind" || (key == "name" && !several)) continue;
            set_cell(actors, key == "name" ? "names" : key, property, nested_);
        }
    }

    static std::vector<Json::Value> values(Json::Value properties, std::string_view name) {
        std::vector<Json::Value> result;
        const auto list = properties.member(name);
        if (!list) return result;
        if (list->is_scalar()) return {*list};
        for (const Json::Value value : *list) result.push_back(value);
        return result;
    }

    void tie(Json::Value entity) {
        const auto schema = *entity.member("schema");
        const EdgeSchema* edge = edge_of(schema.text());
        if (edge == nullptr) return;
        const Json::Value properties = *entity.member("properties");
        const auto sources = values(properties, edge->source), targets = values(properties, edge->target);
        std::size_t ties_given = 0;
        for (const Json::Value source : sources) {
            for (const Json::Value target : targets) {
                if (not_actors_.contains(std::string(source.text())) ||
                    not_actors_.contains(std::string(target.text())))
                    continue;
                ++ties_given;
                row(entity, *edge, source, target);
            }
        }
        if (ties_given == 0) ++left_out_[std::string(schema.text()) + " without two actors"];
    }

    void row(Json::Value entity, const EdgeSchema& edge, Json::Value source, Json::Value target) {
        RawTable& ties = network_.ties;
        const Json::Value properties = *entity.member("properties");
        ties.begin_row(entity.place());
        ties.set(ties.column("source"), source.text(), source.place());
        ties.set(ties.column("target"), target.text(), target.place());
        ties.set(ties.column("relation"), edge.name, entity.member("schema")->place());
        ties.set(ties.column("directed"), edge.directed ? "true" : "false");
        const auto first_of = [&](std::initializer_list<std::string_view> names, std::string_view column) {
            for (const std::string_view name : names) {
                const auto found = values(properties, name);
                if (found.empty()) continue;
                ties.set(ties.column(column), found.front().text(), found.front().place());
                return;
            }
        };
        first_of({"amountEur", "amount"}, "weight");
        first_of({"startDate", "date"}, "start");
        first_of({"endDate", "date"}, "end");
        first_of({"sourceUrl", "publisher", "recordId"}, "citation");
        first_of({"role", "relationship", "summary", "description", "purpose"}, "note");
        constexpr std::array<std::string_view, 15> used{
            "amountEur",   "amount",         "startDate", "endDate",      "date",
            "sourceUrl",   "recordId",       "role",      "relationship", "summary",
            "description", "namesMentioned", "purpose",   "source",       "target"};
        for (const Json::Value property : properties) {
            const std::string_view key = property.key();
            if (key != edge.source && key != edge.target && std::ranges::find(used, key) == used.end())
                set_cell(ties, key, property, nested_);
        }
    }

    std::string_view text_;
    Problems problems_;
    RawNetwork network_;
    NestedValues nested_;
    std::map<std::string, std::uint64_t> left_out_;
    std::unordered_set<std::string> not_actors_;
};

}  // namespace

RawFile read_follow_the_money(std::string_view text, const std::string& file) {
    return Reader(text, file).read();
}

}  // namespace entente::io
