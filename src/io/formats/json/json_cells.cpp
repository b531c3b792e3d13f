#include "io/formats/json/json_cells.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "io/diagnostics.hpp"
#include "io/formats/named_actors.hpp"

namespace entente::io {

std::optional<std::string> json_cell(Json::Value value) {
    if (value.is_scalar()) return std::string(value.text());
    if (value.is(JsonKind::object)) return std::nullopt;
    std::string cell;
    bool first = true;
    for (const Json::Value part : value) {
        if (!part.is_scalar()) return std::nullopt;
        cell += first ? "" : "; ";
        cell += part.text();
        first = false;
    }
    return cell;
}

void NestedValues::add(Json::Value value) {
    constexpr std::size_t most = 100;
    if (names_.empty()) first_ = value.place();
    if (names_.size() < most && std::ranges::find(names_, value.key()) == names_.end())
        names_.emplace_back(value.key());
}

void NestedValues::tell(Problems& problems) const {
    if (names_.empty()) return;
    constexpr std::size_t most_named = 8;
    std::string names;
    for (std::size_t i = 0; i < std::min(names_.size(), most_named); ++i)
        names += (i == 0 ? "" : ", ") + shown(names_[i]);
    if (names_.size() > most_named) names += fmt::format(" and {} more", names_.size() - most_named);
    problems.warning(first_, fmt::format("values nested in others fit no cell and are left out ({})", names));
}

void set_cell(RawTable& table, std::string_view column, Json::Value value, NestedValues& nested) {
    const auto cell = json_cell(value);
    if (!cell) return nested.add(value);
    const std::size_t at = attribute_column(table, column, value.place());
    if (!cell->empty()) table.set(at, *cell, value.place());
}

std::string json_shape(Json::Value root) {
    std::string names;
    const auto object = root.is(JsonKind::object) ? std::optional(root) : root.first();
    if (!object || !object->is(JsonKind::object)) return "a list or a single value";
    std::size_t count = 0;
    for (const Json::Value member : *object) {
        constexpr std::size_t most = 6;
        if (++count <= most) names += (names.empty() ? "" : ", ") + shown(member.key());
    }
    return fmt::format("{} with {}", root.is(JsonKind::object) ? "an object" : "a list of objects",
                       names.empty() ? "nothing in it" : names);
}

}  // namespace entente::io
