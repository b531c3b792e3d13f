#include "base/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <deque>
#include <filesystem>

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

void write_all(Descriptor& out, std::string_view text, const std::string& path) {
    while (!text.empty()) {
        const ssize_t written = ::write(out.get(), text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("write", path, errno);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (out.close() != 0) fail("write", path, errno);
}

// A file written beside its place; removed again unless it takes the place.
class Beside {
public:
    Beside(const std::string& path, std::string_view text) : path_(path) {
        struct stat status {};
        const bool exists = ::stat(path.c_str(), &status) == 0;
        // A link is written through: the file it points at is replaced, the link stays.
        std::error_code ignored;
        target_ = exists ? std::filesystem::canonical(path, ignored).string() : path;
        temporary_ = fmt::format("{}.{}.part", target_, ::getpid());
        try {
            Descriptor out(::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
            if (out.get() < 0) fail("write", path, errno);
            if (exists) (void)::fchmod(out.get(), status.st_mode & 07777);
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

void make_folder(const std::string& path) {
    std::error_code code;
    std::filesystem::create_directories(path, code);
    if (code)
        throw Error(Fault::file, fmt::format("cannot create the folder '{}': {}", path, code.message()));
}

}  // namespace entente
