#!/usr/bin/env python3
"""News to N-Quads with spaCy's French pipeline, a gazetteer and rdflib: what one would build without Entente.

usage: pipeline.py MODEL INPUT.jsonl NQUADS CLAIMS

It has the names and triggers of Entente's own ontology. Written for speed as spaCy's manual advises: texts go in batches through
nlp.pipe, components that nothing uses are excluded, names are found by a PhraseMatcher, and claims by walking the
dependencies from each trigger, which is faster than a DependencyMatcher with a pattern for each of a thousand triggers.
NQUADS is what it is timed for; CLAIMS, "-" for none, are the lines that `entente eval` scores. Prints seconds of the processor:
those of loading, and those of the work.
"""
import json
import sys
import time

import rdflib
import spacy
from rdflib.namespace import RDF, RDFS, XSD

from findings import BASE, Finder
from knowledge import ENT, Knowledge

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
SCHEMA = rdflib.Namespace("http://schema.org/")


def evidence(graph, subject, begin, end, words):
    target, position, quote = (rdflib.URIRef(f"{subject}#{part}") for part in ("evidence", "position", "quote"))
    graph.add((subject, OA.hasTarget, target))
    for selector, kind in ((position, OA.TextPositionSelector), (quote, OA.TextQuoteSelector)):
        graph.add((target, OA.hasSelector, selector))
        graph.add((selector, RDF.type, kind))
    graph.add((position, OA.start, rdflib.Literal(begin)))
    graph.add((position, OA.end, rdflib.Literal(end)))
    graph.add((quote, OA.exact, rdflib.Literal(words)))


def write_graph(record, names, claims, quotations, mentions, out):
    dataset = rdflib.Dataset()
    document = rdflib.URIRef(BASE + "document/" + record["id"])
    graph = dataset.graph(document)
    graph.add((document, RDF.type, SCHEMA.NewsArticle))
    if record.get("date"):
        graph.add((document, SCHEMA.datePublished, rdflib.Literal(record["date"], datatype=XSD.date)))
    for actor in {mention[0] for mention in mentions} | {quotation.speaker for quotation in quotations}:
        graph.add((rdflib.URIRef(actor), RDFS.label, rdflib.Literal(names.get(actor, actor), lang="fr")))
        graph.add((document, SCHEMA.mentions, rdflib.URIRef(actor)))
    for number, claim in enumerate(claims):
        subject = rdflib.URIRef(f"{BASE}claim/{record['id']}/{number}")
        source, relation, target = (rdflib.URIRef(iri) for iri in (claim.source, claim.relation, claim.target))
        for predicate, value in ((RDF.type, ENT.Claim), (RDF.subject, source), (RDF.predicate, relation), (RDF.object, target),
                                 (ENT.polarity, ENT[claim.polarity]), (ENT.modality, ENT[claim.modality]),
                                 (ENT.relationTrigger, rdflib.URIRef(claim.trigger)), (PROV.wasDerivedFrom, document)):
            graph.add((subject, predicate, value))
        if claim.by:
            graph.add((subject, ENT.attributedTo, rdflib.URIRef(claim.by)))
        evidence(graph, subject, claim.sentence.start_char, claim.sentence.end_char, claim.sentence.text)
        if claim.polarity == "positive" and claim.modality == "asserted":
            graph.add((source, relation, target))
    for number, quotation in enumerate(quotations):
        subject = rdflib.URIRef(f"{BASE}quotation/{record['id']}/{number}")
        graph.add((subject, RDF.type, ENT.Quotation))
        graph.add((subject, ENT.speaker, rdflib.URIRef(quotation.speaker)))
        graph.add((subject, PROV.wasDerivedFrom, document))
        evidence(graph, subject, quotation.begin, quotation.end, quotation.text)
    out.write(dataset.serialize(format="nquads"))


def write_claims(record, names, claims, quotations, mentions, out):
    def line(**row):
        out.write(json.dumps({**row, "doc": record["id"]}, ensure_ascii=False) + "\n")

    for claim in claims:
        line(type="claim", subject=claim.source, subjectLabel=names.get(claim.source), predicate=claim.relation, object=claim.target,
             objectLabel=names.get(claim.target), polarity=claim.polarity, modality=claim.modality, attributedTo=claim.by,
             attributedToLabel=names.get(claim.by), evidence=claim.sentence.text, begin=claim.sentence.start_char,
             end=claim.sentence.end_char, trigger=claim.trigger)
    for quotation in quotations:
        line(type="quotation", speaker=quotation.speaker, speakerLabel=names.get(quotation.speaker), kind=quotation.kind,
             text=quotation.text, relay=[], begin=quotation.begin, end=quotation.end)
    for actor, begin, end in mentions:
        line(type="mention", actor=actor, label=names.get(actor), begin=begin, end=end)


def main():
    model, source, nquads, claims_file = sys.argv[1:]
    nlp = spacy.load(model, exclude=["ner", "senter"])
    finder = Finder(nlp, Knowledge())
    loaded = time.process_time()
    with open(source, encoding="utf-8") as lines, open(nquads, "w", encoding="utf-8") as quads:
        scored = None if claims_file == "-" else open(claims_file, "w", encoding="utf-8")
        records = (json.loads(line) for line in lines)
        for doc, record in nlp.pipe(((record["text"], record) for record in records), as_tuples=True, batch_size=64):
            claims, quotations, mentions = finder.find(doc)
            write_graph(record, finder.names, claims, quotations, mentions, quads)
            if scored:
                write_claims(record, finder.names, claims, quotations, mentions, scored)
        if scored:
            scored.close()
    print(f"{loaded:.2f} {time.process_time() - loaded:.2f}")


if __name__ == "__main__":
    main()
