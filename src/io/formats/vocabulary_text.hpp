// What entente writes into files of other programs so that it reads back everything: the columns in their
// order, which key of the format stands for which, relations and sources. A JSON object, or its text where
// the format knows no objects; the attribute of the graph that holds it is called `entente`.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/formats/json/json.hpp"
#include "io/formats/raw_network.hpp"

namespace entente::io {

// A column and how a file calls it.
struct ColumnKey {
    std::string key, column;
};

// What a file says of itself. Where it is known, ties say their own direction and their own label, so that
// what the format says of the whole graph is for other programs only.
struct Vocabulary {
    bool known = false;
    std::vector<ColumnKey> actors, ties;

    // Gives the columns, filled under the keys of the file, their names.
    void rename(RawNetwork& network) const;
};

// Adds the columns, under their keys and in order, to the tables of actors and ties, fills those of
// relations and sources, and marks the network as entente's own. What is no vocabulary of entente's is
// reported at the place of the value.
Vocabulary read_vocabulary(std::string_view text, CellPlace place, RawNetwork& network, Problems& problems);
Vocabulary read_vocabulary(Json::Value value, RawNetwork& network, Problems& problems);

}  // namespace entente::io
