#include "io/formats/byte_source.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.hpp"

namespace entente::io {

namespace {

[[noreturn]] void fail(const std::string& path, int code) {
    throw Error(Fault::file, fmt::format("cannot read '{}': {}", path, std::strerror(code)));
}

}  // namespace

ByteSource::ByteSource(const std::string& path, const Control& control)
    : name_(path == "-" ? "stdin" : path), stop_(control.stop) {
    descriptor_ = path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail(path, errno);
    struct stat status {};
    if (::fstat(descriptor_, &status) == 0) {
        if (S_ISDIR(status.st_mode)) {
            ::close(descriptor_);
            fail(path, EISDIR);
        }
        regular_ = S_ISREG(status.st_mode);
        if (regular_) size_ = static_cast<std::uint64_t>(status.st_size);
    }
}

ByteSource::~ByteSource() { ::close(descriptor_); }

std::size_t ByteSource::read(char* out, std::size_t size) {
    std::size_t filled = 0;
    while (filled < size && !ended_) {
        if (stop_ != nullptr && stop_->load(std::memory_order_relaxed)) break;
        if (!regular_) {
            // A pipe that says nothing must not keep Ctrl-C waiting.
            pollfd waiting{descriptor_, POLLIN, 0};
            if (::poll(&waiting, 1, 100) == 0) continue;
        }
        const ssize_t got = ::read(descriptor_, out + filled, size - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail(name_, errno);
        if (got == 0) ended_ = true;
        filled += static_cast<std::size_t>(got);
    }
    return filled;
}

std::string read_bytes(const std::string& path, const Control& control) {
    ByteSource source(path, control);
    std::string bytes;
    bytes.reserve(source.size());
    constexpr std::size_t piece = std::size_t{1} << 20U;
    while (!source.ended()) {
        const std::size_t before = bytes.size();
        bytes.resize(before + piece);
        bytes.resize(before + source.read(bytes.data() + before, piece));
        control.checkpoint();
    }
    return bytes;
}

}  // namespace entente::io
