"""Draws the rows of labelled.csv, without labels, from the five files in a folder: python3 draw.py FOLDER > rows.csv

Two draws, each with a seed of its own and so many rows of each stratum: the first one to tune rules on, the second one,
half as large and without the rows of the first, to see whether they hold.
"""
import csv
import io
import random
import re
import sys
import zipfile
from html import unescape

folder = sys.argv[1]
COLUMNS = ["n", "half", "file", "line", "name", "kind", "country", "state", "latitude", "longitude", "population"]


def table(file):
    text = open(f"{folder}/{file}", "rb").read().decode("utf-8", "replace")
    return [dict(row, line=line) for line, row in enumerate(csv.DictReader(io.StringIO(text)), 2)]


def given(text):
    return "" if text in (None, "NA") else text.strip()


def row(file, line, name, kind, country="", state="", latitude="", longitude="", population=""):
    return dict(file=file, line=line, name=name, kind=kind, country=country, state=given(state),
                latitude=given(latitude), longitude=given(longitude), population=given(population))


def climactor():
    file = "climactor-2022-12.csv"
    for r in table(file):
        kind = r["entity_type"].upper() if r["entity_type"] in ("City", "city", "Region") else "ANY"
        population = given(r["population"])
        yield row(file, r["line"], r["name"], kind, r["iso"], r["state"], r["lat"], r["lng"],
                  str(int(float(population))) if population else "")


def cdp():
    file = "cdp-cities-disclosing-2020.csv"
    for r in table(file):
        point = re.match(r"POINT \((\S+) (\S+)\)", r["City Location"])
        # one half by the column City, the other by Organization with its legal forms
        name = r["City"] if r["City"] and r["line"] % 2 else r["Organization"]
        yield row(file, r["line"], name, "CITY", r["Country"], "", point[2] if point else "", point[1] if point else "",
                  r["Population"])


def covenant():
    file, seen = "eu-covenant-coordinators-2022.csv", set()
    for r in table(file):
        if r["name"] not in seen:
            seen.add(r["name"])
            yield row(file, r["line"], r["name"], "CITY", r["iso"])


def resilience():
    file, seen = "race-to-resilience-members-2023.csv", set()
    for r in table(file):
        key = r["member"], r["location_as_stated"]
        if key not in seen:
            seen.add(key)
            region = r["member_type"] == "Region Platform"
            yield row(file, r["line"], r["member"], "REGION" if region else "ANY", r["location_as_stated"])


def tracker():
    file = "net-zero-tracker-2022-12-20.xlsx"
    sheet = zipfile.ZipFile(f"{folder}/{file}").read("xl/worksheets/sheet1.xml").decode()
    for number, cells in re.findall(r'<row r="(\d+)">(.*?)</row>', sheet, re.S):
        values = {}
        for column, cell in re.findall(r'<c r="([A-Z]+)\d+"[^>]*>(.*?)</c>', cells, re.S):
            values[column] = unescape(re.sub(r"<[^>]+>", "", cell))
        if values.get("E") in ("City", "Region"):
            yield row(file, int(number), values.get("C", ""), values["E"].upper(), values.get("D", ""),
                      population=str(int(float(values["BF"]))) if values.get("BF") else "")


def of_kind(rows, kind, *countries, but=()):
    return [r for r in rows if r["kind"] == kind and (not countries or r["country"] in countries) and r["country"] not in but]


clim, nzt = list(climactor()), list(tracker())
many = ("ITA", "ESP")
strata = [
    (of_kind(clim, "CITY", *many), 60),
    (of_kind(clim, "CITY", but=many), 110),
    (of_kind(clim, "REGION"), 24),
    (of_kind(nzt, "CITY"), 50),
    (of_kind(nzt, "REGION"), 40),
    (list(cdp()), 56),
    (list(covenant()), 40),
    (list(resilience()), 40),
]
out = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
out.writeheader()
n, before = 0, set()
for half, seed, part in (("TUNING", 20221220, 1), ("HELD_OUT", 20230305, 2)):
    chance = random.Random(seed)
    for rows, count in strata:
        left = [r for r in rows if (r["file"], r["line"]) not in before]
        for drawn in sorted(chance.sample(left, count // part), key=lambda r: (r["file"], r["line"])):
            n += 1
            before.add((drawn["file"], drawn["line"]))
            out.writerow(dict(drawn, n=n, half=half))
