"""The graph formats as Gephi itself opens them: no issue, and what a SPARQL query counts in the Turtle of the same run."""
import calendar
import collections
import datetime
import os
import pathlib
import subprocess

import pytest
from conftest import PROGRAM, SOURCE
from reading import quads_by_oxigraph, store_of

GEPHI = os.environ.get("ENTENTE_GEPHI")
FILES = {"gexf": [".gexf"], "graphml": [".graphml"], "csv": [".nodes.csv", ".edges.csv"]}
PREFIXES = """
    PREFIX ent: <https://w3id.org/entente/ns#>
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    PREFIX schema: <http://schema.org/>
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    PREFIX prov: <http://www.w3.org/ns/prov#>
"""
# A statement of who (?s) does what (?p) to whom (?o), as a claim or a quotation (?c) has it.
STATED = """{ { ?c a ent:Claim ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }
    UNION { ?c a ent:Quotation ; ent:speaker ?s ; ent:quotedBy ?o . BIND(ent:quotedBy AS ?p) } }"""

pytestmark = pytest.mark.skipif(GEPHI is None, reason="Gephi: ENTENTE_GEPHI names no folder; ./dev interop sets it")


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """The samples in Turtle and in the graph formats, by one run."""
    path = tmp_path_factory.mktemp("gephi") / "samples"
    formats = [argument for name in ("turtle", *FILES) for argument in ("--to", name)]
    subprocess.run([PROGRAM, "extract", "samples/articles", "samples/wire.jsonl", "-o", path, *formats], check=True, cwd=SOURCE)
    return path


@pytest.fixture(scope="module")
def store(base):
    return store_of(quads_by_oxigraph(base.with_suffix(".ttl"), "turtle"))


def ask(store, query):
    """Rows of texts, None where nothing is bound."""
    return [[None if value is None else value.value for value in row] for row in store.query(PREFIXES + query)]


def opened_in_gephi(*arguments):
    """What is in the workspace: rows of fields by their kind."""
    jars = os.pathsep.join([*map(str, pathlib.Path(GEPHI).glob("*.jar")), GEPHI])
    done = subprocess.run(["java", "-Djava.awt.headless=true", "-cp", jars, "ReadGraph", *map(str, arguments)],
                          capture_output=True, text=True, encoding="utf-8", timeout=300)
    assert done.returncode == 0, done.stderr[-4000:]
    rows = collections.defaultdict(list)
    for line in done.stdout.splitlines():
        kind, *fields = line.split("\t")
        rows[kind].append(fields)
    return rows


@pytest.fixture(scope="module", params=FILES)
def opened(request, base):
    """The format and what Gephi makes of it. The picture is kept in the build folder."""
    files = [base.with_suffix(suffix) for suffix in FILES[request.param]]
    return request.param, opened_in_gephi("--png", pathlib.Path(GEPHI) / f"samples-{request.param}.png", *files)


def test_no_issue(opened):
    assert opened[1]["issue"] == []


def test_nodes(opened, store):
    found = {row[0]: row[1] for row in opened[1]["node"]}
    wanted = {row[0] for row in ask(store, "SELECT DISTINCT ?n WHERE { { ?d schema:mentions ?n } UNION { ?q ent:speaker ?n } }")}
    wanted |= {end for row in ask(store, "SELECT DISTINCT ?s ?o WHERE " + STATED) for end in row}
    assert set(found) == wanted
    labels = {tuple(row) for row in ask(store, "SELECT ?n ?l WHERE { ?n skos:prefLabel ?l FILTER(LANG(?l) = 'fr') }")}
    assert [row for row in found.items() if row not in labels] == []


def test_edges_and_weights(opened, store):
    found = {(source, target, kind): float(weight) for source, target, kind, weight, _ in opened[1]["edge"]}
    assert len(found) == len(opened[1]["edge"])
    wanted = {(s, o, p.rsplit("#", 1)[-1]): float(n)
              for s, p, o, n in ask(store, "SELECT ?s ?p ?o (COUNT(DISTINCT ?c) AS ?n) WHERE " + STATED + " GROUP BY ?s ?p ?o")}
    assert len(wanted) > 50
    assert found == wanted


def first_and_last(date):
    """The days of a day, a month or a year."""
    year, month, day = (*map(int, date.split("-")), 0, 0)[:3]
    last_month = month or 12
    return (datetime.date(year, month or 1, day or 1),
            datetime.date(year, last_month, day or calendar.monthrange(year, last_month)[1]))


def test_time(opened, store):
    name, rows = opened
    representation, low, high = rows["time"][0]
    if name == "graphml":  # which knows no time
        assert (low, high) == ("-Infinity", "Infinity")
        return
    dates = [row[0] for row in ask(store, "SELECT (COALESCE(?claimed, ?published) AS ?date) WHERE { ?c prov:wasDerivedFrom ?d ."
                                          "?d schema:datePublished ?published OPTIONAL { ?c ent:date ?claimed } }")]
    dates += [row[0] for row in ask(store, "SELECT DISTINCT ?date WHERE { ?d schema:datePublished ?date ; schema:mentions ?n }")]
    dates += [row[0] for row in ask(store, "SELECT DISTINCT ?date WHERE { ?c ent:date ?date }")]
    spans = [first_and_last(date) for date in dates]
    milliseconds = [calendar.timegm(day.timetuple()) * 1000 for day in (min(s[0] for s in spans), max(s[1] for s in spans))]
    assert (representation, float(low), float(high)) == ("INTERVAL", *milliseconds)


def test_colours_and_sizes(opened, store):
    """A colour per class, and the larger the more often mentioned."""
    name, rows = opened
    if name == "csv":  # of which Gephi reads neither
        assert {colour for *_, colour in rows["node"]} == {"0 0 0"}
        return
    classes = dict(ask(store, "SELECT ?n ?c WHERE { ?n a ?c FILTER(STRSTARTS(STR(?c), STR(ent:))) }"))
    colours = collections.defaultdict(set)
    for iri, _, size, colour in rows["node"]:
        colours[classes[iri]].add(colour)
        assert float(size) > 0
    assert all(len(found) == 1 for found in colours.values())
    assert len(set.union(*colours.values())) == len(colours)


def test_picture(opened):
    name, _ = opened
    picture = pathlib.Path(GEPHI) / f"samples-{name}.png"
    assert picture.read_bytes().startswith(b"\x89PNG") and picture.stat().st_size > 10_000


@pytest.fixture(scope="module", params=FILES)
def general(request, tmp_path_factory):
    """RDF that says nothing of claims, as Gephi opens it: the vocabulary itself."""
    path = tmp_path_factory.mktemp("general") / "vocabulary"
    subprocess.run([PROGRAM, "convert", "ontology/entente.ttl", "-o", path, "--to", request.param], check=True, cwd=SOURCE)
    if request.param != "csv":
        path = path.rename(path.with_suffix("." + request.param))
    return opened_in_gephi(*[path.with_suffix(suffix) for suffix in FILES[request.param]])


def test_general_form(general):
    vocabulary = store_of(quads_by_oxigraph(SOURCE / "ontology/entente.ttl", "turtle"))
    assert general["issue"] == []
    links = ask(vocabulary, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o FILTER(!isLiteral(?o) && (?p != rdf:type || isBlank(?o))) }")
    assert len(general["edge"]) == int(links[0][0])
    nodes = ask(vocabulary, "SELECT (COUNT(DISTINCT ?n) AS ?all) WHERE { { ?n ?p ?o } UNION"
                            "{ ?s ?p ?n FILTER(!isLiteral(?n) && (?p != rdf:type || isBlank(?n))) } }")
    assert len(general["node"]) == int(nodes[0][0])
    labels = {row[1] for row in general["node"]}
    assert {"acteur", "citation"} <= labels
