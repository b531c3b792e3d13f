#include "model/cited_sources.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace entente {

CitedSources::CitedSources(const Network& network) : network_(network) {
    for (const CitedSource& source : network.sources) ids_.insert(source.id);
}

std::vector<std::string_view> CitedSources::of(std::string_view citation) const {
    if (const auto whole = ids_.find(trimmed(citation)); whole != ids_.end()) return {*whole};
    std::vector<std::string_view> sources;
    for (const std::string_view part : split(citation, ';')) {
        const std::string_view source = source_of(trimmed(part));
        if (!source.empty() && std::ranges::find(sources, source) == sources.end()) sources.push_back(source);
    }
    return sources;
}

std::string_view CitedSources::source_of(std::string_view part) const {
    if (ids_.empty()) return part;
    for (std::size_t end = part.size(); end != 0 && end != std::string_view::npos;
         end = part.find_last_of(" \t,:", end - 1)) {
        if (const auto id = ids_.find(part.substr(0, end)); id != ids_.end()) return *id;
    }
    return part;
}

}  // namespace entente
