"""The W3C's suites for RDF 1.1: every case read, and what was read written in every format and read again by Oxigraph."""
import pathlib
import re
import subprocess

import pyoxigraph
import pytest
from conftest import PROGRAM, SOURCE

SUITES = SOURCE.parent / "shared/w3c/rdf"
FORMATS = {"rdf-turtle": "turtle", "rdf-trig": "trig", "rdf-n-triples": "ntriples", "rdf-n-quads": "nquads"}
OXIGRAPH = {"turtle": pyoxigraph.RdfFormat.TURTLE, "trig": pyoxigraph.RdfFormat.TRIG, "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
            "nquads": pyoxigraph.RdfFormat.N_QUADS}
TEST = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"

if not SUITES.exists():
    pytest.skip("W3C RDF suites: ../shared/w3c/rdf is not there", allow_module_level=True)


class Case:
    """A row of a manifest."""

    def __init__(self, folder, format_name, kind, action, result, base):
        self.format, self.kind, self.base = format_name, kind, base + action.name
        self.action, self.result = action, result
        self.is_negative = "Negative" in kind


def read_manifest(folder, format_name):
    manifest = SUITES / folder / "manifest.ttl"
    store = pyoxigraph.Store()
    store.load(path=str(manifest), format=pyoxigraph.RdfFormat.TURTLE, base_iri=manifest.as_uri())
    base = re.search(r"mf:assumedTestBase\s+<([^>]+)>", manifest.read_text("utf-8"))
    query = f"""SELECT ?kind ?action ?result WHERE {{
        ?test a ?kind ; <{TEST}action> ?action . OPTIONAL {{ ?test <{TEST}result> ?result }} }}"""
    for row in sorted(store.query(query), key=lambda row: str(row["action"]) + str(row["kind"])):
        path = lambda term: SUITES / folder / term.value.rsplit("/", 1)[-1]
        result = path(row["result"]) if row["result"] is not None else None
        yield Case(folder, format_name, row["kind"].value.rsplit("#", 1)[-1], path(row["action"]), result,
                   base.group(1) if base else "http://example.org/")


CASES = [case for folder, format_name in FORMATS.items() for case in read_manifest(folder, format_name)]
POSITIVE = [case for case in CASES if not case.is_negative]


def name(case):
    return f"{case.format}-{case.action.stem}-{case.kind[-8:]}"


def convert(source, from_format, to_format, *options):
    return subprocess.run([PROGRAM, "convert", source, "--from", from_format, "--to", to_format, *options], capture_output=True)


def dataset(text, format_name, base=None):
    return pyoxigraph.Dataset(pyoxigraph.parse(input=text, format=OXIGRAPH[format_name], base_iri=base))


def canonical(text, format_name, base=None):
    """Sorted statements whose blank nodes have canonical names: equal where the datasets are isomorphic."""
    quads = dataset(text, format_name, base)
    quads.canonicalize(pyoxigraph.CanonicalizationAlgorithm.UNSTABLE)
    return sorted(map(str, quads))


def expected(case):
    if case.result is not None:
        return canonical(case.result.read_bytes(), "nquads")
    return canonical(case.action.read_bytes(), case.format, case.base)


def test_the_suites_are_whole():
    assert len(CASES) == 826


@pytest.mark.parametrize("case", CASES, ids=name)
def test_reads(case):
    process = convert(case.action, case.format, "nquads", "--base", case.base)
    if case.is_negative:
        assert process.returncode == 1 and process.stderr, process.stdout.decode("utf-8", "replace")
    else:
        assert process.returncode == 0, process.stderr.decode()
        assert canonical(process.stdout, "nquads") == expected(case)


@pytest.mark.parametrize("case", POSITIVE, ids=name)
def test_writes_what_reads_back_the_same(case):
    written = convert(case.action, case.format, case.format, "--base", case.base)
    assert written.returncode == 0, written.stderr.decode()
    assert canonical(written.stdout, case.format) == expected(case), written.stdout.decode()
