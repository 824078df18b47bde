#!/usr/bin/env python3
"""How well documents of one story are found: recall by kind of version, and what is taken for a version and is none.

usage: bench/stories.py [ENTENTE]

Stories are the articles of samples/ and tests/unseen, alone or two to three in a row, which gives 90 to 700 words: all different, by
the same few authors, about the same wars, and some about the same events. Each gets versions as the press makes them, of sentences of
other articles where something is added; and near misses, which share with it a background of so many hundredths of their sentences.
A version counts as found where it names its story, in whichever order the two come. The same numbers for the same program.
"""
import itertools
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else str(SOURCE / "build/release/bin/entente")
CHANCE = random.Random("stories")


def articles():
    texts = [path.read_text("utf-8") for path in sorted((SOURCE / "samples/articles").glob("*.txt"))]
    for path in sorted((SOURCE / "tests/unseen").glob("*.jsonl")):
        texts += [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    CHANCE.shuffle(texts)
    return [re.split(r"(?<=[.!?»])\s+", text.strip()) for text in texts]


ARTICLES = articles()
OTHERS = [sentence for article in ARTICLES[-24:] for sentence in article]  # to add, and for headlines
WORDS = sorted({word for sentence in OTHERS for word in re.findall(r"\w{5,}", sentence)})


def stories():
    made, at = [], 0
    while at + 3 < len(ARTICLES) - 24:
        count = CHANCE.choice((1, 1, 2, 3))
        made.append([sentence for article in ARTICLES[at:at + count] for sentence in article])
        at += count
    return made


def others(count):
    return [CHANCE.choice(OTHERS) for _ in range(count)]


def headline(story):
    return others(1) + story[1:]


def first(story, share):
    return story[:max(1, round(share * len(story)))]


def added(story, share):
    at = CHANCE.randint(1, len(story))
    return story[:at] + others(round(share * len(story))) + story[at:]


def edited(story, share):
    return [" ".join(CHANCE.choice(WORDS) if CHANCE.random() < share else word for word in sentence.split()) for sentence in story]


def figures(story):
    return [re.sub(r"\d+", lambda _: str(CHANCE.randint(2, 99)), sentence) for sentence in story]


def updated(story, kept):
    old = first(story, kept)
    return others(len(story) - len(old)) + old


def typeset(story):
    return [sentence.replace("'", "’").replace("« ", '"').replace(" »", '"').upper() for sentence in story]


VERSIONS = {
    "the same text": lambda story: story,
    "in capitals, other quotation marks": typeset,
    "another headline": headline,
    "the first 70 %": lambda story: first(story, 0.7),
    "the first 50 %": lambda story: first(story, 0.5),
    "the first 30 %": lambda story: first(story, 0.3),
    "the first 50 %, another headline": lambda story: headline(first(story, 0.5)),
    "other figures": figures,
    "3 words in 100 changed": lambda story: edited(story, 0.03),
    "6 words in 100 changed": lambda story: edited(story, 0.06),
    "20 % more": lambda story: added(story, 0.2),
    "40 % more": lambda story: added(story, 0.4),
    "updated: a new fifth on top, the last cut": lambda story: updated(story, 0.8),
    "updated: a new third on top, the last cut": lambda story: updated(story, 0.67),
    "70 %, headline, 2 words in 100, 15 % more": lambda story: headline(added(edited(first(story, 0.7), 0.02), 0.15)),
}


def with_background(share):
    """Texts of their own, each with the end of a story behind it, which is then so much of the whole: as many as there are sentences for."""
    fresh = (sentence for story in FOREGROUND for sentence in story)
    made = []
    for story in STORIES:
        background = story[-max(1, round(share * len(story))):]
        wanted = max(1, round(len(background) * (1 - share) / share))
        own = list(itertools.islice(fresh, wanted))
        if len(own) < wanted:
            break
        made.append(" ".join(own + background))
    return made


def links(texts):
    """For each text the number of the one that it names, or None."""
    with tempfile.TemporaryDirectory() as folder:
        wire = pathlib.Path(folder, "wire.jsonl")
        wire.write_text("".join(json.dumps({"id": str(n), "lang": "fr", "text": text}) + "\n" for n, text in enumerate(texts)), "utf-8")
        written = subprocess.run([PROGRAM, "extract", "--quiet", "--stories", "only", "--to", "ntriples", wire], check=True, stdout=subprocess.PIPE)
    found = re.findall(r"document/(\d+)> <\S+sameStoryAs> <\S+document/(\d+)>", written.stdout.decode())
    named = {int(a): int(b) for a, b in found}
    return [named.get(n) for n in range(len(texts))]


def found_among(known, versions):
    """Shares of versions that name their story, and another one, where all stories came before."""
    named = links(known + versions)[len(known):]
    right = sum(name == number for number, name in enumerate(named))
    return right / len(versions), sum(name is not None for name in named) / len(versions) - right / len(versions)


def main():
    texts = [" ".join(story) for story in STORIES]
    print(f"{len(STORIES)} stories of {min(len(t.split()) for t in texts)} to {max(len(t.split()) for t in texts)} words")
    print(f"of the {len(ARTICLES)} articles, each different, name another one: "
          f"{sum(name is not None for name in links([' '.join(article) for article in ARTICLES]))}")
    print(f"{'version':44} {'found':>6} {'other':>6} {'before its story':>17}")
    for name, change in VERSIONS.items():
        versions = [" ".join(change(story)) for story in STORIES]
        right, wrong = found_among(texts, versions)
        backwards, _ = found_among(versions, texts)
        print(f"{name:44} {right:6.2f} {wrong:6.2f} {backwards:17.2f}")
    print(f"{'near miss':44} {'taken':>6} {'other':>6} {'before its story':>17}")
    for share in (0.2, 0.3, 0.4, 0.5):
        misses = with_background(share)
        right, wrong = found_among(texts, misses)
        backwards, _ = found_among(misses, texts[:len(misses)])
        print(f"{f'a common background of {share:.0%} ({len(misses)})':44} {right:6.2f} {wrong:6.2f} {backwards:17.2f}")


ALL = stories()
STORIES, FOREGROUND = ALL[::2], ALL[1::2]
if __name__ == "__main__":
    main()
