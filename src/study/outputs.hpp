// The files that `entente analyze` writes, and what it says about them.
#pragma once

#include <string>
#include <vector>

#include "study/analysis.hpp"

namespace entente::study {

struct OutputFile {
    std::string name, what, text;
};

// All but the manifest, in a fixed order. `command` is the command line that makes the report again. Throws
// Error(Fault::interrupted).
std::vector<OutputFile> outputs_of(const AnalysisOptions& options, const Analysis& analysis,
                                   const std::string& command, const Control& control);

// {"measures": …, "everything": …}: the settings of the measures and communities, and of the rest.
report::Value analysis_settings(const AnalysisOptions& options, const Analysis& analysis);

// What was found, in a few sentences.
std::string findings_text(const Analysis& analysis);

}  // namespace entente::study
