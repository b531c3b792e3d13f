#include "cli/options/config.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "base/prose.hpp"
#include "cli/options/data_options.hpp"
#include "cli/options/option_value.hpp"
#include "cli/terminal/messages.hpp"
#include "io/network_reader.hpp"
#include "io/settings_file.hpp"

namespace entente::cli {

namespace {

// A dataset's own words say nothing about the options of a run.
void tell_what_is_left_out(Context& context, const std::string& file, const DatasetInfo& info, bool columns) {
    std::vector<std::string> left_out;
    const auto add = [&](bool given, const char* name) {
        if (given) left_out.emplace_back(name);
    };
    add(!info.title.empty(), "title");
    add(!info.subtitle.empty(), "subtitle");
    add(!info.source_line.empty(), "source");
    add(!info.date.empty(), "date");
    add(columns, "[columns]");
    if (left_out.empty()) return;
    note(context, fmt::format("{}: {} left out; of --config only [defaults] is taken, the rest belongs into "
                              "the entente.toml of the data",
                              file, listed(left_out)));
}

}  // namespace

void apply_config(Context& context, const Startup& startup, Options& options) {
    if (!startup.config.empty()) {
        context.inputs.push_back(startup.config);
        DatasetInfo info;
        io::Diagnostics diagnostics;
        const bool columns = !io::read_settings(startup.config, info, context.control, diagnostics).empty();
        diagnostics.settle();
        tell_what_is_left_out(context, startup.config, info, columns);
        apply_defaults(options, info.defaults, startup.config);
    }
    const DatasetInfo info = io::read_info(data_words(options), context.control);
    apply_defaults(options, info.defaults, fmt::format("the defaults of {}", info.name));
}

}  // namespace entente::cli
