#include "io/formats/text/dot/dot.hpp"

#include <algorithm>
#include <array>

#include "io/diagnostics.hpp"
#include "io/formats/named_actors.hpp"
#include "io/formats/text/dot/dot_parser.hpp"
#include "io/formats/vocabulary_text.hpp"

namespace entente::io {

namespace {

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

class Reader {
public:
    Reader(std::string_view text, const std::string& file) : problems_(file, text), file_(file) {}

    RawFile read(std::string_view text) {
        RawFile result;
        for (const DotGraph& graph : parse_dot(text, problems_)) result.networks.push_back(network_of(graph));
        if (result.networks.empty() && !problems_.any_error())
            problems_.error({1, 1}, "the file has no graph { … }; is it DOT?");
        looks_left_out_.tell(problems_);
        result.diagnostics = problems_.take();
        return result;
    }

private:
    RawNetwork network_of(const DotGraph& graph) {
        RawNetwork network;
        network.name = graph.name;
        network.actors.file = network.ties.file = network.relations.file = network.sources.file = file_;
        const DotAttribute* own = find(graph.attributes, "entente");
        const DotAttribute* label = find(graph.attributes, "label");
        network.title = label != nullptr ? label->text : graph.name;
        const Vocabulary vocabulary =
            own != nullptr ? read_vocabulary(own->text, own->place, network, problems_) : Vocabulary();
        RawTable& actors = network.actors;
        const std::size_t id = actors.column("id");
        for (const DotNode& node : graph.nodes) {
            actors.begin_row(node.place);
            actors.set(id, node.id);
            for (const DotAttribute& attribute : node.attributes) {
                if (!vocabulary.known && attribute.name == "label" && attribute.text == "\\N") continue;
                if (is_look(attribute, vocabulary.known) || attribute.name == "id") continue;
                const std::size_t column = attribute_column(actors, attribute.name, attribute.place);
                actors.set(column, attribute.text, attribute.place);
            }
            if (!node.cluster.empty()) actors.set(actors.column("cluster"), node.cluster);
        }
        for (const DotEdge& edge : graph.edges) tie(network.ties, graph, edge, vocabulary.known);
        if (graph.merged > 0) network.left_out.push_back({"repeated edge of a strict graph", graph.merged});
        vocabulary.rename(network);
        return network;
    }

    bool is_look(const DotAttribute& attribute, bool ours) {
        if (std::ranges::find(looks, attribute.name) == std::end(looks)) return false;
        if (!ours) looks_left_out_.add(attribute.name, attribute.place);
        return true;
    }

    void tie(RawTable& ties, const DotGraph& graph, const DotEdge& edge, bool ours) {
        const DotAttribute* direction = find(edge.attributes, "dir");
        const bool turned = !ours && direction != nullptr && direction->text == "back";
        ties.begin_row(edge.place);
        ties.set(ties.column("source"), graph.nodes[turned ? edge.to : edge.from].id);
        ties.set(ties.column("target"), graph.nodes[turned ? edge.from : edge.to].id);
        if (!ours && find(edge.attributes, "directed") == nullptr) {
            const bool both =
                direction != nullptr && (direction->text == "both" || direction->text == "none");
            ties.set(ties.column("directed"), graph.directed && !both ? "true" : "false");
        }
        for (const DotAttribute& attribute : edge.attributes) {
            const bool used = attribute.name == "dir" || attribute.name == "key" || attribute.name == "id" ||
                              attribute.name == "source" || attribute.name == "target";
            if (used || is_look(attribute, ours)) continue;
            const bool note = !ours && attribute.name == "label" && find(edge.attributes, "note") == nullptr;
            const std::size_t column =
                attribute_column(ties, note ? "note" : attribute.name, attribute.place);
            ties.set(column, attribute.text, attribute.place);
        }
    }

    Problems problems_;
    std::string file_;
    LeftOutLooks looks_left_out_;
};

}  // namespace

RawFile read_dot(std::string_view text, const std::string& file) { return Reader(text, file).read(text); }

std::span<const std::string_view> dot_looks() { return looks; }

}  // namespace entente::io
