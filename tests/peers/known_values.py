#!/usr/bin/python3
"""Writes known_values.hpp: measures of well-known networks as python3-igraph 0.10.2 and python3-networkx 2.8.8 (Debian 12) compute them.

Run by hand, never by the tests: python3 known_values.py > known_values.hpp
"""
import warnings

import igraph
import networkx
import numpy

warnings.simplefilter("ignore")


def columns(graph, weighted):
    """name -> (source, values); nan stands for undefined."""
    n, directed = graph.number_of_nodes(), graph.is_directed()
    edges = [(a, b, float(d["weight"])) for a, b, d in graph.edges(data=True)]
    strengths = [w for _, _, w in edges]
    costs = [1 / w for w in strengths]
    for _, _, data in graph.edges(data=True):
        data["cost"] = 1 / data["weight"]
    copy = igraph.Graph(n=n, edges=[e[:2] for e in edges], directed=directed)
    simple = igraph.Graph(n=n, edges=sorted({tuple(sorted(e[:2])) for e in edges}))
    cost = costs if weighted else None
    cost_name = "cost" if weighted else None
    weight_name = "weight" if weighted else None
    matrix = networkx.to_numpy_array(graph, nodelist=range(n))
    radius = max(abs(numpy.linalg.eigvals(matrix)))
    katz = numpy.linalg.solve(numpy.eye(n) - 0.85 / radius * matrix.T, numpy.ones(n))

    def in_order(values):
        return [values[v] for v in range(n)]

    found = {
        "degree": ("igraph", copy.degree()),
        "in_degree": ("igraph", copy.degree(mode="in")),
        "out_degree": ("igraph", copy.degree(mode="out")),
        "strength": ("igraph", copy.strength(weights=strengths)),
        "in_strength": ("igraph", copy.strength(weights=strengths, mode="in")),
        "out_strength": ("igraph", copy.strength(weights=strengths, mode="out")),
        "betweenness": ("igraph", copy.betweenness(directed=directed, weights=cost)),
        # NetworkX takes incoming distances.
        "closeness": ("NetworkX", in_order(networkx.closeness_centrality(graph.reverse() if directed else graph, distance=cost_name))),
        "harmonic": ("igraph", [v * (n - 1) for v in copy.harmonic_centrality(mode="out", weights=cost)]),
        "eccentricity": ("igraph", copy.eccentricity(mode="out")),
        "eigenvector": ("igraph", copy.eigenvector_centrality(directed=directed, weights=strengths)),
        "pagerank": ("igraph", copy.pagerank(weights=strengths)),
        "hub": ("igraph", copy.hub_score(weights=strengths)),
        "authority": ("igraph", copy.authority_score(weights=strengths)),
        "katz": ("numpy.linalg.solve", list(katz)),
        "constraint": ("igraph", copy.constraint(weights=strengths)),
        "coreness": ("igraph", simple.coreness()),
        "clustering": ("igraph", simple.transitivity_local_undirected(mode="nan")),
    }
    if not directed:
        # NetworkX leaves directed actors without ties sent undefined, which is not Burt's rule.
        size = networkx.effective_size(graph, weight=weight_name)
        found["effective_size"] = ("NetworkX", in_order(size))
        found["efficiency"] = ("NetworkX", [size[v] / graph.degree(v) if graph.degree(v) else float("nan") for v in range(n)])
        found["subgraph"] = ("NetworkX", in_order(networkx.subgraph_centrality(graph)))
        flow, near = [0.0] * n, [0.0] * n
        for part in networkx.connected_components(graph):
            if len(part) < 3:
                continue
            piece = graph.subgraph(part)
            for v, value in networkx.current_flow_betweenness_centrality(piece, weight=weight_name).items():
                flow[v] = value
            for v, value in networkx.current_flow_closeness_centrality(piece, weight=weight_name).items():
                near[v] = value
        found["current_flow_betweenness"] = ("NetworkX", flow)
        found["current_flow_closeness"] = ("NetworkX", near)
    return found


def networks():
    kite = networkx.krackhardt_kite_graph()
    yield "Krackhardt's kite (Krackhardt 1990)", kite, False
    zachary = networkx.karate_club_graph()
    yield "Zachary's karate club (Zachary 1977)", networkx.Graph(zachary.edges()), False
    yield "Zachary's karate club, weighted (Zachary 1977)", zachary, True
    florence = networkx.florentine_families_graph()
    florence.add_node("Pucci")
    order = {name: i for i, name in enumerate(sorted(florence))}
    yield "Florentine marriages (Padgett & Ansell 1993), families in alphabetical order", networkx.relabel_nodes(florence, order), False
    # A made-up directed one: two parts, one of them with a cycle, an isolated actor, a pair tied both ways.
    made_up = networkx.DiGraph()
    made_up.add_nodes_from(range(12))
    made_up.add_weighted_edges_from([(0, 1, 3), (1, 2, 1), (2, 0, 2), (2, 3, 1), (3, 2, 4), (3, 4, 1), (4, 5, 2), (5, 3, 1), (0, 5, 1), (1, 4, 0.5),
                                     (6, 0, 1), (6, 2, 2), (7, 8, 1), (8, 9, 2.5), (7, 9, 1), (10, 7, 1)])
    yield "a directed network in two parts", networkx.DiGraph(made_up), True


def number(value):
    return "undefined" if value != value else repr(float(value))  # the shortest text that is read back as the same double


print("// Written by known_values.py: what python3-igraph 0.10.2 and python3-networkx 2.8.8 give for well-known networks.")
print("#pragma once\n\n#include <vector>\n")
print("namespace entente::test {\n")
print("// Numbers as text, as compilers take long over thousands of them.")
print("struct KnownColumn {\n    const char* measure;\n    const char* source;\n    const char* values;\n};\n")
print("struct KnownNetwork {\n    const char* name;\n    const char* text;\n    std::vector<KnownColumn> columns;\n};\n")
print("inline const std::vector<KnownNetwork> known_networks{")
for name, graph, weighted in networks():
    clean = graph.__class__()
    clean.add_nodes_from(range(graph.number_of_nodes()))
    for a, b, data in graph.edges(data=True):
        clean.add_edge(a, b, weight=data.get("weight", 1) if weighted else 1)
    arrow = "->" if clean.is_directed() else "--"
    text = ",".join(f"a{v}" for v in range(clean.number_of_nodes()))
    for a, b, data in clean.edges(data=True):
        text += f",a{a}{arrow}a{b}" + (f" {data['weight']:g}" if weighted else "")
    print("    {\"" + name + "\",")
    for start in range(0, len(text), 120):
        print("     \"" + text[start:start + 120] + "\"")
    print("     ,\n     {")
    for measure, (source, values) in columns(clean, weighted).items():
        print(f"         {{\"{measure}\", \"{source}\",")
        for start in range(0, len(values), 6):
            end = "\"}," if start + 6 >= len(values) else " \""
            print("          \"" + " ".join(number(v) for v in values[start:start + 6]) + end)
    print("     }},")
print("};\n\n}  // namespace entente::test")
