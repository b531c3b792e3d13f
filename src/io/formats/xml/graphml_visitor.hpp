// What reading GraphML keeps while elements come and go. The events of the XML are taken in graphml.cpp, what
// they mean for the tables in graphml_rows.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "io/formats/diagnostic_at.hpp"
#include "io/formats/named_once.hpp"
#include "io/formats/unique_columns.hpp"
#include "io/formats/vocabulary_text.hpp"
#include "io/formats/xml/xml_walk.hpp"

namespace entente::io {

enum class GraphmlDomain { graph, node, edge };
inline constexpr std::string_view graphml_domain_names[] = {"graph", "node", "edge"};

struct GraphmlKey {
    std::string name, domain, type;
    std::optional<std::string> fallback;
    bool drawing = false;  // yEd's and yFiles' own
    bool declared = true, used = false, misplaced = false;
    CellPlace place;
    std::optional<std::size_t> node_column = {}, edge_column = {};

    bool holds_for(GraphmlDomain what) const {
        return domain.empty() || domain == "all" || domain == graphml_domain_names[static_cast<int>(what)];
    }
};

struct GraphmlValue {
    std::size_t column;
    std::string text;
    CellPlace place;
};

// A node, edge or graph that is open.
struct GraphmlOpen {
    GraphmlDomain what;
    CellPlace place;
    std::string id, label;                // label: the one that yEd draws
    std::string fallback_direction = "";  // of a graph
    bool written = false;                 // of a node: its row is there
    std::vector<GraphmlValue> values = {};
};

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
    void take(GraphmlKey& key, GraphmlOpen& open);
    void prepare_columns(CellPlace place);
    void write_node(GraphmlOpen& node);
    void write_edge(const GraphmlOpen& edge);
    void set_values(RawTable& table, const GraphmlOpen& open);
    void compare(std::size_t row, const GraphmlOpen& node);
    std::optional<std::size_t> column_of(GraphmlKey& key, GraphmlDomain what);
    GraphmlKey& key_of(std::string_view id, CellPlace place);
    std::string trimmed_value(const GraphmlKey& key) const;

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

    std::vector<GraphmlKey> keys_;
    std::unordered_map<std::string, std::size_t> key_numbers_;
    struct Seen {
        std::size_t row;
        std::size_t graph;
    };
    std::unordered_map<std::string, Seen> nodes_;
    std::vector<GraphmlOpen> open_;
    std::size_t graphs_ = 0;  // that stand in no node
    std::string first_graph_;
    std::optional<std::size_t> relation_;  // the column, once there are several graphs

    bool listening_ = false;
    std::string text_;
    CellPlace text_place_;
    std::size_t inside_ = 0;  // elements open within <data>, <default>, <port>, <hyperedge> or <desc>
    std::size_t label_at_ = 0;
    std::string skipped_;  // the element whose content is none of ours
    GraphmlKey* data_key_ = nullptr;
    bool structured_ = false;

    NamedOnce drawn_, of_graph_, nested_, differing_, unused_;
    std::uint64_t hyperedges_ = 0;
    CellPlace first_hyperedge_;
};

}  // namespace entente::io
