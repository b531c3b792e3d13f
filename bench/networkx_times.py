#!/usr/bin/env python3
"""Times NetworkX and, where installed, graph-tool (Debian: python3-networkx, python3-graph-tool) on random graphs of the sizes of
entente_bench's smallest rows, in seconds of processor time. Usage: networkx_times.py [ACTORS]; ties are five times as many."""
import sys
import time

import networkx

actors = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
graph = networkx.gnm_random_graph(actors, 5 * actors, seed=1)


def timed(name, work):
    start = time.process_time()
    work()
    print(f"{name}: {time.process_time() - start:.3f} s")


print(f"{actors} actors, {5 * actors} ties")
timed("NetworkX betweenness", lambda: networkx.betweenness_centrality(graph, normalized=False))
timed("NetworkX tie betweenness", lambda: networkx.edge_betweenness_centrality(graph, normalized=False))
timed("NetworkX closeness", lambda: networkx.closeness_centrality(graph))
timed("NetworkX harmonic", lambda: networkx.harmonic_centrality(graph))
timed("NetworkX constraint", lambda: networkx.constraint(graph))
timed("NetworkX pagerank", lambda: networkx.pagerank(graph))

try:
    import graph_tool
    import graph_tool.centrality
except ImportError:
    print("graph-tool is not installed")
    sys.exit()

peer = graph_tool.Graph(directed=False)
peer.add_edge_list(list(graph.edges()))
timed("graph-tool betweenness", lambda: graph_tool.centrality.betweenness(peer, norm=False))
timed("graph-tool closeness", lambda: graph_tool.centrality.closeness(peer))
timed("graph-tool pagerank", lambda: graph_tool.centrality.pagerank(peer))
