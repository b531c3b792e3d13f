// What stands before the data of a DL file: sizes, format, labels.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "io/formats/input/place_counter.hpp"
#include "io/formats/named_actors.hpp"
#include "io/formats/raw_network.hpp"
#include "io/formats/text/words.hpp"

namespace entente::io {

enum class DlFormat { full_matrix, lower_half, upper_half, edge_list, node_list };

struct DlLabel {
    std::string text;
    CellPlace place;
};

// The actors of one mode: how many there are and, as far as known, what they are called.
struct DlMode {
    std::optional<std::uint64_t> size;
    CellPlace size_place;
    std::vector<DlLabel> labels;
    bool embedded = false;
    DeclaredIds numbers;  // of the labels in lower case
};

struct DlHeader {
    DlMode rows, columns, levels;  // columns: of two modes; levels: the matrices
    DlFormat format = DlFormat::full_matrix;
    bool two_modes = false, diagonal = true;
    bool begun = false;       // the word DL was there
    bool unreadable = false;  // reported, and the data make no sense without it
};

class DlHeaderReader {
public:
    // `bytes` bounds the number of actors, together with a million.
    DlHeaderReader(DlHeader& header, PlaceCounter& places, Problems& problems, std::size_t bytes)
        : header_(header), places_(places), problems_(problems), bytes_(bytes) {}

    // Takes what a line says. True when the data begin; what is then left in `words` belongs to them.
    bool read(std::vector<Word>& words);

private:
    CellPlace place(const Word& word) { return places_.at(word.start); }
    std::size_t labels_follow(std::vector<DlMode*> modes, const std::string& next);
    std::size_t setting(const std::vector<Word>& words, std::size_t at, const std::string& word);
    void number(const std::string& what, const Word& value);
    void format(const Word& value);

    DlHeader& header_;
    PlaceCounter& places_;
    Problems& problems_;
    std::size_t bytes_;
    bool reading_labels_ = false;
    std::vector<DlMode*> labeled_;  // that the labels now read are of
};

}  // namespace entente::io
