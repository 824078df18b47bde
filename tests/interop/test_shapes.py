"""The outputs against our SHACL shapes, by a validator that we did not write."""
import pyshacl
import pytest
import rdflib


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
