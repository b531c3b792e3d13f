#include "io/formats/xml/graphml.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/xml/graphml_visitor.hpp"

namespace entente::io {

namespace {

bool is_numeric(std::string_view type) {
    return type == "int" || type == "long" || type == "float" || type == "double" || type == "integer" ||
           type == "real";
}

}  // namespace

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
    GraphmlKey key;
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
    if (nested && open_.back().what == GraphmlDomain::node && !open_.back().written) write_node(open_.back());
    GraphmlOpen graph{GraphmlDomain::graph, element.place, std::string(element.get("id")), ""};
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

void GraphmlVisitor::begin_node(const XmlElement& element) {
    if (open_.empty()) return tell(Severity::error, element.place, "this node stands outside of any graph");
    prepare_columns(element.place);
    open_.push_back({GraphmlDomain::node, element.place, std::string(element.get("id")), ""});
}

void GraphmlVisitor::begin_edge(const XmlElement& element) {
    if (open_.empty()) return tell(Severity::error, element.place, "this edge stands outside of any graph");
    prepare_columns(element.place);
    GraphmlOpen edge{GraphmlDomain::edge, element.place, "", ""};
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

GraphmlKey& GraphmlVisitor::key_of(std::string_view id, CellPlace place) {
    const auto [known, fresh] = key_numbers_.emplace(id, keys_.size());
    if (fresh) {
        GraphmlKey key;
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
    GraphmlOpen& open = open_.back();
    if (name == "node" && open.what == GraphmlDomain::node) {
        if (!open.written) write_node(open);
        open_.pop_back();
    } else if (name == "edge" && open.what == GraphmlDomain::edge) {
        write_edge(open);
        open_.pop_back();
    } else if (name == "graph" && open.what == GraphmlDomain::graph) {
        open_.pop_back();
    }
}

std::string GraphmlVisitor::trimmed_value(const GraphmlKey& key) const {
    if (key.type == "boolean") return lower(trimmed(text_));
    return is_numeric(key.type) ? std::string(trimmed(text_)) : text_;
}

void GraphmlVisitor::end_data() {
    GraphmlKey& key = *data_key_;
    data_key_ = nullptr;
    key.used = true;
    GraphmlOpen& open = open_.back();
    if (structured_ || key.drawing) {
        if (!structured_ && !trimmed(text_).empty() && key.name == "NodeLabels" && open.label.empty())
            open.label = trimmed(text_);
        if (key.name != "NodeLabels" && key.name != "EdgeLabels") drawn_.add(key.name, key.place);
    } else if (!key.holds_for(open.what)) {
        if (!key.misplaced) {
            tell(
                Severity::warning, text_place_,
                fmt::format("the attribute {} is declared for {}, not for {}; it is left out",
                            quoted(key.name), key.domain, graphml_domain_names[static_cast<int>(open.what)]));
        }
        key.misplaced = true;
    } else {
        take(key, open);
    }
    listening_ = false;
}

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
