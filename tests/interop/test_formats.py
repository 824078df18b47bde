"""Every RDF format of the same input says the same, to libraries that we did not write."""
import re
import shutil
import subprocess

import pyoxigraph
import pytest
import rdflib
from rdflib.compare import to_isomorphic
from reading import quads_by_oxigraph, quads_by_pyld, triples

RDF = ("turtle", "trig", "ntriples", "nquads")


@pytest.fixture(scope="module")
def expected(outputs):
    """The triples of the N-Triples, the plainest of the formats."""
    found = triples(quads_by_oxigraph(outputs["ntriples"], "ntriples"))
    assert len(found) > 1000
    return found


@pytest.mark.parametrize("name", RDF)
def test_oxigraph_reads_the_same(outputs, expected, name):
    assert triples(quads_by_oxigraph(outputs[name], name)) == expected


def test_pyld_reads_the_same(outputs, expected):
    assert triples(quads_by_pyld(outputs["jsonld"])) == expected


@pytest.mark.parametrize("name,reader", [("turtle", "turtle"), ("ntriples", "nt")])
def test_rdflib_reads_isomorphic_graphs(outputs, name, reader):
    turtle = rdflib.Graph().parse(outputs[name], format=reader)
    plain = rdflib.Graph().parse(outputs["ntriples"], format="nt")
    assert to_isomorphic(turtle) == to_isomorphic(plain)


def test_rdflib_reads_the_json_ld(outputs):
    read = rdflib.Graph().parse(outputs["jsonld"], format="json-ld")
    plain = rdflib.Graph().parse(outputs["ntriples"], format="nt")
    assert to_isomorphic(read) == to_isomorphic(plain)


def test_quad_formats_have_the_same_graphs(outputs):
    trig, nquads = ({str(q) for q in quads_by_oxigraph(outputs[name], name)} for name in ("trig", "nquads"))
    assert trig == nquads


def test_each_document_is_a_graph(outputs):
    graphs = {str(quad.graph_name) for quad in quads_by_oxigraph(outputs["nquads"], "nquads")}
    articles = {str(quad.subject) for quad in quads_by_oxigraph(outputs["nquads"], "nquads")
                if str(quad.object) == "<http://schema.org/NewsArticle>"}
    assert articles and articles == graphs


@pytest.mark.parametrize("name", RDF)
def test_no_blank_nodes(outputs, name):
    blank = [quad for quad in quads_by_oxigraph(outputs[name], name)
             if any(isinstance(term, pyoxigraph.BlankNode) for term in (quad.subject, quad.object, quad.graph_name))]
    assert blank == []


def test_gexf_is_valid(outputs, source):
    schema = source.parent / "shared/gexf/gexf.rnc"
    if not schema.exists():
        pytest.skip("GEXF schema: ../shared/gexf/gexf.rnc is not there")
    if shutil.which("jing") is None:
        pytest.skip("GEXF schema: jing is not installed")
    done = subprocess.run(["jing", "-c", schema, outputs["gexf"]], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_gexf_has_an_edge_per_pair_and_relation(outputs):
    edges = re.findall(r'<edge [^>]*source="([^"]+)" target="([^"]+)"[^>]*kind="([^"]+)"', outputs["gexf"].read_text("utf-8"))
    assert edges and len(edges) == len(set(edges))
