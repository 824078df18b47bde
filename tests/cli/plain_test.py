"""Plain sentences that state a relation: how many of them the program hears."""
import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from floors import FLOORS
from program import SOURCE, run

# Words that often, but not always, mean war need company that says so.
COMPANY = "La guerre et les combats continuent dans la région. Un obus a tué un soldat. "


def silent(relation):
    """The sentences of the relation's file, and those of them of which the program does not claim it."""
    sentences = (SOURCE / "tests/plain" / f"{relation}.txt").read_text("utf-8").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        documents = pathlib.Path(folder) / "plain.jsonl"
        documents.write_text("".join(json.dumps({"id": str(i), "text": COMPANY + sentence}, ensure_ascii=False) + "\n"
                                     for i, sentence in enumerate(sentences)), "utf-8")
        process = run("extract", "--quiet", documents, "--to", "claims")
    assert process.returncode == 0, process.stderr.decode("utf-8")
    heard = {row["doc"] for row in map(json.loads, process.stdout.decode("utf-8").splitlines())
             if row.get("predicate", "").endswith("#" + relation)}
    return sentences, [sentence for i, sentence in enumerate(sentences) if str(i) not in heard]


class Plain(unittest.TestCase):
    def test_relations_are_heard(self):
        for relation, floor in FLOORS["plain"].items():
            with self.subTest(relation):
                sentences, missed = silent(relation)
                share = 1 - len(missed) / len(sentences)
                print(f"{relation}: {len(sentences) - len(missed)} of {len(sentences)}, not in:", *missed, sep="\n  ")
                self.assertGreaterEqual(share, floor)


if __name__ == "__main__":
    unittest.main()
