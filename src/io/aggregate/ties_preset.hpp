#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "io/presets/preset.hpp"

namespace entente::io {

// A ties file as a preset, by the same header aliases as everywhere (`chosen`: --columns); nothing where the
// header has no two ends.
std::optional<Preset> ties_preset(const std::vector<std::string>& header,
                                  const std::map<std::string, std::string>& chosen);

}  // namespace entente::io
