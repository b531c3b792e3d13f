// What an earlier run left in the folder of outputs and the next one does not write again.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace entente::study {

// The files that the folder's manifest.json says an earlier `entente analyze` wrote, relative to the folder.
// None where there is no manifest of entente's.
std::vector<std::string> outputs_of_analyze(const std::string& folder);

// What an earlier `entente timeline` may have written, where the folder's timeline.json is one of its own.
std::vector<std::string> outputs_of_timeline(const std::string& folder);

// Of the outputs of an earlier run those that are not written again; never what lies outside the folder (by
// "..", from the root or through a link) or is no regular file.
std::vector<std::string> stale_outputs(const std::string& folder, std::span<const std::string> earlier,
                                       std::span<const std::string> written);

// Removes them but for what is one of `inputs`, and the folders below the folder that are empty then. Throws
// Error(Fault::file).
void remove_outputs(const std::string& folder, std::span<const std::string> stale,
                    std::span<const std::string> inputs);

}  // namespace entente::study
