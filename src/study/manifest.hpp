// manifest.json of an analysis: what it was made of, with what settings and limits, and what was written.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "study/outputs.hpp"

namespace entente::study {

// What of a run is no part of its findings.
struct RunRecord {
    std::string command;  // as it was typed
    unsigned threads = 1;
    std::chrono::system_clock::time_point started;  // it ends now
};

// The file, beside `files`.
OutputFile manifest_of(const AnalysisOptions& options, const Analysis& analysis,
                       const std::vector<OutputFile>& files, const RunRecord& run);

}  // namespace entente::study
