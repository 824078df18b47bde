"""What we write keeps to what every store loads unchanged: of all RDF formats, on all samples. And no term is used that nobody
defines: neither one of ours, nor one of the vocabularies that we share with others."""
import json
import re

import pyoxigraph
import pytest
import rdflib
from rdflib.namespace import PROV, SDO, SKOS
from reading import json_ld_as_n_quads, quads_by_oxigraph

RDF = ("turtle", "trig", "ntriples", "nquads", "jsonld")
XSD = "http://www.w3.org/2001/XMLSchema#"
LONGEST_IRI, LONGEST_LITERAL = 1800, 1_000_000

# Canonical lexical forms (XML Schema 1.1 part 2), by local name; a type that is not here is not to be written.
CANONICAL = {
    "boolean": r"true|false",
    "integer": r"0|-?[1-9][0-9]*",
    "nonNegativeInteger": r"0|[1-9][0-9]*",
    "decimal": r"0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\.[0-9]*[1-9]",
    "date": r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
    "gYearMonth": r"[0-9]{4}-(0[1-9]|1[0-2])",
    "gYear": r"[0-9]{4}",
    "dateTime": r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]*[1-9])?Z",
}

# Of the vocabularies of others, what they define: rdflib knows those of most; that of Web Annotation (3.1 to 3.4) is named here.
WEB_ANNOTATION = {"SpecificResource", "hasSource", "hasSelector", "TextPositionSelector", "start", "end", "TextQuoteSelector",
                  "exact", "prefix", "suffix"}
DEFINED = {"http://schema.org/": SDO, str(PROV): PROV, str(SKOS): SKOS, str(rdflib.RDF): rdflib.RDF, str(rdflib.RDFS): rdflib.RDFS,
           "http://www.w3.org/ns/oa#": WEB_ANNOTATION}
OURS = "https://w3id.org/entente/"


def terms_of(quad):
    return [term for term in (quad.subject, quad.predicate, quad.object, quad.graph_name) if not isinstance(term, pyoxigraph.DefaultGraph)]


@pytest.fixture(scope="module", params=RDF)
def terms(request, outputs):
    """All terms of a file, and the tags of its literals as they stand there: libraries lower them."""
    path = outputs[request.param]
    if request.param == "jsonld":
        text = json_ld_as_n_quads(path)
        quads = list(pyoxigraph.parse(input=text.encode("utf-8"), format=pyoxigraph.RdfFormat.N_QUADS))
        tags = tags_of_json(json.loads(path.read_text("utf-8")))
    else:
        quads = quads_by_oxigraph(path, request.param)
        tags = set(re.findall(r'(?<!\\)"@([A-Za-z0-9-]+)', path.read_text("utf-8")))
    return {term for quad in quads for term in terms_of(quad)}, tags


def tags_of_json(node):
    """Keys of language maps and values of @language."""
    if isinstance(node, list):
        return set().union(*map(tags_of_json, node))
    if not isinstance(node, dict):
        return set()
    found = {node["@language"]} if "@language" in node else set()
    for key, value in node.items():
        if key in ("headline", "prefLabel", "altLabel", "label", "text") and isinstance(value, dict):
            found |= set(value)
        elif key != "@context":
            found |= tags_of_json(value)
    return found


def literals(terms):
    return [term for term in terms[0] if isinstance(term, pyoxigraph.Literal)]


def iris(terms):
    found = {term.value for term in terms[0] if isinstance(term, pyoxigraph.NamedNode)}
    return found | {literal.datatype.value for literal in literals(terms)}


def test_no_blank_nodes(terms):
    assert [term for term in terms[0] if isinstance(term, pyoxigraph.BlankNode)] == []


def test_iris_are_absolute_short_and_clean(terms):
    wrong = [iri for iri in iris(terms) if len(iri.encode("utf-8")) > LONGEST_IRI or not re.fullmatch(r'[a-z][a-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]+', iri)]
    assert wrong == []


def test_literals_are_canonical(terms):
    wrong = []
    for literal in literals(terms):
        datatype = literal.datatype.value
        if literal.language is None and datatype != XSD + "string":
            form = CANONICAL.get(datatype.removeprefix(XSD))
            if form is None or not re.fullmatch(form, literal.value):
                wrong.append(str(literal))
    assert wrong == []


def test_literals_can_stand_in_every_format(terms):
    odd = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff]")
    assert [str(one)[:80] for one in literals(terms) if len(one.value.encode("utf-8")) > LONGEST_LITERAL or odd.search(one.value)] == []


def test_language_tags_are_in_lower_case(terms):
    tags = terms[1] | {literal.language for literal in literals(terms) if literal.language}
    assert "fr" in tags
    assert [tag for tag in tags if not re.fullmatch(r"[a-z]{2,8}(-[a-z0-9]{1,8})*", tag)] == []


def test_files_are_plain_utf_8(outputs):
    for path in outputs.values():
        content = path.read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf"), path
        content.decode("utf-8")


@pytest.mark.parametrize("name", ("turtle", "trig"))
def test_prefixes_stand_once_at_the_top(outputs, name):
    lines = outputs[name].read_text("utf-8").splitlines()
    places = [number for number, line in enumerate(lines) if line.startswith("@prefix")]
    assert places == list(range(len(places)))
    assert len({lines[place].split()[1] for place in places}) == len(places)


def test_terms_of_others_are_defined_by_them(terms):
    unknown = []
    for iri in iris(terms):
        for namespace, defined in DEFINED.items():
            name = iri.removeprefix(namespace)
            if name != iri and name not in defined:
                unknown.append(iri)
    assert unknown == []


@pytest.fixture(scope="module")
def described(source):
    """Subjects of the vocabulary, the actors, the roles and the lexicon."""
    graph = rdflib.Graph()
    for path in (source / "ontology").rglob("*.ttl"):
        graph.parse(path)
    return {str(subject) for subject in graph.subjects()}


def test_our_terms_and_triggers_are_defined(terms, described):
    ours = [iri for iri in iris(terms) if iri.startswith((OURS + "ns#", OURS + "lexicon/"))]
    assert ours and [iri for iri in ours if iri not in described] == []


def test_actors_are_defined_or_described(outputs, described):
    quads = quads_by_oxigraph(outputs["turtle"], "turtle")
    subjects = {quad.subject.value for quad in quads}
    actors = {quad.object.value for quad in quads if isinstance(quad.object, pyoxigraph.NamedNode) and quad.object.value.startswith(OURS + "actor/")}
    assert [actor for actor in actors if actor not in subjects] == []


ALIGNED = ("http://www.w3.org/ns/prov#", "http://www.w3.org/ns/oa#", "http://schema.org/", "http://www.w3.org/2004/02/skos/core#",
           "http://semanticweb.cs.vu.nl/2009/11/sem/", "http://groundedannotationframework.org/gaf#",
           "http://groundedannotationframework.org/grasp#", "http://groundedannotationframework.org/grasp/factuality#")


@pytest.fixture(scope="module")
def vocabulary(source):
    return rdflib.Graph().parse(source / "ontology/entente.ttl")


@pytest.mark.parametrize("namespace", ALIGNED)
def test_vocabulary_is_aligned(vocabulary, namespace):
    aligning = {rdflib.RDFS.subClassOf, rdflib.RDFS.subPropertyOf, SKOS.closeMatch, SKOS.relatedMatch, SKOS.exactMatch}
    assert [s for s, p, o in vocabulary if p in aligning and str(o).startswith(namespace)]


def test_terms_have_label_and_comment_in_both_languages(vocabulary):
    for term in {s for s in vocabulary.subjects(rdflib.RDF.type) if str(s).startswith(OURS + "ns#")}:
        for said in (rdflib.RDFS.label, rdflib.RDFS.comment):
            assert {value.language for value in vocabulary.objects(term, said)} == {"en", "fr"}, term


def test_vocabulary_uses_nothing_that_others_do_not_define(vocabulary):
    used = {str(term) for triple in vocabulary for term in triple if isinstance(term, rdflib.URIRef)}
    assert [iri for iri in used for namespace in (str(PROV), str(SKOS), "http://schema.org/")
            if iri.startswith(namespace) and iri != namespace and iri.removeprefix(namespace) not in DEFINED[namespace]] == []


@pytest.fixture(scope="module")
def page(source):
    return (source / "ontology/entente.html").read_text("utf-8")


def test_every_term_has_a_place_on_the_page(page, vocabulary):
    names = {str(s).removeprefix(OURS + "ns#") for s in vocabulary.subjects(rdflib.RDF.type) if str(s).startswith(OURS + "ns#")}
    assert names == set(re.findall(r'<section id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) == names
