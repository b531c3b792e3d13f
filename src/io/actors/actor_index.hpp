// Which actor has an id: a flat table with short ids in the slots themselves, because at millions of rows the
// time of reading is the time of cache misses here.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "model/text_column.hpp"

namespace entente::io {

class ActorIndex {
public:
    // The column of ids is the caller's and grows with add.
    explicit ActorIndex(TextColumn& ids) : ids_(ids), slots_(1U << 10) {}

    void prefetch(std::uint64_t hash) const {
#if defined(__GNUC__)
        __builtin_prefetch(&slots_[place(hash)]);
#else
        (void)hash;
#endif
    }

    std::optional<std::uint32_t> find(std::uint64_t hash, std::string_view id) const {
        const std::uint32_t tag = tag_of(hash);
        for (std::size_t at = place(hash); slots_[at].tag != 0; at = (at + 1) & (slots_.size() - 1)) {
            if (slots_[at].tag == tag && holds(slots_[at], id)) return slots_[at].actor;
        }
        return std::nullopt;
    }

    // Appends the id, which must be new.
    std::uint32_t add(std::uint64_t hash, std::string_view id) {
        if ((ids_.size() + 1) * 2 > slots_.size()) grow();
        const auto actor = static_cast<std::uint32_t>(ids_.size());
        put(hash, id, actor);
        ids_.push_back(id);
        return actor;
    }

private:
    static constexpr std::size_t most_inline = 22;
    struct alignas(32) Slot {
        char key[most_inline + 1];
        std::uint8_t length;  // most_inline + 1 for ids that do not fit
        std::uint32_t actor;
        std::uint32_t tag;  // 0: free
    };

    static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash) | 1U; }
    std::size_t place(std::uint64_t hash) const { return (hash >> 24) & (slots_.size() - 1); }
    bool holds(const Slot& slot, std::string_view id) const {
        if (id.size() > most_inline) return slot.length > most_inline && ids_[slot.actor] == id;
        return slot.length == id.size() && std::memcmp(slot.key, id.data(), id.size()) == 0;
    }
    void put(std::uint64_t hash, std::string_view id, std::uint32_t actor) {
        std::size_t at = place(hash);
        while (slots_[at].tag != 0) at = (at + 1) & (slots_.size() - 1);
        Slot& slot = slots_[at];
        slot.tag = tag_of(hash);
        slot.actor = actor;
        slot.length = static_cast<std::uint8_t>(id.size() <= most_inline ? id.size() : most_inline + 1);
        if (id.size() <= most_inline) std::memcpy(slot.key, id.data(), id.size());
    }
    void grow() {
        const std::size_t wanted = slots_.size() * 2;
        slots_.clear();
        slots_.shrink_to_fit();  // the ids are enough to make it again
        slots_.resize(wanted);
        for (std::size_t i = 0; i < ids_.size(); ++i)
            put(hash_of(ids_[i]), ids_[i], static_cast<std::uint32_t>(i));
    }

    TextColumn& ids_;
    std::vector<Slot> slots_;
};

}  // namespace entente::io
