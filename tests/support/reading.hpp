// Files for a test, and what reading them says.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "io/network_reader.hpp"

namespace entente::test {

// A folder of its own that goes with the object.
class Folder {
public:
    explicit Folder(const std::map<std::string, std::string>& files);
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();
    std::string path() const { return path_.string(); }
    std::string operator/(const std::string& file) const { return (path_ / file).string(); }

private:
    std::filesystem::path path_;
};

// Reads the files as one dataset: as a folder, or, where there is only one file, as a ties file. Throws as
// read_network does.
io::Reading read(const std::map<std::string, std::string>& files, io::ReadOptions options = {});
io::Reading read(const std::string& ties, io::ReadOptions options = {});

// The diagnostics of reading them, one a line as a user sees it, without the folder's path and the excerpts;
// "" if there are none.
std::string said(const std::map<std::string, std::string>& files, io::ReadOptions options = {});
std::string said(const std::string& ties, io::ReadOptions options = {});

// The ties as text, one a line: "a -> b friend + 2 directed 1904..1907 .5 [citation] note", without what was
// not said.
std::string ties_of(const Network& network);

}  // namespace entente::test
