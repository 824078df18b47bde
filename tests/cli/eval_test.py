"""`entente eval`: what it says of gold that it cannot read."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import ProgramTest, run


class Eval(ProgramTest):
    def test_gold_that_is_not_there(self):
        self.expect(run("eval", self.folder / "none.jsonl"), 1, "none.jsonl: cannot be read: No such file or directory")
        self.expect(run("eval", self.folder), 1, "cannot be read: Is a directory")

    def test_line_that_is_no_json(self):
        gold = self.file("gold.jsonl", '{"id": "a", "text": "Été."}\n{"id": "é", "text" "b"}\n')
        self.expect(run("eval", gold), 1, "gold.jsonl:2:22: expected a gold document as a JSON object on one line")

    def test_line_that_is_no_document(self):
        for line, reason in (('{"id": 1, "text": "b"}', "type must be string, but is number"), ('{"id": "a"}', "key 'text' not found")):
            with self.subTest(line):
                gold = self.file("gold.jsonl", line + "\n")
                self.expect(run("eval", gold), 1, "gold.jsonl:1: expected a gold document: " + reason)

    def test_catalogue_that_is_not_there(self):
        gold = self.file("gold.jsonl", '{"id": "a", "text": "La ville est calme."}\n')
        self.expect(run("eval", gold, "--catalogue", self.folder / "none.tsv"), 1, "none.tsv: cannot be read: No such file or directory")
        self.expect(run("eval", gold, "--catalogue", self.file("empty.tsv", "")), 1, "empty.tsv: expected a catalogue, found an empty file")


if __name__ == "__main__":
    unittest.main()
