"""Checks that all sides answer a question alike, or differ in the one way that is expected."""

import json

from graph import folded, sort_name

STATUS = {"IN_FORCE": "active", "ENDED": "former", "ANNOUNCED": "pending"}
SAMPLE = 20


def compare(sides, question, arguments, ask):
    """Returns a line that says in what the sides agree, and whether they may.

    `ask(side, question, arguments)` returns the data of a response, or the rows of a statement."""
    arguments = arguments[:: max(1, len(arguments) // SAMPLE)][:SAMPLE]
    rule, why = EXPECTED.get(question, (lambda _, ours, theirs: ours == theirs, None))
    for values in arguments:
        ours = read("throughline", question, ask("throughline", question, values))
        for side in sides:
            theirs = read(side, question, ask(side, question, values))
            if not rule(values, ours, theirs):
                return False, f"{side} differs for {json.dumps(values, ensure_ascii=False)}\n{differences(ours, theirs)}"
    kind = f"different, as expected: {why}" if why else "same"
    return True, f"{kind} ({len(arguments)} compared, {', '.join(sides)})"


def read(side, question, answer):
    """An answer in the form in which those of all sides can be compared."""
    if side == "throughline":
        return THROUGHLINE[question](answer)
    if side == "peer":
        return PEER[question](answer)
    if side == "peer-cypher":
        (answer,) = answer.values()
    return CYPHER[question](answer if isinstance(answer, list) else [answer])


def differences(ours, theirs):
    """What only one of them has: rows if they are rows, where they first differ if they are lists."""
    if isinstance(ours, (set, frozenset)):
        ours, theirs = sorted(map(str, ours - theirs)), sorted(map(str, theirs - ours))
    elif isinstance(ours, (list, tuple)) and len(ours) == len(theirs):
        return next(differences(one, other) for one, other in zip(ours, theirs) if one != other)
    return f"  Throughline: {str(ours)[:400]}\n  the other:   {str(theirs)[:400]}"


def first(nodes, key="slug"):
    """The only one of a relationship to one node, which the plain model and the peer return as a list."""
    return nodes[0][key] if nodes else None


def ids(nodes, key="slug"):
    return frozenset(node[key] for node in nodes)


def organizations(memberships):
    return [node["organization"] for node in memberships["nodes"]]


def network(since, status, id, name, campaigns, secretariats):
    return (
        since,
        status,
        id,
        name,
        frozenset((c["slug"], c["name"], str(c["launched"])) for c in campaigns),
        frozenset((s["name"], first(s["host"])) for s in secretariats),
    )


def our_city(data):
    city = data["city"]
    networks = frozenset(
        network(
            node["validFrom"],
            STATUS[node["status"]],
            node["organization"]["id"],
            node["organization"]["name"],
            [
                {"slug": c["id"], "name": c["name"], "launched": c["note"]}
                for c in organizations(node["organization"]["memberships"])
            ],
            [
                {"name": s["name"], "host": [{"slug": s["holder"]["id"]}]}
                for s in node["organization"]["secretariats"]["nodes"]
            ],
        )
        for node in city["memberships"]["nodes"]
    )
    return city["name"], city["population"], city["country"]["id"], networks


def peer_city(data):
    (city,) = data["cities"]
    networks = frozenset(
        network(**e["properties"], id=e["node"].pop("slug"), **e["node"]) for e in city["networksConnection"]["edges"]
    )
    return city["name"], city["population"], first(city["country"]), networks


def plain_city(rows):
    (city,) = rows
    networks = frozenset(network(id=n.pop("slug"), **n) for n in city["networks"])
    return city["name"], city["population"], first(city["country"]), networks


# Answers are compared as lists where their order matters, otherwise as sets.
THROUGHLINE = {
    "name": lambda data: data["city"]["name"],
    "city": our_city,
    "members": lambda data: [
        (m["id"], m["name"], node["validFrom"], m["country"]["iso"], ids(organizations(m["memberships"]), "id"))
        for node in data["network"]["members"]["nodes"]
        for m in [node["member"]]
    ],
    "participants": lambda data: (
        data["organization"]["channels"]["pageInfo"]["hasNextPage"],
        [
            (node["member"]["id"], node["validFrom"], node["member"]["country"]["id"])
            for node in data["organization"]["channels"]["nodes"]
        ],
    ),
    "overlap": lambda data: (data["cities"]["totalCount"], [node["id"] for node in data["cities"]["nodes"]]),
    "matrix": lambda data: {
        (frozenset((pair["a"]["id"], pair["b"]["id"])), pair["intersection"])
        for pair in data["overlap"]["pairs"]
        if pair["intersection"]
    },
    "map": lambda data: {
        (n["id"], n["note"], n["members"]["totalCount"])
        + (ids(organizations(n["campaigns"]), "id"), ids(organizations(n["sectionOf"]), "id"))
        for n in data["networks"]["nodes"]
    }
    | {(c["id"], c["members"]["totalCount"]) for c in data["campaigns"]["nodes"]},
    "fuzzy": lambda data: [edge["node"]["name"] for edge in data["search"]["edges"]],
    "prefix": lambda data: [node["name"] for node in data["search"]["nodes"]],
    "countries": lambda data: {
        (bucket["entity"]["id"], bucket["entity"]["iso"], bucket["count"])
        for facet in data["network"]["members"]["facets"]
        for bucket in facet["buckets"]
    },
    # several paths may be the shortest, so only their length is compared
    "connection": lambda data: [path["length"] for path in data["paths"]["paths"]],
}
PEER = {
    "name": lambda data: data["cities"][0]["name"],
    "city": peer_city,
    "members": lambda data: [
        (n["slug"], n["name"], edge["properties"]["since"], first(n["country"], "iso"), ids(n["networks"]))
        for edge in data["networks"][0]["membersConnection"]["edges"]
        for n in [edge["node"]]
    ],
    "participants": lambda data: (
        data["campaigns"][0]["participantsConnection"]["pageInfo"]["hasNextPage"],
        [
            (edge["node"]["slug"], edge["properties"]["joinedOn"], first(edge["node"]["country"]))
            for edge in data["campaigns"][0]["participantsConnection"]["edges"]
        ],
    ),
    "overlap": lambda data: (
        data["citiesConnection"]["totalCount"],
        [edge["node"]["slug"] for edge in data["citiesConnection"]["edges"]],
    ),
    "map": lambda data: {
        (n["slug"], n["scope"], n["membersConnection"]["aggregate"]["count"]["nodes"], ids(n["campaigns"]), ids(n["sectionOf"]))
        for n in data["networks"]
    }
    | {(c["slug"], c["participantsConnection"]["aggregate"]["count"]["edges"]) for c in data["campaigns"]},
    "fuzzy": lambda data: [edge["node"]["name"] for edge in data["searchCities"]["edges"]],
    "prefix": lambda data: [city["name"] for city in data["cities"]],
    "countries": lambda data: {
        (c["slug"], c["iso"], c["citiesConnection"]["aggregate"]["count"]["nodes"]) for c in data["countries"]
    },
}
CYPHER = {
    "name": lambda rows: rows[0]["name"],
    "city": plain_city,
    "members": lambda rows: [(r["slug"], r["name"], r["since"], first(r["country"], "iso"), ids(r["networks"])) for r in rows],
    # statements read one row more to see whether there is a next page
    "participants": lambda rows: (len(rows) > 100, [(r["slug"], r["joinedOn"], first(r["country"])) for r in rows[:100]]),
    "overlap": lambda rows: (rows[0]["count"], [city["slug"] for city in rows[0]["first"]]),
    "matrix": lambda rows: {(frozenset((r["a"], r["b"])), r["shared"]) for r in rows},
    "map": lambda rows: {
        (n["slug"], n["scope"], n["members"], ids(n["campaigns"]), ids(n["sectionOf"])) for n in rows[0]["networks"]
    }
    | {(c["slug"], c["participants"]) for c in rows[0]["campaigns"]},
    "fuzzy": lambda rows: [r["name"] for r in rows],
    "prefix": lambda rows: [r["name"] for r in rows],
    "countries": lambda rows: {(r["slug"], r["iso"], r["members"]) for r in rows},
    "connection": lambda rows: [len(rows) - 1] if rows else [],
}
for readers in (THROUGHLINE, PEER, CYPHER):
    for page in ("participants-1", "participants-50"):
        readers[page] = readers["participants"]


def begins(name, text):
    """Whether each word of the text begins a word of the name."""
    return all(any(word.startswith(beginning) for word in folded(name).split()) for beginning in folded(text).split())


def by_any_word(values, ours, theirs):
    return (
        len(ours) >= len(theirs)
        and all(begins(name, values["prefix"]) for name in ours)
        and all(sort_name(name).startswith(values["prefix"]) for name in theirs)
    )


def finds(names, word):
    return any(word in folded(name).split() for name in names)


def by_own_rank(values, ours, theirs):
    return finds(ours, values["word"]) and finds(theirs, values["word"])


EXPECTED = {
    "fuzzy": (
        by_own_rank,
        "each side ranks misspelt names by rules of its own; all of them find a city by the word that was misspelt",
    ),
    "prefix": (
        by_any_word,
        "Throughline also finds names that contain the beginning of a word elsewhere; it finds no fewer and nothing else",
    ),
}
