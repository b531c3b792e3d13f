// How anything goes wrong: one Error type, whose Fault is the exit status of the program.
#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace entente {

// The exit status of the program (INTERFACE §4).
enum class Fault { data = 1, usage = 2, file = 3, internal = 4, interrupted = 130 };

enum class Severity { error, warning, note };

constexpr const char* to_string(Severity severity) {
    switch (severity) {
        case Severity::warning:
            return "warning";
        case Severity::note:
            return "note";
        case Severity::error:
            break;
    }
    return "error";
}

// A place in a text file. Lines and columns count from 1, columns in Unicode characters; 0 means the file as
// a whole.
struct Spot {
    std::string file;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
};

// One thing to say about the data: what is wrong at the spot, with the value, and what to do about it.
struct Diagnostic {
    Spot spot;
    Severity severity = Severity::error;
    std::string message;
    std::string excerpt = "";      // the line of the file, shown under the message with a caret; empty: none
    bool of_consequence = false;   // it changes what the numbers mean: reported by every command
    std::uint64_t stands_for = 1;  // complaints: more where those beyond a bound are only counted
};

// FILE:LINE:COLUMN: error|warning|note: message, and the excerpt with a caret below it.
std::string to_string(const Diagnostic& diagnostic);

// How many complaints of this severity they are, those only counted among them.
std::uint64_t complaint_count(std::span<const Diagnostic> diagnostics, Severity severity);

// What ends a run. `diagnostics` is filled for Fault::data only and holds every problem of the run.
class Error : public std::runtime_error {
public:
    Error(Fault fault, const std::string& message) : std::runtime_error(message), fault_(fault) {}
    explicit Error(std::vector<Diagnostic> diagnostics);

    Fault fault() const noexcept { return fault_; }
    const std::vector<Diagnostic>& diagnostics() const noexcept { return diagnostics_; }

private:
    Fault fault_;
    std::vector<Diagnostic> diagnostics_;
};

}  // namespace entente
