// A layout as the numbers that a process of its own sends back.
#pragma once

#include <string>

#include "render/layout/engines/process_pool.hpp"
#include "render/layout/layout.hpp"

namespace entente::render {

Numbers encoded(const Layout& layout);

// The inverse, for the picture that was laid out. Throws std::out_of_range when numbers are missing.
Layout decoded(const Numbers& numbers, const Picture& picture, const std::string& name);

}  // namespace entente::render
