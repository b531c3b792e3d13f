// The files packed in a zip archive, unpacked piece by piece, with a limit for those that only exist to fill
// the memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

struct zip;
struct zip_file;

namespace entente::io {

inline constexpr std::uint64_t largest_entry = std::uint64_t{1} << 30U;  // bytes unpacked
inline constexpr std::uint64_t largest_ratio = 200;  // of unpacked to packed, beyond the first MiB

// One packed file.
class ZipEntry {
public:
    // The next bytes, 0 at the end and where the entry is damaged or too large.
    std::size_t read(char* out, std::size_t size);
    // What is wrong with it, "" while nothing is.
    const std::string& problem() const { return problem_; }

private:
    friend class ZipArchive;
    struct Close {
        void operator()(zip_file* file) const;
    };
    ZipEntry(zip_file* file, std::string name, std::uint64_t packed)
        : file_(file), name_(std::move(name)), packed_(packed) {}

    std::unique_ptr<zip_file, Close> file_;
    std::string name_, problem_;
    std::uint64_t packed_ = 0, unpacked_ = 0;
};

class ZipArchive {
public:
    explicit ZipArchive(std::string bytes);
    // Why this is no archive, "" if it is one.
    const std::string& problem() const { return problem_; }

    const std::string& bytes() const { return bytes_; }
    bool holds(const std::string& name) const;
    // An entry that is not there has a problem.
    ZipEntry open(const std::string& name) const;

private:
    struct Discard {
        void operator()(zip* archive) const;
    };
    std::string bytes_;  // the archive reads from them
    std::unique_ptr<zip, Discard> archive_;
    std::string problem_;
};

struct PackedFile {
    std::string name, text;
};

// The bytes of an archive of these files, in order; the same for the same files, so no time of day in it.
std::string packed(const std::vector<PackedFile>& files);

}  // namespace entente::io
