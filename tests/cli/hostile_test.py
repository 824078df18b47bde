"""Names and texts that mean harm: nothing breaks out of a literal, an IRI, XML, JSON or a message, or leads out of a folder."""
import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import ARTICLE, ProgramTest, own_memory, rows, run

BREAKOUTS = ['"> <x> "', "' onload='x", '\\" . <a:a> <a:b> <a:c> . #', "a\nb\r\tc", "]]>", "<!--", "</script>&amp;&#0;&x;", "\u202etxt.exe\u202c", "\u2028\u2029\u0085",
             "\x01\x1b[31m\x7f", "../../etc/passwd", "/", "..", "%00%2e%2e%2f", "{}[]@context", "=cmd|'/c calc'!A1", "\ufffe\uffff\U0001ffff", "\u0000"]
# A sentence that never ends: its beginning, what is in it again and again, and its end.
ENDLESS = (("L'armée", " de l'armée", " de la Russie a attaqué Alep."), ("Les rebelles", " qui attaquent les soldats", " ont attaqué Alep."),
           ("Le raid", " imputé à l'armée responsable du raid", " a visé Alep."), ("La Russie est l'un ", "des alliés qui sont l'un ", "des alliés de la Syrie."),
           ("La Russie a promis ", "de promettre ", "d'attaquer la Syrie."), ("La Russie", ", la Syrie", " attaquent Alep."),
           ("Goma", ", chef-lieu de la province", ", a été attaquée."), ("« ", "« ", "oui » »"), ("Il a dit : ", "« oui », a dit Paul Durand, ", "."))
RDF = ("turtle", "trig", "ntriples", "nquads", "jsonld")


class Hostile(ProgramTest):
    def setUp(self):
        super().setUp()
        lines = []
        for number, text in enumerate(BREAKOUTS):
            article = f"Le général {text} Dupont soutient la Syrie. « Nous vaincrons {text} demain », a déclaré Paul {text} Durand. {ARTICLE}"
            fields = {"id": f"{text}{number}", "text": article, "title": text, "publisher": text, "url": f"https://x.example/{text}?{text}#{text}"}
            lines.append(json.dumps(fields) + "\n")
        self.wire = self.file("in/wire.jsonl", "".join(lines))

    def extracted(self, form):
        process = run("extract", self.wire, "--to", form)
        self.assertEqual(process.returncode, 0, process.stderr)
        return process.stdout

    def test_rdf(self):
        """Each format reads back without a mistake, and says the same."""
        found = {}
        for form in RDF:
            process = run("convert", "-", "--from", form, "--to", "ntriples", "--unique", input=self.extracted(form))
            self.assertEqual(process.returncode, 0, process.stderr)
            found[form] = set(process.stdout.splitlines())
            self.assertEqual(found[form], found[RDF[0]], form)
        iri = r'<[a-z][a-z0-9+.-]*:[^\s<>"{}|^`\\\x00-\x20\u202a-\u202e]*>'
        for line in found["ntriples"]:
            self.assertRegex(line.decode(), rf'^{iri} {iri} ({iri}|"(\\.|[^"\\\n\r])*"(@[a-z-]+|\^\^{iri})?) \.$')
        self.assertFalse([line for line in found["ntriples"] if line.startswith(b"<a:a>")])

    def test_xml(self):
        for form in ("gexf", "graphml"):
            tree = xml.etree.ElementTree.fromstring(self.extracted(form))
            self.assertFalse([element.tag for element in tree.iter() if element.tag.rsplit("}", 1)[-1] in ("x", "script")])

    def test_json_and_csv(self):
        self.assertEqual(len({row["doc"] for row in rows(self.extracted("claims"))}), len(BREAKOUTS))
        self.expect(run("extract", self.wire, "-o", self.folder / "out.csv"), 0)
        for name in ("out.nodes.csv", "out.edges.csv"):
            table = list(csv.reader(io.StringIO((self.folder / name).read_text("utf-8"), newline="")))
            self.assertEqual({len(row) for row in table}, {len(table[0])})

    def test_outputs_stay_in_their_folder(self):
        inputs = []
        for number, text in enumerate(BREAKOUTS):
            name = text.replace("/", "").replace("\0", "") or "none"
            inputs.append(self.file(f"in/{number}/{name}.txt"))
        self.assertIn(run("extract", *inputs, "--to", "nquads", "--out-dir", self.folder / "out").returncode, (0, 1))
        self.assertEqual({path.name for path in self.folder.iterdir()}, {"in", "out"})
        for path in (self.folder / "out").rglob("*"):
            self.assertTrue(path.is_file())
            self.assertRegex(path.name, r"^[\w%~=@+, -][\w%~=@+,. -]*$")

    def test_messages_stay_on_their_line(self):
        """A terminal obeys no file name."""
        for name in ("a\nentente: all done", "a\x1b[2Jb", "\u202egpj.exe", "\x9b31m", "l\u2028m"):
            with self.subTest(name):
                missing = self.folder / f"{name}.txt"
                process = run("extract", missing, "--to", "claims")
                self.expect(process, 1, "cannot be read")
                self.assertRegex(process.stderr.decode(), r"^entente: [^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]*\n\Z")
                self.assertRegex(process.stderr.decode(), r"a\\nentente|\\u\{[0-9A-F]+\}")
        raw = os.fsdecode(bytes(self.folder) + b"/\xff\x9b.txt")
        self.expect(run("extract", raw, "--to", "claims"), 1, "/\\xFF\\x9B.txt: cannot be read")

    def test_links(self):
        """A folder is listed with the files that links in it name, and never followed to another folder."""
        self.file("outside/secret.txt")
        self.file("in/below/b.txt")
        os.remove(self.wire)
        (self.folder / "in/away").symlink_to(self.folder / "outside")
        (self.folder / "in/below/up").symlink_to(self.folder / "in")
        (self.folder / "in/itself.txt").symlink_to("itself.txt")
        process = run("extract", self.folder / "in", "--to", "claims")
        self.expect(process, 0)
        self.assertEqual({row["doc"] for row in rows(process.stdout)}, {"b"})
        self.expect(run("extract", self.folder / "in/itself.txt", "--to", "claims"), 1, "cannot be read: Too many levels of symbolic links")

    def test_sentences_without_end(self):
        texts = [begin + 3000 * middle + end for begin, middle, end in ENDLESS]
        wire = self.file("endless.jsonl", "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts)))
        self.expect(run("extract", "--quiet", wire, "--to", "claims"), 0)

    @own_memory
    def test_names_of_many_files(self):
        """A list of very many names takes little more than the names."""
        names = self.folder / "names"
        names.write_text("".join(f"{self.folder}/none/{number:07}.txt\n" for number in range(200_000)))
        process = run("extract", "--files-from", names, "--to", "claims", "--quiet", stderr=subprocess.DEVNULL, preexec_fn=limit_memory)
        self.assertEqual(process.returncode, 1)


def limit_memory():
    import resource
    resource.setrlimit(resource.RLIMIT_DATA, (400_000_000, 400_000_000))


if __name__ == "__main__":
    unittest.main()
