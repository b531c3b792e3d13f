#include "model/title.hpp"

#include <algorithm>
#include <filesystem>

namespace entente {

std::string title_of(const Network& network) {
    if (!network.info.title.empty()) return network.info.title;
    std::string name = network.info.name;
    if (name == "stdin" || name == "data" || name.find('+') != std::string::npos) return "";
    for (const std::string& file : network.files) {
        if (std::filesystem::path(file).stem().string() == name) return "";
    }
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

}  // namespace entente
