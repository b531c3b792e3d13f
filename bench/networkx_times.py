#!/usr/bin/python3
"""Times NetworkX and, where installed, graph-tool (Debian: python3-networkx, python3-graph-tool) on random graphs of the sizes of
entente_bench's smallest rows, as a table in Markdown. graph-tool uses all cores. Usage: networkx_times.py [ACTORS]; ties are five times
as many."""
import sys
import time

import networkx

actors = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
graph = networkx.gnm_random_graph(actors, 5 * actors, seed=1)
directed = networkx.gnm_random_graph(actors, 5 * actors, seed=1, directed=True)


def timed(name, work):
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    print(f"| {name} | {time.perf_counter() - wall:.3g} | {time.process_time() - cpu:.3g} |", flush=True)


print(f"| peer, {actors:,} actors, {5 * actors:,} ties | seconds | CPU s |\n|---|---|---|")
peer = f"NetworkX {networkx.__version__}"
timed(f"{peer} betweenness", lambda: networkx.betweenness_centrality(graph, normalized=False))
timed(f"{peer} tie betweenness", lambda: networkx.edge_betweenness_centrality(graph, normalized=False))
timed(f"{peer} closeness", lambda: networkx.closeness_centrality(graph))
timed(f"{peer} harmonic", lambda: networkx.harmonic_centrality(graph))
timed(f"{peer} constraint", lambda: networkx.constraint(graph))
timed(f"{peer} pagerank, directed", lambda: networkx.pagerank(directed))

try:
    import graph_tool
    import graph_tool.centrality
    import graph_tool.clustering
    import graph_tool.topology
except ImportError:
    print("\ngraph-tool is not installed")
    sys.exit()


def taken_over(source):
    copy = graph_tool.Graph(directed=source.is_directed())
    copy.add_edge_list(list(source.edges()))
    return copy


undirected, arcs = taken_over(graph), taken_over(directed)
peer = f"graph-tool {graph_tool.__version__.split()[0]}"
timed(f"{peer} betweenness", lambda: graph_tool.centrality.betweenness(undirected, norm=False))
timed(f"{peer} closeness", lambda: graph_tool.centrality.closeness(undirected))
timed(f"{peer} eigenvector", lambda: graph_tool.centrality.eigenvector(undirected))
timed(f"{peer} pagerank, directed", lambda: graph_tool.centrality.pagerank(arcs))
timed(f"{peer} clustering", lambda: graph_tool.clustering.local_clustering(undirected))
timed(f"{peer} coreness", lambda: graph_tool.topology.kcore_decomposition(undirected))
