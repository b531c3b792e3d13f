#include "io/formats/unique_columns.hpp"

#include <algorithm>

#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

std::optional<std::size_t> column_named(const RawTable& table, std::string_view name) {
    const auto& header = table.header();
    const auto at = std::find(header.begin(), header.end(), name);
    if (at == header.end()) return std::nullopt;
    return static_cast<std::size_t>(at - header.begin());
}

std::size_t UniqueColumns::own(std::string_view name, CellPlace place) {
    taken_.insert(normalized(name));
    return table_.column(name, place);
}

std::optional<std::size_t> UniqueColumns::of(std::string_view attribute, CellPlace place) {
    if (const auto known = attributes_.find(attribute); known != attributes_.end()) return known->second;
    if (table_.header().size() >= most) return std::nullopt;
    std::string name(attribute.empty() ? "attribute" : attribute);
    for (int n = 2; !taken_.insert(normalized(name)).second; ++n)
        name = std::string(attribute) + "_" + std::to_string(n);
    const std::size_t column = table_.column(name, place);
    attributes_.emplace(attribute, column);
    return column;
}

void make_names_unique(RawTable& table) {
    std::set<std::string> taken;
    const auto own = column_names();
    const auto is_own = [&](const std::string& name) { return std::ranges::find(own, name) != own.end(); };
    for (const std::string& name : table.header()) {
        if (is_own(name)) taken.insert(name);
    }
    for (std::size_t i = 0; i < table.header().size(); ++i) {
        const std::string before = table.header()[i];
        if (is_own(before)) continue;
        std::string name = normalized(before).empty() ? "attribute" : before;
        for (int n = 2; !taken.insert(normalized(name)).second; ++n)
            name = (normalized(before).empty() ? "attribute" : before) + "_" + std::to_string(n);
        if (name != before) table.rename(i, name);
    }
}

}  // namespace entente::io
