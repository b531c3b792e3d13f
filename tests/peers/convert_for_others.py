#!/usr/bin/python3
"""convert_for_others.py ENTENTE DATA…: other programs see the same network in what convert writes.

Converts each dataset into the formats that NetworkX and igraph read and compares the numbers of actors and of rows, the sum of
the weights and the numbers of signs with those of the CSV folder that convert writes. With --layout every format says the same
positions, and reading them back changes nothing of the data."""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zipfile

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


def cytoscape(path):
    with open(path, encoding='utf-8') as file:
        return networkx.cytoscape_graph(json.load(file))


def texts_among_numbers(path):
    """Cells of the columns weight and confidence of a workbook that are no numbers."""
    space = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
    wrong = []
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            if not name.startswith('xl/worksheets/sheet'):
                continue
            header, *body = xml.etree.ElementTree.fromstring(book.read(name)).iter(space + 'row')
            columns = {cell.get('r').rstrip('0123456789') for cell in header
                       if ''.join(cell.itertext()) in ('weight', 'confidence')}
            # The vocabulary of relations is text.
            if any(''.join(cell.itertext()) == 'source' for cell in header):
                wrong += [cell.get('r') for row in body for cell in row
                          if cell.get('r').rstrip('0123456789') in columns and cell.get('t') is not None]
    return wrong


def gexf_positions(path):
    nodes = xml.etree.ElementTree.parse(path).iter('{http://gexf.net/1.3}node')
    places = [(node.get('id'), node.find('{http://gexf.net/1.3/viz}position')) for node in nodes]
    return {name: (float(place.get('x')), -float(place.get('y'))) for name, place in places}


def dot_positions(path):
    with open(path, encoding='utf-8') as file:
        found = re.findall(r'^  "([^"]*)" \[.*pos="([^,]*),([^"]*)"', file.read(), re.MULTILINE)
    return {name: (float(x), -float(y)) for name, x, y in found}


def cytoscape_positions(path):
    with open(path, encoding='utf-8') as file:
        nodes = json.load(file)['elements']['nodes']
    return {node['data']['id']: (node['position']['x'], node['position']['y']) for node in nodes}


def gml_positions(path):
    nodes = networkx.read_gml(path).nodes(data=True)
    return {name: (data['graphics']['x'], data['graphics']['y']) for name, data in nodes}


def igraph_positions(path):
    return {node['id']: (node['x'], node['y']) for node in igraph.Graph.Read_GraphML(path).vs}


def yed_positions(path):
    """Of the shapes that yEd draws, 30 wide and high."""
    space = '{http://www.yworks.com/xml/graphml}'
    nodes = xml.etree.ElementTree.parse(path).iter('{http://graphml.graphdrawing.org/xmlns}node')
    places = [(node.get('id'), next(node.iter(space + 'Geometry'))) for node in nodes]
    return {name: (float(place.get('x')) + 15, float(place.get('y')) + 15) for name, place in places}


POSITIONS = [('gexf', gexf_positions), ('dot', dot_positions), ('cyjs', cytoscape_positions), ('gml', gml_positions),
             ('graphml', igraph_positions), ('graphml', yed_positions)]


def same(first, second):
    return first.keys() == second.keys() and all(
        abs(first[name][i] - second[name][i]) < 0.02 for name in first for i in (0, 1))


READERS = [('json', 'NetworkX', lambda path: of_networkx(node_link(path))),
           ('cyjs', 'NetworkX', lambda path: of_networkx(cytoscape(path))),
           ('gml', 'NetworkX', lambda path: of_networkx(networkx.read_gml(path))),
           ('gml', 'igraph', lambda path: of_igraph(igraph.Graph.Read_GML(path))),
           ('graphml', 'NetworkX', lambda path: of_networkx(networkx.read_graphml(path))),
           ('graphml', 'igraph', lambda path: of_igraph(igraph.Graph.Read_GraphML(path)))]


def main():
    entente, data = os.path.abspath(sys.argv[1]), sys.argv[2:]
    wrong = 0
    for dataset in data:
        with tempfile.TemporaryDirectory() as folder:
            def convert(target, data=dataset, options=()):
                path = os.path.join(folder, target)
                subprocess.run([entente, 'convert', data, '-o', path, '--quiet', *options], check=True)
                return path
            csv_folder = convert('csv')
            actors = rows(csv_folder + '/actors.csv')
            expected = figures(len(actors), rows(csv_folder + '/ties.csv'))
            # What reads positions here knows no escapes, and igraph 0.10.2 makes &#38; of &amp; in a node's id.
            plain = not any(mark in row['id'] for row in actors for mark in '"&\\\n')
            for extension, program, read in READERS:
                seen = read(convert('net.' + extension))
                if seen != expected:
                    wrong += 1
                    print(f'{dataset} as .{extension} in {program}: {seen}, written {expected}')
            if texts := texts_among_numbers(convert('net.xlsx')):
                wrong += 1
                print(f'{dataset} as .xlsx: numbers are text in {texts[:3]}')
            laid_out = {}
            for extension, positions in POSITIONS:
                path = convert('laid.' + extension, options=('--layout', 'stress'))
                if plain:
                    laid_out[positions.__name__] = places = positions(path)
                back = convert('back', path)
                for name in ('actors.csv', 'ties.csv', 'relations.csv', 'sources.csv'):
                    with open(os.path.join(csv_folder, name), 'rb') as left, open(os.path.join(back, name), 'rb') as right:
                        if left.read() != right.read():
                            wrong += 1
                            print(f'{dataset} with positions as .{extension}: {name} comes back otherwise')
                if plain and (len(set(places.values())) != expected['actors']
                              or not same(places, laid_out['gexf_positions'])):
                    wrong += 1
                    print(f'{dataset}: {positions.__name__} differ: {places}')
    sys.exit(bool(wrong))


main()
