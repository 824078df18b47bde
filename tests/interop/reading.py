"""Our outputs as other people's libraries read them."""
import json

import pyld
import pyoxigraph

MEDIA = {"turtle": "TURTLE", "trig": "TRIG", "ntriples": "N_TRIPLES", "nquads": "N_QUADS"}


def quads_by_oxigraph(path, name):
    """All quads of a file."""
    return list(pyoxigraph.parse(path=str(path), format=getattr(pyoxigraph.RdfFormat, MEDIA[name])))


def json_ld_as_n_quads(path):
    """What PyLD makes of a JSON-LD file."""
    document = json.loads(path.read_text("utf-8"))
    return pyld.jsonld.to_rdf(document, {"format": "application/n-quads", "processingMode": "json-ld-1.1"})


def quads_by_pyld(path):
    return list(pyoxigraph.parse(input=json_ld_as_n_quads(path).encode("utf-8"), format=pyoxigraph.RdfFormat.N_QUADS))


def triples(quads):
    """Without their graphs."""
    return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads}


def store_of(quads):
    store = pyoxigraph.Store()
    store.extend(pyoxigraph.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    return store
