// What an earlier run left in the folder of outputs and the next one does not write again.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "study/outputs.hpp"

namespace entente::study {

// Of the files that the folder's manifest.json says an earlier `entente analyze` wrote, those not among
// `files`, relative to the folder. None where the manifest is not entente's; and never what lies outside the
// folder (by "..", from the root or through a link) or is no regular file.
std::vector<std::string> stale_outputs(const std::string& folder, std::span<const OutputFile> files);

// Removes them but for what is one of `inputs`, and the folders below the folder that are empty then. Throws
// Error(Fault::file).
void remove_outputs(const std::string& folder, std::span<const std::string> stale,
                    std::span<const std::string> inputs);

}  // namespace entente::study
