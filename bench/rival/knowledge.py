"""What Entente's Turtle knows, for a pipeline of spaCy: names of actors, triggers, verbs of saying and of intention."""
import collections
import pathlib
import re

import rdflib
from rdflib.namespace import RDF, SKOS

ONTOLOGY = pathlib.Path(__file__).resolve().parents[2] / "ontology"
ENT = rdflib.Namespace("https://w3id.org/entente/ns#")
ONTOLEX = rdflib.Namespace("http://www.w3.org/ns/lemon/ontolex#")
LEXINFO = rdflib.Namespace("http://www.lexinfo.net/ontology/3.0/lexinfo#")
SLOTS = ("subject", "object", "indirectObject", "genitive", "self", "modified")
Trigger = collections.namedtuple("Trigger", "iri pos words frames")
Frame = collections.namedtuple("Frame", "relation sources targets negative modality not_with")


def words_of(written):
    """'prendre le contrôle' as lemmas; what is pronominal without its pronoun."""
    words = re.findall(r"[^\s’']+[’']?", written)
    return [word for word in words if word not in ("s'", "se", "s’")]


def slots(graph, frame, end):
    """Names of slots, and prepositions, of an end of a frame."""
    found = []
    for value in graph.objects(frame, end):
        if isinstance(value, rdflib.Literal):
            found.append("à" if str(value) == "à" else str(value))
        elif (name := value.rsplit("#", 1)[-1]) in SLOTS:
            found.append(name)
    return found


class Knowledge:
    def __init__(self):
        graph = rdflib.Graph()
        for path in sorted(ONTOLOGY.rglob("*.ttl")):
            if path.name != "shapes.ttl":
                graph.parse(path, format="turtle")
        self.labels = {}  # IRI -> French label
        self.names = collections.defaultdict(set)  # name -> IRIs
        self.demonyms = {}  # masculine singular -> IRI
        self.descriptions = collections.defaultdict(list)  # common noun -> (IRI, IRI of whom it acts for or where it is)
        self.triggers = collections.defaultdict(list)  # first lemma -> triggers
        self.saying = set()  # lemmas
        self.commitments = {}  # lemma of a verb over a clause -> what becomes of the clause
        self.load_actors(graph)
        self.load_lexicon(graph)

    def load_actors(self, graph):
        kinds = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, ENT.acronym, ENT.metonym)
        for kind in kinds:
            for actor, label in graph.subject_objects(kind):
                if "/actor/" not in actor:
                    continue
                if kind == SKOS.prefLabel and label.language == "fr":
                    self.labels[str(actor)] = str(label)
                if label.language in ("fr", None) or kind == SKOS.prefLabel:
                    self.names[str(label)].add(str(actor))
        for actor, noun in graph.subject_objects(ENT.description):
            home = graph.value(actor, ENT.actsFor) or graph.value(actor, ENT.locatedIn)
            self.descriptions[str(noun)].append((str(actor), str(home)))
        for actor, demonym in graph.subject_objects(ENT.demonym):
            self.demonyms[str(demonym).lower()] = str(actor)

    def load_lexicon(self, graph):
        for entry in graph.subjects(RDF.type, ONTOLEX.LexicalEntry):
            form = graph.value(entry, ONTOLEX.canonicalForm)
            words = words_of(str(graph.value(form, ONTOLEX.writtenRep) or "").lower())
            if not words:
                continue
            pos = str(graph.value(entry, LEXINFO.partOfSpeech) or "").rsplit("#", 1)[-1]
            if (entry, ENT.says, rdflib.Literal(True)) in graph and len(words) == 1:
                self.saying.add(words[0])
            if (commitment := graph.value(entry, ENT.commitment)) and len(words) == 1:
                self.commitments[words[0]] = commitment.rsplit("#", 1)[-1]
            frames = [self.frame(graph, frame) for frame in graph.objects(entry, ENT.frame)]
            if any(frames):
                self.triggers[words[0]].append(Trigger(str(entry), pos, words, [frame for frame in frames if frame]))
        for triggers in self.triggers.values():
            triggers.sort(key=lambda trigger: -len(trigger.words))

    @staticmethod
    def frame(graph, frame):
        relation = graph.value(frame, ENT.evokes)
        sources, targets = slots(graph, frame, ENT.source), slots(graph, frame, ENT.target)
        if relation is None or not sources or not targets:
            return None
        modality = graph.value(frame, ENT.modality)
        return Frame(str(relation), sources, targets, (frame, ENT.polarity, ENT.negative) in graph,
                     modality.rsplit("#", 1)[-1] if modality else "asserted",
                     frozenset(str(word) for word in graph.objects(frame, ENT.notWith) if isinstance(word, rdflib.Literal)))
