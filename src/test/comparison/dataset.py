"""Writes the generated graph as a dataset of Throughline (docs/dataset.md)."""

import csv
from pathlib import Path

BUILT_IN = Path(__file__).parents[2] / "main/resources/dataset"
STATUS = {"active": "IN_FORCE", "former": "ENDED", "pending": "ANNOUNCED"}


def write(graph, folder):
    """Reads the CSV files of the graph and writes those of the dataset, with the columns that the built-in dataset has."""
    (folder / "memberships").mkdir(parents=True)

    def read(name):
        with open(graph / f"{name}.csv", encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)

    def save(name, rows=(), like=None):
        with open(BUILT_IN / f"{like or name}.csv", encoding="utf-8", newline="") as file:
            columns = next(csv.reader(file))
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            lines = csv.DictWriter(file, columns, lineterminator="\n")
            lines.writeheader()
            lines.writerows(rows)

    def memberships(name, rows):
        save(f"memberships/{name}", rows, like="memberships/c40-2024-11")

    networks, campaigns = list(read("networks")), list(read("campaigns"))
    secretariats = {row["slug"]: row for row in read("secretariats")}
    save("dataset", [{"version": "1", "title": "Comparison", "released": "2026-11-29", "licence": "CC0", "citation": "none"}])
    save("sources", [source("list-of-" + n["slug"], "List of " + n["name"]) for n in networks] + [source("facts", "Facts")])
    save(
        "places",
        [
            {"id": "world", "name": "World", "kind": "WORLD"},
            *({"id": region(r["slug"]), "name": r["name"], "kind": "WORLD_REGION", "part_of": "world"} for r in read("regions")),
            *(
                {"id": c["slug"], "name": c["name"], "kind": "COUNTRY", "iso": c["iso"], "part_of": region(c["region"])}
                for c in read("countries")
            ),
        ],
    )
    # the plain model's scope of a network and year of a campaign, as notes, so that they can be queried with the organization
    save(
        "organizations",
        [
            *({"id": n["slug"], "name": n["name"], "kind": "NETWORK", "note": n["scope"]} for n in networks),
            *({"id": c["slug"], "name": c["name"], "kind": "CAMPAIGN", "note": c["launched"]} for c in campaigns),
            *({"id": o["slug"], "name": o["name"], "kind": "BODY"} for o in read("organizations")),
        ],
    )
    save(
        "cities",
        (
            {
                "id": c["slug"],
                "name": c["name"],
                "kind": "CITY",
                "country": c["country"],
                "latitude": c["lat"],
                "longitude": c["lon"],
                "population": c["population"],
                "population_year": "2020",
                "resolution": "RESOLVED",
            }
            for c in read("cities")
        ),
    )

    # Throughline's secretariats serve one network each
    posts, holders = [], []
    for served in read("serves"):
        secretariat, network = secretariats[served["secretariat"]], served["network"]
        post = f"{secretariat['slug']}-for-{network}"
        posts.append({"id": post, "name": secretariat["name"], "organization": network, **claim(f"secretariat.{post}")})
        holders.append(membership(secretariat["host"], "SECRETARIAT", network, served["since"], post=post))
    save("secretariats", posts)
    memberships("secretariats", holders)
    memberships("partners", (membership(p["network"], "OFFICIAL_PARTNER", p["campaign"], p["since"]) for p in read("partners")))
    memberships("sections", (membership(n["slug"], "SECTION", n["parent"]) for n in networks if n["parent"]))
    memberships("leads", (membership(c["lead"], "LEAD", c["slug"]) for c in campaigns))
    memberships(
        "members",
        (
            membership(m["city"], "MEMBER", m["network"], m["since"], status=STATUS[m["status"]], listed_by=m["network"])
            for m in read("members")
        ),
    )
    memberships(
        "participations",
        (
            membership(p["city"], "MEMBER", p["campaign"], p["joinedOn"], via=p["viaSlug"], listed_by=p["viaSlug"])
            for p in read("participations")
        ),
    )


def region(slug):
    return f"region-{slug}"


def source(id, title):
    return {"id": id, "title": title, "language": "en", "stated_at": "2026-01-01", "licence": "CC0"}


def claim(id, listed_by=None):
    source_id = f"list-of-{listed_by}" if listed_by else "facts"
    return {"claim": id, "source": source_id, "as_of": "2026-01-01", "strength": "STATED", "rank": "NORMAL"}


def membership(member, role, organization, valid_from="", via="", status="IN_FORCE", post="", listed_by=None):
    parts = [member, role.lower().replace("_", "-"), organization, *(["via", via] if via else []), *([post] if post else [])]
    return {
        "member": member,
        "role": role,
        "organization": organization,
        "via": via,
        "via_status": "NAMED" if via else "",
        "directness": "INDIRECT" if via else "DIRECT",
        "valid_from": valid_from,
        "status": status,
        "post": post,
        **claim(".".join(["membership", *parts]), listed_by),
    }
