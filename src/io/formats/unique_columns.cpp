#include "io/formats/unique_columns.hpp"

#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

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

}  // namespace entente::io
