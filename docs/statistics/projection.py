"""Computes the projection values expected by NetworkxTests, with NetworkX 2.8.8 (Debian: python3-networkx).
Run in the project root: /usr/bin/python3 docs/statistics/projection.py

Two two-mode graphs. Davis, Gardner and Gardner 1941: 18 women and 14 social events, as included in NetworkX; written to
projection-davis.csv. And the built-in dataset, read from its files rather than through the
server: organizations by shared members; members of some of them by shared organizations.

Writes projection.csv: graph, of, weight, measure, a, b, value. Measures: weight of the tie between a and b; strength and
betweenness of a; modularity, the highest found by 50 runs of Louvain (seeds 0 to 49) and the greedy method.
"""
import csv
import glob
import networkx as nx
from networkx.algorithms import bipartite, community

ORGANIZATIONS = ["c40", "carbon-neutral-cities-alliance", "cities-race-to-zero", "climate-mayors", "gcom", "iclei", "jci",
                 "metropolis", "race-to-zero", "ramcc", "uclg", "under2-coalition"]
# without the largest, whose members would have more ties than the server returns edges
OF_MEMBERS = ["c40", "carbon-neutral-cities-alliance", "climate-mayors", "iclei", "jci", "ramcc"]
WEIGHTS = {
    "COUNT": lambda g, nodes: bipartite.weighted_projected_graph(g, nodes),
    "JACCARD": lambda g, nodes: bipartite.overlap_weighted_projected_graph(g, nodes, jaccard=True),
    "OVERLAP_COEFFICIENT": lambda g, nodes: bipartite.overlap_weighted_projected_graph(g, nodes, jaccard=False),
    "NEWMAN": lambda g, nodes: bipartite.collaboration_weighted_projected_graph(g, nodes),
}


def davis():
    graph = nx.davis_southern_women_graph()
    with open("docs/statistics/projection-davis.csv", "w") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["woman", "event"])
        out.writerows(sorted(graph.edges))
    return graph, sorted(graph.graph["top"]), sorted(graph.graph["bottom"])


def rows(*patterns):
    for pattern in patterns:
        for name in sorted(glob.glob("src/main/resources/dataset/" + pattern)):
            with open(name) as file:
                yield from csv.DictReader(file)


def built_in(organizations):
    governments = {row["id"] for row in rows("cities.csv", "regions.csv", "lists/*/cities.csv", "lists/*/regions.csv")}
    # who is not on a later whole list has left
    whole = {row["organization"]: row for row in rows("member-lists.csv") if (row["complete"], row["selection"]) == ("YES", "WHOLE")}
    listed = {(row["member"], row["organization"]) for row in rows("memberships/*.csv", "lists/*/memberships.csv")
              if row["source"] == whole.get(row["organization"], row)["source"]}
    graph = nx.Graph()
    graph.add_nodes_from(organizations)
    # of two claims the later one holds; a year or a month counts as its last day
    newest = {}
    for row in rows("memberships/*.csv", "lists/*/memberships.csv"):
        if (row["member"] in governments and row["organization"] in organizations
                and row["role"] in ("MEMBER", "SIGNATORY") and row["rank"] != "DEPRECATED"):
            ends = (row["member"], row["organization"])
            if row["status"] != "NOT_MEMBER" and ends not in listed:
                assert row["as_of"] < whole[row["organization"]]["as_of"], row
                continue
            assert row["status"] in ("IN_FORCE", "SUSPENDED", "NOT_MEMBER", ""), row
            claim = (row["as_of"] + "0000-12-31"[len(row["as_of"]):] if row["as_of"] else "", row["status"] == "NOT_MEMBER")
            if ends in newest and newest[ends][0] == claim[0]:
                assert newest[ends] == claim, row
            newest[ends] = max(newest.get(ends, ("", False)), claim)
    graph.add_edges_from(ends for ends, (_, denied) in newest.items() if not denied)
    return graph, sorted(set(graph) - set(organizations)), organizations


def best(graph):
    found = [community.louvain_communities(graph, weight="weight", seed=seed) for seed in range(50)]
    found.append(community.greedy_modularity_communities(graph, weight="weight"))
    return max(community.modularity(graph, each, weight="weight") for each in found)


def values(name, of, graph, nodes):
    for weight, project in WEIGHTS.items():
        projected = project(graph, nodes)
        # in order of id, since Louvain's seeds depend on it
        ordered = nx.Graph()
        ordered.add_nodes_from(nodes)
        ordered.add_weighted_edges_from(sorted((*sorted(ends), projected.edges[ends]["weight"]) for ends in projected.edges))
        if len(nodes) < 100:
            for a, b, value in ordered.edges(data="weight"):
                yield name, of, weight, "weight", a, b, value
        for node, value in ordered.degree(weight="weight"):
            yield name, of, weight, "strength", node, "", value
        yield name, of, weight, "modularity", "", "", best(ordered)
        if weight == "COUNT":
            for node, value in nx.betweenness_centrality(ordered).items():
                yield name, of, weight, "betweenness", node, "", value


with open("docs/statistics/projection.csv", "w") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["graph", "of", "weight", "measure", "a", "b", "value"])
    women, top, bottom = davis()
    out.writerows(values("davis", "ORGANIZATIONS", women, bottom))
    out.writerows(values("davis", "MEMBERS", women, top))
    graph, _, organizations = built_in(ORGANIZATIONS)
    out.writerows(values("built-in", "ORGANIZATIONS", graph, organizations))
    graph, members, _ = built_in(OF_MEMBERS)
    out.writerows(values("built-in", "MEMBERS", graph, members))
