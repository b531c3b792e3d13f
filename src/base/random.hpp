// Random numbers that are the same on every machine: the standard library's engines are, its distributions
// are not.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <utility>

namespace entente {

// SplitMix64 for seeding, xoshiro256** for the stream (Blackman & Vigna 2021). One stream a task:
// Random(seed, task).
class Random {
public:
    using result_type = std::uint64_t;

    explicit Random(std::uint64_t seed, std::uint64_t stream = 0) {
        std::uint64_t state = seed + 0x9E3779B97F4A7C15ULL * (stream + 1);
        for (std::uint64_t& word : words_) {
            state += 0x9E3779B97F4A7C15ULL;
            std::uint64_t z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
            word = z ^ (z >> 31);
        }
    }

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

    result_type operator()() {
        const std::uint64_t result = rotate(words_[1] * 5, 7) * 9;
        const std::uint64_t t = words_[1] << 17;
        words_[2] ^= words_[0];
        words_[3] ^= words_[1];
        words_[1] ^= words_[2];
        words_[0] ^= words_[3];
        words_[2] ^= t;
        words_[3] = rotate(words_[3], 45);
        return result;
    }

    // A whole number 0 … bound − 1, without bias (bound > 0).
    std::uint64_t below(std::uint64_t bound) {
        const std::uint64_t threshold = (0 - bound) % bound;
        for (;;) {
            const std::uint64_t draw = (*this)();
            if (draw >= threshold) return draw % bound;
        }
    }

    // A real number in [0, 1), of 53 random bits.
    double uniform() { return static_cast<double>((*this)() >> 11) * 0x1.0p-53; }

    template <class T>
    void shuffle(std::span<T> values) {
        for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
    }

private:
    static std::uint64_t rotate(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
    std::uint64_t words_[4]{};
};

}  // namespace entente
