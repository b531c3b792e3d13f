// A diagnostic of a place in a file of any format.
#pragma once

#include <string>
#include <utility>

#include "base/error.hpp"
#include "io/formats/raw_network.hpp"

namespace entente::io {

inline Diagnostic diagnostic_at(const std::string& file, CellPlace place, Severity severity,
                                std::string message) {
    Diagnostic diagnostic;
    diagnostic.spot = {file, place.line, place.column};
    diagnostic.severity = severity;
    diagnostic.message = std::move(message);
    return diagnostic;
}

// Of the file as a whole.
inline Diagnostic error_of(const std::string& file, std::string message) {
    return diagnostic_at(file, {}, Severity::error, std::move(message));
}

}  // namespace entente::io
