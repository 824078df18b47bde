"""Our JSON-LD beside what jsonld.js makes of the same."""
import json
import shutil
import subprocess

import pyoxigraph
import pytest
from conftest import PROGRAM, SOURCE

MODULES = SOURCE / "build/interop/node"
ORACLE = SOURCE / "tests/interop/json_ld_oracle.mjs"

if shutil.which("node") is None or not (MODULES / "node_modules/jsonld").exists():
    pytest.skip("jsonld.js: node, or build/interop/node/node_modules/jsonld, is not there", allow_module_level=True)

MIXED = """@prefix ex: <http://example.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ent: <https://w3id.org/entente/ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:a a ent:Claim , ex:T ; ent:confidence 0.5 , 1 , "x" ; ent:polarity ent:positive , ex:b ; ent:actsFor ex:a , () , "text" ;
    skos:prefLabel "a"@fr , "b"@en , "c" ; skos:altLabel "a"@fr , "b"@fr ; ent:date "2024-11"^^xsd:gYearMonth , "2024"^^xsd:gYear ;
    ex:list ( 1 ( "x" ) [ ex:p true , 12345678901234567890 , 01 ] ) ; ex:q [ ex:p [ ] , "2.0"^^xsd:decimal ] .
ex:c ent:evidence ex:a ; ex:self _:s . _:s ex:self _:s ."""


def convert(text, from_format, to_format, *options):
    return subprocess.run([PROGRAM, "convert", "-", "--from", from_format, "--to", to_format, *options], input=text, capture_output=True,
                          check=True).stdout


def oracle(document):
    done = subprocess.run(["node", ORACLE, MODULES], input=document, capture_output=True, check=True)
    return json.loads(done.stdout)


def canonical(n_quads):
    dataset = pyoxigraph.Dataset(pyoxigraph.parse(input=n_quads, format=pyoxigraph.RdfFormat.N_QUADS))
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.UNSTABLE)
    return sorted(map(str, dataset))


def without_order(value, key=None):
    """Comparable: neither members nor values but those of lists have an order; no context; blank nodes all alike."""
    if isinstance(value, dict):
        return sorted(("@graph" if k == "graph" else k, without_order(v, k)) for k, v in value.items() if k != "@context")
    if isinstance(value, list):
        parts = [without_order(part) for part in value]
        return parts if key == "@list" else sorted(parts, key=repr)
    return "_:" if isinstance(value, str) and value.startswith("_:") else repr(value)


@pytest.fixture(scope="module", params=["samples", "mixed", "graphs"])
def n_quads(request, outputs):
    if request.param == "mixed":
        return convert(MIXED.encode(), "turtle", "nquads")
    return outputs["ntriples" if request.param == "samples" else "nquads"].read_bytes()


def test_jsonld_js_reads_the_same(n_quads):
    for options in ((), ("--expanded",)):
        assert canonical(oracle(convert(n_quads, "nquads", "jsonld", *options))["nquads"]) == canonical(n_quads)


def test_jsonld_js_compacts_as_we_do(n_quads):
    document = convert(n_quads, "nquads", "jsonld")
    assert without_order(json.loads(document)) == without_order(oracle(document)["recompacted"])


def test_jsonld_js_expands_as_we_do(n_quads):
    document = convert(n_quads, "nquads", "jsonld", "--expanded")
    labels = lambda nodes: [node for node in nodes if not node["@id"].startswith("_:")]
    assert without_order(labels(json.loads(document))) == without_order(labels(oracle(document)["expanded"]))


def test_we_read_what_jsonld_js_reads(n_quads):
    document = convert(n_quads, "nquads", "jsonld")
    for text in (document, json.dumps(oracle(document)["expanded"]).encode(), json.dumps(oracle(document)["recompacted"]).encode()):
        assert canonical(convert(text, "jsonld", "nquads")) == canonical(n_quads)
