"""Generates the graph of the comparison as CSV files, and the arguments of its questions.

The same size always gives the same graph. A few networks have most of the members, large cities are in many networks, and names
are accented, hyphenated and alike, as in published lists.
"""

import base64
import bisect
import csv
import datetime
import json
import random
import unicodedata

# cities, networks, memberships in networks, campaigns, participations in campaigns at most
SIZES = {
    "XS": (1_300, 20, 2_500, 5, None),
    "S": (13_000, 60, 25_000, 12, None),
    "M": (130_000, 200, 250_000, 20, None),
    "L": (1_000_000, 500, 3_000_000, 40, 2_500_000),
}
COUNTRIES = 195
PAGE = 100
DEEP_PAGE = 50

REGIONS = [
    "Africa", "Central East Asia", "East, Southeast Asia & Oceania", "Europe", "Latin America", "North America",
    "South & West Asia",
]  # fmt: skip
NETWORKS = [
    "GCoM", "ICLEI", "UCLG", "C40", "RAMCC", "Climate Alliance", "Energy Cities", "Eurocities", "CityNet", "Under2",
    "Resilient Cities", "Mayors for Climate",
]  # fmt: skip
KINDS_OF_NETWORK = ["Alliance", "Rede", "Red", "Réseau", "Bündnis", "League", "Forum"]
CAMPAIGNS = [
    "Race to Zero", "Race to Resilience", "Cities Race to Zero", "Covenant of Mayors", "Daring Cities", "Clean Air Cities",
]  # fmt: skip
BEGINNINGS = [
    "São ", "Santa ", "San ", "Saint-", "Villa ", "Nova ", "Bad ", "Alt", "Nueva ", "El ", "La ", "Los ", "Port ", "Fort ",
    "Mont", "Château-", "Côte-", "Ciudad ", "Šu", "Ž", "", "", "", "", "", "", "", "", "", "",
]  # fmt: skip
SYLLABLES = [
    "bel", "mün", "lon", "mar", "gór", "kö", "ber", "åls", "øst", "lin", "çan", "zür", "pau", "cór", "do", "ba", "mé", "ri",
    "da", "ño", "ka", "ra", "to", "sa", "vi", "ne", "wro", "cła", "łó", "tů", "gi", "hà", "nội", "quer", "é", "tan", "ga",
    "bo", "go", "tá", "me", "del", "lín", "qui", "tal", "ca", "gua", "ya", "quil", "mon", "té",
]  # fmt: skip
ENDINGS = [
    "burg", "ville", "ton", "ów", "grad", "stad", "ção", "ães", "polis", "field", "münde", "lingen", "nçe", "pur", "abad",
    "shi", "gawa", "ia", "eira", "ón", "as", "os", "a", "o", "e", "y", "berg", "dorf", "köy", "ås",
]  # fmt: skip
LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "ı": "i", "đ": "d"})


def sort_name(name):
    """The name as Throughline sorts by it."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).lower()


def folded(name):
    """The lower-case words of a name in plain letters, as it is searched."""
    return " ".join("".join(c if c.isalnum() else " " for c in sort_name(name.translate(LETTERS))).split())


def slug(name):
    return folded(name).replace(" ", "-")


def shares(count, steepness):
    """The cumulated shares of a distribution by rank, the largest first."""
    sums = [0.0]
    for rank in range(1, count + 1):
        sums.append(sums[-1] + rank**-steepness)
    return sums[1:]


def pick(sums, rnd):
    return bisect.bisect_left(sums, rnd.random() * sums[-1])


def generate(size, folder):
    """Writes one file per kind of node or relationship to the folder, and arguments.json."""
    city_count, network_count, membership_count, campaign_count, most_participations = SIZES[size]
    rnd = random.Random(f"graph {size}")

    def day(first=2005):
        days = (2025 - first) * 365
        return (datetime.date(first, 1, 1) + datetime.timedelta(days=rnd.randrange(days))).isoformat()

    def syllable():
        return rnd.choice(SYLLABLES)

    def write(name, head, rows):
        with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            lines = csv.writer(file, lineterminator="\n")
            lines.writerow(head.split())
            lines.writerows(rows)

    regions = [(slug(name), name) for name in REGIONS]
    countries = []
    for i in range(COUNTRIES):
        name = (syllable() + syllable() + rnd.choice(["ia", "land", "stan", "e", "o"])).capitalize()
        countries.append((f"{slug(name)}-{i}", name, chr(65 + i // 26) + chr(65 + i % 26), rnd.choice(regions)[0]))

    cities = []
    of_countries = shares(COUNTRIES, 0.9)
    for i in range(city_count):
        middle = "".join(syllable() for _ in range(rnd.choice((1, 2, 2, 3))))
        name = rnd.choice(BEGINNINGS) + middle + rnd.choice(ENDINGS)
        name = name[0].upper() + name[1:]
        population = int(min(3e7, 2000 * (1 - rnd.random()) ** -0.9))
        latitude, longitude = round(rnd.uniform(-55, 68), 4), round(rnd.uniform(-180, 180), 4)
        country = countries[pick(of_countries, rnd)][0]
        cities.append((f"{slug(name)}-{i}", name, sort_name(name), population, latitude, longitude, country))

    networks = []
    for i in range(network_count):
        named = i < len(NETWORKS)
        name = NETWORKS[i] if named else f"{rnd.choice(KINDS_OF_NETWORK)} {syllable().capitalize()}{syllable()} {i}"
        parent = "" if named or rnd.random() >= 0.45 else networks[rnd.randrange(len(NETWORKS))][0]
        scope = rnd.choice(["global", "regional", "national"])
        networks.append((slug(name), name, scope, rnd.randint(1985, 2022), parent))

    organizations = [
        (f"org-{i}", f"Organisation {syllable().capitalize()} {i}", rnd.choice(["NGO", "UN", "foundation", "university"]))
        for i in range(network_count // 2 + 10)
    ]
    secretariats, serves, served = [], [], set()
    for i, network in enumerate(networks):
        for k in range(1 if rnd.random() < 0.8 else 2):
            secretariat = f"sec-{network[0]}-{k}"
            # an organization holds at most one secretariat of a network
            host = rnd.choice([o[0] for o in organizations if (o[0], network[0]) not in served])
            secretariats.append((secretariat, f"Secretariat of {network[1]} ({k + 1})", host))
            others = [rnd.choice(networks)[0]] if rnd.random() < 0.1 else []
            for slug_of_network in [network[0], *others]:
                if (host, slug_of_network) not in served:
                    served.add((host, slug_of_network))
                    serves.append((secretariat, slug_of_network, day()))

    campaigns, partners, partnerships = [], [], {}
    for i in range(campaign_count):
        name = CAMPAIGNS[i] if i < len(CAMPAIGNS) else f"Campaign {syllable().capitalize()} {i}"
        campaigns.append((slug(name), name, rnd.randint(2010, 2024), rnd.choice(organizations)[0]))
        of_campaign = {0} if i < 2 else set()
        for _ in range(rnd.randint(3, max(4, network_count // 6))):
            of_campaign.add(int(rnd.random() ** 1.7 * network_count))
        for network in sorted(of_campaign):
            partners.append((networks[network][0], campaigns[i][0], day(2012)))
            partnerships.setdefault(network, []).append(i)

    members, known, counts = [], set(), [0] * network_count
    of_networks = shares(network_count, 1.1)
    while len(members) < membership_count:
        network = pick(of_networks, rnd)
        # low numbers, i.e. the cities that the other networks have too, are more likely
        city = int(city_count * rnd.random() ** (1.0 if network == 0 else 1.6))
        if counts[network] >= city_count * 0.9 or (city, network) in known:
            continue
        known.add((city, network))
        counts[network] += 1
        status = "active" if rnd.random() < 0.9 else rnd.choice(("former", "pending"))
        members.append((city, network, day(), status))

    participations = {}
    for city, network, _, _ in members:
        if most_participations and len(participations) >= most_participations:
            break
        for k, campaign in enumerate(partnerships.get(network, ())):
            likely = 0.95 if campaign < 2 and network == 0 else 0.5 if k < 2 else 0.15
            if rnd.random() < likely:
                participations.setdefault((city, campaign, network), day(2015))

    folder.mkdir(parents=True, exist_ok=True)
    write("regions", "slug name", regions)
    write("countries", "slug name iso region", countries)
    write("cities", "slug name sortName population lat lon country", cities)
    write("networks", "slug name scope founded parent", networks)
    write("organizations", "slug name kind", organizations)
    write("secretariats", "slug name host", secretariats)
    write("serves", "secretariat network since", serves)
    write("campaigns", "slug name launched lead", campaigns)
    write("partners", "network campaign since", partners)
    write("members", "city network since status", ((cities[c][0], networks[n][0], *rest) for c, n, *rest in members))
    write(
        "participations",
        "city campaign viaSlug joinedOn",
        ((cities[c][0], campaigns[k][0], networks[n][0], joined) for (c, k, n), joined in participations.items()),
    )
    arguments = arguments_of(size, cities, networks, campaigns, members, counts, participations)
    (folder / "arguments.json").write_text(json.dumps(arguments, ensure_ascii=False), "utf-8")
    return f"{len(cities):,} cities, {len(networks)} networks, {len(members):,} memberships, {len(participations):,} participations"


def arguments_of(size, cities, networks, campaigns, members, counts, participations):
    """Lists of arguments by question. They are used in turn; a question without any needs a larger graph."""
    rnd = random.Random(f"arguments {size}")
    in_networks = sorted({city for city, *_ in members})
    medium = [n for n, count in enumerate(counts) if count >= 50]
    largest = sorted(range(len(networks)), key=lambda n: -counts[n])[:20]
    participants = {}
    for city, campaign, network in participations:
        participants.setdefault((campaign, network), []).append(city)

    def pair_of(rows, numbers):
        one, other = rnd.sample(numbers, 2)
        return {"a": rows[one][0], "b": rows[other][0]}

    def network():
        return {"network": networks[rnd.choice(medium)][0]}

    def page(campaign, partner, number):
        """The arguments of a page, with its beginning as the peer and as statements take it; Throughline's cursor comes later."""
        known = {"campaign": campaigns[campaign][0], "via": networks[partner][0]}
        if number == 1:
            return {**known, "skipped": 0, "after": None, "afterName": "", "afterSlug": ""}
        skipped = (number - 1) * PAGE
        in_order = sorted(participants[campaign, partner], key=lambda c: (cities[c][2], cities[c][0]))
        last = cities[in_order[skipped - 1]]
        after = base64.b64encode(f"arrayconnection:{skipped - 1}".encode()).decode()
        return {**known, "skipped": skipped, "after": after, "afterName": last[2], "afterSlug": last[0]}

    def typed():
        word = ""
        # almost anything is a misspelling of a shorter word
        while len(word) < 6:
            _, name, sorted_by, *_ = rnd.choice(cities)
            word = max(folded(name).split(), key=len)
        left_out = rnd.randrange(1, len(word) - 1)
        misspelt = word[:left_out] + word[left_out + 1 :]
        return {"word": word, "text": misspelt, "phrase": f"{misspelt}~1", "prefix": sorted_by[:4].rstrip()}

    of_size = sorted(participants, key=lambda pair: -len(participants[pair]))
    deep = [pair for pair in of_size if len(participants[pair]) >= DEEP_PAGE * PAGE][:8]
    city_arguments = [{"slug": cities[rnd.choice(in_networks)][0]} for _ in range(400)]
    texts = [typed() for _ in range(200)]
    return {
        "name": city_arguments,
        "city": city_arguments,
        "members": [network() for _ in range(100)],
        "participants-1": [page(*pair, 1) for pair in of_size[:40]],
        "participants-50": [page(*pair, number) for pair in deep for number in range(DEEP_PAGE - 3, DEEP_PAGE + 1)],
        "overlap": [pair_of(networks, largest) for _ in range(60)],
        "matrix": [{"networks": [network[0] for network in networks[:60]]}],
        "map": [{}],
        "fuzzy": texts,
        "prefix": texts,
        "countries": [network() for _ in range(60)],
        "connection": [pair_of(cities, in_networks) for _ in range(100)],
    }
