// Pajek's networks (.net), matrices (.mat) and projects (.paj): Batagelj & Mrvar, reference manual of Pajek.
#pragma once

#include <string>
#include <string_view>

#include "io/formats/raw_network.hpp"

namespace entente::io {

// Networks with *Vertices (also two-mode), *Arcs, *Edges, *Arcslist, *Edgeslist and *Matrix, each with :k
// "name" for relations, times [1914-1918], and of a project the partitions and vectors, which become columns
// of the actors of the network before them; the first partition is their kind. An actor's id is its label
// where all labels differ, else its number.
RawFile read_pajek(std::string_view text, const std::string& file);

}  // namespace entente::io
