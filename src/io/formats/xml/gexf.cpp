#include "io/formats/xml/gexf.hpp"

#include <fmt/format.h>

#include "base/prose.hpp"
#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/diagnostic_at.hpp"
#include "io/formats/input/place_counter.hpp"
#include "io/formats/named_once.hpp"
#include "io/formats/vocabulary_text.hpp"
#include "io/formats/xml/gexf_rows.hpp"
#include "io/formats/xml/xml_walk.hpp"

namespace entente::io {

namespace {

bool is_drawing(std::string_view name) {
    return name == "color" || name == "position" || name == "size" || name == "shape" || name == "thickness";
}

class GexfVisitor : public XmlVisitor {
public:
    GexfVisitor(const std::string& file, RawNetwork& network, std::vector<Diagnostic>& said)
        : file_(file),
          network_(network),
          said_(said),
          actors_(network.actors, false),
          ties_(network.ties, true) {
        network.actors.file = network.ties.file = file;
    }

    void begin(const XmlElement& element) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override {
        if (default_of_ != nullptr) default_ += piece;
        if (in_description_) description_ += piece;
        if (in_keywords_) {
            if (keywords_.empty()) keywords_place_ = here();
            keywords_ += piece;
        }
    }
    void finish();

private:
    void read_keywords();
    void begin_graph(const XmlElement& element);
    void begin_attribute(const XmlElement& element);
    void begin_node(const XmlElement& element);
    void begin_edge(const XmlElement& element);
    void begin_value(const XmlElement& element);
    GexfItem* open();
    void write_node(GexfItem& node);
    void set_group(GexfItem& node, std::string_view group, CellPlace place);
    void add(GexfTable& table, GexfItem& item, std::string_view attribute, const XmlElement& element,
             std::string_view name);

    void tell(Severity severity, CellPlace place, std::string message, bool of_consequence = false) {
        said_.push_back(diagnostic_at(file_, place, severity, std::move(message)));
        said_.back().of_consequence = of_consequence;
    }
    void warn(const NamedOnce& names, std::string message) {
        if (!names.empty()) tell(Severity::warning, names.place(), std::move(message));
    }

    const std::string& file_;
    RawNetwork& network_;
    std::vector<Diagnostic>& said_;
    GexfTable actors_, ties_;
    bool graph_ = false, in_keywords_ = false, in_description_ = false;
    std::string keywords_, description_;
    CellPlace keywords_place_;
    Vocabulary vocabulary_;  // where entente wrote the file
    TimeSpan slice_;
    std::string fallback_direction_ = "false";
    std::size_t source_ = 0, target_ = 0, directed_ = 0;
    std::optional<std::size_t> label_, group_, kind_, tie_id_, tie_label_, weight_;

    GexfTable* declaring_ = nullptr;
    GexfAttribute* default_of_ = nullptr;
    std::string default_;
    std::vector<GexfItem> nodes_;  // open, one within the other
    std::optional<GexfItem> edge_;
    NamedOnce drawn_, nested_, unused_, undeclared_;
};

void GexfVisitor::begin(const XmlElement& element) {
    const std::string_view name = element.name;
    if (name == "attvalue") return begin_value(element);
    if (name == "node") return begin_node(element);
    if (name == "edge") return begin_edge(element);
    if (element.prefix == "viz" || is_drawing(name))
        return drawn_.add("viz:" + std::string(name), element.place);
    if (name == "spell" || name == "slice") {
        if (GexfItem* item = open()) {
            for (TimeSpan& span : time_spans(element)) item->spans.push_back(std::move(span));
        }
    } else if (name == "parent") {
        if (!edge_ && !nodes_.empty()) set_group(nodes_.back(), element.get("for"), element.place);
    } else if (name == "nodes") {
        if (!nodes_.empty() && !nodes_.back().written) write_node(nodes_.back());
    } else if (name == "keywords") {
        in_keywords_ = !graph_;
    } else if (name == "description") {
        in_description_ = !graph_;
    } else if (name == "graph") {
        begin_graph(element);
    } else if (name == "attributes") {
        declaring_ = lower(trimmed(element.get("class"))) == "edge" ? &ties_ : &actors_;
    } else if (name == "attribute") {
        begin_attribute(element);
    } else if (name == "default" && declaring_ != nullptr && declaring_->attributes() > 0) {
        default_of_ = &(*declaring_)[declaring_->attributes() - 1];
        default_.clear();
    }
}

void GexfVisitor::end(std::string_view name) {
    if (name == "edge" && edge_) {
        ties_.write(*edge_, slice_);
        edge_.reset();
    } else if (name == "node" && !nodes_.empty()) {
        if (!nodes_.back().written) write_node(nodes_.back());
        nodes_.pop_back();
    } else if (name == "default" && default_of_ != nullptr) {
        default_of_->fallback = trimmed(default_);
        default_of_ = nullptr;
    } else if (name == "attributes") {
        declaring_ = nullptr;
    } else if (name == "description") {
        in_description_ = false;
    } else if (name == "keywords") {
        in_keywords_ = false;
        read_keywords();
    }
}

void GexfVisitor::read_keywords() {
    if (!keywords_.starts_with("{\"schema\"")) return;
    Problems problems(file_, "");
    vocabulary_ = read_vocabulary(keywords_, keywords_place_, network_, problems);
    for (Diagnostic& problem : problems.take()) said_.push_back(std::move(problem));
    if (!vocabulary_.known) return;
    network_.title = description_;
    actors_.fix_columns();
    ties_.fix_columns();
}

void GexfVisitor::begin_graph(const XmlElement& element) {
    if (graph_) return tell(Severity::error, element.place, "a second <graph>; GEXF has one to a file");
    graph_ = true;
    const std::string direction = lower(trimmed(element.get("defaultedgetype")));
    if (direction == "directed") fallback_direction_ = "true";
    else if (!direction.empty() && direction != "undirected" && direction != "mutual") {
        tell(Severity::error, element.place,
             "defaultedgetype must be directed, undirected or mutual, not " + quoted(direction));
    }
    const std::string format =
        lower(trimmed(element.find("timeformat") ? element.get("timeformat") : element.get("timetype")));
    actors_.set_dated(format == "date" || format == "datetime");
    ties_.set_dated(format == "date" || format == "datetime");
    if (lower(trimmed(element.get("mode"))) == "slice") slice_ = time_span(element);
    actors_.columns().own("id", element.place);
    source_ = ties_.columns().own("source", element.place);
    target_ = ties_.columns().own("target", element.place);
    if (!vocabulary_.known) directed_ = ties_.columns().own("directed", element.place);
}

void GexfVisitor::begin_attribute(const XmlElement& element) {
    if (declaring_ == nullptr) return;
    const std::string_view id = element.get("id"), title = element.get("title");
    GexfAttribute attribute{.title = std::string(title.empty() ? id : title),
                            .type = lower(trimmed(element.get("type"))),
                            .place = element.place};
    if (declaring_->attributes() >= UniqueColumns::most) {
        tell(Severity::error, element.place,
             fmt::format("more than {} attributes; no table holds as many", UniqueColumns::most));
        return stop();
    }
    if (!declaring_->declare(id, std::move(attribute)))
        tell(Severity::error, element.place, "the attribute " + quoted(id) + " is declared twice");
}

GexfItem* GexfVisitor::open() {
    if (edge_) return &*edge_;
    return nodes_.empty() ? nullptr : &nodes_.back();
}

void GexfVisitor::begin_node(const XmlElement& element) {
    if (!graph_) return tell(Severity::error, element.place, "this node stands outside of the graph");
    GexfItem node{.place = element.place, .id = std::string(element.get("id"))};
    node.cells.push_back({0, node.id});
    if (const auto label = element.find("label")) {
        if (!label_) label_ = actors_.columns().own("label", element.place);
        node.cells.push_back({*label_, std::string(*label)});
    }
    node.spans = time_spans(element);
    if (!nodes_.empty()) set_group(node, nodes_.back().id, element.place);
    else if (const auto parent = element.find("pid")) set_group(node, *parent, element.place);
    nodes_.push_back(std::move(node));
}

void GexfVisitor::set_group(GexfItem& node, std::string_view group, CellPlace place) {
    if (group.empty()) return;
    if (!group_) group_ = actors_.columns().of("group", place);
    if (!group_) return;
    node.cells.push_back({*group_, std::string(group)});
    nested_.add(group, place);
}

void GexfVisitor::write_node(GexfItem& node) {
    node.written = true;
    actors_.write(node, {});
}

void GexfVisitor::begin_edge(const XmlElement& element) {
    if (!graph_) return tell(Severity::error, element.place, "this edge stands outside of the graph");
    edge_ = GexfItem{.place = element.place, .id = ""};
    GexfItem& edge = *edge_;
    edge.cells = {{source_, std::string(element.get("source"))},
                  {target_, std::string(element.get("target"))}};
    if (vocabulary_.known) {
        for (const auto& [name, column] : {std::pair("weight", "weight"), std::pair("kind", "relation")}) {
            const auto value = element.find(name);
            const auto place = column_named(network_.ties, column);
            if (value && place) edge.cells.push_back({*place, std::string(*value)});
        }
        return;
    }
    const std::string type = lower(trimmed(element.get("type")));
    edge.cells.push_back({directed_, type.empty()                               ? fallback_direction_
                                     : type == "directed"                       ? "true"
                                     : type == "undirected" || type == "mutual" ? "false"
                                                                                : type});
    if (const auto kind = element.find("kind")) {
        if (!kind_)
            kind_ = ties_.columns().own(ties_.called("relation") ? "kind" : "relation", element.place);
        edge.cells.push_back({*kind_, std::string(*kind)});
    }
    const auto take = [&](std::string_view name, std::optional<std::size_t>& column) {
        const auto value = element.find(name);
        if (!value) return;
        if (!column) column = ties_.columns().of(name, element.place);
        if (column) edge.cells.push_back({*column, std::string(*value)});
    };
    take("id", tie_id_);
    take("label", tie_label_);
    if (element.find("weight") && !weight_) {
        if (const auto attribute = ties_.called("weight")) {
            ties_[*attribute].used = true;
            weight_ = ties_.column(*attribute);
        }
    }
    take("weight", weight_);
    edge.spans = time_spans(element);
}

void GexfVisitor::begin_value(const XmlElement& element) {
    GexfItem* item = open();
    if (item == nullptr) return;
    GexfTable& table = edge_ ? ties_ : actors_;
    // Before version 1.1 the attribute was called id.
    const std::string_view id = element.find("for") ? element.get("for") : element.get("id");
    const std::size_t number = table.attribute(id, element.place);
    if (!table.column(number)) {
        if (table.fixed()) return;
        tell(Severity::error, element.place,
             fmt::format("more than {} attributes; no table holds as many", UniqueColumns::most));
        return stop();
    }
    GexfAttribute& attribute = table[number];
    if (!attribute.declared && !attribute.used) undeclared_.add(id, element.place);
    attribute.used = true;
    if (item->written) {
        return tell(Severity::warning, element.place,
                    "this attribute stands behind the nodes within its node; it is left out");
    }
    item->values.push_back({number, std::string(element.get("value")), element.place, time_span(element)});
}

void GexfVisitor::finish() {
    if (!graph_) tell(Severity::error, {1, 1}, "the GEXF holds no <graph>");
    if (vocabulary_.known) return vocabulary_.rename(network_);
    const bool numbers = actors_.any_number() || ties_.any_number();
    const bool as_dates = !numbers || actors_.any_date() || ties_.any_date();
    for (GexfTable* table : {&actors_, &ties_}) {
        table->settle_times(as_dates);
        for (std::size_t i = 0; i < table->attributes(); ++i) {
            const GexfAttribute& attribute = (*table)[i];
            if (attribute.declared && !attribute.used && !attribute.fallback)
                unused_.add(attribute.title, attribute.place);
        }
        warn(table->changing_values(),
             "values that change over time: of " + table->changing_values().list() + " the last is kept");
    }
    warn(undeclared_, "attributes that are not declared, read as text: " + undeclared_.list());
    warn(unused_, "declared and never used: " + unused_.list());
    warn(drawn_, "positions, colors and sizes are left out: " + drawn_.list());
    warn(nested_, fmt::format("{} within others, whose ids ({}) are their attribute group",
                              counted(nested_.count(), "node stands", "nodes stand"), nested_.list()));
    const NamedOnce& first = ties_.mere_numbers().empty() ? actors_.mere_numbers() : ties_.mere_numbers();
    if (!as_dates) {
        tell(Severity::note, first.place(),
             "times are numbers such as " + first.list() +
                 ", no dates: they are attributes time_start and time_end",
             true);
    }
    const NamedOnce& cut = ties_.cut_times().empty() ? actors_.cut_times() : ties_.cut_times();
    if (!cut.empty())
        tell(Severity::note, cut.place(), "times of day are left out, the day is kept: " + cut.list());
}

}  // namespace

RawFile read_gexf(const Input& input, const Control& control) {
    ByteSource source(input, control);
    RawFile file;
    file.networks.emplace_back();
    GexfVisitor visitor(source.name(), file.networks.front(), file.diagnostics);
    if (auto problem = walk_xml(source.name(), xml_input(source, control), visitor, control))
        file.diagnostics.push_back(std::move(*problem));
    else if (!visitor.stopped()) visitor.finish();
    return file;
}

}  // namespace entente::io
