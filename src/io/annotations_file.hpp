// What an editor writes beside actors and ties of a figure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/control.hpp"
#include "model/network.hpp"

namespace entente::io {

struct Annotation {
    ActorId actor{};
    std::optional<ActorId> other;  // of a tie: its other end
    std::string text;
};

// From a CSV file with a column text (or note) and either actor (or id) or source and target; a row names an
// actor or a tie, by ids or labels. Throws Error with every diagnostic (Fault::data), or Fault::file for what
// cannot be opened.
std::vector<Annotation> read_annotations(const std::string& path, const Network& network,
                                         const Control& control);

}  // namespace entente::io
