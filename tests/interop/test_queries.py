"""The questions of samples/queries, answered by a SPARQL engine from the Turtle and from the JSON-LD: the same answers, and
those that are expected. With ENTENTE_REWRITE set, the expected files are written; read the diff."""
import os
import pathlib

import pyoxigraph
import pytest
from reading import quads_by_oxigraph, quads_by_pyld, store_of

QUERIES = sorted((pathlib.Path(__file__).resolve().parents[2] / "samples/queries").glob("*.rq"))


@pytest.fixture(scope="module")
def stores(outputs):
    return {"turtle": store_of(quads_by_oxigraph(outputs["turtle"], "turtle")),
            "jsonld": store_of(quads_by_pyld(outputs["jsonld"]))}


def answers(store, query):
    """Tab-separated, as SPARQL 1.1 has it."""
    found = store.query(query)
    if isinstance(found, pyoxigraph.QueryBoolean):
        return f"{bool(found)}\n".lower()
    return found.serialize(format=pyoxigraph.QueryResultsFormat.TSV).decode("utf-8")


def rows(text):
    """Without an order: a query need not decide every tie."""
    return sorted(text.splitlines())


def test_there_are_queries():
    assert len(QUERIES) >= 10


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_answers(stores, path):
    query = path.read_text("utf-8")
    found = answers(stores["turtle"], query)
    assert rows(found) == rows(answers(stores["jsonld"], query))
    expected = path.with_suffix(".tsv")
    if os.environ.get("ENTENTE_REWRITE"):
        expected.write_text(found, "utf-8")
    assert rows(found) == rows(expected.read_text("utf-8"))
    assert len(found.splitlines()) > 1 or found == "true\n", "a query that nothing answers shows nothing"
