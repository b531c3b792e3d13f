// What `entente draw` is told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/over_data.hpp"

namespace entente::cli {

struct DrawSettings {
    DataOptions data;
    SelectionOptions selection;
    std::string layout = "auto", size, color, theme, font;
    std::optional<double> width;
    std::optional<std::string> ego;
    std::vector<std::string> highlight, path;
    std::optional<std::uint64_t> label_top;
    std::string medium, annotations, collapse;
    std::optional<std::uint64_t> core;
    bool tie_labels = false, hide_labels = false, describe = false, verbose = false;
};

// The options of draw that other commands do not have.
void draw_options(Options& options, DrawSettings& settings);

}  // namespace entente::cli
