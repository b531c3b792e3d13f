// What the ties rest on: the sources that a row's citation names.
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/network.hpp"

namespace entente {

// The sources of a row are the parts of its citation between semicolons, each once and without the blanks
// around it. Where the network lists its sources, a part is the one whose id it is, or whose id it begins
// with before a blank, comma or colon ("id, p. 3": the longest such id); a whole citation may be an id too.
// Keeps a reference to the network; the views live as long as it does.
class CitedSources {
public:
    explicit CitedSources(const Network& network);

    std::vector<std::string_view> of(TieId row) const { return of(network_.ties.citation[index(row)]); }
    std::vector<std::string_view> of(std::string_view citation) const;

private:
    std::string_view source_of(std::string_view part) const;

    const Network& network_;
    std::unordered_set<std::string_view> ids_;
};

}  // namespace entente
