// Formats that number their actors: which number is which actor, and which names serve as ids.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "io/formats/input/place_counter.hpp"

namespace entente::io {

// Whether every name is there and none is there twice.
bool all_different(const std::vector<std::string>& names);

// Words that a file declares, for edges that refer to them.
class DeclaredIds {
public:
    // False if the word is there already.
    bool add(std::string_view word, std::uint32_t actor) { return actors_.emplace(word, actor).second; }
    std::optional<std::uint32_t> find(std::string_view word) const;
    std::size_t size() const { return actors_.size(); }

    // "; did you mean '12'?" or "" where nothing is near.
    std::string suggestion(std::string_view word) const;

private:
    std::unordered_map<std::string, std::uint32_t> actors_;
};

// Graphviz', Cytoscape's and d3's columns for looks, which are no attributes of an actor or a tie: collected
// while a file is read, then named in one warning.
class LeftOutLooks {
public:
    void add(std::string_view name, CellPlace place);
    // What was left out, said once at the place where the first stood.
    void tell(Problems& problems) const;

private:
    std::vector<std::string> names_;
    CellPlace first_;
};

// The column of an attribute. Throws Error(Fault::data) with the place where the table would have more
// columns than a sheet of Excel, 16,384.
std::size_t attribute_column(RawTable& table, std::string_view name, CellPlace place);

}  // namespace entente::io
