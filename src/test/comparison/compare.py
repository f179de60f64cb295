#!/usr/bin/env python3
"""Compares Throughline with the Neo4j GraphQL Library (the peer) and with hand-written Cypher over Bolt.

Generates a graph, loads it into Throughline and into a plain Neo4j server, compares the answers, measures, and prints tables of
times and ratios. Everything is kept in target/comparison; delete it to start afresh. docs/benchmark.md says how to read the tables.
"""

import argparse
import contextlib
import json
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

# the modules next to this one must not be compiled into the sources
sys.dont_write_bytecode = True

import answers  # noqa: E402
import dataset  # noqa: E402
import graph  # noqa: E402

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[2]
TARGET = PROJECT / "target/comparison"
JAVA_SOURCES = PROJECT / "src/test/java/io/throughline/benchmark"

# the folders of questions/, with the processes that work on an answer
SIDES = {
    "throughline": ["throughline"],
    "peer": ["peer", "neo4j"],
    "peer-cypher": ["peer", "neo4j"],
    "cypher": ["neo4j"],
    "cypher-indexed": ["neo4j"],
}
QUESTIONS = [
    "name", "city", "members", "participants-1", "participants-50", "overlap", "matrix", "map", "fuzzy", "prefix", "countries",
    "connection",
]  # fmt: skip
REPEATED = ["name", "city", "members", "map"]
# these make Throughline compute its response; the peer has no cache of responses
UNCACHED = {"Cache-Control": "no-store"}
# a single response that takes longer is measured once, with one client
SLOW_SECONDS = 10
# packages of Java that Neo4j needs to be open
OPENED = ["java.lang", "java.io", "java.nio", "java.util.concurrent", "sun.nio.ch"]


def options():
    parser = argparse.ArgumentParser(
        description=__doc__.split("\n\n")[0], formatter_class=argparse.ArgumentDefaultsHelpFormatter
    )
    parser.add_argument("size", nargs="?", choices=graph.SIZES, default="S", help="size of the graph")
    parser.add_argument("--jar", type=Path, help="packaged jar of Throughline; built if not given")
    parser.add_argument("--questions", nargs="+", choices=QUESTIONS, default=QUESTIONS, metavar="QUESTION", help="what to measure")
    parser.add_argument("--rounds", type=int, default=5, help="turns that each side has with each question")
    parser.add_argument("--seconds", type=float, default=1, help="length of a turn")
    parser.add_argument("--warm-up", type=float, default=20, help="seconds that each side runs each question beforehand")
    parser.add_argument("--clients", type=int, default=16, help="simultaneous clients in the second measurement")
    parser.add_argument("--heap", default="2g", help="heap of Throughline and of the plain Neo4j server, each")
    parser.add_argument("--loading-heap", default="6g", help="heap of Throughline while it loads the graph for the first time")
    parser.add_argument("--page-cache", type=int, default=512, help="page cache of each database in MiB")
    return parser.parse_args()


def fail(message):
    sys.exit(f"compare.py: {message}")


def say(message):
    print(message, flush=True)


# --- tools


def version(tool, pattern, least, *arguments):
    """Fails unless the tool is there in this version or a newer one."""
    path = shutil.which(tool)
    if not path:
        fail(f"{tool} is not on the PATH ({tool} {least} or newer is needed)")
    shown = subprocess.run([path, *arguments], capture_output=True, text=True)
    found = re.search(pattern, shown.stdout + shown.stderr)
    if not found or int(found[1]) < least:
        fail(f"{path} is version {found[1] if found else 'unknown'} ({tool} {least} or newer is needed)")


def run(*command, cwd):
    path = shutil.which(command[0])
    if not path:
        fail(f"{command[0]} is not on the PATH")
    if subprocess.run([path, *command[1:]], cwd=cwd).returncode:
        fail(f"{' '.join(command)} failed in {cwd}")


def packaged(jar):
    """The jar to compare; also unpacks its libraries, with which the Java sources run."""
    if jar is None:
        say("Building Throughline")
        run("mvn", "-B", "-ntp", "-q", "package", "-DskipTests", cwd=PROJECT)
        jar = max((PROJECT / "target").glob("throughline-*.jar"), key=lambda built: built.stat().st_mtime)
    elif not jar.is_file():
        fail(f"{jar} is not a file (expected a packaged jar of Throughline)")
    libraries = TARGET / "lib"
    shutil.rmtree(libraries, ignore_errors=True)
    libraries.mkdir(parents=True)
    with zipfile.ZipFile(jar) as archive:
        for name in archive.namelist():
            # without Logback, libraries log nothing; its default is to log everything
            if name.startswith("BOOT-INF/lib/") and name.endswith(".jar") and "/logback" not in name:
                (libraries / Path(name).name).write_bytes(archive.read(name))
    return jar.resolve()


def installed_peer():
    """The peer with its packages, installed again if the lock file has changed."""
    folder, lock = TARGET / "peer", HERE / "peer/package-lock.json"
    stamp = folder / "node_modules/.stamp"
    shutil.copytree(HERE / "peer", folder, dirs_exist_ok=True)
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        say("Installing the peer")
        run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error", cwd=folder)
        shutil.copy(lock, stamp)
    return folder


# --- servers


class Processes:
    """What was started, with its output in a folder, until close()."""

    def __init__(self, logs):
        self.logs = logs
        self.started = {}

    def start(self, name, command, ready, **options):
        """Starts a process and waits until it is ready."""
        log = self.logs / f"{name}.log"
        with open(log, "w") as output:
            process = subprocess.Popen(command, **{"stdin": subprocess.DEVNULL, "stdout": output, "stderr": output, **options})
        self.started[name] = process
        while not ready(log):
            if process.poll() is not None:
                fail(f"{name} ended while starting, see {log}:\n{log.read_text('utf-8', 'replace')[-2000:]}")
            time.sleep(0.2)
        return process

    def stop(self, name):
        process = self.started[name]
        process.terminate()
        process.wait()
        del self.started[name]

    def ids(self):
        return {name: process.pid for name, process in self.started.items()}

    def close(self):
        # a second Ctrl-C must not leave anything running
        for stop in (signal.SIGINT, signal.SIGTERM):
            signal.signal(stop, signal.SIG_IGN)
        for process in self.started.values():
            process.terminate()
        for process in self.started.values():
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def post(url, document, variables=None, headers=UNCACHED):
    """The response to a GraphQL request, and its headers."""
    body = json.dumps({"query": document, "variables": variables or {}}).encode()
    request = urllib.request.Request(url, body, {"Content-Type": "application/json", **headers})
    # a proxy that is configured is not for servers on this computer
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=600) as response:
        return json.load(response), response.headers


def answers_at(url):
    def ready(_):
        with contextlib.suppress(OSError, ValueError):
            return "data" in post(url, "{ __typename }")[0]
        return False

    return ready


class Setting:
    """The servers with the graph, and the load generator."""

    def __init__(self, chosen, folder, processes, jar, peer):
        self.chosen, self.folder, self.processes, self.jar = chosen, folder, processes, jar
        self.generate()
        bolt, peer_port, self.port = free_port(), free_port(), free_port()
        self.urls = {
            "throughline": f"http://127.0.0.1:{self.port}/graphql",
            "peer": f"http://127.0.0.1:{peer_port}/",
            "peer-cypher": f"http://127.0.0.1:{peer_port}/",
            "cypher": f"bolt://127.0.0.1:{bolt}",
            "cypher-indexed": f"bolt://127.0.0.1:{bolt}",
        }
        self.load = processes.start(
            "load",
            self.java("LoadGenerator", "-Xmx2g", "-XX:+UseSerialGC", f"-Dhttp.maxConnections={chosen.clients}"),
            lambda _: True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.start_neo4j(bolt)
        self.start_throughline()
        server = ["node", "server.mjs", str(peer_port), self.urls["cypher"], str(HERE / "questions/cypher")]
        environment = {**os.environ, "NODE_ENV": "production"}
        processes.start("peer", server, answers_at(self.urls["peer"]), cwd=peer, env=environment)
        self.arguments = json.loads((folder / "csv/arguments.json").read_text("utf-8"))
        self.add_cursors()

    def java(self, source, *options):
        return ["java", *options, "-cp", f"{TARGET / 'lib'}{os.sep}*", str(JAVA_SOURCES / f"{source}.java")]

    def once(self, name, make):
        """Makes something in a folder of its own, unless an earlier run did so to the end."""
        folder, done = self.folder / name, self.folder / f"{name}.done"
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            done.touch()
        return folder

    def generate(self):
        csv = self.once("csv", lambda folder: say(f"Generating the graph: {graph.generate(self.chosen.size, folder)}"))
        self.once("dataset", lambda folder: dataset.write(csv, folder))

    def start_neo4j(self, port):
        opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]

        def start(folder):
            command = self.java("PlainNeo4j", f"-Xms{self.chosen.heap}", f"-Xmx{self.chosen.heap}", *opened)
            arguments = [str(folder), str(self.folder / "csv"), str(port), str(self.chosen.page_cache)]
            self.processes.start("neo4j", command + arguments, lambda log: "ready" in log.read_text("utf-8", "replace").split())

        def load(folder):
            start(folder)
            say("Loading the graph into the plain Neo4j server")
            for statement in (HERE / "load.cypher").read_text("utf-8").split(";\n"):
                if statement.strip():
                    self.rows(statement, {})

        folder = self.once("neo4j", load)
        if "neo4j" not in self.processes.started:
            start(folder)

    def start_throughline(self):
        def start(folder, heap):
            settings = {
                "server.port": self.port,
                "throughline.store.directory": folder,
                "throughline.dataset": f"file:{self.folder / 'dataset'}",
                "throughline.store.page-cache": f"{self.chosen.page_cache}m",
            }
            command = ["java", f"-Xmx{heap}", "-jar", str(self.jar), *(f"--{key}={value}" for key, value in settings.items())]
            self.processes.start("throughline", command, answers_at(self.urls["throughline"]))

        def load(folder):
            say("Loading the graph into Throughline")
            start(folder, self.chosen.loading_heap)
            self.processes.stop("throughline")

        start(self.once("throughline", load), self.chosen.heap)

    def add_cursors(self):
        """Adds the cursors of Throughline, which only the server can make, to the arguments of pages."""
        document = """query($via: ID!, $campaign: ID!, $first: Int!, $after: String) {
            organization(id: $via) { channels(organization: $campaign, first: $first, after: $after) { pageInfo { endCursor } } }
        }"""
        for page in self.arguments["participants-1"] + self.arguments["participants-50"]:
            page["cursor"], skipped = None, 0
            while skipped < page["skipped"]:
                first = min(500, page["skipped"] - skipped)
                variables = {"via": page["via"], "campaign": page["campaign"], "first": first, "after": page["cursor"]}
                data = self.ask_http("throughline", document, variables)
                page["cursor"], skipped = data["organization"]["channels"]["pageInfo"]["endCursor"], skipped + first

    # --- questions

    def text(self, side, question):
        """What a side is sent for a question; None if it has no answer to it."""
        for name in (question, re.sub(r"-\d+$", "", question)):
            for file in (HERE / "questions" / side).glob(f"{name}.*"):
                return file.read_text("utf-8")
        return None

    def sides(self, question):
        return [side for side in SIDES if self.text(side, question)] if self.arguments[question] else []

    def ask(self, side, question, values):
        text = self.text(side, question)
        values = used(text, values)
        return self.rows(text, values) if side.startswith("cypher") else self.ask_http(side, text, values)

    def ask_http(self, side, document, variables):
        try:
            response, _ = post(self.urls[side], document, variables)
        except urllib.error.HTTPError as error:
            response = {"errors": error.read().decode("utf-8", "replace")}
        if "errors" in response:
            fail(f"{side} refuses {document}\n{json.dumps(variables)}\n{str(response['errors'])[:1000]}")
        return response["data"]

    def rows(self, statement, parameters):
        return self.command({"uri": self.urls["cypher"], "statement": statement, "parameters": [parameters]})["rows"]

    def measure(self, side, question, clients, seconds, start=0, headers=UNCACHED, values=None):
        text = self.text(side, question)
        arguments = [used(text, each) for each in values or self.arguments[question]]
        sent = (
            {"statement": text, "parameters": arguments}
            if side.startswith("cypher")
            else {"bodies": [json.dumps({"query": text, "variables": each}) for each in arguments], "headers": headers}
        )
        how = {"clients": clients, "seconds": seconds, "start": start, "processes": self.processes.ids()}
        return self.command({"uri": self.urls[side], **sent, **how})

    def command(self, command):
        with contextlib.suppress(BrokenPipeError):
            self.load.stdin.write(json.dumps(command) + "\n")
            self.load.stdin.flush()
        line = self.load.stdout.readline()
        if not line:
            fail(f"the load generator has ended, see {self.processes.logs / 'load.log'}")
        result = json.loads(line)
        if "error" in result:
            fail(f"{result['error']}\n{command.get('statement', '')}")
        return result


def used(text, values):
    """The values that a document or statement has a variable for."""
    return {name: value for name, value in values.items() if re.search(rf"\${name}\b", text)}


# --- measurement


def compare_answers(setting, questions):
    """Prints whether the answers are the same; fails if they differ unexpectedly."""
    say("\nAnswers")
    unexpected = []
    for question in questions:
        others = [side for side in setting.sides(question) if side != "throughline"]
        if not others:
            say(f"{question:16} left out: the graph is too small")
            continue
        good, line = answers.compare(others, question, setting.arguments[question], setting.ask)
        say(f"{question:16} {line}")
        if not good:
            unexpected.append(question)
    if unexpected:
        fail(f"nothing was measured, because the answers to {', '.join(unexpected)} differ")


def measure(setting, questions):
    """The results of all rounds by question, side and number of clients."""
    chosen = setting.chosen
    for question in questions:
        say(f"warming up {question}")
        for side in setting.sides(question):
            setting.measure(side, question, 4, chosen.warm_up)
    results = {}
    for question in questions:
        sides = setting.sides(question)
        say(f"measuring {question}")
        slow = {side for side in sides if setting.measure(side, question, 1, 0)["median"] > SLOW_SECONDS * 1000}
        for clients in (1, chosen.clients):
            for turn in range(chosen.rounds):
                # in alternating order, so that each side has each place equally often
                for side in sides if turn % 2 == 0 else sides[::-1]:
                    if side not in slow or (clients == 1 and turn == 0):
                        result = setting.measure(side, question, clients, chosen.seconds, turn * 37)
                        results.setdefault((question, side, clients), []).append(result)
    return results


def measure_repeated(setting, questions):
    """The same request again and again: computed each time, from Throughline's cache of responses, and not modified."""
    chosen, results = setting.chosen, {}
    for question in questions:
        values = setting.arguments[question][:1]
        text = setting.text("throughline", question)
        _, headers = post(setting.urls["throughline"], text, used(text, values[0]), {})
        ways = {"computed": UNCACHED, "from the cache": {}, "not modified": {"If-None-Match": headers["ETag"]}}
        _, headers = post(setting.urls["throughline"], text, used(text, values[0]), {})
        if "hit" not in headers.get("Cache-Status", ""):
            # the cache is off, or the response is too large for it
            del ways["from the cache"]
        for clients in (1, chosen.clients):
            for way, headers in ways.items():
                for seconds in (chosen.seconds, chosen.seconds * chosen.rounds):
                    result = setting.measure("throughline", question, clients, seconds, headers=headers, values=values)
                results[question, way, clients] = [result]
    return results


# --- report


def number(value):
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def median(rounds, key):
    return statistics.median(each[key] for each in rounds)


def ratio(rounds, others, key):
    """The median of the ratios of neighbouring rounds, which a busier machine slows down alike."""
    return statistics.median(one[key] / other[key] for one, other in zip(rounds, others))


def processor(rounds, processes):
    requests = sum(each["requests"] for each in rounds)
    return sum(each["requests"] * each["processor"].get(name, 0) for each in rounds for name in processes) / requests


def table(title, columns, rows):
    lines = [f"\n{title}\n", "| question | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    return "\n".join(lines + [f"| `{question}` | " + " | ".join(cells) + " |" for question, cells in rows])


def report(chosen, results, repeated):
    """The tables, in Markdown."""
    questions = list(dict.fromkeys(question for question, _, _ in results))
    many = f"{chosen.clients} clients"

    def rows(clients, cell, key=None):
        for question in questions:
            rounds = {side: results.get((question, side, clients)) for side in SIDES}
            cells = [cell(side, rounds[side]) if rounds[side] else "–" for side in SIDES]
            if key:
                ours, *others = rounds.values()
                cells += [number(ratio(ours, theirs, key)) if ours and theirs else "–" for theirs in others]
            yield question, cells

    def time(_, rounds):
        return f"{number(median(rounds, 'median'))} ({number(median(rounds, 'p99'))})"

    sides = list(SIDES)
    ratios = [f"to {side}" for side in sides[1:]]
    tables = [
        table(
            "One client: median time of a response in ms (99th percentile), and throughline's median relative to the others",
            sides + ratios,
            rows(1, time, "median"),
        ),
        table(
            f"{many}: responses per second, and throughline's relative to the others",
            sides + ratios,
            rows(chosen.clients, lambda _, rounds: number(median(rounds, "rate")), "rate"),
        ),
        table(
            f"{many}: processor time per response in ms, of the server and its database",
            sides,
            rows(chosen.clients, lambda side, rounds: number(processor(rounds, SIDES[side]))),
        ),
    ]
    ways = list(dict.fromkeys(way for _, way, _ in repeated))
    measures = [(1, "median time in ms, one client", "median"), (chosen.clients, f"responses per second, {many}", "rate")]
    for clients, what, key in measures:
        cells = (
            (question, [number(median(repeated[question, way, clients], key)) if (question, way, clients) in repeated else "–" for way in ways])
            for question in dict.fromkeys(question for question, _, _ in repeated)
        )
        tables.append(table(f"The same request to Throughline again and again: {what}", ways, cells))
    return "\n".join(tables)


def main():
    chosen = options()
    version("java", r'version "(\d+)', 17, "-version")
    version("javac", r"javac (\d+)", 17, "-version")
    version("node", r"v(\d+)", 20, "--version")
    # both end in Processes.close(), also in the background, where SIGINT may be ignored
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    TARGET.mkdir(parents=True, exist_ok=True)
    jar, peer = packaged(chosen.jar), installed_peer()
    folder = TARGET / chosen.size
    (folder / "logs").mkdir(parents=True, exist_ok=True)
    with contextlib.closing(Processes(folder / "logs")) as processes:
        setting = Setting(chosen, folder, processes, jar, peer)
        compare_answers(setting, chosen.questions)
        questions = [question for question in chosen.questions if setting.sides(question)]
        turns = sum(len(setting.sides(question)) for question in questions)
        seconds = turns * (chosen.warm_up + 2 * chosen.rounds * chosen.seconds)
        say(f"\nMeasuring for about {seconds / 60 + 1:.0f} minutes")
        results = measure(setting, questions)
        repeated = measure_repeated(setting, [question for question in REPEATED if question in questions])
        text = report(chosen, results, repeated)
    say(text)
    (folder / "report.md").write_text(text + "\n", "utf-8")
    keep = [{"question": q, "side": s, "clients": c, "rounds": r} for (q, s, c), r in [*results.items(), *repeated.items()]]
    (folder / "results.json").write_text(json.dumps(keep, indent=1), "utf-8")
    say(f"\nAlso in {folder / 'report.md'}; every round is in {folder / 'results.json'}")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("compare.py: interrupted; what it started is stopped")
