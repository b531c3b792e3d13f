#include "cli/options/config.hpp"

#include <fmt/format.h>

#include "cli/options/option_value.hpp"
#include "io/settings_file.hpp"

namespace entente::cli {

void apply_config(Context& context) {
    if (context.config.empty()) return;
    context.inputs.push_back(context.config);
    DatasetInfo info;
    io::Diagnostics diagnostics;
    io::read_settings(context.config, info, context.control, diagnostics);
    diagnostics.settle();
    apply_defaults(*context.options, info.defaults, context.config);
}

void apply_dataset_defaults(Context& context, const DatasetInfo& info) {
    apply_defaults(*context.options, info.defaults, fmt::format("the defaults of {}", info.name));
}

}  // namespace entente::cli
