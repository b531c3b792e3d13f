// Finds rows that were read before: eight bytes a row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace entente::io {

class RepeatedRows {
public:
    void prefetch(std::uint64_t hash) const {
#if defined(__GNUC__)
        __builtin_prefetch(&slots_[place(tag_of(hash))]);
#else
        (void)hash;
#endif
    }

    // An earlier row of that hash for which same(earlier) holds; else the row is remembered.
    template <class Same>
    std::optional<std::uint32_t> find_or_add(std::uint64_t hash, std::uint32_t row, Same&& same) {
        if (count_ * 4 >= slots_.size() * 3) grow();
        const std::uint32_t tag = tag_of(hash);
        std::size_t at = place(tag);
        for (; slots_[at].tag != 0; at = (at + 1) & (slots_.size() - 1)) {
            if (slots_[at].tag == tag && same(slots_[at].row)) return slots_[at].row;
        }
        slots_[at] = {tag, row};
        ++count_;
        return std::nullopt;
    }

private:
    struct Slot {
        std::uint32_t tag = 0;  // 0: free; the place follows from it, so that growing needs no row again
        std::uint32_t row = 0;
    };
    static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32) | 1U; }
    std::size_t place(std::uint32_t tag) const { return (tag >> 1) & (slots_.size() - 1); }
    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const Slot& slot : old) {
            if (slot.tag == 0) continue;
            std::size_t at = place(slot.tag);
            while (slots_[at].tag != 0) at = (at + 1) & (slots_.size() - 1);
            slots_[at] = slot;
        }
    }

    std::vector<Slot> slots_ = std::vector<Slot>(1U << 10);
    std::size_t count_ = 0;
};

}  // namespace entente::io
