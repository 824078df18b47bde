"""What the program makes of inputs, good and bad."""
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import ARTICLE, ProgramTest, rows, run


class Inputs(ProgramTest):
    def extract(self, *inputs, **options):
        return run("extract", *inputs, "--to", "claims", **options)

    def documents(self, process):
        return {row["doc"] for row in rows(process.stdout)}

    def test_text(self):
        process = self.extract(self.file("one.txt"))
        self.expect(process, 0)
        self.assertEqual(self.documents(process), {"one"})

    def test_standard_input(self):
        process = self.extract("-", input=ARTICLE.encode())
        self.expect(process, 0)
        self.assertEqual(self.documents(process), {"stdin"})

    def test_json_lines_on_standard_input(self):
        process = self.extract("-", input=(json.dumps({"id": "a1", "text": ARTICLE}) + "\n").encode())
        self.expect(process, 0)
        self.assertEqual(self.documents(process), {"a1"})

    def test_folder(self):
        self.file("in/b.txt")
        self.file("in/below/a.txt")
        self.file("in/wire.jsonl", json.dumps({"id": "w1", "text": ARTICLE}))
        self.file("in/readme.md", "La France soutient la Belgique.")
        process = self.extract(self.folder / "in")
        self.expect(process, 0)
        self.assertEqual(self.documents(process), {"a", "b", "w1"})

    def test_hidden_things_in_a_folder_are_left_alone(self):
        self.file("in/a.txt")
        self.file("in/.b.txt")
        self.file("in/.git/c.txt")
        process = self.extract(self.folder / "in")
        self.expect(process, 0)
        self.assertEqual(self.documents(process), {"a"})
        self.expect(self.extract(self.folder / "in/.b.txt"), 0)

    def test_a_device_that_fails(self):
        self.expect(self.extract("/proc/self/mem"), 1, "/proc/self/mem: cannot be read: Input/output error")

    def test_missing_file(self):
        self.expect(self.extract(self.folder / "none.txt"), 1, "none.txt: cannot be read: No such file")

    def test_folder_without_articles(self):
        self.file("in/readme.md")
        self.expect(self.extract(self.folder / "in"), 1, "/in: expected articles (.txt, .jsonl) in the folder, found none")

    def test_empty_file(self):
        for content in ("", "\n \n", "\ufeff"):
            with self.subTest(content):
                self.expect(self.extract(self.file("e.txt", content)), 1, "e.txt: expected text, found an empty file")
        self.expect(self.extract(self.file("e.jsonl", "")), 1, "e.jsonl: expected text, found an empty file")
        self.expect(self.extract("-", input=b""), 1, "standard input: expected text, found an empty file")

    def test_invalid_utf8(self):
        path = self.file("latin.txt", "Première ligne.\nL'arm".encode() + "é".encode() + b"e \xe9\n")
        self.expect(self.extract(path), 1, "latin.txt:2:9: expected text in UTF-8, found the byte 0xE9")

    def test_truncated_utf8(self):
        self.expect(self.extract(self.file("cut.txt", b"Alep \xc3")), 1, "cut.txt:1:6: expected text in UTF-8, found the byte 0xC3")

    def test_image_named_text(self):
        path = self.file("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
        self.expect(self.extract(path), 1, "photo.txt: expected text in UTF-8, found a binary file: a PNG image")

    def test_nul_bytes(self):
        self.expect(self.extract(self.file("nul.txt", b"Alep\0Homs")), 1, "found a binary file (it has NUL bytes)")

    def test_other_encodings(self):
        self.expect(self.extract(self.file("wide.txt", ARTICLE.encode("utf-16"))), 1, "text in UTF-16")

    def test_bad_file_between_good_ones(self):
        paths = [self.file("a.txt"), self.file("b.txt", b"\xff"), self.file("c.txt")]
        process = self.extract(*paths)
        self.expect(process, 1, "b.txt:1:1: expected text in UTF-8, found the byte 0xFF")
        self.assertEqual(self.documents(process), {"a", "c"})

    def test_bad_records_between_good_ones(self):
        good = [json.dumps({"id": name, "text": ARTICLE}) for name in "abc"]
        lines = [good[0], "{\"id\": \"x\", }", good[1], json.dumps({"id": "y"}), "[1]", json.dumps({"id": "z", "text": 3}),
                 json.dumps({"id": "d", "text": ARTICLE, "date": "hier"}), good[2]]
        process = self.extract(self.file("wire.jsonl", "\n".join(lines)))
        self.expect(process, 1, "wire.jsonl:2:13: expected a JSON object on one line", "wire.jsonl:4: expected a string in \"text\", found none",
                    "wire.jsonl:5:1: expected a JSON object, found array", "wire.jsonl:6: expected a string in \"text\", found number",
                    "wire.jsonl:7: expected an ISO 8601 date in \"date\", found \"hier\"")
        self.assertEqual(self.documents(process), {"a", "b", "c"})

    def test_another_language(self):
        record = json.dumps({"id": "x", "lang": "ja", "text": "x y z"})
        self.expect(self.extract(self.file("ja.jsonl", record)), 1, "expected a text in the language fr, found ja in the document x")

    def test_byte_order_mark_line_ends_and_composition(self):
        """Offsets count code points of the text in Form C, without the mark, line ends as they are."""
        text = "Titre\r\n\r\nLe régime a attaqué Alep.\r\n"
        decomposed = text.replace("é", "e\u0301")
        found = []
        for name, content in (("plain.txt", text), ("marked.txt", "\ufeff" + text), ("decomposed.txt", decomposed)):
            process = self.extract(self.file(name, content))
            self.expect(process, 0)
            for row in rows(process.stdout):
                if row["type"] == "claim":
                    self.assertEqual(text[row["begin"]:row["end"]], row["evidence"])
            found.append([(r["begin"], r["end"]) for r in rows(process.stdout)])
        self.assertTrue(found[0])
        self.assertEqual(found[0], found[1])
        self.assertEqual(found[0], found[2])


if __name__ == "__main__":
    unittest.main()
