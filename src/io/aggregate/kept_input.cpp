#include "io/aggregate/kept_input.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace entente::io {

namespace {

void write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0)
            throw Error(Fault::file, fmt::format("cannot write a temporary file: {} (TMPDIR names another "
                                                 "folder)",
                                                 std::strerror(errno)));
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

int temporary_file() {
    const char* folder = std::getenv("TMPDIR");
    std::string path = fmt::format("{}/entente.XXXXXX", folder != nullptr && *folder != 0 ? folder : "/tmp");
    const int file = ::mkstemp(path.data());
    if (file < 0)
        throw Error(Fault::file, fmt::format("cannot write '{}': {} (TMPDIR names another folder)", path,
                                             std::strerror(errno)));
    ::unlink(path.c_str());
    return file;
}

KeptInput::KeptInput(const Input& peeked, const Control& control) : input_(peeked) {
    if (peeked.descriptor == nullptr) return;
    input_.start.clear();
    const off_t after = ::lseek(*peeked.descriptor, 0, SEEK_CUR);
    if (after >= 0) {
        beginning_ = after - static_cast<off_t>(peeked.start.size());
        return;
    }
    const std::shared_ptr<const int> file(new int(temporary_file()), [](const int* descriptor) {
        ::close(*descriptor);
        delete descriptor;
    });
    ByteSource pipe(peeked, control);
    std::string bytes(std::size_t{1} << 20U, '\0');
    while (!pipe.ended()) {
        const std::size_t got = pipe.read(bytes.data(), bytes.size());
        control.checkpoint();
        write_all(*file, std::string_view(bytes).substr(0, got));
    }
    input_.descriptor = file;
    beginning_ = 0;
}

bool KeptInput::needs_no_copy(const Input& input) {
    return input.descriptor == nullptr || ::lseek(*input.descriptor, 0, SEEK_CUR) >= 0;
}

Input KeptInput::again() const {
    if (beginning_ >= 0) ::lseek(*input_.descriptor, static_cast<off_t>(beginning_), SEEK_SET);
    return input_;
}

}  // namespace entente::io
