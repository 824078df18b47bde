"""The samples' gold: the program must not fall below its floors."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import floors
from program import SAMPLES, SOURCE


class Samples(unittest.TestCase):
    def test_floors(self):
        table = floors.evaluate(SAMPLES / "gold.jsonl")
        print(table)
        self.assertEqual(floors.below(table, "samples"), [])

    def test_unseen(self):
        """Documents that were written before the rules that read them, and without sight of any."""
        rounds = sorted((SOURCE / "tests/unseen").glob("round*.jsonl"))
        self.assertGreaterEqual(len(rounds), 14)
        table = floors.evaluate(*rounds, "--catalogue", SAMPLES / "catalogue.tsv")
        print(table)
        self.assertEqual(floors.below(table, "unseen"), [])

    def test_errors_are_as_many_as_the_table_says(self):
        table = floors.evaluate(SAMPLES / "gold.jsonl", "--errors")
        self.assertIn("precision", table)


if __name__ == "__main__":
    unittest.main()
