#include "cli/options/config.hpp"

#include <fmt/format.h>

#include "cli/options/data_options.hpp"
#include "cli/options/option_value.hpp"
#include "io/network_reader.hpp"
#include "io/settings_file.hpp"

namespace entente::cli {

void apply_config(Context& context, Options& options) {
    if (!context.config.empty()) {
        context.inputs.push_back(context.config);
        DatasetInfo info;
        io::Diagnostics diagnostics;
        io::read_settings(context.config, info, context.control, diagnostics);
        diagnostics.settle();
        apply_defaults(options, info.defaults, context.config);
    }
    const DatasetInfo info = io::read_info(data_words(options), context.control);
    apply_defaults(options, info.defaults, fmt::format("the defaults of {}", info.name));
}

}  // namespace entente::cli
