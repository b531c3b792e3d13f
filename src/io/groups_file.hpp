// A division of actors from a file: a column of ids and one of groups, such as communities.csv.
#pragma once

#include <map>
#include <string>

#include "base/control.hpp"

namespace entente::io {

// id -> group. The ids are in a column called id, the groups in one called community, group or faction, or in
// the only other column. Throws Error with every diagnostic (Fault::data), or Fault::file for what cannot be
// opened.
std::map<std::string, std::string> read_groups(const std::string& path, const Control& control);

}  // namespace entente::io
