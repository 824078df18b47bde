"""Documents that carry one story: linked, counted once, and the same however a run is cut, stopped and shared out."""
import json
import pathlib
import re
import sys
import unittest
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import SAMPLES, ProgramTest, rows, run

ARTICLES = {path.stem: path.read_text("utf-8") for path in sorted((SAMPLES / "articles").glob("*.txt"))}
FORMATS = ("turtle", "trig", "ntriples", "nquads", "jsonld", "gexf", "graphml", "csv", "claims")
OF_RDF = FORMATS[:5]
LINK = re.compile(rb"document/([^>]+)> <https://w3id.org/entente/ns#sameStoryAs> <https://w3id.org/entente/document/([^>]+)>")

STATED = re.compile(rb'sameStoryAs(> <| \w|": ?")')  # whatever the format, but not in the context of JSON-LD


def line(name, text, **more):
    return json.dumps({"id": name, "lang": "fr", "text": text, **more}, ensure_ascii=False) + "\n"


def headline(text, words):
    return "\n".join([words, *text.splitlines()[1:]]) + "\n"


def links(quads):
    return {(a.decode(), b.decode()) for a, b in LINK.findall(quads)}


class Stories(ProgramTest):
    def setUp(self):
        super().setUp()
        alep, damas = ARTICLES["alep-rebelles"], ARTICLES["damas-chute"]
        short = "\n".join(alep.splitlines()[:len(alep.splitlines()) * 2 // 3]) + "\n"
        self.papers = [line("agence", alep), line("damas", damas), line("gazette", headline(alep, "Le récit d'une chute")),
                       line("journal", short), line("tribune", headline(damas, "Une page se tourne")),
                       *(line(name, text) for name, text in ARTICLES.items() if name not in ("alep-rebelles", "damas-chute"))]
        self.links = {("gazette", "agence"), ("journal", "agence"), ("tribune", "damas")}
        self.wire = self.file("wire.jsonl", "".join(self.papers))

    def extract(self, name, *arguments, inputs=None):
        process = run("extract", *(inputs or [self.wire]), "--to", name, *arguments)
        self.expect(process, 0)
        return process.stdout

    def test_versions_name_the_first(self):
        self.assertEqual(links(self.extract("nquads")), self.links)
        self.assertEqual(links(self.extract("ntriples")), self.links)

    def test_claims_name_it_too(self):
        found = {(row["doc"], row["sameStoryAs"]) for row in rows(self.extract("claims")) if "sameStoryAs" in row}
        self.assertEqual(found, self.links)

    def test_none(self):
        for name in FORMATS[:5] + ("claims",):
            self.assertIsNone(STATED.search(self.extract(name, "--stories", "none")), name)
            self.assertIsNotNone(STATED.search(self.extract(name)), name)

    def test_parts_and_links_make_the_whole(self):
        """As a cluster does it: each part by itself, and the links once, over all."""
        for name in ("nquads", "ntriples"):
            whole = set(self.extract(name).splitlines())
            union = set(self.extract(name, "--stories", "only").splitlines())
            self.assertEqual(len(union), len(self.links))
            for number, paper in enumerate(self.papers):
                part = self.file(f"parts/{number}/wire.jsonl", paper)
                union |= set(self.extract(name, "--stories", "none", inputs=[part]).replace(str(part).encode(), str(self.wire).encode()).splitlines())
            self.assertEqual(union, whole)

    def test_only_links_in_all_formats_of_rdf(self):
        for name in OF_RDF:
            written = self.file("links." + name, self.extract(name, "--stories", "only"))
            converted = run("convert", written, "--from", name, "--to", "nquads")
            self.expect(converted, 0)
            self.assertEqual(links(converted.stdout), self.links, name)
            self.assertEqual(len(converted.stdout.splitlines()), len(self.links), name)
        for name in ("gexf", "graphml", "claims"):
            self.expect(run("extract", self.wire, "--to", name, "--stories", "only"), 2, f"--stories only: expected a format of RDF, found {name}")

    def edges(self, *arguments):
        return [attributes(edge) for edge in xml.fromstring(self.extract("gexf", *arguments)).iter("{http://gexf.net/1.3}edge")]

    def test_networks_count_both(self):
        edges = self.edges()
        self.assertTrue(all(1 <= edge["stories"] <= edge["documents"] <= edge["claims"] == edge["weight"] for edge in edges))
        alone = {edge["ends"]: edge["documents"] for edge in (attributes(e) for e in self.network(SAMPLES / "articles"))}
        # whatever the papers repeat: as many stories as articles, but of actors that go by the document
        self.assertEqual({edge["ends"]: edge["stories"] for edge in edges if is_of_all(edge["ends"])},
                         {ends: count for ends, count in alone.items() if is_of_all(ends)})
        self.assertTrue(any(edge["documents"] == 3 and edge["stories"] == 1 for edge in edges))

    def network(self, *inputs):
        return xml.fromstring(self.extract("gexf", inputs=inputs)).iter("{http://gexf.net/1.3}edge")

    def test_weights(self):
        for weight in ("claims", "documents", "stories"):
            self.assertTrue(all(edge["weight"] == edge[weight] for edge in self.edges("--edge-weight", weight)))
        self.expect(run("extract", self.wire, "--edge-weight", "friends"), 2, "--edge-weight: expected one of claims, documents, stories, found friends")
        self.expect(run("extract", self.wire, "--stories", "all"), 2, "--stories: expected one of link, none, only, found all")

    def test_converted_networks_count_the_same(self):
        quads = self.file("all.nq", self.extract("nquads"))
        process = run("convert", quads, "--to", "gexf")
        self.expect(process, 0)
        converted = [attributes(edge) for edge in xml.fromstring(process.stdout).iter("{http://gexf.net/1.3}edge")]
        keys = ("ends", "claims", "documents", "stories")
        self.assertEqual([[edge[key] for key in keys] for edge in converted], [[edge[key] for key in keys] for edge in self.edges()])

    def test_any_number_of_jobs_writes_the_same(self):
        for name in FORMATS:
            if name == "csv":
                continue
            self.assertEqual(self.extract(name, "--jobs", "1"), self.extract(name, "--jobs", "3"))

    def test_folders_say_both_numbers(self):
        out = self.folder / "out"
        self.expect(run("extract", self.wire, "--out-dir", out, "--shard-size", "2", "--to", "nquads"), 0)
        manifest = json.loads((out / "manifest.json").read_text("utf-8"))
        self.assertEqual((manifest["documents"], manifest["stories"]), (len(self.papers), len(self.papers) - len(self.links)))
        self.assertEqual([part["stories"] for part in manifest["outputs"][:3]], [2, 0, 1])
        self.assertEqual(links(b"".join(path.read_bytes() for path in out.glob("*.nq"))), self.links)

    def test_summary_says_both_numbers(self):
        process = run("extract", self.wire, self.folder / "none.txt", "--to", "nquads")
        documents = len(self.papers)
        self.expect(process, 1, f"{documents} documents of {documents - len(self.links)} stories, 1 failed")
        process = run("extract", self.wire, "--to", "nquads", "--json-log")
        end = json.loads(process.stderr.decode().splitlines()[-1])
        self.assertEqual((end["documents"], end["stories"]), (documents, documents - len(self.links)))


def is_of_all(ends):
    return "/of/" not in ends[0] + ends[1]


def attributes(edge):
    space = "{http://gexf.net/1.3}"
    values = {value.get("for"): value.get("value") for value in edge.iter(space + "attvalue")}
    numbers = {key: int(float(values[key])) for key in ("claims", "documents", "stories")}
    return {"ends": (edge.get("source"), edge.get("target"), edge.get("kind")), "weight": int(float(edge.get("weight"))), **numbers}


if __name__ == "__main__":
    unittest.main()
