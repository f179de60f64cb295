"""Reads exports with NetworkX, igraph and rapper, and prints how many nodes and edges each finds, as JSON.

Usage: read_exports.py FOLDER   (map.gexf, map.graphml, map.json, map.edges.csv, map.geojson, memberships.ttl)
"""

import csv
import inspect
import io
import json
import subprocess
import sys
from pathlib import Path

import igraph
import networkx

folder = Path(sys.argv[1])
found = {}


def size(name, graph):
    found[name] = [graph.number_of_nodes(), graph.number_of_edges()]


text = (folder / "map.gexf").read_text("utf-8")
if networkx.readwrite.gexf.GEXF.versions.get("1.3", {}).get("NS_GEXF") != "http://gexf.net/1.3":
    # NetworkX before 3.6 reads 1.3 only under the 1.2 namespace
    text = text.replace('xmlns="http://gexf.net/1.3"', 'xmlns="http://www.gexf.net/1.2draft"')
gexf = networkx.read_gexf(io.StringIO(text))
size("networkx gexf", gexf)
found["networkx gexf dated edges"] = sum(1 for *_, edge in gexf.edges(data=True) if "start" in edge)
graphml = networkx.read_graphml(folder / "map.graphml", force_multigraph=True)
size("networkx graphml", graphml)
found["networkx graphml version"] = graphml.graph["version"]
found["networkx graphml population of boston"] = graphml.nodes["boston"]["population"]
# since NetworkX 3.4 the key of the edge list is an argument; the older argument is called "link"
name = "edges" if "edges" in inspect.signature(networkx.node_link_graph).parameters else "link"
size("networkx node-link", networkx.node_link_graph(json.loads((folder / "map.json").read_text("utf-8")), **{name: "edges"}))
with open(folder / "map.edges.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
size("networkx csv", networkx.MultiDiGraph((row["Source"], row["Target"]) for row in rows))

graph = igraph.Graph.Read_GraphML(str(folder / "map.graphml"))
found["igraph graphml"] = [graph.vcount(), graph.ecount()]
found["igraph graphml name"] = graph.vs.find(id="boston")["label"]
graph = igraph.Graph.TupleList(((row["Source"], row["Target"]) for row in rows), directed=True)
found["igraph csv"] = [graph.vcount(), graph.ecount()]

counted = subprocess.run(
    ["rapper", "--quiet", "--input", "turtle", "--output", "ntriples", str(folder / "memberships.ttl")],
    capture_output=True,
    text=True,
    check=True,
)
found["rapper triples"] = len(set(counted.stdout.splitlines()))

print(json.dumps(found))
