// What one vertex is tied to, community by community.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::community {

// The value where the condition holds, else 0: without a branch, for conditions that nobody could foretell.
inline double value_if(bool condition, double value) {
    const std::uint64_t mask = std::uint64_t{0} - std::uint64_t{condition};
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(value) & mask);
}

// Strength, or flow, between one vertex and each community it touches, in a flat table: an entry counts when
// it was made since the last clearing.
class Touched {
public:
    explicit Touched(std::size_t communities) : entries_(communities + 1), list_(communities + 1) {}

    void add(std::uint32_t community, double value) {
        Entry& entry = entries_[community];
        const bool fresh = entry.round != round_;
        list_[count_] = community;
        count_ += fresh ? 1 : 0;
        entry.round = round_;
        entry.strength = (fresh ? 0 : entry.strength) + value;
    }
    // For each i of which keep(i), values[i] to the community of targets[i].
    template <class Keep>
    void add_each(std::span<const std::uint32_t> targets, const double* values,
                  std::span<const std::uint32_t> community, const Keep& keep) {
        // In registers: written through the object, each round would wait for the one before.
        Entry* const entries = entries_.data();
        std::uint32_t* const list = list_.data();
        const std::uint64_t round = round_;
        const auto unused = static_cast<std::uint32_t>(entries_.size() - 1);
        std::size_t count = count_;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            // Without branches, which nobody could foretell; what is not kept goes to an entry that is not
            // looked at.
            const bool kept = keep(targets[i]);
            const std::uint32_t own = community[targets[i]], c = kept ? own : unused;
            Entry& entry = entries[c];
            const bool known = entry.round == round;
            list[count] = c;
            count += kept && !known ? 1 : 0;
            entry.round = round;
            entry.strength = value_if(known, entry.strength) + values[i];
        }
        count_ = count;
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
