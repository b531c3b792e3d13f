#include "io/formats/named_once.hpp"

#include "io/diagnostics.hpp"

namespace entente::io {

void NamedOnce::add(std::string_view name, CellPlace place) {
    if (count_++ == 0) first_ = place;
    if (known_.size() >= kept || known_.contains(name)) return;
    known_.emplace(name);
    if (names_.size() < shown) names_.emplace_back(name);
}

std::string NamedOnce::list() const {
    std::string text;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const bool last = i + 1 == known_.size();
        text += (i == 0 ? "" : last ? " and " : ", ") + quoted(names_[i]);
    }
    if (known_.size() >= kept) return text + " and many more";
    if (known_.size() > names_.size())
        text += " and " + std::to_string(known_.size() - names_.size()) + " more";
    return text;
}

}  // namespace entente::io
