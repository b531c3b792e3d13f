// Which actor a misspelt id probably means. Prepared on first use; quick enough for a hundred questions about
// a million actors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "io/actors/look_alikes.hpp"
#include "model/network.hpp"

namespace entente::io {

class IdSuggestions {
public:
    explicit IdSuggestions(const ActorTable& actors) : actors_(actors) {}

    // The id of the actor whose id or label looks like the word but for punctuation (see look_alikes.hpp), or
    // is the number that the word is (101 for 101.0); else the id nearest in spelling.
    std::optional<std::string> for_id(std::string_view word);

private:
    void prepare();
    std::string plain(std::string_view text);

    const ActorTable& actors_;
    LookAlikes looks_;
    std::size_t prepared_ = 0;  // how many actors are in the tables
    std::unordered_map<std::string, std::uint32_t> plain_;
    std::vector<std::uint64_t> letters_;  // of each id, as a set
    std::unordered_map<std::string, std::optional<std::string>> asked_;
    std::uint64_t compared_ = 0;
};

}  // namespace entente::io
