// The page's own style and script, put into the program by the build from src/report/page/.
#pragma once

#include <string_view>

namespace entente::report {

extern const std::string_view page_style;
extern const std::string_view page_script;

}  // namespace entente::report
