#include "io/formats/text/dl/dl_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "io/diagnostics.hpp"

namespace entente::io {

namespace {

// "n=5" is three words to UCINET.
std::vector<Word> parted(const std::vector<Word>& words) {
    std::vector<Word> result;
    for (Word word : words) {
        while (!word.quoted) {
            const std::size_t at = word.text.find('=');
            if (at == std::string_view::npos) break;
            if (at > 0) result.push_back({word.text.substr(0, at), word.start, false});
            word.text.remove_prefix(at + 1);
            word.start += at + 1;
        }
        if (!word.text.empty() || word.quoted) result.push_back(word);
    }
    return result;
}

}  // namespace

bool DlHeaderReader::read(std::vector<Word>& words) {
    if (!reading_labels_) words = parted(words);
    for (std::size_t at = 0; at < words.size();) {
        const std::string word = words[at].quoted ? "" : lower(words[at].text);
        const std::string next = at + 1 < words.size() ? lower(words[at + 1].text) : "";
        if (word == "data:" || word == "data") {
            words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at) + 1);
            return true;
        }
        if (word.starts_with("labels")) {
            at += labels_follow({&header_.rows, &header_.columns}, next);
        } else if (next.starts_with("labels") && (word == "row" || word == "column" || word == "col" ||
                                                  word == "level" || word == "matrix")) {
            const std::string after = at + 2 < words.size() ? lower(words[at + 2].text) : "";
            at += 1 + labels_follow(word == "row" ? std::vector<DlMode*>{&header_.rows}
                                    : word == "level" || word == "matrix"
                                        ? std::vector<DlMode*>{&header_.levels}
                                        : std::vector<DlMode*>{&header_.columns},
                                    after);
        } else if (reading_labels_) {
            for (DlMode* mode : labeled_)
                mode->labels.push_back({std::string(words[at].text), place(words[at])});
            ++at;
        } else {
            at += setting(words, at, word);
        }
    }
    words.clear();
    return false;
}

// How many words "labels" and "embedded" take.
std::size_t DlHeaderReader::labels_follow(std::vector<DlMode*> modes, const std::string& next) {
    const bool embedded = next.starts_with("embedded");
    for (DlMode* mode : modes) {
        if (embedded) mode->embedded = true;
    }
    reading_labels_ = !embedded;
    labeled_ = std::move(modes);
    return embedded ? 2 : 1;
}

std::size_t DlHeaderReader::setting(const std::vector<Word>& words, std::size_t at, const std::string& word) {
    if (word == "dl" && !header_.begun) {
        header_.begun = true;
        return 1;
    }
    if (!header_.begun) {
        header_.begun = true;
        problems_.error(place(words[at]), "a DL file begins with the word DL");
    }
    if (at + 1 >= words.size()) {
        problems_.error(place(words[at]), fmt::format("{} says nothing", quoted(words[at].text)));
        return 1;
    }
    const Word& value = words[at + 1];
    if (word == "format") {
        format(value);
    } else if (word == "diagonal") {
        header_.diagonal = lower(value.text) != "absent";
    } else if (word == "n" || word == "nr" || word == "nc" || word == "nm") {
        number(word, value);
    } else {
        problems_.warning(place(words[at]),
                          fmt::format("{} is not known in a DL file and is ignored", quoted(words[at].text)));
        return word == "title" || word == "type" ? 2 : 1;
    }
    return 2;
}

void DlHeaderReader::number(const std::string& what, const Word& value) {
    const auto number = whole_number(value.text);
    constexpr std::uint64_t always_allowed = 1'000'000;
    if (!number || *number > std::max<std::uint64_t>(always_allowed, bytes_)) {
        problems_.error(place(value),
                        fmt::format("{} is a number of actors that the file can describe, not {}", what,
                                    quoted(value.text)));
        return;
    }
    if (what == "nm") {
        constexpr std::uint64_t most_levels = 10'000;
        header_.levels.size = std::min(*number, most_levels);
    }
    if (what == "n" || what == "nr") header_.rows.size = *number, header_.rows.size_place = place(value);
    if (what == "n" || what == "nc")
        header_.columns.size = *number, header_.columns.size_place = place(value);
    if (what == "nr" || what == "nc") header_.two_modes = true;
}

void DlHeaderReader::format(const Word& value) {
    const std::string name = lower(value.text);
    struct Named {
        std::string_view name;
        DlFormat format;
        bool two_modes;
    };
    static constexpr std::array named{
        Named{"fullmatrix", DlFormat::full_matrix, false}, Named{"fm", DlFormat::full_matrix, false},
        Named{"lowerhalf", DlFormat::lower_half, false},   Named{"upperhalf", DlFormat::upper_half, false},
        Named{"edgelist1", DlFormat::edge_list, false},    Named{"edgelist", DlFormat::edge_list, false},
        Named{"el1", DlFormat::edge_list, false},          Named{"edgelist2", DlFormat::edge_list, true},
        Named{"el2", DlFormat::edge_list, true},           Named{"nodelist1", DlFormat::node_list, false},
        Named{"nodelist", DlFormat::node_list, false},     Named{"nl1", DlFormat::node_list, false},
        Named{"nodelist2", DlFormat::node_list, true},     Named{"nl2", DlFormat::node_list, true}};
    const auto at = std::ranges::find_if(named, [&](const Named& one) { return one.name == name; });
    if (at != named.end()) {
        header_.format = at->format;
        header_.two_modes = header_.two_modes || at->two_modes;
        return;
    }
    problems_.error(place(value), fmt::format("the format {} of DL files is not read; fullmatrix, lowerhalf, "
                                              "upperhalf, edgelist1, edgelist2, nodelist1 and nodelist2 are",
                                              quoted(value.text)));
    header_.unreadable = true;
}

}  // namespace entente::io
