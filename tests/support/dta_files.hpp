// Data sets of Stata made in a test.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace entente::test {

struct DtaVariable {
    std::string name, format = "";
    bool text = false;
    std::map<int, std::string> labels = {};
};

// The bytes of a .dta file of that version (113 to 119); cells are numbers, texts, "." and ".a".
std::string dta(int version, const std::vector<DtaVariable>& variables,
                const std::vector<std::vector<std::string>>& rows, const std::string& title = "");

}  // namespace entente::test
