// Names that one message reports together, at the place where the first of them stands.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "io/formats/raw_network.hpp"

namespace entente::io {

class NamedOnce {
public:
    void add(std::string_view name, CellPlace place);
    bool empty() const { return count_ == 0; }
    std::uint64_t count() const { return count_; }  // how often something was added
    CellPlace place() const { return first_; }
    // "'a', 'b' and 3 more"
    std::string list() const;

private:
    static constexpr std::size_t shown = 5, kept = 1000;
    std::vector<std::string> names_;  // the first of them
    std::set<std::string, std::less<>> known_;
    std::uint64_t count_ = 0;
    CellPlace first_;
};

}  // namespace entente::io
