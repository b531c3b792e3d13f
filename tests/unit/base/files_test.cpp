#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "base/error.hpp"
#include "base/file.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path = fs::temp_directory_path() / ("entente-files-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }
    std::string operator/(const char* name) const { return (path / name).string(); }
    std::size_t count() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(path), fs::directory_iterator()));
    }
};

}  // namespace

TEST_CASE("several files appear together, or none of them and nothing half written") {
    const Folder folder;
    write_files({{folder / "a", "one"}, {folder / "b", "two"}});
    CHECK(read_file(folder / "a") == "one");
    CHECK(read_file(folder / "b") == "two");
    fs::create_directory(folder.path / "taken");
    CHECK_THROWS_AS(write_files({{folder / "a", "new"}, {folder / "taken", "x"}}), Error);
    CHECK(read_file(folder / "a") == "one");
    CHECK(folder.count() == 3);
}

TEST_CASE("a file that cannot be written leaves the old one and no trace") {
    const Folder folder;
    write_file(folder / "a", "old");
    CHECK_THROWS_AS(write_file((folder.path / "nowhere" / "a").string(), "x"), Error);
    CHECK(read_file(folder / "a") == "old");
    CHECK(folder.count() == 1);
}
