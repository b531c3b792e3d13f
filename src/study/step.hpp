// Names the work that begins, for whoever shows progress: handed in by the caller.
#pragma once

#include <functional>
#include <string>

namespace entente::study {

using Step = std::function<void(std::string what)>;

}  // namespace entente::study
