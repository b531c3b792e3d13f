#include "io/actors/id_suggestions.hpp"

#include <algorithm>
#include <bit>

#include "base/text.hpp"

namespace entente::io {

namespace {

std::uint64_t letters_of(std::string_view text) {
    std::uint64_t set = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        set |= std::uint64_t{1} << ((byte >= 'A' && byte <= 'Z' ? byte + 32U : byte) % 64U);
    }
    return set;
}

}  // namespace

// ASCII letters and digits in lower case and everything beyond ASCII, as it looks.
std::string IdSuggestions::plain(std::string_view text) {
    std::string result;
    for (const char c : looks_.look_of(text)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            result += c;
    }
    return result;
}

void IdSuggestions::prepare() {
    for (; prepared_ < actors_.size(); ++prepared_) {
        const auto actor = static_cast<std::uint32_t>(prepared_);
        plain_.try_emplace(plain(actors_.id[actor]), actor);
        letters_.push_back(letters_of(actors_.id[actor]));
    }
    for (std::size_t i = 0; i < actors_.size(); ++i)
        plain_.try_emplace(plain(actors_.label[i]), static_cast<std::uint32_t>(i));
}

std::optional<std::string> IdSuggestions::for_id(std::string_view word) {
    const auto [place, fresh] = asked_.try_emplace(std::string(word));
    if (!fresh) return place->second;
    if (prepared_ < actors_.size()) prepare();
    if (const auto same = plain_.find(plain(word)); same != plain_.end() && !same->first.empty()) {
        return place->second = std::string(actors_.id[same->second]);
    }
    if (const std::size_t point = word.find('.');
        point != std::string_view::npos && word.find_first_not_of('0', point + 1) == std::string_view::npos) {
        const auto number = plain_.find(plain(word.substr(0, point)));
        if (number != plain_.end() && !number->first.empty())
            return place->second = std::string(actors_.id[number->second]);
    }
    // An edit changes at most two letters of the set, so most ids are passed over without being compared;
    // what is left is bounded for the whole run.
    constexpr std::uint64_t most_compared = 500'000;
    const std::size_t limit = std::max<std::size_t>(1, character_count(word) / 3);
    const std::uint64_t letters = letters_of(word);
    std::vector<std::string_view> candidates;
    for (std::size_t i = 0; i < actors_.size() && compared_ < most_compared; ++i) {
        const std::string_view id = actors_.id[i];
        const std::size_t longer = std::max(id.size(), word.size()),
                          shorter = std::min(id.size(), word.size());
        const bool near = longer - shorter <= 4 * limit &&
                          static_cast<std::size_t>(std::popcount(letters_[i] ^ letters)) <= 4 * limit;
        if (!near && !(id.size() > word.size() && lower(id.substr(0, word.size())) == lower(word))) continue;
        candidates.push_back(id);
        ++compared_;
    }
    return place->second = nearest(word, candidates);
}

}  // namespace entente::io
