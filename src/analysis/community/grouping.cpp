#include "analysis/community/grouping.hpp"

#include <map>

#include "base/error.hpp"
#include "base/named.hpp"
#include "base/text.hpp"

namespace entente {

Grouping grouping_of(std::string name, std::span<const std::string_view> words, bool from_ties) {
    Grouping result;
    result.name = std::move(name);
    result.from_ties = from_ties;
    std::map<std::string_view, std::uint32_t> number;
    for (const std::string_view word : words) {
        if (word.empty()) {
            result.group.push_back(Grouping::none);
            continue;
        }
        const auto [at, fresh] = number.try_emplace(word, static_cast<std::uint32_t>(result.groups.size()));
        if (fresh) result.groups.emplace_back(word);
        result.group.push_back(at->second);
    }
    return result;
}

Grouping grouping_by_column(const Network& network, std::span<const ActorId> actors,
                            std::string_view column) {
    const TextColumn* cells = nullptr;
    std::string name = "kind";
    std::vector<std::string_view> names{"kind"};
    if (lower(column) == "kind") cells = &network.actors.kind;
    for (const AttributeColumn& attribute : network.actors.attributes) {
        names.push_back(attribute.name);
        if (cells != nullptr || lower(attribute.name) != lower(column)) continue;
        cells = &attribute.cells;
        name = attribute.name;
    }
    if (cells == nullptr) throw Error(Fault::usage, unknown_name("column of the actors", column, names));
    std::vector<std::string_view> words;
    for (const ActorId actor : actors) words.push_back((*cells)[index(actor)]);
    return grouping_of(std::move(name), words, false);
}

Grouping grouping_by_community(const Partition& partition) {
    std::vector<std::string> numbers;
    for (const std::uint32_t c : partition.community) numbers.push_back(std::to_string(c));
    const std::vector<std::string_view> words(numbers.begin(), numbers.end());
    return grouping_of("community", words, true);
}

}  // namespace entente
