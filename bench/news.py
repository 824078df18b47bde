#!/usr/bin/env python3
"""Invented news for measuring speed: the same bytes for the same arguments.

usage: bench/news.py dense|general MEGABYTES NAME

Writes NAME.jsonl (records) and NAME.txt (their text alone, for `wc -w`). Dense news is one half the examples of the lexicon and one
half news/dense.txt, so that every sentence is about actors; general news is news/general.txt with an actor here and there.
Slots are filled with the names of the ontology, with invented surnames, and with nouns and adjectives of the whole
dictionary, the few frequent and the many rare (Zipf), since a text of few words would flatter whatever remembers words.
"""
import bisect
import itertools
import json
import pathlib
import random
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ONTOLOGY = HERE.parent / "ontology"
DICTIONARY = pathlib.Path("/usr/share/hunspell/fr.dic")
ENTRY = re.compile(r"^([^/\s]+)/S\.\(\)\s+(.*)$")
DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
SYLLABLES = "ba be bo da do fe ga gui ha jo ka ke la le lo ma mi mo na ni pa re ri ro sa so ta ti to va ve vi za".split()
ENDINGS = "bert court din ger lard lin mont nier quet rand ric sson tier ville zac".split()


class Zipf:
    """Draws from a list in which the n-th word is n times as rare as the first."""

    def __init__(self, random_source, words):
        self.words = sorted(set(words))
        random_source.shuffle(self.words)
        self.sums = list(itertools.accumulate(1 / (rank + 8) for rank in range(len(self.words))))

    def draw(self, random_source):
        return self.words[bisect.bisect(self.sums, random_source.random() * self.sums[-1])]


def dictionary_words():
    """Words that make their plural with -s: nouns of each gender, and adjectives that have one form for both."""
    kinds = {"masculine": [], "feminine": [], "adjective": []}
    for line in DICTIONARY.read_text("utf-8").splitlines():
        entry = ENTRY.match(line)
        if not entry or not entry[1].isalpha() or not entry[1].islower() or entry[1][0] in "aeiouyhéèêâîôûœ":
            continue  # before a vowel the articles would be others
        fields = entry[2].split()
        if fields == ["po:nom", "is:mas"]:
            kinds["masculine"].append(entry[1])
        elif fields == ["po:nom", "is:fem"]:
            kinds["feminine"].append(entry[1])
        elif fields == ["po:adj", "is:epi"]:
            kinds["adjective"].append(entry[1])
    return kinds


def actor_names():
    """French labels of actors by the slot that they fill; demonyms too."""
    names = {"person": [], "place": [], "group": [], "demonym": []}
    slots = {"Person": "person", "Place": "place", "ArmedGroup": "group"}
    for path in sorted((ONTOLOGY / "actors").glob("*.ttl")):
        slot = None
        for line in path.read_text("utf-8").splitlines():
            if declared := re.match(r"act:\S+ a ent:(\w+)", line):
                slot = slots.get(declared[1])
            if slot and "skos:prefLabel" in line:
                names[slot] += re.findall(r'"([A-ZÉ][^"]*)"@fr', line)
            if "ent:demonym" in line:
                names["demonym"] += [word for word in re.findall(r'"([^"]*)"@fr', line) if word.endswith(("ais", "ois", "ien", "ain"))]
    return names


def examples():
    """The examples of the lexicon."""
    found = []
    for path in sorted((ONTOLOGY / "lexicon" / "fr").glob("*.ttl")):
        for statement in re.findall(r'ent:example\s+((?:"[^"]*"@fr\s*,?\s*)+)', path.read_text("utf-8")):
            found += re.findall(r'"([^"]*)"@fr', statement)
    return found


def templates(name):
    return [line for line in (HERE / "news" / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


class Press:
    def __init__(self, kind):
        self.random = random.Random(f"entente {kind}")
        self.words = {slot: Zipf(self.random, words) for slot, words in {**dictionary_words(), **actor_names()}.items()}
        self.templates = templates(f"{kind}.txt")
        self.examples = examples() if kind == "dense" else []

    def fill(self, slot):
        if slot in ("day", "month"):
            return self.random.choice(DAYS if slot == "day" else MONTHS)
        if slot == "count":
            return str(self.random.randint(2, 90))
        if slot == "surname":
            return "".join(self.random.choices(SYLLABLES, k=self.random.randint(1, 2)) + [self.random.choice(ENDINGS)]).capitalize()
        base = next(name for name in ("masculine", "feminine", "adjective", "person", "place", "group", "demonym") if slot.startswith(name))
        return inflected(self.words[base].draw(self.random), base, slot[len(base) :])

    def sentence(self):
        if self.examples and self.random.random() < 0.5:
            return self.random.choice(self.examples)
        return re.sub(r"\{(\w+)\}", lambda found: self.fill(found[1]), self.random.choice(self.templates))

    def article(self):
        paragraphs = [" ".join(self.sentence() for _ in range(self.random.randint(1, 5))) for _ in range(self.random.randint(4, 12))]
        return "\n\n".join(paragraphs) + "\n"


def inflected(word, base, suffix):
    if base == "demonym" and suffix.startswith("f"):
        word += "ne" if word.endswith("ien") else "e"
    return word if not suffix.endswith("s") or word.endswith("s") else word + "s"


def main():
    kind, megabytes, name = sys.argv[1], float(sys.argv[2]), sys.argv[3]
    press = Press(kind)
    size = 0
    with open(f"{name}.jsonl", "w", encoding="utf-8") as records, open(f"{name}.txt", "w", encoding="utf-8") as texts:
        for number in itertools.count():
            if size >= megabytes * 1e6:
                break
            text = press.article()
            day = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
            record = {"id": f"{kind}-{number}", "lang": "fr", "date": day, "publisher": "Gazette", "text": text}
            records.write(json.dumps(record, ensure_ascii=False) + "\n")
            texts.write(text)
            size += len(text.encode())


if __name__ == "__main__":
    main()
