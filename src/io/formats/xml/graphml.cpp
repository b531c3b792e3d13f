#include "io/formats/xml/graphml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/prose.hpp"
#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/copied_table.hpp"
#include "io/formats/diagnostic_at.hpp"
#include "io/formats/named_once.hpp"
#include "io/formats/place_counter.hpp"
#include "io/formats/unique_columns.hpp"
#include "io/formats/vocabulary_text.hpp"
#include "io/formats/xml/xml_walk.hpp"
#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

namespace {

enum class Domain { graph, node, edge };
constexpr std::string_view domain_names[] = {"graph", "node", "edge"};

struct Key {
    std::string name, domain, type;
    std::optional<std::string> fallback;
    bool drawing = false;  // yEd's and yFiles' own
    bool declared = true, used = false, misplaced = false;
    CellPlace place;
    std::optional<std::size_t> node_column = {}, edge_column = {};

    bool holds_for(Domain what) const {
        return domain.empty() || domain == "all" || domain == domain_names[static_cast<int>(what)];
    }
};

struct Value {
    std::size_t column;
    std::string text;
    CellPlace place;
};

// A node, edge or graph that is open.
struct Open {
    Domain what;
    CellPlace place;
    std::string id, label;                // label: the one that yEd draws
    std::string fallback_direction = "";  // of a graph
    bool written = false;                 // of a node: its row is there
    std::vector<Value> values = {};
};

std::string graph_name(const std::string& id, std::size_t number) {
    return id.empty() ? std::to_string(number) : id;
}

bool is_numeric(std::string_view type) {
    return type == "int" || type == "long" || type == "float" || type == "double" || type == "integer" ||
           type == "real";
}

class GraphmlVisitor : public XmlVisitor {
public:
    GraphmlVisitor(const std::string& file, RawNetwork& network, std::vector<Diagnostic>& said)
        : file_(file), network_(network), said_(said) {
        network.actors.file = network.ties.file = file;
    }

    void begin(const XmlElement& element) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override {
        if (!listening_) return;
        if (text_.empty()) text_place_ = here();
        text_ += piece;
    }
    void finish();

private:
    void begin_key(const XmlElement& element);
    void begin_graph(const XmlElement& element);
    void begin_relations();
    void begin_node(const XmlElement& element);
    void begin_edge(const XmlElement& element);
    void begin_data(const XmlElement& element);
    void within_data(const XmlElement& element);
    void end_data();
    void end_label();
    void take(Key& key, Open& open);
    void prepare_columns(CellPlace place);
    void write_node(Open& node);
    void write_edge(const Open& edge);
    void set_values(RawTable& table, const Open& open);
    void compare(std::size_t row, const Open& node);
    std::optional<std::size_t> column_of(Key& key, Domain what);
    Key& key_of(std::string_view id, CellPlace place);
    std::string trimmed_value(const Key& key) const;

    void tell(Severity severity, CellPlace place, std::string message) {
        said_.push_back(diagnostic_at(file_, place, severity, std::move(message)));
    }
    void listen(CellPlace place) { listening_ = true, text_.clear(), text_place_ = place; }

    const std::string& file_;
    RawNetwork& network_;
    std::vector<Diagnostic>& said_;
    UniqueColumns actor_columns_{network_.actors}, tie_columns_{network_.ties};
    bool prepared_ = false;
    std::size_t id_ = 0, source_ = 0, target_ = 0, directed_ = 0;
    Vocabulary vocabulary_;  // where entente wrote the file

    std::vector<Key> keys_;
    std::unordered_map<std::string, std::size_t> key_numbers_;
    struct Seen {
        std::size_t row;
        std::size_t graph;
    };
    std::unordered_map<std::string, Seen> nodes_;
    std::vector<Open> open_;
    std::size_t graphs_ = 0;  // that stand in no node
    std::string first_graph_;
    std::optional<std::size_t> relation_;  // the column, once there are several graphs

    bool listening_ = false;
    std::string text_;
    CellPlace text_place_;
    std::size_t inside_ = 0;  // elements open within <data>, <default>, <port>, <hyperedge> or <desc>
    std::size_t label_at_ = 0;
    std::string skipped_;  // the element whose content is none of ours
    Key* data_key_ = nullptr;
    bool structured_ = false;

    NamedOnce drawn_, of_graph_, nested_, differing_, unused_;
    std::uint64_t hyperedges_ = 0;
    CellPlace first_hyperedge_;
};

void GraphmlVisitor::begin(const XmlElement& element) {
    if (data_key_ != nullptr || !skipped_.empty()) return within_data(element);
    const std::string_view name = element.name;
    if (name == "node") return begin_node(element);
    if (name == "edge") return begin_edge(element);
    if (name == "data") return begin_data(element);
    if (name == "graph") return begin_graph(element);
    if (name == "key") return begin_key(element);
    if (name == "default" && !keys_.empty()) {
        listen(element.place);
        skipped_ = name;
        return;
    }
    if (name == "hyperedge" && hyperedges_++ == 0) first_hyperedge_ = element.place;
    if (name == "port" || name == "hyperedge" || name == "desc" || name == "locator") skipped_ = name;
}

void GraphmlVisitor::begin_key(const XmlElement& element) {
    Key key;
    const std::string_view id = element.get("id"), name = element.get("attr.name");
    const std::string_view drawing = element.get("yfiles.type");
    key.name = !name.empty() ? name : !drawing.empty() ? drawing : id;
    key.domain = lower(trimmed(element.get("for")));
    key.type = lower(trimmed(element.get("attr.type")));
    key.drawing = !drawing.empty() || element.find("attr.uri").has_value();
    key.place = element.place;
    const auto [known, fresh] = key_numbers_.emplace(id, keys_.size());
    if (!fresh) tell(Severity::error, element.place, "the key " + quoted(id) + " is declared twice");
    if (keys_.size() > 2 * UniqueColumns::most) {
        tell(Severity::error, element.place,
             fmt::format("more than {} keys; no network has as many attributes", 2 * UniqueColumns::most));
        return stop();
    }
    keys_.push_back(std::move(key));
}

void GraphmlVisitor::begin_graph(const XmlElement& element) {
    const bool nested = !open_.empty();
    if (nested && open_.back().what == Domain::node && !open_.back().written) write_node(open_.back());
    Open graph{Domain::graph, element.place, std::string(element.get("id")), ""};
    const std::string direction = lower(trimmed(element.get("edgedefault")));
    if (direction == "directed") graph.fallback_direction = "true";
    if (direction == "undirected") graph.fallback_direction = "false";
    if (!direction.empty() && graph.fallback_direction.empty()) {
        tell(Severity::error, element.place,
             "edgedefault must be directed or undirected, not " + quoted(direction));
    }
    if (!nested && ++graphs_ == 1) {
        first_graph_ = graph.id;
    } else if (!nested && graphs_ == 2) {
        begin_relations();
    }
    open_.push_back(std::move(graph));
}

// A second graph: the ties so far are those of a relation.
void GraphmlVisitor::begin_relations() {
    const auto is_relation = [](const Key& key) {
        return key.holds_for(Domain::edge) && normalized(key.name) == "relation";
    };
    const bool taken = std::any_of(keys_.begin(), keys_.end(), is_relation);
    relation_ =
        tie_columns_.own(taken ? "graph" : "relation", open_.empty() ? CellPlace{} : open_.front().place);
    const std::string name = graph_name(first_graph_, 1);
    network_.ties = copied(network_.ties, {.row = [&](RawTable& ties) { ties.set(*relation_, name); }});
}

// Not before the data of the graph, which may say what the columns are.
void GraphmlVisitor::prepare_columns(CellPlace place) {
    if (prepared_) return;
    prepared_ = true;
    id_ = actor_columns_.own("id", place);
    source_ = tie_columns_.own("source", place);
    target_ = tie_columns_.own("target", place);
    if (!vocabulary_.known) directed_ = tie_columns_.own("directed", place);
}

void GraphmlVisitor::begin_node(const XmlElement& element) {
    if (open_.empty()) return tell(Severity::error, element.place, "this node stands outside of any graph");
    prepare_columns(element.place);
    open_.push_back({Domain::node, element.place, std::string(element.get("id")), ""});
}

void GraphmlVisitor::begin_edge(const XmlElement& element) {
    if (open_.empty()) return tell(Severity::error, element.place, "this edge stands outside of any graph");
    prepare_columns(element.place);
    Open edge{Domain::edge, element.place, "", ""};
    edge.values = {{source_, std::string(element.get("source")), element.place},
                   {target_, std::string(element.get("target")), element.place}};
    if (vocabulary_.known) {
        open_.push_back(std::move(edge));
        return;
    }
    const auto directed = element.find("directed");
    const std::string direction = directed ? lower(trimmed(*directed)) : "";
    edge.values.push_back(
        {directed_, direction.empty() ? open_.back().fallback_direction : direction, element.place});
    if (const auto id = element.find("id")) {
        if (const auto column = tie_columns_.of("id", element.place))
            edge.values.push_back({*column, std::string(*id), element.place});
    }
    open_.push_back(std::move(edge));
}

Key& GraphmlVisitor::key_of(std::string_view id, CellPlace place) {
    const auto [known, fresh] = key_numbers_.emplace(id, keys_.size());
    if (fresh) {
        Key key;
        key.name = id;
        key.declared = false;
        key.place = place;
        keys_.push_back(std::move(key));
        tell(Severity::warning, place, "the key " + quoted(id) + " is not declared; it is read as text");
    }
    return keys_[known->second];
}

void GraphmlVisitor::begin_data(const XmlElement& element) {
    if (open_.empty()) {
        skipped_ = "data";
        return;
    }
    data_key_ = &key_of(element.get("key"), element.place);
    structured_ = false;
    label_at_ = 0;
    listen(element.place);
}

// The elements in <data> are those of drawing programs: of them, labels are text of the data.
void GraphmlVisitor::within_data(const XmlElement& element) {
    ++inside_;
    if (data_key_ == nullptr) return;
    structured_ = true;
    listening_ = false;
    const std::string_view name = element.name;
    if (name == "NodeLabel" || name == "EdgeLabel" || name == "Label.Text") {
        label_at_ = inside_;
        listen(element.place);
    } else if (name == "Label" && element.find("Text") && !open_.empty() && open_.back().label.empty()) {
        open_.back().label = element.get("Text");
    }
}

void GraphmlVisitor::end_label() {
    label_at_ = 0;
    listening_ = false;
    if (open_.back().label.empty()) open_.back().label = trimmed(text_);
}

void GraphmlVisitor::end(std::string_view name) {
    if (inside_ > 0) {
        // In yEd's NodeLabel elements follow the text.
        if (label_at_ > 0 && inside_ == label_at_) end_label();
        --inside_;
        return;
    }
    if (data_key_ != nullptr) return end_data();
    if (!skipped_.empty()) {
        if (skipped_ == "default" && listening_) keys_.back().fallback = trimmed_value(keys_.back());
        skipped_.clear();
        listening_ = false;
        return;
    }
    if (open_.empty()) return;
    Open& open = open_.back();
    if (name == "node" && open.what == Domain::node) {
        if (!open.written) write_node(open);
        open_.pop_back();
    } else if (name == "edge" && open.what == Domain::edge) {
        write_edge(open);
        open_.pop_back();
    } else if (name == "graph" && open.what == Domain::graph) {
        open_.pop_back();
    }
}

std::string GraphmlVisitor::trimmed_value(const Key& key) const {
    if (key.type == "boolean") return lower(trimmed(text_));
    return is_numeric(key.type) ? std::string(trimmed(text_)) : text_;
}

void GraphmlVisitor::end_data() {
    Key& key = *data_key_;
    data_key_ = nullptr;
    key.used = true;
    Open& open = open_.back();
    if (structured_ || key.drawing) {
        if (!structured_ && !trimmed(text_).empty() && key.name == "NodeLabels" && open.label.empty())
            open.label = trimmed(text_);
        if (key.name != "NodeLabels" && key.name != "EdgeLabels") drawn_.add(key.name, key.place);
    } else if (!key.holds_for(open.what)) {
        if (!key.misplaced) {
            tell(Severity::warning, text_place_,
                 fmt::format("the attribute {} is declared for {}, not for {}; it is left out",
                             quoted(key.name), key.domain, domain_names[static_cast<int>(open.what)]));
        }
        key.misplaced = true;
    } else {
        take(key, open);
    }
    listening_ = false;
}

void GraphmlVisitor::take(Key& key, Open& open) {
    if (open.what == Domain::graph) {
        const std::string name = normalized(key.name);
        if (key.name == "entente" && !prepared_) {
            Problems problems(file_, "");
            vocabulary_ = read_vocabulary(text_, text_place_, network_, problems);
            for (Diagnostic& problem : problems.take()) said_.push_back(std::move(problem));
            return;
        }
        if (open_.size() == 1 && (name == "title" || name == "name" || name == "label"))
            network_.title = text_;
        else of_graph_.add(key.name, text_place_);
        return;
    }
    const auto column = column_of(key, open.what);
    if (!column && vocabulary_.known) return;
    if (!column) {
        tell(Severity::error, text_place_,
             fmt::format("more than {} attributes; no table holds as many", UniqueColumns::most));
        return stop();
    }
    open.values.push_back({*column, trimmed_value(key), text_place_});
}

std::optional<std::size_t> GraphmlVisitor::column_of(Key& key, Domain what) {
    auto& column = what == Domain::node ? key.node_column : key.edge_column;
    if (column) return column;
    if (vocabulary_.known)
        return column = column_named(what == Domain::node ? network_.actors : network_.ties, key.name);
    // An attribute of an edge whose ends are said otherwise: where the tie is known from.
    const bool citation = what == Domain::edge && normalized(key.name) == "source";
    UniqueColumns& columns = what == Domain::node ? actor_columns_ : tie_columns_;
    return column = columns.of(citation ? "citation" : key.name, key.place);
}

void GraphmlVisitor::set_values(RawTable& table, const Open& open) {
    for (const Value& value : open.values) table.set(value.column, value.text, value.place);
    for (Key& key : keys_) {
        if (!key.fallback || key.drawing || !key.holds_for(open.what)) continue;
        const auto column = column_of(key, open.what);
        const auto same = [&](const Value& value) { return value.column == column; };
        if (column && std::none_of(open.values.begin(), open.values.end(), same))
            table.set(*column, *key.fallback, key.place);
    }
    if (open.label.empty()) return;
    UniqueColumns& columns = open.what == Domain::node ? actor_columns_ : tie_columns_;
    const auto column = columns.of("label", open.place);
    if (column && table.cell(table.size() - 1, *column).empty()) table.set(*column, open.label, open.place);
}

void GraphmlVisitor::write_node(Open& node) {
    node.written = true;
    const auto [known, fresh] = nodes_.emplace(node.id, Seen{network_.actors.size(), graphs_});
    if (!fresh && known->second.graph < graphs_) return compare(known->second.row, node);
    // The same id twice in one graph is told where ids are checked.
    network_.actors.begin_row(node.place);
    network_.actors.set(id_, node.id);
    set_values(network_.actors, node);
    if (open_.size() < 3) return;
    // graph, node, graph, …, node
    const Open& parent = open_[open_.size() - 3];
    if (parent.what != Domain::node) return;
    if (const auto column = actor_columns_.of("group", node.place)) network_.actors.set(*column, parent.id);
    nested_.add(parent.id, node.place);
}

// A node that several graphs name is one actor; its attributes are those of the first.
void GraphmlVisitor::compare(std::size_t row, const Open& node) {
    for (const Value& value : node.values) {
        if (network_.actors.cell(row, value.column) != value.text) differing_.add(node.id, value.place);
    }
}

void GraphmlVisitor::write_edge(const Open& edge) {
    network_.ties.begin_row(edge.place);
    set_values(network_.ties, edge);
    if (relation_) network_.ties.set(*relation_, graph_name(open_.front().id, graphs_));
}

void GraphmlVisitor::finish() {
    if (graphs_ == 0) tell(Severity::error, {1, 1}, "the GraphML holds no <graph>");
    prepare_columns({1, 1});
    if (vocabulary_.known) return vocabulary_.rename(network_);
    for (const Key& key : keys_) {
        const bool of_ports = key.domain == "port" || key.domain == "endpoint" || key.domain == "hyperedge";
        if (key.declared && !key.used && !key.fallback && !key.drawing && !of_ports)
            unused_.add(key.name, key.place);
    }
    const auto warn = [&](const NamedOnce& names, std::string message) {
        if (!names.empty()) tell(Severity::warning, names.place(), std::move(message));
    };
    warn(unused_, "declared and never used: " + unused_.list());
    warn(drawn_, "positions and styles are left out: " + drawn_.list());
    warn(of_graph_, "attributes of the graph as a whole are left out: " + of_graph_.list());
    warn(nested_,
         fmt::format("a graph within a node: its {} nodes are actors, the node around them ({}) is their "
                     "attribute group",
                     nested_.count(), nested_.list()));
    warn(differing_,
         fmt::format("{} has other attributes in a later graph; those of the first graph are kept",
                     differing_.list()));
    if (hyperedges_ == 0) return;
    tell(Severity::warning, first_hyperedge_,
         fmt::format("{} left out: a tie has two ends",
                     counted(hyperedges_, "hyperedge is", "hyperedges are")));
    network_.left_out.push_back({"hyperedge", hyperedges_});
}

}  // namespace

RawFile read_graphml(const Input& input, const Control& control) {
    ByteSource source(input, control);
    RawFile file;
    file.networks.emplace_back();
    GraphmlVisitor visitor(source.name(), file.networks.front(), file.diagnostics);
    if (auto problem = walk_xml(source.name(), xml_input(source, control), visitor, control))
        file.diagnostics.push_back(std::move(*problem));
    else if (!visitor.stopped()) visitor.finish();
    return file;
}

}  // namespace entente::io
