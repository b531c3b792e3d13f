// The JSON of a Kumu project.
#pragma once

#include <string>
#include <string_view>

#include "io/formats/raw_network.hpp"

namespace entente::io {

// `elements` and `connections`, each with its attributes. The label of an element is attributes.label, its
// kind "element type"; of a connection "connection type" is the relation; mutual connections have no
// direction.
RawFile read_kumu(std::string_view text, const std::string& file);

}  // namespace entente::io
