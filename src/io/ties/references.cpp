#include "io/ties/references.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/text.hpp"

namespace entente::io {

bool take_from(const Relation& relation, TieValues& values) {
    if (values.directed == Directedness::unsaid) values.directed = relation.directed;
    if (!values.strength) values.strength = relation.strength;
    if (values.sign || relation.sign == Sign::none) return true;
    values.sign = relation.sign;
    const bool negative = values.strength && *values.strength < 0;
    if (negative) values.strength = std::abs(*values.strength);
    return !(negative && relation.sign == Sign::positive);
}

void References::look_up(std::string_view name, const Place& place) {
    last_name_ = name;
    const auto [known, fresh] = relations_.try_emplace(last_name_, nullptr);
    if (fresh) known->second = network_.find_relation(name);
    last_ = known->second;
    if (!fresh || last_ != nullptr || !diagnostics_.admit("relations that relations.csv does not have"))
        return;
    std::vector<std::string_view> names;
    for (const Relation& other : network_.relations) names.push_back(other.name);
    const auto meant = nearest(name, names);
    auto [spot, excerpt] = place();
    diagnostics_.tell(
        Severity::warning, std::move(spot),
        fmt::format("relations.csv has no {}{}", quoted(name),
                    meant ? fmt::format("; did you mean {}?", quoted(*meant)) : "; add it there"),
        std::move(excerpt));
}

void References::look_for_sources(std::string_view cell, const Place& place) {
    constexpr std::size_t most = 10'000;
    if (cell.empty() || citations_.size() >= most || !citations_.insert(std::string(cell)).second ||
        network_.find_source(cell) != nullptr)
        return;
    if (!cited_) cited_.emplace(network_);
    for (const std::string_view part : cited_->of(cell)) {
        if (part.empty() || network_.find_source(part) != nullptr ||
            !diagnostics_.admit("citations that the sources do not have"))
            continue;
        std::vector<std::string_view> ids;
        for (const CitedSource& source : network_.sources) ids.push_back(source.id);
        const auto meant = nearest(part, ids);
        auto [spot, excerpt] = place();
        diagnostics_.tell(Severity::warning, std::move(spot),
                          fmt::format("the sources have no {}{}", quoted(part),
                                      meant ? fmt::format("; did you mean {}?", quoted(*meant))
                                            : "; add it to sources.csv"),
                          std::move(excerpt));
    }
}

}  // namespace entente::io
