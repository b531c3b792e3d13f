// manifest.json: from what, with what and when the outputs were made. Alone among the outputs it may differ
// from run to run.
#pragma once

#include <string>
#include <vector>

#include "report/format/json_value.hpp"

namespace entente::report {

struct ManifestInput {
    std::string path;
    std::uint64_t bytes = 0;
    std::string sha256;  // hexadecimal; "" where it was not taken
};

struct ManifestOutput {
    std::string file;
    std::string what;  // in a few words
    std::uint64_t bytes = 0;
};

struct Manifest {
    std::string command;  // as it was typed
    std::string started;  // 2024-05-01T12:00:00Z
    double seconds = 0;
    unsigned threads = 1;
    std::vector<ManifestInput> inputs;
    std::vector<ManifestOutput> outputs;
    Value settings;
    Value limits;                       // sizes beyond which less is done
    Value layout;                       // the contest of the layouts
    std::vector<std::string> left_out;  // what was not computed, and why
    std::vector<std::string> remarks;   // what the reader said of the data
};

Value manifest_value(const Manifest& manifest);

// SHA-256 in hexadecimal.
std::string digest_of(std::string_view bytes);

}  // namespace entente::report
