#include "io/formats/text/dl.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/prose.hpp"
#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/matrix_ties.hpp"
#include "io/formats/named_actors.hpp"
#include "io/formats/text/words.hpp"

namespace entente::io {

namespace {

enum class Format { full_matrix, lower_half, upper_half, edge_list, node_list };

struct Label {
    std::string text;
    CellPlace place;
};

// The actors of one mode: how many there are and, as far as known, what they are called.
struct Mode {
    std::optional<std::uint64_t> size;
    CellPlace size_place;
    std::vector<Label> labels;
    bool embedded = false;
    DeclaredIds numbers;  // of the labels in lower case
};

struct Edge {
    std::uint32_t from = 0, to = 0;
    std::string_view weight;
    CellPlace place, weight_place;
    std::size_t level = 0;
};

std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    return result.ec == std::errc() && result.ptr == text.data() + text.size() ? std::optional(number)
                                                                               : std::nullopt;
}

class Reader {
public:
    Reader(std::string_view text, const std::string& file)
        : lines_(text), places_(text), problems_(file, text), file_(file), size_(text.size()) {}

    RawFile read() {
        while (lines_.next()) {
            std::vector<Word> words = lines_.words(",");
            if (words.empty()) continue;
            if (!in_data_) header(words);
            if (in_data_ && !words.empty()) data(words);
        }
        RawFile result;
        finish();
        result.networks.push_back(build());
        result.diagnostics = problems_.take();
        return result;
    }

private:
    CellPlace place(const Word& word) { return places_.at(word.start); }

    // What a line of the header says; what is left of it in `words` belongs to the data.
    void header(std::vector<Word>& words) {
        if (!reading_labels_) words = parted(words);
        for (std::size_t at = 0; at < words.size();) {
            const std::string word = words[at].quoted ? "" : lower(words[at].text);
            const std::string next = at + 1 < words.size() ? lower(words[at + 1].text) : "";
            if (word == "data:" || word == "data") {
                in_data_ = true;
                words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at) + 1);
                return begin_data();
            }
            if (word.starts_with("labels")) {
                at += labels_follow({&rows_, &columns_}, next);
            } else if (next.starts_with("labels") && (word == "row" || word == "column" || word == "col" ||
                                                      word == "level" || word == "matrix")) {
                const std::string after = at + 2 < words.size() ? lower(words[at + 2].text) : "";
                at += 1 + labels_follow(word == "row"                         ? std::vector<Mode*>{&rows_}
                                        : word == "level" || word == "matrix" ? std::vector<Mode*>{&levels_}
                                                                              : std::vector<Mode*>{&columns_},
                                        after);
            } else if (reading_labels_) {
                for (Mode* mode : labeled_)
                    mode->labels.push_back({std::string(words[at].text), place(words[at])});
                ++at;
            } else {
                at += setting(words, at, word);
            }
        }
        words.clear();
    }

    // "n=5" is three words to UCINET.
    static std::vector<Word> parted(const std::vector<Word>& words) {
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

    // How many words "labels" and "embedded" take.
    std::size_t labels_follow(std::vector<Mode*> modes, const std::string& next) {
        const bool embedded = next.starts_with("embedded");
        for (Mode* mode : modes) {
            if (embedded) mode->embedded = true;
        }
        reading_labels_ = !embedded;
        labeled_ = std::move(modes);
        return embedded ? 2 : 1;
    }

    std::size_t setting(const std::vector<Word>& words, std::size_t at, const std::string& word) {
        if (word == "dl" && !begun_) {
            begun_ = true;
            return 1;
        }
        if (!begun_) {
            begun_ = true;
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
            diagonal_ = lower(value.text) != "absent";
        } else if (word == "n" || word == "nr" || word == "nc" || word == "nm") {
            number(word, value);
        } else {
            problems_.warning(place(words[at]), fmt::format("{} is not known in a DL file and is ignored",
                                                            quoted(words[at].text)));
            return word == "title" || word == "type" ? 2 : 1;
        }
        return 2;
    }

    void number(const std::string& what, const Word& value) {
        const auto number = whole_number(value.text);
        constexpr std::uint64_t always_allowed = 1'000'000;
        if (!number || *number > std::max<std::uint64_t>(always_allowed, size_)) {
            problems_.error(place(value),
                            fmt::format("{} is a number of actors that the file can describe, not {}", what,
                                        quoted(value.text)));
            return;
        }
        if (what == "nm") {
            constexpr std::uint64_t most_levels = 10'000;
            levels_.size = std::min(*number, most_levels);
        }
        if (what == "n" || what == "nr") rows_.size = *number, rows_.size_place = place(value);
        if (what == "n" || what == "nc") columns_.size = *number, columns_.size_place = place(value);
        if (what == "nr" || what == "nc") two_modes_ = true;
    }

    void format(const Word& value) {
        const std::string name = lower(value.text);
        struct Named {
            std::string_view name;
            Format format;
            bool two_modes;
        };
        static constexpr std::array named{
            Named{"fullmatrix", Format::full_matrix, false}, Named{"fm", Format::full_matrix, false},
            Named{"lowerhalf", Format::lower_half, false},   Named{"upperhalf", Format::upper_half, false},
            Named{"edgelist1", Format::edge_list, false},    Named{"edgelist", Format::edge_list, false},
            Named{"el1", Format::edge_list, false},          Named{"edgelist2", Format::edge_list, true},
            Named{"el2", Format::edge_list, true},           Named{"nodelist1", Format::node_list, false},
            Named{"nodelist", Format::node_list, false},     Named{"nl1", Format::node_list, false},
            Named{"nodelist2", Format::node_list, true},     Named{"nl2", Format::node_list, true}};
        const auto at = std::ranges::find_if(named, [&](const Named& one) { return one.name == name; });
        if (at != named.end()) {
            format_ = at->format;
            two_modes_ = two_modes_ || at->two_modes;
            return;
        }
        problems_.error(place(value),
                        fmt::format("the format {} of DL files is not read; fullmatrix, lowerhalf, "
                                    "upperhalf, edgelist1, edgelist2, nodelist1 and nodelist2 are",
                                    quoted(value.text)));
        unreadable_ = true;
    }

    void begin_data() {
        if (!begun_) problems_.error({1, 1}, "a DL file begins with the word DL");
        for (Mode* mode : {&rows_, &columns_}) {
            if (mode == &columns_ && !two_modes_) continue;
            for (std::size_t i = 0; i < mode->labels.size(); ++i)
                mode->numbers.add(lower(mode->labels[i].text), static_cast<std::uint32_t>(i));
            if (mode->size && mode->labels.size() > *mode->size && !unreadable_) {
                problems_.error(
                    mode->labels[*mode->size].place,
                    fmt::format("there are {} labels for {} actors", mode->labels.size(), *mode->size));
                mode->labels.resize(*mode->size);
            }
        }
        const bool matrix = format_ == Format::full_matrix || halved();
        if (!rows_.size && !rows_.embedded && rows_.labels.empty() && !unreadable_) {
            problems_.error({1, 1}, "the file does not say how many actors there are: DL N=5");
            unreadable_ = true;
        }
        if (matrix && !rows_.size && !rows_.labels.empty()) rows_.size = rows_.labels.size();
        if (matrix && !columns_.size) columns_.size = two_modes_ ? columns_.labels.size() : rows_.size;
        if (matrix && (!rows_.size || !columns_.size)) {
            problems_.error({1, 1}, "a matrix needs its size: DL N=5");
            unreadable_ = true;
        }
        start_level();
        if (!unreadable_ && matrix) skip_diagonal();
    }

    bool halved() const { return format_ == Format::lower_half || format_ == Format::upper_half; }

    void data(const std::vector<Word>& words) {
        if (unreadable_) return;
        if (words[0].text == "!") {
            ++level_;
            return;
        }
        if (format_ == Format::edge_list) return edge(words);
        if (format_ == Format::node_list) return nodes(words);
        for (const Word& word : words) matrix_word(word);
    }

    // The actor that a word of the data means: a number, or a label, new where labels are embedded.
    std::optional<std::uint32_t> actor(const Word& word, Mode& mode) {
        if (const auto known = mode.numbers.find(lower(word.text))) return known;
        const std::uint64_t most = mode.size.value_or(mode.embedded ? size_ : mode.labels.size());
        if (mode.embedded) {
            const auto number = static_cast<std::uint32_t>(mode.labels.size());
            if (number >= most) {
                problems_.error(place(word),
                                fmt::format("{} is one actor more than the {} that the file declares",
                                            quoted(word.text), most));
                return std::nullopt;
            }
            mode.labels.push_back({std::string(word.text), place(word)});
            mode.numbers.add(lower(word.text), number);
            return number;
        }
        const auto number = whole_number(word.text);
        if (number && *number > 0 && *number <= most) return static_cast<std::uint32_t>(*number - 1);
        problems_.error(place(word), number ? fmt::format("there is no actor {}; the file declares {}",
                                                          quoted(word.text), most)
                                            : fmt::format("no actor is called {}{}", quoted(word.text),
                                                          mode.numbers.suggestion(lower(word.text))));
        return std::nullopt;
    }

    Mode& targets() { return two_modes_ ? columns_ : rows_; }

    void edge(const std::vector<Word>& words) {
        if (words.size() < 2) {
            problems_.error(place(words[0]), "a line of an edge list names two actors and, perhaps, a value");
            return;
        }
        const CellPlace start = place(words[0]);
        const auto from = actor(words[0], rows_), to = actor(words[1], targets());
        if (!from || !to) return;
        const std::string_view value = words.size() > 2 ? words[2].text : "1";
        edges_.push_back({*from, *to, value, start, words.size() > 2 ? place(words[2]) : start, level_});
    }

    void nodes(const std::vector<Word>& words) {
        const CellPlace start = place(words[0]);
        const auto from = actor(words[0], rows_);
        if (!from) return;
        for (std::size_t i = 1; i < words.size(); ++i) {
            const auto to = actor(words[i], targets());
            if (to) edges_.push_back({*from, *to, "1", start, place(words[i]), level_});
        }
    }

    // Where the next number of a matrix belongs.
    void matrix_word(const Word& word) {
        const std::uint64_t rows = *rows_.size, columns = *columns_.size;
        if (rows == 0 || columns == 0) return surplus(word);
        if (columns_.embedded && heads_ < columns) {
            if (level_ == 0) columns_.labels.push_back({std::string(word.text), place(word)});
            ++heads_;
            return;
        }
        if (level_ >= levels_.size.value_or(1)) return surplus(word);
        if (rows_.embedded && !row_named_) {
            if (level_ == 0) rows_.labels.push_back({std::string(word.text), place(word)});
            row_named_ = true;
            return;
        }
        if (row_ >= rows) return surplus(word);
        const double value = matrix_number(word.text);
        if (std::isnan(value)) {
            problems_.error(place(word),
                            fmt::format("the cells of a matrix are numbers, not {}", quoted(word.text)));
        } else if (value != 0) {
            if (matrices_.size() <= level_) matrices_.resize(level_ + 1);
            matrices_[level_].push_back({row_, column_, value, word.text, place(word)});
        }
        last_ = place(word);
        ++column_;
        end_row();
        skip_diagonal();
    }

    void skip_diagonal() {
        while (format_ == Format::full_matrix && !diagonal_ && !two_modes_ && column_ == row_ &&
               level_ < levels_.size.value_or(1)) {
            ++column_;
            end_row();
        }
    }

    void end_row() {
        const std::uint64_t end =
            format_ == Format::lower_half ? row_ + (diagonal_ ? 1U : 0U) : *columns_.size;
        if (column_ < end) return;
        ++row_;
        row_named_ = false;
        column_ = format_ == Format::upper_half ? row_ + (diagonal_ ? 0U : 1U) : 0;
        if (row_ < *rows_.size) {
            if (format_ == Format::upper_half && column_ >= *columns_.size) end_row();
            return;
        }
        row_ = column_ = 0;
        heads_ = 0;
        ++level_;
        start_level();
    }

    // Halves without a diagonal begin where there is something.
    void start_level() {
        if (diagonal_) return;
        if (format_ == Format::lower_half) row_ = 1;
        if (format_ == Format::upper_half) column_ = 1;
    }

    void surplus(const Word& word) {
        if (told_surplus_) return;
        told_surplus_ = true;
        problems_.error(place(word), fmt::format("this is more than {} of {} rows and {} columns hold",
                                                 counted(levels_.size.value_or(1), "matrix", "matrices"),
                                                 *rows_.size, *columns_.size));
    }

    void finish() {
        if (!in_data_) {
            if (!problems_.any_error())
                problems_.error({1, 1}, "the file has no line data:, so it holds no ties");
            return;
        }
        if (unreadable_ || !(format_ == Format::full_matrix || halved())) return;
        if (level_ < levels_.size.value_or(1) && *rows_.size > 0 && *columns_.size > 0) {
            problems_.error(
                last_.line == 0 ? CellPlace{1, 1} : last_,
                fmt::format("the data end in row {} of {}{}; N does not fit the rows", row_ + 1, *rows_.size,
                            levels_.size ? fmt::format(" of matrix {}", level_ + 1) : ""));
        }
    }

    // The ids of a mode, from `first` on where labels do not serve.
    static std::vector<std::string> names_of(const Mode& mode, std::uint64_t first) {
        std::vector<std::string> names;
        const std::uint64_t size = std::max<std::uint64_t>(mode.size.value_or(0), mode.labels.size());
        for (std::uint64_t i = 0; i < size; ++i)
            names.push_back(i < mode.labels.size() ? mode.labels[i].text : fmt::format("{}", first + i + 1));
        return names;
    }

    RawNetwork build() {
        RawNetwork network;
        network.actors.file = network.ties.file = file_;
        std::vector<std::string> ids = names_of(rows_, 0);
        const std::size_t rows = ids.size();
        if (two_modes_) {
            for (std::string& name : names_of(columns_, rows)) ids.push_back(std::move(name));
        }
        const std::vector<std::string> labels = ids;
        const bool by_label = all_different(ids);
        for (std::size_t i = 0; i < ids.size() && !by_label; ++i) ids[i] = fmt::format("{}", i + 1);
        const std::size_t id = network.actors.column("id");
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const Mode& mode = i < rows ? rows_ : columns_;
            const std::size_t at = i < rows ? i : i - rows;
            network.actors.begin_row(at < mode.labels.size() ? mode.labels[at].place : mode.size_place);
            network.actors.set(id, ids[i]);
            if (!by_label) network.actors.set(network.actors.column("label"), labels[i]);
            if (two_modes_) network.actors.set(network.actors.column("kind"), i < rows ? "mode1" : "mode2");
        }
        const auto middle = ids.begin() + static_cast<std::ptrdiff_t>(rows);
        const std::vector<std::string> sources(ids.begin(), middle),
            targets(two_modes_ ? middle : ids.begin(), two_modes_ ? ids.end() : middle);
        build_ties(network.ties, sources, targets);
        return network;
    }

    std::string relation(std::size_t level) const {
        if (level < levels_.labels.size()) return levels_.labels[level].text;
        return levels_.size.value_or(1) > 1 ? fmt::format("{}", level + 1) : "";
    }

    void build_ties(RawTable& ties, const std::vector<std::string>& sources,
                    const std::vector<std::string>& targets) {
        for (std::size_t level = 0; level < matrices_.size(); ++level)
            add_matrix_ties(ties, matrices_[level], sources, targets,
                            {relation(level), two_modes_, halved()});
        const std::size_t source = ties.column("source"), target = ties.column("target"),
                          weight = ties.column("weight"), directed = ties.column("directed");
        for (const Edge& edge : edges_) {
            ties.begin_row(edge.place);
            ties.set(source, sources[edge.from]);
            ties.set(target, targets[edge.to]);
            ties.set(weight, edge.weight, edge.weight_place);
            ties.set(directed, two_modes_ ? "false" : "true");
            if (const std::string name = relation(edge.level); !name.empty())
                ties.set(ties.column("relation"), name);
        }
    }

    Lines lines_;
    PlaceCounter places_;
    Problems problems_;
    std::string file_;
    std::size_t size_;
    Mode rows_, columns_, levels_;
    std::vector<Mode*> labeled_;  // that the labels now read are of
    Format format_ = Format::full_matrix;
    bool begun_ = false, in_data_ = false, reading_labels_ = false, unreadable_ = false, two_modes_ = false,
         diagonal_ = true, row_named_ = false, told_surplus_ = false;
    std::size_t level_ = 0;
    std::uint32_t row_ = 0, column_ = 0;
    std::uint64_t heads_ = 0;
    CellPlace last_;
    std::vector<std::vector<MatrixCell>> matrices_;
    std::vector<Edge> edges_;
};

}  // namespace

RawFile read_dl(std::string_view text, const std::string& file) { return Reader(text, file).read(); }

}  // namespace entente::io
