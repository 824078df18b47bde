"""Real articles, which the project may not hand on: scored where they lie beside it."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import floors
from program import SAMPLES, SHARED, run, skip

GOLD = SHARED / "gold/dev.jsonl"
if not GOLD.exists():
    skip("floors.articles", "../shared/gold/dev.jsonl is not there")


def records(gold):
    """The documents of a gold file as JSON Lines that can be extracted."""
    for line in gold.read_text("utf-8").splitlines():
        document = json.loads(line)
        text = document.get("text") or (gold.parent / document["file"]).read_text("utf-8")
        fields = {key: document[key] for key in ("id", "lang", "date", "publisher") if document.get(key)}
        yield json.dumps({**fields, "text": text}, ensure_ascii=False)


class Articles(unittest.TestCase):
    def test_floors(self):
        table = floors.evaluate(GOLD)
        print(table)
        self.assertEqual(floors.below(table, "articles"), [])

    def test_the_other_scorer_agrees(self):
        """`entente eval` prints what score.py says of `--to claims`."""
        if not (SHARED / "score.py").exists():
            self.skipTest("../shared/score.py is not there")
        for gold in (GOLD, SHARED / "gold/authored-dev.jsonl", SAMPLES / "gold.jsonl"):
            with self.subTest(gold.name), tempfile.TemporaryDirectory() as folder:
                wire = pathlib.Path(folder) / "wire.jsonl"
                wire.write_text("\n".join(records(gold)) + "\n", "utf-8")
                claims = pathlib.Path(folder) / "claims.jsonl"
                self.assertEqual(run("extract", wire, "-o", claims).returncode, 0)
                scored = subprocess.run([sys.executable, SHARED / "score.py", gold, claims], capture_output=True, check=True)
                table = floors.evaluate(gold, "--catalogue", SHARED / "gold/catalogue.tsv")
                self.assertEqual(table, scored.stdout.decode("utf-8"))


if __name__ == "__main__":
    unittest.main()
