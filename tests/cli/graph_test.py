"""What counts in GEXF, GraphML and CSV."""
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import ProgramTest, run

ARTICLE = "La Russie soutient la Syrie. L'armée russe a attaqué Alep. La Turquie ne soutient pas la Russie.\n"


class Graph(ProgramTest):
    def edges(self, *options):
        """(source, target, kind) of the edges of ARTICLE, by local names."""
        process = run("extract", self.file("a.txt", ARTICLE), "--to", "gexf", *options)
        self.expect(process, 0)
        edges = re.findall(r'<edge [^>]*source="([^"]+)" target="([^"]+)" kind="([^"]+)"', process.stdout.decode("utf-8"))
        return {(source.rsplit("/", 1)[-1], target.rsplit("/", 1)[-1], kind) for source, target, kind in edges}

    def test_all_by_default(self):
        self.assertEqual(self.edges(), {("Russia", "Syria", "supports"), ("RussianArmedForces", "Aleppo", "attacks"), ("Turkey", "Russia", "supports")})

    def test_polarity(self):
        self.assertEqual(self.edges("--polarity", "negative"), {("Turkey", "Russia", "supports")})
        self.assertEqual(len(self.edges("--polarity", "negative", "--polarity", "positive")), 3)

    def test_modality(self):
        self.assertEqual(self.edges("--modality", "hypothetical"), set())

    def test_relation_by_name_and_iri(self):
        attack = {("RussianArmedForces", "Aleppo", "attacks")}
        self.assertEqual(self.edges("--relation", "attacks"), attack)
        self.assertEqual(self.edges("--relation", "https://w3id.org/entente/ns#attacks"), attack)

    def test_confidence(self):
        self.assertEqual(self.edges("--graph-min-confidence", "1"), set())

    def test_roll_up(self):
        self.assertIn(("Russia", "Aleppo", "attacks"), self.edges("--roll-up"))

    def test_labels_in_the_language_asked_for(self):
        process = run("extract", self.file("a.txt", ARTICLE), "--to", "graphml")
        self.assertIn('<data key="label">Russie</data>', process.stdout.decode("utf-8"))


if __name__ == "__main__":
    unittest.main()
