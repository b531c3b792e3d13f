// The page's own style and script, put into the program by the build from src/report/page/.
#pragma once

#include <string_view>

#include "report/page/content_policy.hpp"

namespace entente::report {

extern const std::string_view page_style;
extern const std::string_view page_script;
extern const Digest page_style_digest;
extern const Digest page_script_digest;

}  // namespace entente::report
