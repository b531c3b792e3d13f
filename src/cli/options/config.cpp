#include "cli/options/config.hpp"

#include <fmt/format.h>

#include "cli/options/data_options.hpp"
#include "cli/options/option_value.hpp"
#include "io/network_reader.hpp"
#include "io/settings_file.hpp"

namespace entente::cli {

void apply_config(Context& context, const Startup& startup, Options& options) {
    if (!startup.config.empty()) {
        context.inputs.push_back(startup.config);
        DatasetInfo info;
        io::Diagnostics diagnostics;
        io::read_settings(startup.config, info, context.control, diagnostics);
        diagnostics.settle();
        apply_defaults(options, info.defaults, startup.config);
    }
    const DatasetInfo info = io::read_info(data_words(options), context.control);
    apply_defaults(options, info.defaults, fmt::format("the defaults of {}", info.name));
}

}  // namespace entente::cli
