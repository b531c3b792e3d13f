// Files appear whole or not at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

// Writes text to path: beside it under a temporary name, then renamed over it, so that a reader never sees
// half a file and a failure leaves what was there. A target that is not a regular file (/dev/stdout, a pipe)
// is written directly. Throws Error(Fault::file) with the system's reason.
void write_file(const std::string& path, std::string_view text);

struct FileText {
    std::string path, text;
};

// All of the files or none: each is written beside its place first, then all are renamed. Throws
// Error(Fault::file).
void write_files(const std::vector<FileText>& files);

// A file that is written bit by bit: beside its place, until it is whole and takes the place. A target that
// is not a regular file is written directly. Throws Error(Fault::file).
class GrowingFile {
public:
    explicit GrowingFile(const std::string& path);
    GrowingFile(const GrowingFile&) = delete;
    GrowingFile& operator=(const GrowingFile&) = delete;
    ~GrowingFile();  // what has not taken its place is removed

    void append(std::string_view text);
    void finish();      // all of it is written; nothing can be appended any more
    void take_place();  // after finish

private:
    void flush();
    std::string path_, target_, temporary_, buffer_;
    int file_ = -1;
};

// All bytes of the file. Throws Error(Fault::file).
std::string read_file(const std::string& path);

// All of the files, whose paths are relative to the folder, or none. The folder, its parents and the folders
// of the files are made where they are not there, and go again when a file cannot be written. Throws
// Error(Fault::file).
void write_folder(const std::string& folder, const std::vector<FileText>& files);

}  // namespace entente
