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

    def test_rdf_becomes_the_graph_that_extract_writes(self):
        out = self.folder / "out"
        self.expect(run("extract", self.file("a.txt", ARTICLE), "-o", out, "--to", "nquads", "--to", "gexf", "--to", "csv"), 0)
        self.expect(run("convert", f"{out}.nq", "-o", self.folder / "again.gexf"), 0)
        self.expect(run("convert", f"{out}.nq", "-o", self.folder / "again.csv"), 0)
        self.assertEqual(self.without_mentions("out.gexf"), self.without_mentions("again.gexf"))
        self.assertEqual((self.folder / "out.edges.csv").read_text("utf-8"), (self.folder / "again.edges.csv").read_text("utf-8"))

    def without_mentions(self, name):
        """RDF does not say how often a document names an actor."""
        text = (self.folder / name).read_text("utf-8")
        return re.sub(r'<attvalue for="mentions" [^>]*>|<viz:size [^>]*>', "", text)

    def test_options_of_graphs_made_of_rdf(self):
        rdf = self.folder / "a.ttl"
        self.expect(run("extract", self.file("a.txt", ARTICLE), "-o", rdf), 0)
        process = run("convert", rdf, "--to", "gexf", "--relation", "attacks", "--roll-up", "--lang", "en")
        self.expect(process, 0)
        text = process.stdout.decode("utf-8")
        self.assertEqual(text.count("<edge "), 1)
        self.assertIn('label="Russia"', text)
        self.expect(run("convert", rdf, "--to", "gexf", "--relation", "likes"), 2, "--relation: expected one of supports, ")
        self.expect(run("convert", rdf, "--to", "csv"), 2, "csv is several files (nodes edges) and needs -o with a file name")
        self.expect(run("convert", rdf, "--to", "claims"), 2, "--to: expected one of turtle, ")

    def test_general_form_of_other_rdf(self):
        rdf = self.file("a.nt", '<http://e.org/a> <http://e.org/knows> _:b .\n_:b <http://e.org/age> "7" .\n')
        self.expect(run("convert", rdf, "-o", self.folder / "out.csv"), 0)
        self.assertEqual((self.folder / "out.nodes.csv").read_text("utf-8"), "Id,Label,Class,age\n_:b,_:b,,7\nhttp://e.org/a,a,,\n")
        self.assertIn("http://e.org/a,_:b,Directed,http://e.org/knows,0,knows,1,", (self.folder / "out.edges.csv").read_text("utf-8"))


if __name__ == "__main__":
    unittest.main()
