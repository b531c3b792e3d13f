// entente.toml: the title of a dataset and the options it wants by default. A small part of TOML: strings,
// numbers, booleans, lists of strings, comments, the tables [defaults] and [columns].
#pragma once

#include <map>
#include <string>

#include "base/control.hpp"
#include "io/diagnostics.hpp"
#include "model/network.hpp"

namespace entente::io {

// What is already set (by an earlier dataset) stays. Gives back what the file says of its dataset's columns:
// our name -> the header.
std::map<std::string, std::string> read_settings(const std::string& path, DatasetInfo& info,
                                                 const Control& control, Diagnostics& diagnostics);

}  // namespace entente::io
