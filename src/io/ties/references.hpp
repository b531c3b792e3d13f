// What rows of ties refer to: relations, whose defaults they take, and sources. Names that the vocabulary
// does not have are reported once.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "io/diagnostics.hpp"
#include "io/ties/row_parser.hpp"
#include "model/cited_sources.hpp"
#include "model/network.hpp"

namespace entente::io {

class References {
public:
    using Place =
        std::function<std::pair<Spot, std::string>()>;  // a spot and its line, asked for if reported

    // The relations and sources of the network must all be there.
    References(const Network& network, Diagnostics& diagnostics)
        : network_(network), diagnostics_(diagnostics) {}

    // The relation of that name, or nullptr.
    template <class Where>
    const Relation* relation(std::string_view name, const Where& place) {
        // Rows of one relation follow each other.
        if (last_name_.empty() || name != last_name_) look_up(name, place);
        return last_;
    }

    // Looks for each of the sources that the cell names.
    void look_for_sources(std::string_view cell, const Place& place);

private:
    void look_up(std::string_view name, const Place& place);

    const Network& network_;
    Diagnostics& diagnostics_;
    std::map<std::string, const Relation*, std::less<>> relations_;  // already looked for
    std::optional<CitedSources> cited_;
    std::unordered_set<std::string> citations_;  // already looked for
    std::string last_name_;
    const Relation* last_ = nullptr;
};

// What a row leaves open becomes as its relation says. False where the relation is allied and the weight
// negative.
bool take_from(const Relation& relation, TieValues& values);

}  // namespace entente::io
