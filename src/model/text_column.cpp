#include "model/text_column.hpp"

#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

#include "base/hash.hpp"

namespace entente {

TextColumn::Bytes::Bytes(const Bytes& other) { append({other.data_, other.size_}); }

TextColumn::Bytes::Bytes(Bytes&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      capacity_(std::exchange(other.capacity_, 0)) {}

TextColumn::Bytes& TextColumn::Bytes::operator=(Bytes other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    return *this;
}

TextColumn::Bytes::~Bytes() { std::free(data_); }

void TextColumn::Bytes::append(std::string_view text) {
    if (text.empty()) return;
    if (size_ + text.size() > capacity_) {
        const std::size_t wanted = (size_ + text.size()) * 3 / 2 + 64;
        char* const grown = static_cast<char*>(std::realloc(data_, wanted));
        if (grown == nullptr) throw std::bad_alloc();
        data_ = grown;
        capacity_ = wanted;
    }
    std::memcpy(data_ + size_, text.data(), text.size());
    size_ += text.size();
}

void TextColumn::store(std::string_view cell) {
    if (ends_.size() % block == 0) base_.push_back(text_.size());
    text_.append(cell);
    ends_.push_back(static_cast<std::uint32_t>(text_.size() - base_.back()));
}

void TextColumn::push_back(std::string_view cell) {
    if (dictionary_) {
        if (!codes_.empty() && stored(codes_.back()) == cell) {
            codes_.push_back(codes_.back());
        } else if (const std::uint32_t code = code_of(cell); code < most_shared) {
            codes_.push_back(static_cast<std::uint16_t>(code));
        } else {
            give_up_dictionary();
        }
    }
    if (!dictionary_) store(cell);
    ++size_;
}

// The stored cell that equals this one, stored now if it is new and there is room for it (else a number above
// all codes).
std::uint32_t TextColumn::code_of(std::string_view cell) {
    if (ends_.size() * 2 >= known_.size()) grow_known();
    const std::size_t mask = known_.size() - 1;
    std::size_t at = hash_of(cell) & mask;
    for (; known_[at] != 0; at = (at + 1) & mask) {
        if (stored(known_[at] - 1U) == cell) return known_[at] - 1U;
    }
    if (ends_.size() >= most_shared) return most_shared;
    store(cell);
    known_[at] = static_cast<std::uint16_t>(ends_.size());
    return static_cast<std::uint32_t>(ends_.size() - 1);
}

void TextColumn::grow_known() {
    known_.assign(known_.empty() ? 16 : known_.size() * 2, 0);
    const std::size_t mask = known_.size() - 1;
    for (std::size_t i = 0; i < ends_.size(); ++i) {
        std::size_t at = hash_of(stored(i)) & mask;
        while (known_[at] != 0) at = (at + 1) & mask;
        known_[at] = static_cast<std::uint16_t>(i + 1);
    }
}

void TextColumn::reserve(std::size_t rows) {
    if (dictionary_) {
        codes_.reserve(rows);
    } else {
        ends_.reserve(rows);
        base_.reserve(rows / block + 1);
    }
}

void TextColumn::give_up_dictionary() {
    TextColumn plain;
    plain.dictionary_ = false;
    plain.reserve(codes_.capacity());
    for (const std::uint16_t code : codes_) plain.store(stored(code));
    plain.size_ = size_;
    *this = std::move(plain);
}

}  // namespace entente
