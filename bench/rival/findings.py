"""Claims, quotations and mentions in a parsed document: rules over the dependencies of Universal Dependencies."""
import collections
import re
import unicodedata

from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

PRONOUNS = {"il", "elle", "ils", "elles"}
NEGATIONS = {"pas", "jamais", "plus", "guère", "aucun"}
CONTENT = {"NOUN", "VERB", "PROPN", "ADJ"}
QUOTED = re.compile(r"«\s*([^«»]+?)\s*»|“\s*([^“”]+?)\s*”|\"\s*([^\"]+?)\s*\"")
MODALITIES = {"claims": "unconfirmed", "promises": "intended", "asks": "intended", "intends": "intended", "may": "hypothetical"}
Claim = collections.namedtuple("Claim", "source relation target polarity modality by trigger words sentence")
Quotation = collections.namedtuple("Quotation", "speaker kind text begin end")
BASE = "https://w3id.org/entente/"


def slug(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return BASE + "actor/name/" + re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def prepositions(token):
    return {child.lemma_.lower() for child in token.children if child.dep_ == "case"}


def conjoined(token):
    yield token
    yield from token.conjuncts


class Finder:
    """One per pipeline: finds what `knowledge` has words for."""

    def __init__(self, nlp, knowledge):
        self.knowledge = knowledge
        self.matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for name, actors in knowledge.names.items():
            self.matcher.add(min(actors), [nlp.make_doc(name)])
        self.demonyms = dict(knowledge.demonyms)

    def find(self, doc):
        doc.spans["actors"] = filter_spans([span for span in self.matcher(doc, as_spans=True) if self.is_name(span)])
        self.actor_at = {token.i: span.label_ for span in doc.spans["actors"] for token in span}
        mentions = [(span.label_, span.start_char, span.end_char) for span in doc.spans["actors"]]
        mentioned = collections.Counter(actor for actor, _, _ in mentions)
        mentions += list(self.described(doc, mentioned))
        self.names = dict(self.knowledge.labels)
        mentions += [(actor, token.idx, token.idx + len(token)) for token in doc if (actor := self.demonym(token))]
        quotations = list(self.direct(doc)) + list(self.indirect(doc))
        return list(self.claims(doc)), quotations, mentions

    @staticmethod
    def is_name(span):
        """Names have a capital in the text, unless they are several words long."""
        return len(span) > 1 or span.text[0].isupper()

    # Who a word means

    def described(self, doc, mentioned):
        """Nouns such as "army" or "rebels": who is most spoken of, or whose country is."""
        for token in doc:
            if token.pos_ != "NOUN" or token.i in self.actor_at:
                continue
            weights = {actor: mentioned[actor] + mentioned[home] for actor, home in self.knowledge.descriptions.get(token.lemma_.lower(), ())}
            actor = max(weights, key=weights.get, default=None)
            if actor and weights[actor] and not any(self.demonym(child) for child in token.children):
                self.actor_at[token.i] = actor
                yield actor, token.idx, token.idx + len(token)

    def demonym(self, token):
        if token.i in self.actor_at or token.pos_ not in ("ADJ", "NOUN", "PROPN"):
            return None
        for form in (token.lemma_.lower(), token.lower_, token.lower_.rstrip("s"), token.lower_.rstrip("s").removesuffix("e")):
            if form in self.demonyms:
                return self.demonyms[form]
        return None

    def actor(self, token, depth=0):
        """The actor that a noun phrase names by its head, its apposition, or its demonym or complement; of a pronoun, the last one
        that was the subject of a verb."""
        if token.i in self.actor_at:
            return self.actor_at[token.i]
        if token.pos_ == "PRON" and token.dep_.startswith("nsubj") and token.lower_ in PRONOUNS:
            return self.subject_before(token)
        for relations in (("appos", "flat:name", "flat"), ("amod",), ("nmod",)):
            for child in token.children:
                if child.dep_ not in relations or (child.dep_ == "nmod" and "de" not in prepositions(child)):
                    continue
                if found := self.actor_at.get(child.i) or self.demonym(child) or (depth < 3 and self.actor(child, depth + 1)):
                    return found
        return self.demonym(token)

    def subject_before(self, pronoun):
        for token in reversed(pronoun.doc[max(0, pronoun.i - 80) : pronoun.i]):
            if token.dep_.startswith("nsubj") and token.pos_ != "PRON" and (found := self.actor(token, 2)):
                return found
        return None

    def actors(self, token):
        return [actor for each in conjoined(token) if (actor := self.actor(each))]

    def speaker(self, token):
        """An actor, or somebody whom no list has, by name."""
        person = next((child for child in token.children if child.dep_ == "appos" and child.pos_ == "PROPN"), token)
        if person.pos_ == "PROPN" and person.i not in self.actor_at:
            name = "".join(part.text_with_ws for part in [person, *(c for c in person.children if c.dep_.startswith("flat"))]).strip()
            self.names[slug(name)] = name
            return slug(name)
        return self.actor(person) or self.actor(token)

    # Claims

    def claims(self, doc):
        for token in doc:
            for trigger in self.knowledge.triggers.get(token.lemma_.lower(), ()) if token.pos_ in CONTENT else ():
                heads = self.heads(token, trigger)
                if heads and (found := list(self.filled(token, trigger, heads))):
                    yield from found
                    break

    @staticmethod
    def heads(token, trigger):
        """The words of a trigger where they stand below its first one; nothing where one is missing."""
        if (trigger.pos == "verb") != (token.pos_ == "VERB"):
            return None
        found = [token]
        for word in trigger.words[1:]:
            below = (child for head in found for child in head.children if word in (child.lemma_.lower(), child.lower_))
            if not (child := next(below, None)):
                return None
            found.append(child)
        return found

    def filled(self, token, trigger, heads):
        below = {child.lemma_.lower() for head in heads for child in head.children}
        for frame in trigger.frames:
            if below & frame.not_with:
                continue
            sources = self.fill(token, heads, frame.sources)
            targets = self.fill(token, heads, frame.targets)
            polarity, modality, by = self.standing(token, frame)
            for source in sources:
                for target in targets:
                    if source != target:
                        yield Claim(source, frame.relation, target, polarity, modality, by, trigger.iri, token.text, token.sent)

    def fill(self, token, heads, slots):
        for slot in slots:
            words = list(self.slot(token, heads, slot))
            if found := [actor for word in words for actor in self.actors(word)]:
                return found
        return []

    def slot(self, token, heads, slot):
        is_verb = token.pos_ == "VERB"
        is_passive = is_verb and self.is_passive(token)
        if slot == "subject" and is_verb:
            return self.agents(token) if is_passive else self.subjects(token)
        if slot == "object" and is_verb:
            return self.subjects(token) if is_passive else (c for c in token.children if c.dep_ == "obj")
        if slot == "self":
            return (token,)
        if slot == "modified":
            return (token.head,) if token.dep_ == "amod" else ()
        if slot == "genitive":
            return (c for c in token.children if (c.dep_ == "nmod" and "de" in prepositions(c)) or (c.dep_ == "amod" and self.demonym(c)))
        wanted = "à" if slot == "indirectObject" else slot
        return (c for head in heads for c in head.children if c.dep_.startswith(("obl", "nmod", "iobj")) and wanted in prepositions(c))

    @staticmethod
    def is_passive(verb):
        auxiliaries = [child.dep_ for child in verb.children if child.dep_.startswith(("aux", "cop"))]
        is_participle = "Part" in verb.morph.get("VerbForm") and "Past" in verb.morph.get("Tense")
        return "aux:pass" in auxiliaries or (is_participle and not auxiliaries)

    @staticmethod
    def agents(verb):
        return (c for c in verb.children if c.dep_ == "obl:agent" or (c.dep_.startswith("obl") and "par" in prepositions(c)))

    def subjects(self, verb, depth=0):
        found = [c for c in verb.children if c.dep_.startswith("nsubj")]
        if found and found[0].lemma_.lower() in ("qui", "lequel"):
            return [verb.head]
        if found or depth > 4:
            return found
        if verb.dep_.startswith("acl"):
            return [verb.head]
        if verb.dep_ in ("conj", "xcomp", "advcl"):
            return self.subjects(verb.head, depth + 1)
        return []

    def standing(self, token, frame):
        """Polarity, modality, and who says so."""
        verb = token
        while verb.pos_ != "VERB" and verb.head != verb:
            verb = verb.head
        negative = frame.negative != any(child.lemma_.lower() in NEGATIONS for child in verb.children)
        modality, by = frame.modality, None
        if "Cnd" in verb.morph.get("Mood") or any("Cnd" in c.morph.get("Mood") for c in verb.children if c.dep_.startswith("aux")):
            modality = "unconfirmed"
        while verb.head != verb and verb.dep_ in ("xcomp", "ccomp", "conj", "obj", "acl"):
            verb = verb.head
            commitment = self.knowledge.commitments.get(verb.lemma_.lower())
            negative = negative != (commitment in ("denies", "stops"))
            modality = MODALITIES.get(commitment, modality)
            if verb.lemma_.lower() in self.knowledge.saying:
                by = by or next((speaker for s in self.subjects(verb) if (speaker := self.speaker(s))), None)
        return "negative" if negative else "positive", modality, by

    # Quotations

    def saying_near(self, doc, begin, end):
        """The verb of saying nearest to a quotation, outside it, in its sentence or behind it."""
        first = doc.char_span(begin, end, alignment_mode="expand")
        sentence = [t for t in doc[first[0].sent.start : min(first[-1].sent.end + 25, len(doc))] if not begin <= t.idx < end]
        verbs = [t for t in sentence if t.pos_ == "VERB" and t.lemma_.lower() in self.knowledge.saying]
        return min(verbs, key=lambda t: min(abs(t.idx - begin), abs(t.idx - end)), default=None)

    def direct(self, doc):
        for found in QUOTED.finditer(doc.text):
            group = found.lastindex
            begin, end = found.span(group)
            if " " not in doc.text[begin:end]:
                continue  # a word in quotation marks is no quotation
            verb = self.saying_near(doc, begin, end)
            speaker = next((who for s in self.subjects(verb) if (who := self.speaker(s))), None) if verb else None
            speaker = speaker or next((who for t in doc.char_span(begin, end, alignment_mode="expand")[0].sent
                                       if {"selon", "après"} & prepositions(t) and (who := self.speaker(t))), None)
            if speaker:
                yield Quotation(speaker, "direct", doc.text[begin:end], begin, end)

    def indirect(self, doc):
        for verb in doc:
            if verb.pos_ != "VERB" or verb.lemma_.lower() not in self.knowledge.saying:
                continue
            clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
            speaker = next((who for s in self.subjects(verb) if (who := self.speaker(s))), None) if clause else None
            if speaker:
                span = doc[clause.left_edge.i : clause.right_edge.i + 1]
                if not QUOTED.search(span.text):
                    yield Quotation(speaker, "indirect", span.text, span.start_char, span.end_char)
