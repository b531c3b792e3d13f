#include "io/formats/text/dot/dot_parser.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/text/dot/dot_lexer.hpp"
#include "io/formats/text/dot/dot_strings.hpp"
#include "io/formats/text/entities.hpp"
#include "io/formats/unique_columns.hpp"

namespace entente::io {

namespace {

constexpr std::size_t deepest = 100;
constexpr std::size_t most_edges_of_a_statement = 1'000'000;

// What holds within braces: defaults, and the nodes mentioned there.
struct Scope {
    DotAttributes node_defaults, edge_defaults;
    std::vector<std::uint32_t> members;
    std::set<std::uint32_t> known;
    DotAttributes own;  // of the subgraph itself
};

class Parser {
public:
    Parser(std::string_view text, Problems& problems) : problems_(problems), lexer_(text, problems) {
        token_ = lexer_.next();
    }

    std::vector<DotGraph> parse() {
        std::vector<DotGraph> graphs;
        while (token_.kind != DotToken::Kind::end && good_) {
            graph_ = {};
            whole_graph();
            graphs.push_back(std::move(graph_));
            while (token_.kind == DotToken::Kind::symbol && token_.text == ";") take();
        }
        return graphs;
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
            DotAttributes attributes;
            if (!attribute_lists(attributes)) return false;
            for (DotAttribute& attribute : attributes)
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
        DotAttributes attributes;
        if (!attribute_lists(attributes)) return false;
        if (groups.size() == 1) {
            if (!one_node) return true;
            for (DotAttribute& attribute : attributes)
                put(graph_.nodes[groups[0][0]].attributes, std::move(attribute));
            return true;
        }
        DotAttributes all = scope.edge_defaults;
        for (DotAttribute& attribute : attributes) put(all, std::move(attribute));
        for (std::size_t i = 0; i + 1 < groups.size(); ++i) {
            if (groups[i].size() * groups[i + 1].size() > most_edges_of_a_statement)
                return fail(places[i], "this one edge stands for more than a million ties");
            for (const std::uint32_t from : groups[i]) {
                for (const std::uint32_t to : groups[i + 1]) add_edge({from, to, places[i], all});
            }
        }
        return good_;
    }

    void add_edge(DotEdge edge) {
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
        const DotAttribute* label = find(inner.own, "label");
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

    bool attribute_lists(DotAttributes& attributes) {
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
                if (attributes.size() > UniqueColumns::most)
                    return fail(name.place, fmt::format("more than {} attributes; no table holds as many",
                                                        UniqueColumns::most));
            }
            take();
        }
        return true;
    }

    bool one_attribute(const DotToken& name, DotAttributes& attributes) {
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

    Problems& problems_;
    DotLexer lexer_;
    DotToken token_;
    DotGraph graph_;
    bool good_ = true;
    std::size_t edges_read_ = 0;
};

}  // namespace

void put(DotAttributes& attributes, DotAttribute attribute) {
    const auto at =
        std::ranges::find_if(attributes, [&](const DotAttribute& one) { return one.name == attribute.name; });
    if (at == attributes.end()) {
        attributes.push_back(std::move(attribute));
    } else {
        *at = std::move(attribute);
    }
}

const DotAttribute* find(const DotAttributes& attributes, std::string_view name) {
    const auto at =
        std::ranges::find_if(attributes, [&](const DotAttribute& one) { return one.name == name; });
    return at == attributes.end() ? nullptr : &*at;
}

std::vector<DotGraph> parse_dot(std::string_view text, Problems& problems) {
    return Parser(text, problems).parse();
}

}  // namespace entente::io
