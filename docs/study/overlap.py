#!/usr/bin/env python3
"""Asks a running server how much C40 overlaps with others and draws the answer as SVG. Needs Python 3 and nothing else.

    python3 docs/study/overlap.py http://localhost:8080 > docs/study/overlap.svg
"""
import json
import pathlib
import sys
import urllib.request
from html import escape

INK, RECORDED, OPEN, FONT = "#222", "#2a6f97", "#e6e6e6", "font-family='sans-serif'"
LEFT, WIDE, HIGH, STEP = 210, 460, 26, 46


def ask(server):
    document = pathlib.Path(__file__).with_name("overlap.graphql").read_text("utf-8")
    request = urllib.request.Request(
        server.rstrip("/") + "/graphql",
        json.dumps({"query": document}).encode(),
        {"Content-Type": "application/json", "Accept": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        answer = json.load(response)
    if "errors" in answer:
        sys.exit(answer["errors"][0]["message"])
    return answer["data"]


def text(x, y, words, more=""):
    return f"<text x='{x}' y='{y}' fill='{INK}' font-size='13' {FONT} {more}>{escape(words)}</text>"


def box(x, y, wide, fill):
    return f"<rect x='{x:.1f}' y='{y}' width='{wide:.1f}' height='{HIGH}' fill='{fill}' stroke='{INK}' stroke-width='0.5'/>"


def bars(pairs):
    """One bar per list: the members of C40 recorded in it. A list that holds few of its members is not drawn as a share."""
    y = 60
    for pair in pairs:
        whole, part = pair["sizeA"], pair["intersection"]
        enough = pair["sizeB"] >= whole
        yield text(LEFT - 10, y + 18, pair["b"]["id"], "text-anchor='end'")
        yield box(LEFT, y, WIDE, OPEN if enough else "url(#open)")
        if enough:
            yield box(LEFT, y, WIDE * part / whole, RECORDED)
            yield text(LEFT + WIDE + 10, y + 18, f"{part} of {whole}")
        else:
            yield text(LEFT + WIDE + 10, y + 18, f"not measurable: {pair['sizeB']} members recorded")
        y += STEP


def combinations(answer, y):
    """The members of C40 by which of both others they are recorded in."""
    names = {1: "neither recorded", 2: "{} only", 3: "both"}
    shades = iter([RECORDED, "#61a5c2", "#a9d6e5", OPEN])
    x = LEFT
    found = sorted((each for each in answer if "c40" in each["sets"]), key=lambda each: -len(each["sets"]))
    whole = sum(each["size"] for each in found)
    yield text(LEFT - 10, y + 18, "race-to-zero and gcom", "text-anchor='end'")
    for place, each in enumerate(found):
        others = [name for name in each["sets"] if name != "c40"]
        wide = WIDE * each["size"] / whole
        shade = OPEN if not others else next(shades)
        yield box(x, y, wide, shade)
        yield text(x + wide / 2, y + HIGH + 16 + 13 * place, names[len(each["sets"])].format("".join(others)), "text-anchor='middle'")
        yield text(x + wide / 2, y + 18, str(each["size"]), "text-anchor='middle' font-weight='bold'")
        x += wide


def days_of(lists):
    """The days of the lists: of the newest complete one, which closes the others, or of all that are dated."""
    complete = [one["asOf"] for one in lists if one["complete"] == "YES"]
    return [max(complete)] if complete else [one["asOf"] for one in lists if one["asOf"]]


def main():
    answer = ask(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8080")
    days = {each["id"]: ", ".join(days_of(each["coverage"]["lists"])) for each in answer["overlap"]["sets"]}
    print("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 960 350' width='960' height='350'>")
    print("<defs><pattern id='open' width='8' height='8' patternUnits='userSpaceOnUse' patternTransform='rotate(45)'>")
    print("<rect width='8' height='8' fill='#fff'/><rect width='3' height='8' fill='#ccc'/></pattern></defs>")
    print("<rect width='960' height='350' fill='#fff'/>")
    print(text(20, 28, "Members of C40 recorded in other lists", "font-weight='bold'"))
    for line in bars(answer["overlap"]["pairs"]):
        print(line)
    for line in combinations(answer["intersections"], 60 + 3 * STEP + 10):
        print(line)
    print(text(20, 318, "The lists speak of: " + "; ".join(f"{name} {day}" for name, day in days.items() if name != "iclei") + "."))
    print(text(20, 339, "Grey: not recorded, which does not mean no. Hatched: too little of the list is recorded for a share."))
    print("</svg>")


main()
