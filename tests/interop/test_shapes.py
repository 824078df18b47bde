"""The outputs against our SHACL shapes, by a validator that we did not write."""
import subprocess

import pyshacl
import pytest
import rdflib
from conftest import PROGRAM


@pytest.fixture(scope="module")
def knowledge(source):
    """Vocabulary, shapes and actors."""
    shapes = rdflib.Graph().parse(source / "ontology/shapes.ttl")
    vocabulary = rdflib.Graph().parse(source / "ontology/entente.ttl")
    return shapes, vocabulary


def test_samples_conform(outputs, knowledge):
    shapes, vocabulary = knowledge
    written = rdflib.Graph().parse(outputs["turtle"], format="turtle")
    conforms, _, report = pyshacl.validate(written, shacl_graph=shapes, ont_graph=vocabulary, inference="none")
    assert conforms, report[:4000]


def test_documents_of_one_story_conform(source, knowledge, tmp_path):
    shapes, vocabulary = knowledge
    article = (source / "samples/articles/alep-rebelles.txt").read_text("utf-8")
    for name in ("agence", "gazette", "journal"):
        (tmp_path / f"{name}.txt").write_text(article, "utf-8")
    written = subprocess.run([PROGRAM, "extract", tmp_path, "--to", "turtle"], check=True, capture_output=True, text=True).stdout
    graph = rdflib.Graph().parse(data=written, format="turtle")
    assert len(list(graph.subject_objects(rdflib.URIRef("https://w3id.org/entente/ns#sameStoryAs")))) == 2
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes, ont_graph=vocabulary, inference="none")
    assert conforms, report[:4000]


def test_a_claim_without_evidence_does_not_conform(outputs, knowledge):
    """The shapes are able to find a fault."""
    shapes, vocabulary = knowledge
    bad = rdflib.Graph().parse(format="turtle", data="""
        @prefix ent: <https://w3id.org/entente/ns#> .
        <https://w3id.org/entente/claim/x> a ent:Claim .
    """)
    conforms, _, _ = pyshacl.validate(bad, shacl_graph=shapes, ont_graph=vocabulary, inference="none")
    assert not conforms


def test_no_term_that_the_vocabulary_does_not_define(outputs, source, knowledge):
    _, vocabulary = knowledge
    data = rdflib.Graph()
    for path in (source / "ontology").rglob("*.ttl"):
        data.parse(path)
    written = rdflib.Graph().parse(outputs["turtle"], format="turtle")
    namespace = "https://w3id.org/entente/ns#"
    used = {term for triple in written for term in triple if isinstance(term, rdflib.URIRef) and term.startswith(namespace)}
    assert sorted(term for term in used if (term, rdflib.RDF.type, None) not in data) == []
