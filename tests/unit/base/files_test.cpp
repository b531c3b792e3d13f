#include <sys/wait.h>
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

TEST_CASE("a link to nothing is no place for an output; a link to a file is written through") {
    const Folder folder;
    fs::create_symlink("nothing", folder.path / "link");
    try {
        write_file(folder / "link", "x");
        FAIL("written");
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::file);
    }
    CHECK(fs::is_symlink(folder.path / "link"));
    CHECK(folder.count() == 1);
    write_file(folder / "nothing", "old");
    write_file(folder / "link", "new");
    CHECK(read_file(folder / "nothing") == "new");
    CHECK(fs::is_symlink(folder.path / "link"));
}

TEST_CASE("a folder whose files cannot all be written is not there afterwards, unless it was before") {
    const Folder folder;
    CHECK_THROWS_AS(write_folder(folder / "new/deep", {{"a", "x"}, {"a/b", "x"}}), Error);
    CHECK(folder.count() == 0);
    fs::create_directory(folder.path / "old");
    CHECK_THROWS_AS(write_folder(folder / "old/deep/", {{"a", "x"}, {"a/b", "x"}}), Error);
    CHECK(fs::is_empty(folder.path / "old"));
    write_folder(folder / "new/deep", {{"a", "x"}});
    CHECK(read_file(folder / "new/deep/a") == "x");
    write_folder(folder / "new/deep", {{"a", "z"}, {"in/b", "y"}});
    CHECK(read_file(folder / "new/deep/a") == "z");
    CHECK(read_file(folder / "new/deep/in/b") == "y");
}

TEST_CASE("what a killed process left goes; what another still writes stays") {
    const Folder folder;
    const pid_t ended = ::fork();
    if (ended == 0) ::_exit(0);
    ::waitpid(ended, nullptr, 0);
    const auto part = [&](pid_t process) {
        return "a." + std::to_string(process) + "-0123456789abcdef.part";
    };
    write_file(folder / part(ended).c_str(), "left");
    write_file(folder / part(::getppid()).c_str(), "being written");
    write_file(folder / "a.notes.part", "a file of somebody");
    write_file(folder / "a", "new");
    CHECK_FALSE(fs::exists(folder / part(ended).c_str()));
    CHECK(folder.count() == 3);
}
