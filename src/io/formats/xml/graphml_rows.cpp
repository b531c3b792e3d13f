#include <fmt/format.h>

#include <algorithm>

#include "base/prose.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/copied_table.hpp"
#include "io/formats/input/place_counter.hpp"
#include "io/formats/xml/graphml_visitor.hpp"
#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

namespace {

std::string graph_name(const std::string& id, std::size_t number) {
    return id.empty() ? std::to_string(number) : id;
}

}  // namespace

// A second graph: the ties so far are those of a relation.
void GraphmlVisitor::begin_relations() {
    const auto is_relation = [](const GraphmlKey& key) {
        return key.holds_for(GraphmlDomain::edge) && normalized(key.name) == "relation";
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

void GraphmlVisitor::take(GraphmlKey& key, GraphmlOpen& open) {
    if (open.what == GraphmlDomain::graph) {
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

std::optional<std::size_t> GraphmlVisitor::column_of(GraphmlKey& key, GraphmlDomain what) {
    auto& column = what == GraphmlDomain::node ? key.node_column : key.edge_column;
    if (column) return column;
    if (vocabulary_.known)
        return column = column_named(what == GraphmlDomain::node ? network_.actors : network_.ties, key.name);
    // An attribute of an edge whose ends are said otherwise: where the tie is known from.
    const bool citation = what == GraphmlDomain::edge && normalized(key.name) == "source";
    UniqueColumns& columns = what == GraphmlDomain::node ? actor_columns_ : tie_columns_;
    return column = columns.of(citation ? "citation" : key.name, key.place);
}

void GraphmlVisitor::set_values(RawTable& table, const GraphmlOpen& open) {
    for (const GraphmlValue& value : open.values) table.set(value.column, value.text, value.place);
    for (GraphmlKey& key : keys_) {
        if (!key.fallback || key.drawing || !key.holds_for(open.what)) continue;
        const auto column = column_of(key, open.what);
        const auto same = [&](const GraphmlValue& value) { return value.column == column; };
        if (column && std::none_of(open.values.begin(), open.values.end(), same))
            table.set(*column, *key.fallback, key.place);
    }
    if (open.label.empty()) return;
    UniqueColumns& columns = open.what == GraphmlDomain::node ? actor_columns_ : tie_columns_;
    const auto column = columns.of("label", open.place);
    if (column && table.cell(table.size() - 1, *column).empty()) table.set(*column, open.label, open.place);
}

void GraphmlVisitor::write_node(GraphmlOpen& node) {
    node.written = true;
    const auto [known, fresh] = nodes_.emplace(node.id, Seen{network_.actors.size(), graphs_});
    if (!fresh && known->second.graph < graphs_) return compare(known->second.row, node);
    // The same id twice in one graph is reported where ids are checked.
    network_.actors.begin_row(node.place);
    network_.actors.set(id_, node.id);
    set_values(network_.actors, node);
    if (open_.size() < 3) return;
    // graph, node, graph, …, node
    const GraphmlOpen& parent = open_[open_.size() - 3];
    if (parent.what != GraphmlDomain::node) return;
    if (const auto column = actor_columns_.of("group", node.place)) network_.actors.set(*column, parent.id);
    nested_.add(parent.id, node.place);
}

// A node that several graphs name is one actor; its attributes are those of the first.
void GraphmlVisitor::compare(std::size_t row, const GraphmlOpen& node) {
    for (const GraphmlValue& value : node.values) {
        if (network_.actors.cell(row, value.column) != value.text) differing_.add(node.id, value.place);
    }
}

void GraphmlVisitor::write_edge(const GraphmlOpen& edge) {
    network_.ties.begin_row(edge.place);
    set_values(network_.ties, edge);
    if (relation_) network_.ties.set(*relation_, graph_name(open_.front().id, graphs_));
}

void GraphmlVisitor::finish() {
    if (graphs_ == 0) tell(Severity::error, {1, 1}, "the GraphML holds no <graph>");
    prepare_columns({1, 1});
    if (vocabulary_.known) return vocabulary_.rename(network_);
    for (const GraphmlKey& key : keys_) {
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
         fmt::format("a graph within a node: its {}, the node around them ({}) is their "
                     "attribute group",
                     counted(nested_.count(), "node is an actor", "nodes are actors"), nested_.list()));
    warn(differing_,
         fmt::format("{} has other attributes in a later graph; those of the first graph are kept",
                     differing_.list()));
    if (hyperedges_ == 0) return;
    tell(Severity::warning, first_hyperedge_,
         fmt::format("{} left out: a tie has two ends",
                     counted(hyperedges_, "hyperedge is", "hyperedges are")));
    network_.left_out.push_back({"hyperedge", hyperedges_});
}

}  // namespace entente::io
