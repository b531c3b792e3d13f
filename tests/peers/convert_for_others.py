#!/usr/bin/python3
"""convert_for_others.py ENTENTE DATA…: other programs see the same network in what convert writes.

Converts each dataset into the formats that NetworkX and igraph read and compares the numbers of actors and of rows, the sum of
the weights and the numbers of signs with those of the CSV folder that convert writes."""
import csv
import json
import os
import subprocess
import sys
import tempfile

import igraph
import networkx


def rows(path):
    with open(path, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def figures(nodes, edges):
    """Of edges as dicts of attributes: what has to be equal in every format."""
    signs = [str(edge.get('sign') or '') for edge in edges]
    weights = sum(float(edge['weight']) if edge.get('weight') not in (None, '') else 1 for edge in edges)
    return {'actors': nodes, 'rows': len(edges), 'weight': round(weights, 6),
            'positive': signs.count('+'), 'negative': signs.count('-')}


def of_networkx(graph):
    return figures(graph.number_of_nodes(), [data for _, _, data in graph.edges(data=True)])


def of_igraph(graph):
    return figures(graph.vcount(), [edge.attributes() for edge in graph.es])


def node_link(path):
    with open(path, encoding='utf-8') as file:
        return networkx.node_link_graph(json.load(file))


READERS = [('json', 'NetworkX', lambda path: of_networkx(node_link(path))),
           ('gml', 'NetworkX', lambda path: of_networkx(networkx.read_gml(path))),
           ('gml', 'igraph', lambda path: of_igraph(igraph.Graph.Read_GML(path)))]


def main():
    entente, data = os.path.abspath(sys.argv[1]), sys.argv[2:]
    wrong = 0
    for dataset in data:
        with tempfile.TemporaryDirectory() as folder:
            def convert(target):
                path = os.path.join(folder, target)
                subprocess.run([entente, 'convert', dataset, '-o', path, '--quiet'], check=True)
                return path
            csv_folder = convert('csv')
            expected = figures(len(rows(csv_folder + '/actors.csv')), rows(csv_folder + '/ties.csv'))
            for extension, program, read in READERS:
                seen = read(convert('net.' + extension))
                if seen != expected:
                    wrong += 1
                    print(f'{dataset} as .{extension} in {program}: {seen}, written {expected}')
    sys.exit(bool(wrong))


main()
