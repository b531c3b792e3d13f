// A result of several files.
#pragma once

#include <string>
#include <vector>

#include "base/file.hpp"
#include "cli/options/command.hpp"

namespace entente::cli {

// Whether -o names a folder rather than one file or standard output: its ending is none of a file's.
bool names_folder(const std::string& output);

// Whether it names an SVG.
bool names_figure(const std::string& output);

// The files, whose paths are relative to the folder of -o, all or none; what is not written again of
// `earlier`, the outputs of an earlier run there, goes. Throws Error(Fault::usage) where one is read,
// Error(Fault::file).
void deliver_folder(const Context& context, const std::vector<FileText>& files,
                    const std::vector<std::string>& earlier = {});

}  // namespace entente::cli
