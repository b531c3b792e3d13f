// Where the parts of a dataset stand.
#pragma once

#include <filesystem>
#include <string>

namespace entente::io {

// The files of one dataset; "" for those it does not have.
struct DatasetFiles {
    std::string name;
    std::string actors, ties, relations, sources, settings;
    bool one_file = false;  // not a folder: `ties` may be of any format
};

// Of a folder, a file or "-". Throws Error(Fault::file) for a folder without ties.csv.
DatasetFiles locate(const std::string& named);

// What a dataset is called: its folder, or its file without the extension.
std::string dataset_name(const std::filesystem::path& path, bool folder);

}  // namespace entente::io
