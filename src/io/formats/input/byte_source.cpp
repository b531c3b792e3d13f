#include "io/formats/input/byte_source.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/error.hpp"

namespace entente::io {

namespace {

[[noreturn]] void fail(const std::string& path, int code) {
    throw Error(Fault::file, fmt::format("cannot read '{}': {}", path, std::strerror(code)));
}

}  // namespace

ByteSource::ByteSource(const Input& input, const Control& control)
    : name_(input.path == "-" ? "stdin" : input.path), start_(input.start), stop_(control.stop) {
    const std::string& path = input.path;
    descriptor_ = input.descriptor != nullptr ? ::dup(*input.descriptor)
                  : path == "-"               ? ::dup(STDIN_FILENO)
                                              : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
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

ByteSource::~ByteSource() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::size_t ByteSource::read(char* out, std::size_t size) {
    std::size_t filled = std::min(size, start_.size() - taken_);
    std::copy_n(start_.data() + taken_, filled, out);
    taken_ += filled;
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

std::string read_bytes(const Input& input, const Control& control) {
    ByteSource source(input, control);
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

PeekedInput peek(const Input& input, std::size_t size, const Control& control) {
    PeekedInput peeked{input, std::string(std::max(size, input.start.size()), '\0')};
    ByteSource source(input, control);
    peeked.head.resize(source.read(peeked.head.data(), peeked.head.size()));
    control.checkpoint();
    if (source.is_regular() && input.path != "-" && input.descriptor == nullptr) return peeked;
    peeked.input.start = peeked.head;
    peeked.input.descriptor = {new int(source.release()), [](const int* descriptor) {
                                   ::close(*descriptor);
                                   delete descriptor;
                               }};
    return peeked;
}

}  // namespace entente::io
