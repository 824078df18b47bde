"""The same bytes from run to run, and the same statements in any order of the inputs."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import SAMPLES, ProgramTest, run

FORMATS = ("turtle", "trig", "ntriples", "nquads", "jsonld", "gexf", "graphml", "claims")


class Determinism(ProgramTest):
    inputs = sorted((SAMPLES / "articles").glob("*.txt"))[:6] + sorted(SAMPLES.glob("wire.jsonl"))

    def output(self, inputs, name):
        process = run("extract", *inputs, "--to", name)
        self.expect(process, 0)
        return process.stdout

    def test_runs_are_alike(self):
        self.assertTrue(self.inputs)
        for name in FORMATS:
            with self.subTest(name):
                self.assertEqual(self.output(self.inputs, name), self.output(self.inputs, name))

    def test_order_does_not_matter(self):
        quads = set(self.output(self.inputs, "nquads").splitlines())
        self.assertEqual(quads, set(self.output(self.inputs[::-1], "nquads").splitlines()))
        self.assertEqual(self.output(self.inputs, "gexf"), self.output(self.inputs[::-1], "gexf"))

    def test_parts_make_the_whole(self):
        for name in ("nquads", "ntriples"):
            parts = set()
            for path in self.inputs:
                parts |= set(self.output([path], name).splitlines())
            self.assertEqual(parts, set(self.output(self.inputs, name).splitlines()))

    def test_folder_is_its_files(self):
        paths = sorted((SAMPLES / "articles").glob("*.txt"), key=lambda p: str(p).encode())
        self.assertEqual(self.output([SAMPLES / "articles"], "nquads"), self.output(paths, "nquads"))

    def test_the_working_folder_does_not_matter(self):
        first = self.inputs[0]
        here = run("extract", first.name, "--to", "nquads", cwd=first.parent).stdout
        there = run("extract", first.name, "--to", "nquads", cwd=first.parent, env={}).stdout
        self.assertEqual(here, there)


if __name__ == "__main__":
    unittest.main()
