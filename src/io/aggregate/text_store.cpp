#include "io/aggregate/text_store.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/error.hpp"
#include "io/aggregate/kept_input.hpp"

namespace entente::io {

TextStore::~TextStore() {
    if (file_ >= 0) ::close(file_);
}

std::uint64_t TextStore::append(std::string_view text) {
    const std::uint64_t place = size_;
    const auto length = static_cast<std::uint32_t>(text.size());
    const auto put = [&](const char* from, std::size_t size) {
        while (size > 0) {
            if (blocks_.empty() || blocks_.back().size() == block_size) {
                if ((blocks_.size() + 1) * block_size > most_in_memory_) spill();
                blocks_.emplace_back().reserve(block_size);
            }
            const std::size_t part = std::min(size, block_size - blocks_.back().size());
            blocks_.back().append(from, part);
            from += part, size -= part, size_ += part;
        }
    };
    put(reinterpret_cast<const char*>(&length), sizeof length);
    put(text.data(), text.size());
    return place;
}

// All blocks are full when another one is needed.
void TextStore::spill() {
    if (file_ < 0) file_ = temporary_file();
    for (const std::string& block : blocks_) {
        std::string_view rest = block;
        while (!rest.empty()) {
            const ssize_t written = ::write(file_, rest.data(), rest.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0)
                throw Error(Fault::file,
                            fmt::format("cannot write the citations to a temporary file: {} (TMPDIR "
                                        "names another folder, --citations 0 keeps none)",
                                        std::strerror(errno)));
            rest.remove_prefix(static_cast<std::size_t>(written));
        }
        spilled_ += block.size();
    }
    blocks_.clear();
}

void TextStore::read(std::uint64_t place, char* out, std::size_t size, Ahead ahead) const {
    while (size > 0) {
        std::size_t part = 0;
        if (place >= spilled_) {
            const std::string& block = blocks_[(place - spilled_) / block_size];
            const std::size_t at = (place - spilled_) % block_size;
            part = std::min(size, block.size() - at);
            std::memcpy(out, block.data() + at, part);
        } else {
            if (place < window_start_ || place >= window_start_ + window_.size()) {
                const std::size_t window = ahead == Ahead::yes ? std::size_t{1} << 16U : size;
                window_start_ = place;
                window_.resize(std::min<std::uint64_t>(window, spilled_ - place));
                const ssize_t got = ::pread(file_, window_.data(), window_.size(), static_cast<off_t>(place));
                if (got <= 0) throw Error(Fault::file, "cannot read the temporary file of citations");
                window_.resize(static_cast<std::size_t>(got));
            }
            const std::size_t at = place - window_start_;
            part = std::min(size, window_.size() - at);
            std::memcpy(out, window_.data() + at, part);
        }
        place += part, out += part, size -= part;
    }
}

std::string TextStore::at(std::uint64_t place) const {
    std::uint32_t length = 0;
    read(place, reinterpret_cast<char*>(&length), sizeof length, Ahead::yes);
    std::string text(length, '\0');
    read(place + sizeof length, text.data(), length, Ahead::yes);
    return text;
}

bool TextStore::holds(std::uint64_t place, std::string_view text) const {
    std::string known(sizeof(std::uint32_t) + text.size(), '\0');
    if (place + known.size() > size_) return false;
    read(place, known.data(), known.size(), Ahead::no);
    std::uint32_t length = 0;
    std::memcpy(&length, known.data(), sizeof length);
    return length == text.size() && std::string_view(known).substr(sizeof length) == text;
}

}  // namespace entente::io
