#include "io/formats/text/gml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/named_actors.hpp"
#include "io/formats/text/entities.hpp"
#include "io/formats/vocabulary_text.hpp"

namespace entente::io {

namespace {

constexpr std::size_t deepest = 100;

struct Token {
    enum class Kind { end, word, text, open, close } kind = Kind::end;
    std::string text;  // entities resolved
    CellPlace place;
};

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text), places_(text) {
        if (text.starts_with("\xEF\xBB\xBF")) at_ = 3;
    }

    Token next(Problems& problems) {
        skip();
        Token token;
        token.place = places_.at(at_);
        if (at_ >= text_.size()) return token;
        const char byte = text_[at_];
        if (byte == '[' || byte == ']') {
            ++at_;
            token.kind = byte == '[' ? Token::Kind::open : Token::Kind::close;
            return token;
        }
        if (byte == '"') {
            const std::size_t end = text_.find('"', at_ + 1);
            if (end == std::string_view::npos)
                problems.error(token.place, "the string that begins here is not closed");
            token.kind = end == std::string_view::npos ? Token::Kind::end : Token::Kind::text;
            token.text = without_entities(text_.substr(at_ + 1, end - at_ - 1));
            at_ = end == std::string_view::npos ? text_.size() : end + 1;
            return token;
        }
        const std::size_t start = at_;
        while (at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != '[' && text_[at_] != ']' &&
               text_[at_] != '"')
            ++at_;
        token.kind = Token::Kind::word;
        token.text = text_.substr(start, at_ - start);
        return token;
    }

private:
    static bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

    void skip() {
        while (at_ < text_.size()) {
            if (text_[at_] == '#') {
                at_ = std::min(text_.find('\n', at_), text_.size());
            } else if (is_space(text_[at_])) {
                ++at_;
            } else {
                return;
            }
        }
    }

    std::string_view text_;
    PlaceCounter places_;
    std::size_t at_ = 0;
};

struct Field {
    std::string key, text;
    CellPlace place;
};

// A node or an edge: its fields, those of records within it under "outer.inner".
struct Record {
    CellPlace place;
    std::vector<Field> fields;

    const Field* find(std::string_view key) const {
        for (const Field& field : fields) {
            if (field.key == key) return &field;
        }
        return nullptr;
    }
};

class Reader {
public:
    Reader(std::string_view text, const std::string& file)
        : lexer_(text), problems_(file, text), file_(file) {}

    RawFile read() {
        RawFile result;
        token_ = lexer_.next(problems_);
        bool found = false;
        while (token_.kind == Token::Kind::word || token_.kind == Token::Kind::text) {
            const Token key = take();
            if (token_.kind != Token::Kind::open) {
                take();
                continue;
            }
            if (lower(key.text) != "graph") {
                skip_record();
                continue;
            }
            if (found) {
                problems_.error(key.place, "a second graph; a GML file holds one network: split the file");
                break;
            }
            found = true;
            graph();
        }
        if (!found && !problems_.any_error())
            problems_.error({1, 1}, "the file has no graph [ … ]; is it GML?");
        result.networks.push_back(build());
        looks_.tell(problems_);
        result.diagnostics = problems_.take();
        return result;
    }

private:
    Token take() {
        Token taken = std::move(token_);
        token_ = lexer_.next(problems_);
        return taken;
    }

    // From `[` to the `]` that closes it; false where the file ends before.
    bool skip_record() {
        const CellPlace opening = token_.place;
        std::size_t depth = 0;
        do {
            if (token_.kind == Token::Kind::open) ++depth;
            if (token_.kind == Token::Kind::close) --depth;
            if (token_.kind == Token::Kind::end) return unclosed(opening);
            take();
        } while (depth > 0);
        return true;
    }

    bool unclosed(CellPlace opening) {
        if (!problems_.any_error())
            problems_.error(opening, "the [ that stands here is never closed; the file is not whole");
        return false;
    }

    void graph() {
        const CellPlace opening = take().place;
        while (token_.kind != Token::Kind::close) {
            if (token_.kind == Token::Kind::end) {
                unclosed(opening);
                return;
            }
            const Token key = take();
            if (key.kind == Token::Kind::open) {
                problems_.error(key.place, "a record without a name; before [ stands what it is");
                return;
            }
            const std::string name = lower(key.text);
            if (token_.kind != Token::Kind::open) {
                if (token_.kind == Token::Kind::close) return missing_value(key);
                const Token value = take();
                if (name == "directed") directed_ = value.text == "1" ? "true" : "false";
                if (name == "title" || name == "label" || name == "name") title_ = value.text;
                if (name == "entente") vocabulary_ = value;
            } else if (name == "node" || name == "edge") {
                Record record{key.place, {}};
                if (!fields(record, "", 0)) return;
                (name == "node" ? nodes_ : edges_).push_back(std::move(record));
            } else if (!skip_record()) {
                return;
            }
        }
        take();
    }

    void missing_value(const Token& key) {
        problems_.error(key.place, fmt::format("{} has no value", quoted(key.text)));
    }

    bool fields(Record& record, const std::string& prefix, std::size_t depth) {
        const CellPlace opening = take().place;
        if (depth >= deepest) {
            problems_.error(opening, "the records are nested too deeply to be a network");
            return false;
        }
        while (token_.kind != Token::Kind::close) {
            if (token_.kind == Token::Kind::end) return unclosed(opening);
            const Token key = take();
            if (key.kind == Token::Kind::open || token_.kind == Token::Kind::close) {
                missing_value(key);
                return false;
            }
            if (token_.kind == Token::Kind::end) return unclosed(opening);
            if (token_.kind != Token::Kind::open) {
                const Token value = take();
                record.fields.push_back({prefix + key.text, value.text, value.place});
            } else if (lower(key.text) == "graphics" || lower(key.text) == "labelgraphics") {
                looks_.add(key.text, key.place);
                if (!skip_record()) return false;
            } else if (!fields(record, prefix + key.text + ".", depth + 1)) {
                return false;
            }
        }
        take();
        return true;
    }

    // A repeated key is a list.
    static void fill(RawTable& table, const Record& record, std::span<const std::string_view> ours) {
        std::vector<Field> joined;
        for (const Field& field : record.fields) {
            if (std::ranges::find(ours, field.key) != ours.end()) continue;
            const auto before =
                std::ranges::find_if(joined, [&](const Field& one) { return one.key == field.key; });
            if (before == joined.end()) {
                joined.push_back(field);
            } else {
                before->text += "; " + field.text;
            }
        }
        for (const Field& field : joined) {
            table.set(attribute_column(table, field.key, field.place), field.text, field.place);
        }
    }

    RawNetwork build() {
        RawNetwork network;
        network.title = title_;
        network.actors.file = network.ties.file = network.relations.file = network.sources.file = file_;
        const Vocabulary vocabulary =
            vocabulary_ ? read_vocabulary(vocabulary_->text, vocabulary_->place, network, problems_)
                        : Vocabulary();
        build_actors(network.actors, vocabulary);
        build_ties(network.ties, vocabulary);
        vocabulary.rename(network);
        return network;
    }

    void build_actors(RawTable& actors, const Vocabulary& vocabulary) {
        std::vector<std::string> names;
        for (const Record& node : nodes_) {
            const Field* name = node.find("name");
            names.push_back(name == nullptr ? "" : name->text);
        }
        const bool by_name = vocabulary.known || (!nodes_.empty() && all_different(names));
        const std::size_t id_column = actors.column("id"), label_column = actors.column("label");
        for (const Record& node : nodes_) {
            const Field* id = node.find("id");
            if (id == nullptr) {
                problems_.error(node.place, "this node has no id");
                continue;
            }
            const auto actor = static_cast<std::uint32_t>(ids_.size());
            const Field* name = by_name ? node.find("name") : id;
            if (name == nullptr) name = id;
            if (!declared_.add(id->text, actor)) {
                problems_.error(id->place, fmt::format("the id {} is there twice; each node needs its own",
                                                       quoted(id->text)));
                continue;
            }
            ids_.push_back(name->text);
            actors.begin_row(node.place);
            actors.set(id_column, name->text, name->place);
            const Field* label =
                by_name && node.find("title") != nullptr ? node.find("title") : node.find("label");
            if (label == nullptr && !by_name) label = node.find("name");
            if (label != nullptr) actors.set(label_column, label->text, label->place);
            constexpr std::array<std::string_view, 2> numbered{"id", "label"};
            constexpr std::array<std::string_view, 4> named{"id", "label", "name", "title"};
            fill(actors, node, by_name ? std::span<const std::string_view>(named) : numbered);
        }
    }

    void build_ties(RawTable& ties, const Vocabulary& vocabulary) {
        const std::size_t source = ties.column("source"), target = ties.column("target");
        for (const Record& edge : edges_) {
            const auto from = end_of(edge, "source"), to = end_of(edge, "target");
            if (!from || !to) continue;
            ties.begin_row(edge.place);
            ties.set(source, ids_[*from], edge.find("source")->place);
            ties.set(target, ids_[*to], edge.find("target")->place);
            if (!vocabulary.known && edge.find("directed") == nullptr)
                ties.set(ties.column("directed"), directed_, edge.place);
            constexpr std::array<std::string_view, 3> ends{"source", "target", "id"};
            for (const Field& field : edge.fields) {
                if (field.key == "label" && edge.find("note") == nullptr && !vocabulary.known)
                    ties.set(ties.column("note", field.place), field.text, field.place);
            }
            constexpr std::array<std::string_view, 4> with_label{"source", "target", "id", "label"};
            fill(ties, edge, vocabulary.known ? std::span<const std::string_view>(ends) : with_label);
        }
    }

    std::optional<std::uint32_t> end_of(const Record& edge, std::string_view which) {
        const Field* field = edge.find(which);
        if (field == nullptr) {
            problems_.error(edge.place, fmt::format("this edge has no {}", which));
            return std::nullopt;
        }
        const auto actor = declared_.find(field->text);
        if (!actor) {
            problems_.error(field->place, fmt::format("no node has the id {}{}", quoted(field->text),
                                                      declared_.suggestion(field->text)));
        }
        return actor;
    }

    Lexer lexer_;
    Problems problems_;
    std::string file_;
    Token token_;
    std::vector<Record> nodes_, edges_;
    std::string title_, directed_ = "false";
    std::optional<Token> vocabulary_;
    DeclaredIds declared_;
    std::vector<std::string> ids_;
    LeftOutLooks looks_;
};

}  // namespace

RawFile read_gml(std::string_view text, const std::string& file) { return Reader(text, file).read(); }

}  // namespace entente::io
