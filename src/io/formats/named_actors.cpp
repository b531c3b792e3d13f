#include "io/formats/named_actors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/diagnostic_at.hpp"
#include "io/formats/unique_columns.hpp"

namespace entente::io {

bool all_different(const std::vector<std::string>& names) {
    std::unordered_set<std::string_view> seen;
    return std::ranges::all_of(
        names, [&](const std::string& name) { return !trimmed(name).empty() && seen.insert(name).second; });
}

std::optional<std::uint32_t> DeclaredIds::find(std::string_view word) const {
    const auto at = actors_.find(std::string(word));
    return at == actors_.end() ? std::nullopt : std::optional(at->second);
}

std::string DeclaredIds::suggestion(std::string_view word) const {
    constexpr std::size_t most_compared = 20'000;
    if (actors_.size() > most_compared) return "";
    // In the order of the file, so that the answer does not depend on the hash.
    std::vector<std::string_view> words(actors_.size());
    for (const auto& [known, actor] : actors_) {
        if (actor < words.size()) words[actor] = known;
    }
    const auto meant = nearest(word, words);
    return meant ? fmt::format("; did you mean {}?", quoted(*meant)) : "";
}

void LeftOutLooks::add(std::string_view name, CellPlace place) {
    constexpr std::size_t most = 200;
    if (names_.empty()) first_ = place;
    if (names_.size() < most && std::ranges::find(names_, name) == names_.end()) names_.emplace_back(name);
}

void LeftOutLooks::tell(Problems& problems) const {
    if (names_.empty()) return;
    constexpr std::size_t most_named = 8;
    std::string names;
    for (std::size_t i = 0; i < std::min(names_.size(), most_named); ++i)
        names += (i == 0 ? "" : ", ") + shown(names_[i]);
    if (names_.size() > most_named) names += fmt::format(" and {} more", names_.size() - most_named);
    problems.note(first_, fmt::format("positions, colors and styles are left out ({})", names));
}

std::size_t attribute_column(RawTable& table, std::string_view name, CellPlace place) {
    if (table.header().size() < UniqueColumns::most) return table.column(name, place);
    if (const auto known = table.find_column(name)) return *known;
    throw Error(std::vector{
        diagnostic_at(table.file, place, Severity::error,
                      fmt::format("more than {} attributes; no table holds as many", UniqueColumns::most))});
}

}  // namespace entente::io
