// What one vertex is tied to, community by community.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente::community {

// Strength, or flow, between one vertex and each community it touches, in a flat table: an entry counts when
// it was made since the last clearing.
class Touched {
public:
    explicit Touched(std::size_t communities) : entries_(communities), list_(communities + 1) {}

    void add(std::uint32_t community, double value) {
        Entry& entry = entries_[community];
        const bool fresh = entry.round != round_;
        list_[count_] = community;
        count_ += fresh ? 1 : 0;
        entry.round = round_;
        entry.strength = (fresh ? 0 : entry.strength) + value;
    }
    double strength(std::uint32_t community) const {
        const Entry& entry = entries_[community];
        return entry.round == round_ ? entry.strength : 0;
    }
    std::span<const std::uint32_t> list() const { return std::span(list_).first(count_); }
    void clear() {
        count_ = 0;
        ++round_;
    }

private:
    struct Entry {
        double strength = 0;
        std::uint64_t round = 0;
    };
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> list_;  // one more place than needed: written to before it is known to be new
    std::size_t count_ = 0;
    std::uint64_t round_ = 1;
};

}  // namespace entente::community
