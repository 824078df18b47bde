"""`entente push` into real stores: what is in them afterwards, what the ten questions of samples/queries are answered, and
whether the report is true when a store goes away. Faults that stores do not show on demand: tests/cli/push_test.py."""
import os
import subprocess

import pyoxigraph
import pytest
from conftest import PROGRAM, SOURCE
from reading import quads_by_oxigraph
from stores import STORES, plain, plain_rows

pytestmark = pytest.mark.skipif("ENTENTE_FUSEKI" not in os.environ, reason="stores: ENTENTE_FUSEKI names no file; ./dev interop sets it")
QUERIES = sorted((SOURCE / "samples/queries").glob("*.rq"))


@pytest.fixture(scope="module", params=STORES, ids=lambda kind: kind.name)
def store(request, tmp_path_factory):
    """With the samples in it."""
    started = request.param(tmp_path_factory.mktemp(request.param.name))
    try:
        started.start()
        yield started
    finally:
        started.stop()


@pytest.fixture(scope="module")
def loaded(store, outputs):
    process = push(store, outputs["nquads"])
    assert process.returncode == 0, process.stderr
    return store


def push(store, *arguments, **options):
    command = [PROGRAM, "push", *arguments, "--endpoint", store.endpoint]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, **{"env": store.environment(), **options})


def states(report):
    """State by graph."""
    return {line.split("\t")[2].strip("<>"): line.split("\t")[0] for line in report.splitlines()}


def triples_of(store, graph):
    return set(plain_rows(store.select(f"SELECT ?s ?p ?o WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")))


def contents(store, graphs):
    return {graph: triples_of(store, graph) for graph in graphs}


def by_graph(path):
    """What a file of N-Quads says."""
    graphs = {}
    for quad in quads_by_oxigraph(path, "nquads"):
        graphs.setdefault(quad.graph_name.value, set()).add((plain(quad.subject), plain(quad.predicate), plain(quad.object)))
    return graphs


def test_every_statement_arrives(loaded, outputs):
    expected = by_graph(outputs["nquads"])
    assert len(expected) >= 10
    found = contents(loaded, expected)
    assert {g: found[g] ^ expected[g] for g in expected if found[g] != expected[g]} == {}


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_answers(loaded, path):
    expected = pyoxigraph.parse_query_results(path=path.with_suffix(".tsv"), format=pyoxigraph.QueryResultsFormat.TSV)
    assert plain_rows(loaded.ask_all(path.read_text("utf-8"))) == plain_rows(expected)


def test_loading_again_changes_nothing(loaded, outputs):
    graphs = by_graph(outputs["nquads"])
    process = push(loaded, outputs["trig"])
    assert process.returncode == 0, process.stderr
    assert set(states(process.stdout).values()) == {"replaced"}
    assert contents(loaded, graphs) == graphs
    count, = plain_rows(loaded.select("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } FILTER STRSTARTS(STR(?g), 'https://w3id.org/entente/document/') }"))
    assert count == (("number", sum(map(len, graphs.values()))),)


def test_an_article_is_replaced_and_no_other_changes(loaded, outputs, tmp_path):
    before = by_graph(outputs["nquads"])
    article = SOURCE / "samples/articles/alep-rebelles.txt"
    shortened = tmp_path / article.name
    shortened.write_text("".join(article.read_text("utf-8").splitlines(keepends=True)[:5]), "utf-8")
    changed = tmp_path / "changed.nq"
    subprocess.run([PROGRAM, "extract", shortened, "-o", changed], check=True)
    graph, = by_graph(changed)
    assert graph in before and by_graph(changed)[graph] != before[graph]
    try:
        assert push(loaded, changed).returncode == 0
        assert contents(loaded, before) == {**before, **by_graph(changed)}
    finally:
        push(loaded, outputs["nquads"])


def test_whole_files_of_triples(loaded, outputs):
    expected = {(plain(quad.subject), plain(quad.predicate), plain(quad.object)) for quad in quads_by_oxigraph(outputs["ntriples"], "ntriples")}
    for name in ("turtle", "ntriples", "jsonld"):
        process = push(loaded, outputs[name], "--graph", "http://example.org/tout/é?a=1&b")
        assert process.returncode == 0, process.stderr
        assert triples_of(loaded, "http://example.org/tout/é?a=1&b") == expected


def test_the_default_graph(store, tmp_path):
    """Virtuoso has none, and says so."""
    file = tmp_path / "a.ttl"
    file.write_text('<http://e/s> <http://e/default> "1" .')
    process = push(store, file, "--default-graph")
    if store.name == "Virtuoso":
        assert process.returncode == 1 and "not configured to have default graph" in process.stdout
    else:
        assert process.returncode == 0, process.stderr


def test_nasty_terms(store, tmp_path):
    """Long first lines, escapes, blank nodes, characters beyond the first plane; and literals next to a store's limits."""
    file = tmp_path / "nasty.nq"
    graph = "http://example.org/nasty"
    literals = ["x" * 200_000, 'a"b\\c\n\r\té\U0001f600', "", " ", "@prefix a: <b> ."]
    escaped = [text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") for text in literals]
    file.write_text("".join(f'<http://e/s> <http://e/p{i}> "{text}" <{graph}> .\n' for i, text in enumerate(escaped)) +
                    f'_:a <http://e/to> _:b <{graph}> .\n_:b <http://e/to> _:a <{graph}> .\n', "utf-8", newline="")
    process = push(store, file)
    assert process.returncode == 0, process.stdout
    rows = store.select(f"SELECT ?p ?o WHERE {{ GRAPH <{graph}> {{ <http://e/s> ?p ?o }} }} ORDER BY ?p")
    assert [row["o"].value for row in rows] == literals
    cycle = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{graph}> {{ ?a <http://e/to> ?b . ?b <http://e/to> ?a }} FILTER (?a != ?b) }}"
    assert plain_rows(store.select(cycle)) == [(("number", 2),)]


def test_a_wrong_password_changes_nothing(loaded, outputs):
    if not loaded.needs_password:
        pytest.skip(f"wrong password: {loaded.name} has no passwords")
    graphs = by_graph(outputs["nquads"])
    process = push(loaded, outputs["nquads"], env=loaded.environment(password="wrong"))
    assert process.returncode == 1
    assert "HTTP 401" in process.stdout and "0 of" in process.stderr
    assert sorted(set(states(process.stdout).values())) == ["not sent", "unchanged"]
    assert contents(loaded, graphs) == graphs


def test_a_store_that_does_not_answer_there(store, outputs):
    endpoint, store.endpoint = store.endpoint, store.address + "/nowhere/data"
    try:
        process = push(store, outputs["nquads"])
    finally:
        store.endpoint = endpoint
    assert process.returncode == 1
    assert "replaced" not in states(process.stdout).values()


GRAPHS, STATEMENTS = 80, 200


def generation(path, number):
    """A file of many graphs, of which every statement says the number."""
    path.write_text("".join(f'<http://e/s{s}> <http://e/p> "{number}" <http://e/killed/{g}> .\n'
                            for g in range(GRAPHS) for s in range(STATEMENTS)))
    return path


def numbers(store, graph):
    """How many statements of each generation a graph holds."""
    rows = store.select(f"SELECT ?o (COUNT(*) AS ?n) WHERE {{ GRAPH <{graph}> {{ ?s <http://e/p> ?o }} }} GROUP BY ?o")
    return {row["o"].value: int(row["n"].value) for row in rows}


def push_and_kill(store, file):
    """The report of a push whose store is killed on the way."""
    command = [PROGRAM, "push", file, "--endpoint", store.endpoint, "--retries", "1"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=store.environment())
    lines = [process.stdout.readline() for _ in range(10)]
    store.kill()
    rest, _ = process.communicate(timeout=60)
    return process.returncode, states(b"".join([*lines, rest]).decode("utf-8"))


def test_the_report_is_true_when_the_store_is_killed(store, tmp_path):
    assert push(store, generation(tmp_path / "old.nq", 1)).returncode == 0
    status, report = push_and_kill(store, generation(tmp_path / "new.nq", 2))
    store.start()
    assert status == 1
    assert len(report) == GRAPHS
    told = sorted(set(report.values()))
    assert "replaced" in told and "not sent" in told
    assert list(report.values()).count("in doubt") <= 1
    expected = {"replaced": {"2": STATEMENTS}, "unchanged": {"1": STATEMENTS}, "not sent": {"1": STATEMENTS}}
    wrong = {graph: (state, found) for graph, state in report.items()
             if state != "in doubt" and (found := numbers(store, graph)) != expected[state]}
    assert wrong == {}
    assert push(store, tmp_path / "new.nq").returncode == 0
    assert all(numbers(store, graph) == {"2": STATEMENTS} for graph in report)
