#include "io/formats/text/dl/dl.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/prose.hpp"
#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/matrix_ties.hpp"
#include "io/formats/text/dl/dl_header.hpp"

namespace entente::io {

namespace {

struct Edge {
    std::uint32_t from = 0, to = 0;
    std::string_view weight;
    CellPlace place, weight_place;
    std::size_t level = 0;
};

class Reader {
public:
    Reader(std::string_view text, const std::string& file)
        : lines_(text), places_(text), problems_(file, text), file_(file), size_(text.size()) {}

    RawFile read() {
        DlHeaderReader header(header_, places_, problems_, size_);
        while (lines_.next()) {
            std::vector<Word> words = lines_.words(",");
            if (words.empty()) continue;
            if (!in_data_ && header.read(words)) {
                in_data_ = true;
                begin_data();
            }
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

    void begin_data() {
        if (!header_.begun) problems_.error({1, 1}, "a DL file begins with the word DL");
        for (DlMode* mode : {&header_.rows, &header_.columns}) {
            if (mode == &header_.columns && !header_.two_modes) continue;
            for (std::size_t i = 0; i < mode->labels.size(); ++i)
                mode->numbers.add(lower(mode->labels[i].text), static_cast<std::uint32_t>(i));
            if (mode->size && mode->labels.size() > *mode->size && !header_.unreadable) {
                problems_.error(mode->labels[*mode->size].place,
                                fmt::format("there are {} for {}", counted(mode->labels.size(), "label"),
                                            counted(*mode->size, "actor")));
                mode->labels.resize(*mode->size);
            }
        }
        const bool matrix = header_.format == DlFormat::full_matrix || halved();
        if (!header_.rows.size && !header_.rows.embedded && header_.rows.labels.empty() &&
            !header_.unreadable) {
            problems_.error({1, 1}, "the file does not say how many actors there are: DL N=5");
            header_.unreadable = true;
        }
        if (matrix && !header_.rows.size && !header_.rows.labels.empty())
            header_.rows.size = header_.rows.labels.size();
        if (matrix && !header_.columns.size)
            header_.columns.size = header_.two_modes ? header_.columns.labels.size() : header_.rows.size;
        if (matrix && (!header_.rows.size || !header_.columns.size)) {
            problems_.error({1, 1}, "a matrix needs its size: DL N=5");
            header_.unreadable = true;
        }
        start_level();
        if (!header_.unreadable && matrix) skip_diagonal();
    }

    bool halved() const {
        return header_.format == DlFormat::lower_half || header_.format == DlFormat::upper_half;
    }

    void data(const std::vector<Word>& words) {
        if (header_.unreadable) return;
        if (words[0].text == "!") {
            ++level_;
            return;
        }
        if (header_.format == DlFormat::edge_list) return edge(words);
        if (header_.format == DlFormat::node_list) return nodes(words);
        for (const Word& word : words) matrix_word(word);
    }

    // The actor that a word of the data means: a number, or a label, new where labels are embedded.
    std::optional<std::uint32_t> actor(const Word& word, DlMode& mode) {
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

    DlMode& targets() { return header_.two_modes ? header_.columns : header_.rows; }

    void edge(const std::vector<Word>& words) {
        if (words.size() < 2) {
            problems_.error(place(words[0]), "a line of an edge list names two actors and, perhaps, a value");
            return;
        }
        const CellPlace start = place(words[0]);
        const auto from = actor(words[0], header_.rows), to = actor(words[1], targets());
        if (!from || !to) return;
        const std::string_view value = words.size() > 2 ? words[2].text : "1";
        edges_.push_back({*from, *to, value, start, words.size() > 2 ? place(words[2]) : start, level_});
    }

    void nodes(const std::vector<Word>& words) {
        const CellPlace start = place(words[0]);
        const auto from = actor(words[0], header_.rows);
        if (!from) return;
        for (std::size_t i = 1; i < words.size(); ++i) {
            const auto to = actor(words[i], targets());
            if (to) edges_.push_back({*from, *to, "1", start, place(words[i]), level_});
        }
    }

    // Where the next number of a matrix belongs.
    void matrix_word(const Word& word) {
        const std::uint64_t rows = *header_.rows.size, columns = *header_.columns.size;
        if (rows == 0 || columns == 0) return surplus(word);
        if (header_.columns.embedded && heads_ < columns) {
            if (level_ == 0) header_.columns.labels.push_back({std::string(word.text), place(word)});
            ++heads_;
            return;
        }
        if (level_ >= header_.levels.size.value_or(1)) return surplus(word);
        if (header_.rows.embedded && !row_named_) {
            if (level_ == 0) header_.rows.labels.push_back({std::string(word.text), place(word)});
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
        while (header_.format == DlFormat::full_matrix && !header_.diagonal && !header_.two_modes &&
               column_ == row_ && level_ < header_.levels.size.value_or(1)) {
            ++column_;
            end_row();
        }
    }

    void end_row() {
        const std::uint64_t end = header_.format == DlFormat::lower_half ? row_ + (header_.diagonal ? 1U : 0U)
                                                                         : *header_.columns.size;
        if (column_ < end) return;
        ++row_;
        row_named_ = false;
        column_ = header_.format == DlFormat::upper_half ? row_ + (header_.diagonal ? 0U : 1U) : 0;
        if (row_ < *header_.rows.size) {
            if (header_.format == DlFormat::upper_half && column_ >= *header_.columns.size) end_row();
            return;
        }
        row_ = column_ = 0;
        heads_ = 0;
        ++level_;
        start_level();
    }

    // Halves without a diagonal begin where there is something.
    void start_level() {
        if (header_.diagonal) return;
        if (header_.format == DlFormat::lower_half) row_ = 1;
        if (header_.format == DlFormat::upper_half) column_ = 1;
    }

    void surplus(const Word& word) {
        if (reported_surplus_) return;
        reported_surplus_ = true;
        problems_.error(
            place(word),
            fmt::format("this is more than {} of {} and {} hold",
                        counted(header_.levels.size.value_or(1), "matrix", "matrices"),
                        counted(*header_.rows.size, "row"), counted(*header_.columns.size, "column")));
    }

    void finish() {
        if (!in_data_) {
            if (!problems_.any_error())
                problems_.error({1, 1}, "the file has no line data:, so it holds no ties");
            return;
        }
        if (header_.unreadable || !(header_.format == DlFormat::full_matrix || halved())) return;
        if (level_ < header_.levels.size.value_or(1) && *header_.rows.size > 0 && *header_.columns.size > 0) {
            problems_.error(last_.line == 0 ? CellPlace{1, 1} : last_,
                            fmt::format("the data end in row {} of {}{}; N does not fit the rows", row_ + 1,
                                        *header_.rows.size,
                                        header_.levels.size ? fmt::format(" of matrix {}", level_ + 1) : ""));
        }
    }

    // The ids of a mode, from `first` on where labels do not serve.
    static std::vector<std::string> names_of(const DlMode& mode, std::uint64_t first) {
        std::vector<std::string> names;
        const std::uint64_t size = std::max<std::uint64_t>(mode.size.value_or(0), mode.labels.size());
        for (std::uint64_t i = 0; i < size; ++i)
            names.push_back(i < mode.labels.size() ? mode.labels[i].text : fmt::format("{}", first + i + 1));
        return names;
    }

    RawNetwork build() {
        RawNetwork network;
        network.actors.file = network.ties.file = file_;
        std::vector<std::string> ids = names_of(header_.rows, 0);
        const std::size_t rows = ids.size();
        if (header_.two_modes) {
            for (std::string& name : names_of(header_.columns, rows)) ids.push_back(std::move(name));
        }
        const std::vector<std::string> labels = ids;
        const bool by_label = all_different(ids);
        for (std::size_t i = 0; i < ids.size() && !by_label; ++i) ids[i] = fmt::format("{}", i + 1);
        const std::size_t id = network.actors.column("id");
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const DlMode& mode = i < rows ? header_.rows : header_.columns;
            const std::size_t at = i < rows ? i : i - rows;
            network.actors.begin_row(at < mode.labels.size() ? mode.labels[at].place : mode.size_place);
            network.actors.set(id, ids[i]);
            if (!by_label) network.actors.set(network.actors.column("label"), labels[i]);
            if (header_.two_modes)
                network.actors.set(network.actors.column("kind"), i < rows ? "mode1" : "mode2");
        }
        const auto middle = ids.begin() + static_cast<std::ptrdiff_t>(rows);
        const std::vector<std::string> sources(ids.begin(), middle),
            targets(header_.two_modes ? middle : ids.begin(), header_.two_modes ? ids.end() : middle);
        build_ties(network.ties, sources, targets);
        return network;
    }

    std::string relation(std::size_t level) const {
        if (level < header_.levels.labels.size()) return header_.levels.labels[level].text;
        return header_.levels.size.value_or(1) > 1 ? fmt::format("{}", level + 1) : "";
    }

    void build_ties(RawTable& ties, const std::vector<std::string>& sources,
                    const std::vector<std::string>& targets) {
        for (std::size_t level = 0; level < matrices_.size(); ++level)
            add_matrix_ties(ties, matrices_[level], sources, targets,
                            {relation(level), header_.two_modes, halved()});
        const std::size_t source = ties.column("source"), target = ties.column("target"),
                          weight = ties.column("weight"), directed = ties.column("directed");
        for (const Edge& edge : edges_) {
            ties.begin_row(edge.place);
            ties.set(source, sources[edge.from]);
            ties.set(target, targets[edge.to]);
            ties.set(weight, edge.weight, edge.weight_place);
            ties.set(directed, header_.two_modes ? "false" : "true");
            if (const std::string name = relation(edge.level); !name.empty())
                ties.set(ties.column("relation"), name);
        }
    }

    Lines lines_;
    PlaceCounter places_;
    Problems problems_;
    std::string file_;
    std::size_t size_;
    DlHeader header_;
    bool in_data_ = false, row_named_ = false, reported_surplus_ = false;
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
