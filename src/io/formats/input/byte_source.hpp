// The bytes of one input as they come, unchecked: a file or standard input, read piece by piece.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "base/control.hpp"

namespace entente::io {

// A file, or standard input for "-". Of a pipe some bytes may have been read already, to see what it is:
// they come first again.
struct Input {
    Input(std::string path_of_file) : path(std::move(path_of_file)) {}  // NOLINT: a path is an input
    Input(const char* path_of_file) : path(path_of_file) {}             // NOLINT

    std::string path;
    std::string start = "";                           // read already
    std::shared_ptr<const int> descriptor = nullptr;  // of the pipe that they were read from
};

class ByteSource {
public:
    // Opens the file, or standard input for "-". Throws Error(Fault::file).
    ByteSource(const Input& input, const Control& control);
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    ~ByteSource();

    const std::string& name() const { return name_; }  // as messages call it: the path, or "stdin"
    std::uint64_t size() const { return size_; }       // 0 when unknown, as for a pipe
    bool ended() const { return ended_; }
    bool is_regular() const { return regular_; }  // can be opened and read again
    // Gives up the descriptor, which the caller then closes.
    int release() { return std::exchange(descriptor_, -1); }

    // Fills `out` with the next bytes; fewer only at the end and once control.stop is set, which even a pipe
    // that says nothing does not keep waiting (the caller then asks Control::checkpoint). Throws
    // Error(Fault::file) when the system cannot read on.
    std::size_t read(char* out, std::size_t size);

private:
    std::string name_;
    std::string start_;  // bytes of the input that come first
    std::size_t taken_ = 0;
    int descriptor_ = -1;
    const std::atomic<bool>* stop_ = nullptr;
    std::uint64_t size_ = 0;
    bool regular_ = false, ended_ = false;
};

// All bytes of the input. Throws Error(Fault::file), and Error(Fault::interrupted) once control.stop is set.
std::string read_bytes(const Input& input, const Control& control);

// The first `size` bytes of the input, and the input as it is to be read after that.
struct PeekedInput {
    Input input;
    std::string head;
};
PeekedInput peek(const Input& input, std::size_t size, const Control& control);

}  // namespace entente::io
