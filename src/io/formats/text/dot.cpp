#include "io/formats/text/dot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/named_actors.hpp"
#include "io/formats/text/dot_lexer.hpp"
#include "io/formats/text/entities.hpp"
#include "io/formats/vocabulary_text.hpp"

namespace entente::io {

namespace {

constexpr std::size_t deepest = 100;
constexpr std::size_t most_edges_of_a_statement = 1'000'000;

// Graphviz' attributes for looks and layout.
constexpr std::string_view looks[] = {"arrowhead",     "arrowsize",
                                      "arrowtail",     "bgcolor",
                                      "center",        "class",
                                      "color",         "colorscheme",
                                      "constraint",    "decorate",
                                      "distortion",    "fillcolor",
                                      "fixedsize",     "fontcolor",
                                      "fontname",      "fontsize",
                                      "gradientangle", "group",
                                      "headclip",      "headhref",
                                      "headlabel",     "headport",
                                      "headtarget",    "headtooltip",
                                      "headURL",       "height",
                                      "href",          "image",
                                      "imagepos",      "imagescale",
                                      "labelangle",    "labeldistance",
                                      "labelfloat",    "labelfontcolor",
                                      "labelfontname", "labelfontsize",
                                      "labelhref",     "labeljust",
                                      "labelloc",      "labeltarget",
                                      "labeltooltip",  "labelURL",
                                      "layer",         "len",
                                      "lhead",         "lp",
                                      "ltail",         "margin",
                                      "minlen",        "nojustify",
                                      "ordering",      "orientation",
                                      "penwidth",      "peripheries",
                                      "pin",           "pos",
                                      "rank",          "rects",
                                      "regular",       "root",
                                      "samehead",      "sametail",
                                      "samplepoints",  "shape",
                                      "shapefile",     "showboxes",
                                      "sides",         "skew",
                                      "sortv",         "style",
                                      "tailclip",      "taillabel",
                                      "tailport",      "tooltip",
                                      "URL",           "vertices",
                                      "width",         "xlp"};

struct Attribute {
    std::string name, text;
    CellPlace place;
};
using Attributes = std::vector<Attribute>;

void put(Attributes& attributes, Attribute attribute) {
    const auto at =
        std::ranges::find_if(attributes, [&](const Attribute& one) { return one.name == attribute.name; });
    if (at == attributes.end()) {
        attributes.push_back(std::move(attribute));
    } else {
        *at = std::move(attribute);
    }
}

const Attribute* find(const Attributes& attributes, std::string_view name) {
    const auto at = std::ranges::find_if(attributes, [&](const Attribute& one) { return one.name == name; });
    return at == attributes.end() ? nullptr : &*at;
}

struct Node {
    std::string id;
    CellPlace place;
    Attributes attributes;
    std::string cluster;
};

struct Edge {
    std::uint32_t from = 0, to = 0;
    CellPlace place;
    Attributes attributes;
};

// What holds within braces: defaults, and the nodes mentioned there.
struct Scope {
    Attributes node_defaults, edge_defaults;
    std::vector<std::uint32_t> members;
    std::set<std::uint32_t> known;
    Attributes own;  // of the subgraph itself
};

struct Graph {
    bool directed = false, strict = false;
    std::string name;
    CellPlace place;
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::unordered_map<std::string, std::uint32_t> known;
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;  // of a strict graph
    std::uint64_t merged = 0;
    Attributes attributes;
};

class Reader {
public:
    Reader(std::string_view text, const std::string& file)
        : problems_(file, text), lexer_(text, problems_), file_(file) {
        token_ = lexer_.next();
    }

    RawFile read() {
        RawFile result;
        while (token_.kind != DotToken::Kind::end && good_) {
            graph_ = {};
            whole_graph();
            result.networks.push_back(build());
            while (token_.kind == DotToken::Kind::symbol && token_.text == ";") take();
        }
        if (result.networks.empty() && !problems_.any_error())
            problems_.error({1, 1}, "the file has no graph { … }; is it DOT?");
        looks_left_out_.tell(problems_);
        result.diagnostics = problems_.take();
        return result;
    }

private:
    DotToken take() {
        DotToken taken = std::move(token_);
        token_ = lexer_.next();
        return taken;
    }
    bool is(std::string_view symbol) const {
        return token_.kind == DotToken::Kind::symbol && token_.text == symbol;
    }
    bool is_id() const {
        return token_.kind == DotToken::Kind::id || token_.kind == DotToken::Kind::quoted ||
               token_.kind == DotToken::Kind::html;
    }
    bool is_word(std::string_view word) const {
        return token_.kind == DotToken::Kind::id && lower(token_.text) == word;
    }
    bool fail(CellPlace place, std::string message) {
        if (good_) problems_.error(place, std::move(message));
        good_ = false;
        return false;
    }
    bool expect(std::string_view symbol, std::string_view where) {
        if (is(symbol)) {
            take();
            return true;
        }
        return fail(
            token_.place,
            token_.kind == DotToken::Kind::end
                ? fmt::format("the file ends where '{}' {} is missing; it is not whole", symbol, where)
                : fmt::format("'{}' {} is missing before {}", symbol, where, quoted(token_.text)));
    }
    static std::string text_of(const DotToken& token) {
        return token.kind == DotToken::Kind::quoted ? dot_text(token.text) : token.text;
    }

    void whole_graph() {
        graph_.place = token_.place;
        if (is_word("strict")) {
            graph_.strict = true;
            take();
        }
        if (!is_word("graph") && !is_word("digraph")) {
            fail(token_.place, fmt::format("'graph' or 'digraph' is missing before {}", quoted(token_.text)));
            return;
        }
        graph_.directed = lower(take().text) == "digraph";
        if (is_id()) graph_.name = text_of(take());
        Scope scope;
        if (expect("{", "of the graph")) statements(scope, 0);
        graph_.attributes = scope.own;
    }

    // Up to the brace that closes, which is taken too.
    bool statements(Scope& scope, std::size_t depth) {
        if (depth > deepest) return fail(token_.place, "the subgraphs are nested too deeply to be a network");
        while (good_) {
            if (is("}")) {
                take();
                return true;
            }
            if (is(";") || is(",")) {
                take();
                continue;
            }
            if (!statement(scope, depth)) return false;
        }
        return false;
    }

    bool statement(Scope& scope, std::size_t depth) {
        if (is_word("graph") || is_word("node") || is_word("edge")) {
            const std::string what = lower(take().text);
            Attributes attributes;
            if (!attribute_lists(attributes)) return false;
            for (Attribute& attribute : attributes)
                put(what == "graph"  ? scope.own
                    : what == "node" ? scope.node_defaults
                                     : scope.edge_defaults,
                    std::move(attribute));
            return true;
        }
        const CellPlace start = token_.place;
        if (!is("{") && !is_word("subgraph")) {
            if (!is_id()) {
                return fail(start, token_.kind == DotToken::Kind::end
                                       ? "the file ends in the middle of a graph; it is not whole"
                                       : fmt::format("no statement begins with {}", quoted(token_.text)));
            }
            const DotToken name = take();
            if (is("=")) {
                take();
                return one_attribute(name, scope.own);
            }
            return chain(scope, depth, start, node_statement(scope, name), true);
        }
        std::vector<std::uint32_t> members;
        if (!subgraph(scope, depth, members)) return false;
        return chain(scope, depth, start, std::move(members), false);
    }

    std::vector<std::uint32_t> node_statement(Scope& scope, const DotToken& name) {
        const std::uint32_t node = node_named(scope, name);
        // A port, and a compass point: where on the node an edge ends.
        for (std::size_t i = 0; i < 2 && is(":"); ++i) {
            take();
            if (is_id()) take();
        }
        return {node};
    }

    std::uint32_t node_named(Scope& scope, const DotToken& name) {
        const std::string id = text_of(name);
        const auto [at, fresh] = graph_.known.emplace(id, static_cast<std::uint32_t>(graph_.nodes.size()));
        if (fresh) graph_.nodes.push_back({id, name.place, scope.node_defaults, ""});
        if (scope.known.insert(at->second).second) scope.members.push_back(at->second);
        return at->second;
    }

    bool chain(Scope& scope, std::size_t depth, CellPlace start, std::vector<std::uint32_t> ends,
               bool one_node) {
        std::vector<std::vector<std::uint32_t>> groups{std::move(ends)};
        std::vector<CellPlace> places{start};
        while (good_ && (is("->") || is("--"))) {
            const DotToken arrow = take();
            if ((arrow.text == "->") != graph_.directed) {
                return fail(arrow.place, graph_.directed ? "a digraph has edges ->, not --"
                                                         : "a graph has edges --, not ->; is it a digraph?");
            }
            places.push_back(token_.place);
            std::vector<std::uint32_t> next;
            if (is("{") || is_word("subgraph")) {
                if (!subgraph(scope, depth, next)) return false;
            } else if (is_id()) {
                next = node_statement(scope, take());
            } else {
                return fail(token_.place, "behind an edge stands the node it leads to");
            }
            groups.push_back(std::move(next));
        }
        Attributes attributes;
        if (!attribute_lists(attributes)) return false;
        if (groups.size() == 1) {
            if (!one_node) return true;
            for (Attribute& attribute : attributes)
                put(graph_.nodes[groups[0][0]].attributes, std::move(attribute));
            return true;
        }
        Attributes all = scope.edge_defaults;
        for (Attribute& attribute : attributes) put(all, std::move(attribute));
        for (std::size_t i = 0; i + 1 < groups.size(); ++i) {
            if (groups[i].size() * groups[i + 1].size() > most_edges_of_a_statement)
                return fail(places[i], "this one edge stands for more than a million ties");
            for (const std::uint32_t from : groups[i]) {
                for (const std::uint32_t to : groups[i + 1]) add_edge({from, to, places[i], all});
            }
        }
        return good_;
    }

    void add_edge(Edge edge) {
        if (graph_.strict) {
            const bool turned = !graph_.directed && edge.to < edge.from;
            const auto pair = turned ? std::pair(edge.to, edge.from) : std::pair(edge.from, edge.to);
            if (!graph_.pairs.insert(pair).second) {
                ++graph_.merged;
                return;
            }
        }
        if (++edges_read_ > most_edges_of_a_statement * 100) {
            fail(edge.place, "the file stands for more than a hundred million ties");
            return;
        }
        graph_.edges.push_back(std::move(edge));
    }

    // subgraph name { … }: its members go to `members`, and a cluster is the cluster of its nodes.
    bool subgraph(Scope& outer, std::size_t depth, std::vector<std::uint32_t>& members) {
        std::string name;
        if (is_word("subgraph")) {
            take();
            if (is_id()) name = text_of(take());
        }
        Scope inner;
        inner.node_defaults = outer.node_defaults;
        inner.edge_defaults = outer.edge_defaults;
        if (!is("{") && !name.empty()) return true;  // a subgraph named again
        if (!expect("{", "of a subgraph") || !statements(inner, depth + 1)) return false;
        members = inner.members;
        const Attribute* label = find(inner.own, "label");
        if (name.starts_with("cluster")) {
            std::string cluster = label != nullptr && !label->text.empty() ? label->text : name;
            for (const std::uint32_t member : members) {
                if (graph_.nodes[member].cluster.empty()) graph_.nodes[member].cluster = cluster;
            }
        }
        for (const std::uint32_t member : members) {
            if (outer.known.insert(member).second) outer.members.push_back(member);
        }
        return true;
    }

    bool attribute_lists(Attributes& attributes) {
        while (is("[")) {
            take();
            while (!is("]")) {
                if (is(",") || is(";")) {
                    take();
                    continue;
                }
                if (!is_id()) {
                    return fail(token_.place,
                                token_.kind == DotToken::Kind::end
                                    ? "the file ends in the middle of attributes; it is not whole"
                                    : fmt::format("an attribute begins with its name, not with {}",
                                                  quoted(token_.text)));
                }
                const DotToken name = take();
                if (is("=")) {
                    take();
                    if (!one_attribute(name, attributes)) return false;
                } else {
                    put(attributes, {text_of(name), "true", name.place});
                }
            }
            take();
        }
        return true;
    }

    bool one_attribute(const DotToken& name, Attributes& attributes) {
        if (!is_id()) return fail(token_.place, fmt::format("{} has no value", quoted(name.text)));
        const DotToken value = take();
        const std::string key = text_of(name);
        if (value.kind == DotToken::Kind::html) {
            put(attributes, {key, plain(value.text), value.place});
        } else if (value.kind == DotToken::Kind::quoted && (key == "label" || key == "xlabel")) {
            put(attributes, {key, dot_label(value.text), value.place});
        } else {
            put(attributes, {key, text_of(value), value.place});
        }
        return true;
    }

    // The text of an HTML label.
    static std::string plain(std::string_view html) {
        std::string out;
        bool in_tag = false;
        for (const char byte : html) {
            if (byte == '<') in_tag = true;
            if (!in_tag) out += byte;
            if (byte == '>') in_tag = false;
        }
        return without_entities(trimmed(out));
    }

    RawNetwork build() {
        RawNetwork network;
        network.name = graph_.name;
        network.actors.file = network.ties.file = network.relations.file = network.sources.file = file_;
        const Attribute* own = find(graph_.attributes, "entente");
        const Attribute* label = find(graph_.attributes, "label");
        network.title = label != nullptr ? label->text : graph_.name;
        const Vocabulary vocabulary =
            own != nullptr ? read_vocabulary(own->text, own->place, network, problems_) : Vocabulary();
        RawTable& actors = network.actors;
        const std::size_t id = actors.column("id");
        for (const Node& node : graph_.nodes) {
            actors.begin_row(node.place);
            actors.set(id, node.id);
            for (const Attribute& attribute : node.attributes) {
                if (!vocabulary.known && attribute.name == "label" && attribute.text == "\\N") continue;
                if (is_look(attribute, vocabulary.known) || attribute.name == "id") continue;
                if (const auto column = attribute_column(actors, attribute.name, attribute.place))
                    actors.set(*column, attribute.text, attribute.place);
            }
            if (!node.cluster.empty()) actors.set(actors.column("cluster"), node.cluster);
        }
        for (const Edge& edge : graph_.edges) tie(network.ties, edge, vocabulary.known);
        if (graph_.merged > 0) network.left_out.push_back({"repeated edge of a strict graph", graph_.merged});
        vocabulary.rename(network);
        return network;
    }

    bool is_look(const Attribute& attribute, bool ours) {
        if (std::ranges::find(looks, attribute.name) == std::end(looks)) return false;
        if (!ours) looks_left_out_.add(attribute.name, attribute.place);
        return true;
    }

    void tie(RawTable& ties, const Edge& edge, bool ours) {
        const Attribute* direction = find(edge.attributes, "dir");
        const bool turned = !ours && direction != nullptr && direction->text == "back";
        ties.begin_row(edge.place);
        ties.set(ties.column("source"), graph_.nodes[turned ? edge.to : edge.from].id);
        ties.set(ties.column("target"), graph_.nodes[turned ? edge.from : edge.to].id);
        if (!ours && find(edge.attributes, "directed") == nullptr) {
            const bool both =
                direction != nullptr && (direction->text == "both" || direction->text == "none");
            ties.set(ties.column("directed"), graph_.directed && !both ? "true" : "false");
        }
        for (const Attribute& attribute : edge.attributes) {
            const bool used = attribute.name == "dir" || attribute.name == "key" || attribute.name == "id" ||
                              attribute.name == "source" || attribute.name == "target";
            if (used || is_look(attribute, ours)) continue;
            const bool note = !ours && attribute.name == "label" && find(edge.attributes, "note") == nullptr;
            if (const auto column = attribute_column(ties, note ? "note" : attribute.name, attribute.place))
                ties.set(*column, attribute.text, attribute.place);
        }
    }

    Problems problems_;
    DotLexer lexer_;
    std::string file_;
    DotToken token_;
    Graph graph_;
    bool good_ = true;
    std::size_t edges_read_ = 0;
    LeftOutLooks looks_left_out_;
};

}  // namespace

RawFile read_dot(std::string_view text, const std::string& file) { return Reader(text, file).read(); }

std::string dot_text(std::string_view quoted) {
    std::string out;
    for (std::size_t i = 0; i < quoted.size(); ++i) {
        const char next = i + 1 < quoted.size() ? quoted[i + 1] : '\0';
        if (quoted[i] == '\\' && (next == '"' || next == '\\')) {
            out += next;
            ++i;
        } else if (quoted[i] == '\\' && next == '\n') {
            ++i;
        } else {
            out += quoted[i];
        }
    }
    return out;
}

std::span<const std::string_view> dot_looks() { return looks; }

std::string dot_label(std::string_view quoted) {
    std::string out;
    const bool justified_end = quoted.ends_with("\\l") || quoted.ends_with("\\r");
    for (std::size_t i = 0; i < quoted.size(); ++i) {
        const char next = i + 1 < quoted.size() ? quoted[i + 1] : '\0';
        if (quoted[i] != '\\' || next == '\0') {
            out += quoted[i];
            continue;
        }
        ++i;
        if (next == '"' || next == '\\') {
            out += next;
        } else if (next == 'n' || next == 'l' || next == 'r') {
            out += '\n';
        } else if (next != '\n') {
            out += '\\';
            out += next;
        }
    }
    if (justified_end && out.ends_with('\n')) out.pop_back();
    return without_entities(out);
}

}  // namespace entente::io
