#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"

namespace entente::io {

// An error with one diagnostic: for what makes the rest of a file meaningless.
inline Error data_error(Spot spot, std::string message) {
    std::vector<Diagnostic> diagnostics(1);
    diagnostics.front().spot = std::move(spot);
    diagnostics.front().message = std::move(message);
    return Error(std::move(diagnostics));
}

}  // namespace entente::io
