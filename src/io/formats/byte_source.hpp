// The bytes of one input as they come, unchecked: a file or standard input, read piece by piece.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/control.hpp"

namespace entente::io {

class ByteSource {
public:
    // Opens the file, or standard input for "-". Throws Error(Fault::file).
    ByteSource(const std::string& path, const Control& control);
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    ~ByteSource();

    const std::string& name() const { return name_; }  // as messages call it: the path, or "stdin"
    std::uint64_t size() const { return size_; }       // 0 when unknown, as for a pipe
    bool ended() const { return ended_; }

    // Fills `out` with the next bytes; fewer only at the end and once control.stop is set, which even a pipe
    // that says nothing does not keep waiting (the caller then asks Control::checkpoint). Throws
    // Error(Fault::file) when the system cannot read on.
    std::size_t read(char* out, std::size_t size);

private:
    std::string name_;
    int descriptor_ = -1;
    const std::atomic<bool>* stop_ = nullptr;
    std::uint64_t size_ = 0;
    bool regular_ = false, ended_ = false;
};

// All bytes of the input. Throws Error(Fault::file), and Error(Fault::interrupted) once control.stop is set.
std::string read_bytes(const std::string& path, const Control& control);

}  // namespace entente::io
