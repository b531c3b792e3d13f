#include "base/file.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstring>
#include <deque>
#include <filesystem>
#include <new>
#include <optional>
#include <utility>

#include "base/error.hpp"

namespace entente {

namespace {

[[noreturn]] void fail(const char* what, const std::string& path, int code) {
    throw Error(Fault::file, fmt::format("cannot {} '{}': {}", what, path, std::strerror(code)));
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int get() const { return number_; }
    int close() {
        const int result = ::close(number_);
        number_ = -1;
        return result;
    }

private:
    int number_;
};

// To the disk, not only to the system: a power cut after the rename must not leave an empty file.
void write_all(Descriptor& out, std::string_view text, const std::string& path) {
    while (!text.empty()) {
        const ssize_t written = ::write(out.get(), text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("write", path, errno);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(out.get()) != 0 && errno != EINVAL && errno != EROFS) fail("write", path, errno);
    if (out.close() != 0) fail("write", path, errno);
}

// The part of a temporary name that nobody can foresee.
std::string random_part() {
    std::uint64_t number = 0;
    if (::getrandom(&number, sizeof number, GRND_NONBLOCK) != sizeof number)
        number = static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
    return fmt::format("{:016x}", number);
}

// The process that writes the temporary file `name` beside `target`, "network.svg.1234-9f….part".
std::optional<pid_t> writer_of(std::string_view name, std::string_view target) {
    if (!name.starts_with(target) || !name.ends_with(".part")) return std::nullopt;
    name = name.substr(target.size(), name.size() - target.size() - 5);
    pid_t process = 0;
    if (name.size() < 3 || name.front() != '.') return std::nullopt;
    const auto [end, code] = std::from_chars(name.data() + 1, name.data() + name.size(), process);
    const std::string_view rest(end, static_cast<std::size_t>(name.data() + name.size() - end));
    const bool ours = rest.size() == 17 && rest.front() == '-' &&
                      rest.find_first_not_of("0123456789abcdef", 1) == std::string_view::npos;
    return code == std::errc{} && process > 0 && ours ? std::optional(process) : std::nullopt;
}

// Removes what a process that was killed left beside the target. Not std::filesystem's iterator, which ends
// the program when there is no memory.
void remove_leftovers(const std::string& target) {
    const std::size_t slash = target.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : target.substr(0, slash + 1);
    const std::string_view name =
        slash == std::string::npos ? std::string_view(target) : std::string_view(target).substr(slash + 1);
    DIR* open = ::opendir(folder.c_str());
    if (open == nullptr) return;
    while (const dirent* entry = ::readdir(open)) {
        const auto writer = writer_of(entry->d_name, name);
        if (writer && ::kill(*writer, 0) != 0 && errno == ESRCH) ::unlinkat(::dirfd(open), entry->d_name, 0);
    }
    ::closedir(open);
}

// A new file beside the place that `path` is to have.
struct OpenBeside {
    int file = -1;
    std::string target, temporary;
};

OpenBeside open_beside(const std::string& path) {
    std::set_new_handler(nullptr);  // without memory what is half written is removed
    struct stat status {};
    const bool exists = ::stat(path.c_str(), &status) == 0;
    std::error_code ignored;
    if (!exists && std::filesystem::is_symlink(path, ignored))
        throw Error(Fault::file, fmt::format("cannot write '{}': it is a link to '{}', which is not there",
                                             path, std::filesystem::read_symlink(path, ignored).string()));
    // A link is written through: the file it points at is replaced, the link stays.
    OpenBeside beside{-1, exists ? std::filesystem::canonical(path, ignored).string() : path, ""};
    remove_leftovers(beside.target);
    beside.temporary = fmt::format("{}.{}-{}.part", beside.target, ::getpid(), random_part());
    beside.file =
        ::open(beside.temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (beside.file < 0) fail("write", path, errno);
    if (exists) (void)::fchmod(beside.file, status.st_mode & 07777);
    return beside;
}

// A file written beside its place; removed again unless it takes the place.
class Beside {
public:
    Beside(const std::string& path, std::string_view text) : path_(path) {
        OpenBeside beside = open_beside(path);
        target_ = std::move(beside.target), temporary_ = std::move(beside.temporary);
        try {
            Descriptor out(beside.file);
            write_all(out, text, path);
        } catch (...) {
            ::unlink(temporary_.c_str());
            throw;
        }
    }
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;
    ~Beside() {
        if (!temporary_.empty()) ::unlink(temporary_.c_str());
    }
    // Asks for no memory: once the first of several files has its place, no lack of it keeps the others away.
    void take_place() {
        if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail("write", path_, errno);
        temporary_.clear();
    }

private:
    std::string path_, target_, temporary_;
};

bool is_special(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

}  // namespace

void write_file(const std::string& path, std::string_view text) {
    if (!is_special(path)) return Beside(path, text).take_place();
    Descriptor out(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (out.get() < 0) fail("write", path, errno);
    write_all(out, text, path);
}

void write_files(const std::vector<FileText>& files) {
    std::deque<Beside> written;
    for (const FileText& file : files) {
        if (std::filesystem::is_directory(file.path)) fail("write", file.path, EISDIR);
        written.emplace_back(file.path, file.text);
    }
    for (Beside& file : written) file.take_place();
}

GrowingFile::GrowingFile(const std::string& path) : path_(path) {
    if (is_special(path)) {
        file_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        if (file_ < 0) fail("write", path, errno);
        return;
    }
    if (std::filesystem::is_directory(path)) fail("write", path, EISDIR);
    OpenBeside beside = open_beside(path);
    file_ = beside.file;
    target_ = std::move(beside.target), temporary_ = std::move(beside.temporary);
}

GrowingFile::~GrowingFile() {
    if (file_ >= 0) ::close(file_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void GrowingFile::append(std::string_view text) {
    constexpr std::size_t full = std::size_t{1} << 20U;
    buffer_ += text;
    if (buffer_.size() >= full) flush();
}

void GrowingFile::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const ssize_t written = ::write(file_, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("write", path_, errno);
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
}

void GrowingFile::finish() {
    flush();
    const int file = std::exchange(file_, -1);
    const bool kept = ::fsync(file) == 0 || errno == EINVAL || errno == EROFS;
    const int reason = errno;
    if (::close(file) != 0) fail("write", path_, errno);
    if (!kept) fail("write", path_, reason);
}

void GrowingFile::take_place() {
    if (temporary_.empty()) return;
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail("write", path_, errno);
    temporary_.clear();
}

std::string read_file(const std::string& path) {
    const Descriptor in(path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (in.get() < 0) fail("read", path, errno);
    std::string text;
    struct stat status {};
    if (::fstat(in.get(), &status) == 0 && S_ISREG(status.st_mode))
        text.reserve(static_cast<std::size_t>(status.st_size) + 1);
    for (;;) {
        constexpr std::size_t step = 1U << 18;
        const std::size_t had = text.size();
        text.resize(had + step);
        const ssize_t got = ::read(in.get(), text.data() + had, step);
        text.resize(had + static_cast<std::size_t>(got > 0 ? got : 0));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("read", path, errno);
        if (got == 0) return text;
    }
}

namespace {

// A folder with its parents; those that were not there go again unless they are kept.
class NewFolders {
public:
    NewFolders() = default;
    NewFolders(const NewFolders&) = delete;
    NewFolders& operator=(const NewFolders&) = delete;
    ~NewFolders() {
        for (const std::filesystem::path& folder : made_) ::rmdir(folder.c_str());  // only where it is empty
    }
    void make(const std::filesystem::path& path) {
        std::vector<std::filesystem::path> missing;
        for (std::filesystem::path at = path.lexically_normal(); !at.empty() && !std::filesystem::exists(at);
             at = at.parent_path())
            missing.push_back(at);
        std::set_new_handler(nullptr);  // without memory what is new is removed
        made_.insert(made_.begin(), missing.begin(), missing.end());
        std::error_code code;
        std::filesystem::create_directories(path, code);
        if (code)
            throw Error(Fault::file,
                        fmt::format("cannot create the folder '{}': {}", path.string(), code.message()));
    }
    void keep() { made_.clear(); }

private:
    std::vector<std::filesystem::path> made_;  // innermost first
};

}  // namespace

void write_folder(const std::string& folder, const std::vector<FileText>& files) {
    NewFolders made;
    made.make(folder);
    std::vector<FileText> placed;
    for (const FileText& file : files) {
        const std::filesystem::path path = std::filesystem::path(folder) / file.path;
        if (std::filesystem::path(file.path).has_parent_path()) made.make(path.parent_path());
        placed.push_back({path.string(), file.text});
    }
    write_files(placed);
    made.keep();
}

}  // namespace entente
