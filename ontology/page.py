"""Makes the page that describes the vocabulary from the vocabulary: page.py entente.ttl > entente.html. Needs rdflib.
Each term has its local name as anchor, so that https://w3id.org/entente/ns#Claim leads to it wherever the page is served."""
import html
import pathlib
import sys

import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, DCTERMS
from rdflib.collection import Collection

NAMESPACE = "https://w3id.org/entente/ns#"
ENT = rdflib.Namespace(NAMESPACE)

# In this order; a term stands in the first section one of whose types it has.
SECTIONS = (("Classes", (OWL.Class,)), ("Datatypes", (RDFS.Datatype,)), ("Relations", (ENT.Relation,)),
            ("Properties", (OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property)), ("Values", (OWL.NamedIndividual,)))

# What is said of a term, as the page words it.
FACTS = (("subclass of", RDFS.subClassOf), ("subproperty of", RDFS.subPropertyOf), ("of", RDFS.domain), ("to", RDFS.range),
         ("close to", SKOS.closeMatch), ("related to", SKOS.relatedMatch), ("the same as", SKOS.exactMatch))

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
h1, h2 { font-weight: 600; } h2 { margin-top: 3rem; border-bottom: 1px solid #ccc; }
h3 { margin: 2rem 0 .2rem; font: 600 1.05rem ui-monospace, monospace; } h3 a { color: inherit; text-decoration: none; }
p { margin: .2rem 0; } [lang=fr] { color: #555; } dl { display: grid; grid-template-columns: 9rem 1fr; margin: .3rem 0; font-size: .9rem; }
dt { color: #777; } dd { margin: 0; } nav { columns: 3; font: .85rem/1.6 ui-monospace, monospace; }
.kind { font: .8rem system-ui, sans-serif; color: #777; margin-left: .6rem; }
:target { background: #fff6d0; }
"""


def text(value):
    return html.escape(str(value))


class Page:
    def __init__(self, graph):
        self.graph = graph
        self.terms = {s for s in graph.subjects(RDF.type) if isinstance(s, rdflib.URIRef) and s.startswith(NAMESPACE)}

    def name(self, term):
        return term[len(NAMESPACE):]

    def reference(self, node):
        """A link to a term, ours or another's; a union as the list of its members."""
        if isinstance(node, rdflib.BNode):
            members = self.graph.value(node, OWL.unionOf)
            return " or ".join(self.reference(member) for member in Collection(self.graph, members))
        short = node.n3(self.graph.namespace_manager)
        target = "#" + self.name(node) if node in self.terms else str(node)
        return f'<a href="{text(target)}">{text(short)}</a>'

    def in_languages(self, term, property, tag):
        """The English text, then the French."""
        texts = {value.language: value for value in self.graph.objects(term, property)}
        return "".join(f'<{tag} lang="{code}">{text(texts[code])}</{tag}>\n' for code in ("en", "fr") if code in texts)

    def facts(self, term):
        for words, property in FACTS:
            values = sorted(self.graph.objects(term, property), key=lambda node: (isinstance(node, rdflib.BNode), str(node)))
            if values:
                yield words, ", ".join(self.reference(value) for value in values)
        members = self.graph.value(term, OWL.unionOf)
        if members:
            yield "union of", ", ".join(self.reference(member) for member in Collection(self.graph, members))
        kinds = sorted(t for t in self.graph.objects(term, RDF.type) if t in self.terms and t != ENT.Relation)
        if kinds:
            yield "is a", ", ".join(self.reference(kind) for kind in kinds)

    def label(self, term):
        return " · ".join(text(value) for value in sorted(self.graph.objects(term, RDFS.label), key=lambda v: v.language))

    def entry(self, term):
        name = text(self.name(term))
        facts = "".join(f"<dt>{words}</dt><dd>{values}</dd>\n" for words, values in self.facts(term))
        return (f'<section id="{name}">\n<h3><a href="#{name}">ent:{name}</a><span class="kind">{self.label(term)}</span></h3>\n'
                + self.in_languages(term, RDFS.comment, "p") + (f"<dl>\n{facts}</dl>\n" if facts else "") + "</section>\n")

    def sections(self):
        left = set(self.terms)
        for title, types in SECTIONS:
            found = sorted((t for t in left if set(types) & set(self.graph.objects(t, RDF.type))), key=lambda t: t.lower())
            left -= set(found)
            if found:
                yield title, found

    def html(self):
        vocabulary = rdflib.URIRef(NAMESPACE[:-1])
        title = text(next(t for t in self.graph.objects(vocabulary, DCTERMS.title) if t.language == "en"))
        sections = list(self.sections())
        return (f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
                f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
                f'<link rel="alternate" type="text/turtle" href="entente.ttl">\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n'
                + self.in_languages(vocabulary, DCTERMS.description, "p")
                + f'<p>Namespace <code>{NAMESPACE}</code>, prefix <code>ent</code>; in Turtle: <a href="entente.ttl">entente.ttl</a>.</p>\n'
                + "".join(f'<h2>{heading}</h2>\n<nav>\n'
                          + "".join(f'<a href="#{text(self.name(t))}">{text(self.name(t))}</a><br>\n' for t in terms)
                          + "</nav>\n" + "".join(map(self.entry, terms)) for heading, terms in sections)
                + "</body>\n</html>\n")


def page(path):
    """The text of the page for a Turtle file."""
    return Page(rdflib.Graph().parse(path, format="turtle")).html()


if __name__ == "__main__":
    sys.stdout.write(page(pathlib.Path(sys.argv[1])))
