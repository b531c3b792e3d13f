// Tables of named rows: finding one, or saying which was probably meant.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/word_list.hpp"

namespace entente {

template <class Row>
std::vector<std::string_view> names_of(std::span<const Row> rows) {
    std::vector<std::string_view> names;
    for (const Row& row : rows) names.push_back(row.name);
    return names;
}

// The message for a word that names no row: "unknown measure 'betweeness'; did you mean 'betweenness'?"
inline std::string unknown_name(std::string_view what, std::string_view word,
                                std::span<const std::string_view> names) {
    std::string text = "unknown " + std::string(what) + " '" + std::string(word) + "'";
    if (const auto meant = nearest(word, names))
        return text + "; did you mean '" + as_list_word(*meant) + "'?";
    text += "; one of:";
    for (const std::string_view name : names) text += " " + as_list_word(name);
    return text;
}

// The row of that name. Throws Error(Fault::usage) with a suggestion.
template <class Row>
const Row& find_named(std::string_view what, std::string_view word, std::span<const Row> rows) {
    for (const Row& row : rows) {
        if (row.name == word) return row;
    }
    throw Error(Fault::usage, unknown_name(what, word, names_of(rows)));
}

}  // namespace entente
