#pragma once

#include <string>

#include "model/network.hpp"

namespace entente {

// What stands above a figure, a chart or a report: the title of entente.toml, else the name of the dataset's
// folder in words ("florentine-families" becomes "Florentine families"). "" for files, whose names ("edges",
// "ties") say nothing to a reader, for standard input, and for several datasets.
std::string title_of(const Network& network);

}  // namespace entente
