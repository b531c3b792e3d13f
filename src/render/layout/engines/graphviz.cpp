#include "render/layout/engines/graphviz.hpp"

#include <graphviz/gvc.h>
#include <graphviz/gvplugin.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <string>

#include "base/error.hpp"
#include "render/picture/size_class.hpp"

extern gvplugin_library_t gvplugin_core_LTX_library;
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;

namespace entente::render {
namespace {

// Graphviz 2.42 takes char* for text that it does not change.
char* text(const std::string& value) { return const_cast<char*>(value.c_str()); }
char* text(const char* value) { return const_cast<char*>(value); }

struct Context {
    Context() {
        static lt_symlist_t plugins[] = {
            {"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
            {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
            {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
            {nullptr, nullptr}};
        // Without on-demand loading no config6a file is read and no font of the machine is asked.
        context = gvContextPlugins(plugins, 0);
    }
    ~Context() {
        if (graph != nullptr) {
            gvFreeLayout(context, graph);
            agclose(graph);
        }
        gvFreeContext(context);
    }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    GVC_t* context = nullptr;
    graph_t* graph = nullptr;
};

constexpr std::size_t most_for_full_dot = 250;  // ties

// Prism, which removes the overlaps of neato and sfdp, goes through its triangles in the order of their
// addresses, and so the last bits of a position change from run to run. On a grid they do not count. The
// boundaries of its cells lie where no sum of widths comes to, so that positions which are exact but for
// those bits stay on one side.
constexpr double grid = 16, off_boundaries = 0.2718281828;  // cells a point

double on_grid(double value) { return std::floor(value * grid + off_boundaries) / grid; }
Point on_grid(pointf point) { return {on_grid(point.x), -on_grid(point.y)}; }

int keep_silent(char*) { return 0; }

void set(graph_t* graph, int kind, const char* name, const std::string& value) {
    agattr(graph, kind, text(name), text(value));
}

void set_graph(graph_t* graph, const std::string& engine, bool across, std::uint64_t seed, bool large,
               bool many_ties, const char* splines = "line") {
    set(graph, AGRAPH, "start", std::to_string(seed % 100000 + 1));
    set(graph, AGRAPH, "splines", engine == "dot" ? splines : "false");
    set(graph, AGRAPH, "rankdir", across ? "LR" : "TB");
    set(graph, AGRAPH, "ranksep", "0.7");
    set(graph, AGRAPH, "nodesep", "0.4");
    set(graph, AGRAPH, "mode", engine == "neato" ? "major" : "");
    set(graph, AGRAPH, "overlap",
        engine == "sfdp" && !large ? "prism"
        : engine == "neato"        ? "prism"
                                   : "true");
    set(graph, AGRAPH, "sep", "+10");
    if (engine == "dot" && many_ties) {
        // Its network simplex and its untangling take minutes else; bounded by rounds, never by time.
        set(graph, AGRAPH, "nslimit", "1");
        set(graph, AGRAPH, "nslimit1", "1");
        set(graph, AGRAPH, "mclimit", "0.3");
    }
    set(graph, AGNODE, "fixedsize", "true");
    set(graph, AGNODE, "shape", "box");
    set(graph, AGNODE, "label", "");
    set(graph, AGNODE, "width", "1");
    set(graph, AGNODE, "height", "0.5");
    set(graph, AGEDGE, "len", "1");
    set(graph, AGEDGE, "weight", "1");
    set(graph, AGEDGE, "dir", "none");
}

std::vector<node_t*> add_nodes(graph_t* graph, const LayoutProblem& problem) {
    std::vector<node_t*> nodes;
    for (std::size_t i = 0; i < problem.shapes.size(); ++i) {
        const Box box = footprint(problem.shapes[i], LabelSide::below);
        node_t* node = agnode(graph, text("n" + std::to_string(i)), 1);
        agset(node, text("width"), text(std::to_string((box.width() + 8) / 72)));
        agset(node, text("height"), text(std::to_string((box.height() + 8) / 72)));
        nodes.push_back(node);
    }
    return nodes;
}

void run(Context& owner, const std::string& engine) {
    const int status = gvLayout(owner.context, owner.graph, text(engine));
    if (status != 0 || agerrors() > 1)
        throw Error(Fault::internal, "Graphviz' engine " + engine + " could not lay out the network");
}

void straight_to(std::vector<Point>& chain, Point to) {
    const Point from = chain.back();
    chain.insert(chain.end(), {from + (to - from) * (1.0 / 3), from + (to - from) * (2.0 / 3), to});
}

// dot's curve between two borders, lengthened to the middles of both shapes.
std::vector<Point> chain_of(edge_t* edge, Point source, Point target) {
    std::vector<Point> chain;
    if (ED_spl(edge) == nullptr || ED_spl(edge)->size != 1) return chain;
    const bezier& curve = ED_spl(edge)->list[0];
    std::vector<Point> points;
    for (std::size_t i = 0; i < static_cast<std::size_t>(curve.size); ++i)
        points.push_back(on_grid(curve.list[i]));
    if (points.size() % 3 != 1) return chain;
    if (length(points.front() - source) + length(points.back() - target) >
        length(points.front() - target) + length(points.back() - source))
        std::reverse(points.begin(), points.end());
    chain.push_back(source);
    straight_to(chain, points.front());
    chain.insert(chain.end(), points.begin() + 1, points.end());
    straight_to(chain, target);
    return chain;
}

}  // namespace

DotDrawing drawn_by_dot(const Picture& picture, const LayoutProblem& problem, bool across) {
    agseterrf(keep_silent);
    agreseterrors();
    Context owner;
    owner.graph = agopen(text("network"), Agdirected, nullptr);
    set_graph(owner.graph, "dot", across, 1, false, picture.ties.size() > most_for_full_dot, "true");
    const std::vector<node_t*> nodes = add_nodes(owner.graph, problem);
    std::vector<edge_t*> edges;
    for (std::size_t t = 0; t < picture.ties.size(); ++t) {
        edges.push_back(agedge(owner.graph, nodes[picture.ties[t].source], nodes[picture.ties[t].target],
                               text("e" + std::to_string(t)), 1));
    }
    run(owner, "dot");
    DotDrawing drawing;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Point middle = footprint(problem.shapes[i], LabelSide::below).middle();
        drawing.nodes.push_back(on_grid(ND_coord(nodes[i])) - middle);
    }
    for (std::size_t t = 0; t < edges.size(); ++t)
        drawing.ties.push_back(
            chain_of(edges[t], drawing.nodes[picture.ties[t].source], drawing.nodes[picture.ties[t].target]));
    return drawing;
}

std::vector<Point> graphviz_positions(const LayoutProblem& problem, const std::string& engine, bool across,
                                      std::uint64_t seed) {
    agseterrf(keep_silent);
    agreseterrors();
    std::srand(static_cast<unsigned>(seed));  // sfdp draws from rand() and does not seed it
    Context owner;
    owner.graph = agopen(text("network"), Agdirected, nullptr);
    set_graph(owner.graph, engine, across, seed, !in_detail(problem.shapes.size()),
              problem.links.size() > most_for_full_dot);
    const std::vector<node_t*> nodes = add_nodes(owner.graph, problem);
    for (std::size_t i = 0; i < problem.links.size(); ++i) {
        const Link& link = problem.links[i];
        edge_t* edge = agedge(owner.graph, nodes[link.a], nodes[link.b], text("e" + std::to_string(i)), 1);
        agset(edge, text("len"), text(std::to_string(link.ideal * 1.9)));
    }
    run(owner, engine);
    std::vector<Point> points;
    for (node_t* node : nodes) points.push_back(on_grid(ND_coord(node)));
    return points;
}

}  // namespace entente::render
