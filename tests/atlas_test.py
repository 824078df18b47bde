"""The actors that come with the program: nobody twice, however a name is transcribed, and no name for two."""
import collections
import json
import re
import sys
import pathlib
import unicodedata
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "support"))
from program import SOURCE, run

ACTOR = "https://w3id.org/entente/actor/"
NAMES = {"prefLabel", "altLabel", "hiddenLabel", "acronym", "metonym"}

# Those who share a name because the press uses it for both.
SHARED = {
    frozenset({"SouthLebanonArmy", "SLM"}): "ALS, of Lebanon and of Sudan",
    frozenset({"EuropeanUnion", "Brussels"}): "a seat that stands for it",
    frozenset({"SyrianGovernment", "Damascus"}): "a capital that stands for it",
    frozenset({"StateDuma", "Douma"}): "the parliament of Russia, a town of Syria",
    frozenset({"Mexico", "MexicoCity"}): "the state is Mexico in English, the city in French",
    frozenset({"RSF", "ReportersWithoutBorders"}): "an acronym of both",
}


def statements():
    """(actor, property, value) of all files; values of the project's own terms and names, the language left aside."""
    for path in sorted((SOURCE / "ontology/actors").glob("*.ttl")):
        process = run("convert", path, "--to", "ntriples")
        assert process.returncode == 0, process.stderr.decode("utf-8")
        for line in process.stdout.decode("utf-8").splitlines():
            subject, predicate, value = line[:-2].split(" ", 2)
            if subject.startswith("<" + ACTOR):
                yield subject[len(ACTOR) + 1:-1], re.split("[#/]", predicate[:-1])[-1], plain(value)


def plain(value):
    if value.startswith('"'):
        return json.loads(re.match(r'"(?:[^"\\]|\\.)*"', value).group())
    return re.split("[#/]", value.strip("<>"))[-1]


def folded(name):
    """Without case, accents and punctuation."""
    letters = unicodedata.normalize("NFD", name.lower())
    return " ".join(re.findall("[a-z0-9]+", "".join(c for c in letters if not unicodedata.combining(c))))


def transcribed(name):
    """What the transcriptions of a name share: articles left out, one letter for the sounds that are written in several ways."""
    text = re.sub(r"\b(al|el|ad|an|ar|as|at|ash|le|la|les|l|de|du|des|d)\b", "", folded(name)).replace(" ", "")
    for written, sound in (("kh", "k"), ("dj", "j"), ("ou", "u"), ("w", "u"), ("y", "i"), ("ee", "i"), ("sh", "ch"), ("q", "k"),
                           ("ph", "f"), ("gh", "g"), ("dh", "d"), ("th", "t")):
        text = text.replace(written, sound)
    return re.sub("[eh]$", "", re.sub(r"(.)\1+", r"\1", text))


class Atlas(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.names, cls.facts = collections.defaultdict(set), {}
        for actor, term, value in statements():
            if term in NAMES:
                cls.names[actor].add(value)
            elif term in {"type", "locatedIn"}:
                cls.facts[actor, term] = value

    def country(self, actor):
        while (actor, "locatedIn") in self.facts:
            actor = self.facts[actor, "locatedIn"]
        return actor if self.facts.get((actor, "type")) == "State" else None

    def twice(self, key):
        """Groups of several actors that have a name with the same key."""
        found = collections.defaultdict(set)
        for actor, names in self.names.items():
            for name in names:
                found[key(actor, name)].add(actor)
        return {one: frozenset(actors) for one, actors in found.items() if len(actors) > 1}

    def test_no_name_is_that_of_two(self):
        found = self.twice(lambda actor, name: folded(name))
        self.assertEqual({name: set(actors) for name, actors in found.items() if actors not in SHARED}, {})
        self.assertEqual(set(SHARED) - set(found.values()), set(), "share no name any more")

    def test_nobody_is_there_under_two_transcriptions(self):
        def kind(actor, name):
            return self.facts.get((actor, "type")), self.country(actor), transcribed(name)
        found = self.twice(kind)
        self.assertEqual({name[2]: set(actors) for name, actors in found.items() if actors not in SHARED}, {})


if __name__ == "__main__":
    unittest.main()
