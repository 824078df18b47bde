"""What the program makes of inputs, good and bad."""
import gzip
import hashlib
import json
import os
import pathlib
import random
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import ARTICLE, PROGRAM, ProgramTest, own_memory, rows, run


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

    def test_folder_of_other_spellings(self):
        self.file("in/A.TXT")
        self.file("in/b.txt.gz", gzip.compress(ARTICLE.encode()))
        self.file("in/c.JsonL.GZ", gzip.compress(json.dumps({"id": "w1", "text": ARTICLE}).encode()))
        self.file("in/d.gz", gzip.compress(ARTICLE.encode()))
        process = self.extract(self.folder / "in")
        self.expect(process, 0)
        self.assertEqual(self.documents(process), {"A", "b", "w1"})

    def test_hidden_files_and_loops(self):
        self.file("in/a.txt")
        self.file("in/.hidden.txt")
        self.file("in/.git/b.txt")
        (self.folder / "in/loop").symlink_to(self.folder / "in")
        (self.folder / "in/c.txt").symlink_to(self.folder / "in/a.txt")
        (self.folder / "in/d.txt").symlink_to("nowhere")
        process = self.extract(self.folder / "in")
        self.expect(process, 0)
        self.assertEqual(self.documents(process), {"a", "c"})
        self.expect(self.extract(self.folder / "in/.hidden.txt"), 0)

    def test_patterns(self):
        for name in ("b.txt", "a.txt", "c.jsonl", "[x].txt", "below/d.txt"):
            self.file(f"in/{name}", json.dumps({"id": "c", "text": ARTICLE}) if name.startswith("c") else ARTICLE)
        for pattern, expected in (("[ab].txt", ["a", "b"]), ("?.jsonl", ["c"]), ("[x].txt", ["[x]"]), ("b*", ["d", "b"])):
            with self.subTest(pattern):
                process = self.extract(self.folder / "in" / pattern)
                self.expect(process, 0)
                self.assertEqual(sorted(self.documents(process)), sorted(expected))
        self.expect(self.extract(self.folder / "in/*.pdf"), 1, "/in/*.pdf: cannot be read: No such file")

    def test_list_of_files(self):
        paths = [self.file("a.txt"), self.file("in/b c.txt"), self.file("d\ne.txt")]
        lines = self.file("list", f"{paths[0]}\r\n\n{paths[1].parent}")
        process = self.extract("--files-from", lines)
        self.expect(process, 0)
        self.assertEqual(self.documents(process), {"a", "b c"})
        process = self.extract("--files-from", "-", "--null", input="\0".join(map(str, paths)).encode())
        self.expect(process, 0)
        self.assertEqual(self.documents(process), {"a", "b c", "d\ne"})
        process = self.extract(paths[0], "--files-from", self.file("empty", ""))
        self.expect(process, 0)
        self.expect(self.extract("--files-from", self.folder / "none"), 1, "none: cannot be read: No such file")
        self.expect(self.extract(paths[0], "--null"), 2, "--files-from")

    def test_missing_file(self):
        self.expect(self.extract(self.folder / "none.txt"), 1, "none.txt: cannot be read: No such file")

    def test_folder_without_articles(self):
        self.file("in/readme.md")
        self.expect(self.extract(self.folder / "in"), 1, "/in: expected articles (.txt, .html, .jsonl, .warc) in the folder, found none")

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
        """The same documents, whatever the text is encoded in."""
        text = ARTICLE + "« Le cœur de l’État », a-t-il dit, coûte 5 €.\n"
        plain = self.extract(self.file("utf-8/a.txt", text))
        for encoding in ("utf-8-sig", "utf-16", "utf-32", "windows-1252"):
            with self.subTest(encoding):
                process = self.extract(self.file(f"{encoding}/a.txt", text.encode(encoding)))
                self.expect(process, 0)
                self.assertEqual(process.stdout, plain.stdout)
        for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\0\0\xfe\xff", "utf-32-be")):
            self.assertEqual(self.extract(self.file(f"{encoding}/a.txt", mark + text.encode(encoding))).stdout, plain.stdout)

    def test_latin_1_and_9(self):
        """They differ in œ and the euro, and say nothing of which of them they are."""
        text = "« Le cœur de la Syrie a coûté 5 € à l'armée », a déclaré Vladimir Poutine. " + ARTICLE
        process = self.extract(self.file("a.txt", text.encode("iso-8859-15")))
        self.expect(process, 0)
        self.assertIn("Le cœur de la Syrie a coûté 5 € à l'armée", process.stdout.decode())
        text = "« La moitié (½) de l'armée », a déclaré Vladimir Poutine. " + ARTICLE
        process = self.extract(self.file("a.txt", text.encode("iso-8859-1")))
        self.assertIn("La moitié (½) de l'armée", process.stdout.decode())

    def test_bytes_in_no_encoding(self):
        content = random.Random(4).randbytes(2000).replace(b"\0", b"")
        self.expect(self.extract(self.file("a.txt", content)), 1, "a.txt:1:", "expected text in UTF-8, found the byte")

    def test_lone_surrogates_and_controls_in_json(self):
        lines = [json.dumps({"id": "a", "text": ARTICLE}), '{"id": "x", "text": "Alep \\ud800 Homs"}', '{"id": "y", "text": "Alep \\udc00 Homs"}',
                 '{"id": "z\\ud800\\u0041", "text": "x"}', json.dumps({"id": "b", "text": "\0\1\x1f\x7f " + ARTICLE})]
        process = self.extract(self.file("w.jsonl", "\n".join(lines)))
        self.expect(process, 1, "w.jsonl:2:", "w.jsonl:3:", "w.jsonl:4:", "surrogate")
        self.assertEqual(self.documents(process), {"a", "b"})

    def test_invalid_utf8_in_a_line(self):
        content = b"\n".join([json.dumps({"id": "a", "text": ARTICLE}).encode(), b'{"id": "x", "text": "Al\xe9p"}',
                              b'{"id": "y", "text": "Al\0p"}', json.dumps({"id": "b", "text": ARTICLE}).encode()])
        process = self.extract(self.file("w.jsonl", content))
        self.expect(process, 1, "w.jsonl:2:24: expected text in UTF-8, found the byte 0xE9", "w.jsonl:3: expected text in UTF-8, found a binary file")
        self.assertEqual(self.documents(process), {"a", "b"})

    def test_deep_json(self):
        for opening in ("[", '{"a":'):
            process = self.extract(self.file("w.jsonl", '{"id": "x", "text": ' + opening * 100_000 + "\n" + json.dumps({"id": "a", "text": ARTICLE})))
            self.expect(process, 1, "w.jsonl:1:")
            self.assertEqual(self.documents(process), {"a"})

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_file_that_may_not_be_read(self):
        path = self.file("a.txt")
        path.chmod(0)
        self.expect(self.extract(path), 1, "a.txt: cannot be read: Permission denied")

    def test_file_that_cannot_be_read(self):
        self.expect(self.extract("/proc/self/mem"), 1, "/proc/self/mem: cannot be read: Input/output error")

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

    def test_other_languages_are_passed_over(self):
        def wire(*languages):
            return "".join(json.dumps({"id": f"d{n}", "lang": tag, "text": ARTICLE}) + "\n" for n, tag in enumerate(languages))

        mixed = self.file("mixed.jsonl", wire("en", "fr", "ja", "fr-CA"))
        process = self.extract(mixed)
        self.expect(process, 0, "2 documents, 2 in other languages\n")
        self.assertEqual({row["doc"] for row in rows(process.stdout)}, {"d1", "d3"})
        process = self.extract(mixed, "--json-log")
        end = json.loads(process.stderr.decode().splitlines()[-1])
        self.assertEqual((end["documents"], end["otherLanguages"], end["failures"]), (2, 2, 0))
        self.expect(self.extract(self.file("others.jsonl", wire("en", "ja", "ja"))), 1,
                    "others.jsonl:1: expected a text in the language fr, found en in the document d0 (and 2 more in other languages)\n",
                    "0 documents, 3 in other languages, 1 failed")
        out = self.folder / "out"
        self.expect(run("extract", mixed, "--out-dir", out), 0, "2 in other languages")
        manifest = json.loads((out / "manifest.json").read_text("utf-8"))
        self.assertEqual((manifest["documents"], manifest["otherLanguages"], manifest["failures"], manifest["inputs"][0]["otherLanguages"]), (2, 2, 0, 2))

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


def records(*names):
    return "".join(json.dumps({"id": name, "text": ARTICLE}) + "\n" for name in names).encode()


def noise(size):
    """Bytes that do not compress, always the same."""
    return random.Random(1).randbytes(size)


class Compressed(ProgramTest):
    def extract(self, *inputs, **options):
        return run("extract", *inputs, "--to", "claims", **options)

    def documents(self, process):
        return {row["doc"] for row in rows(process.stdout)}

    def zstd(self, *contents):
        """A frame for each of the contents."""
        return b"".join(subprocess.run(["zstd", "-c"], input=content, capture_output=True, check=True).stdout for content in contents)

    def test_same_as_what_was_compressed(self):
        plain = self.extract(self.file("plain/a.txt"))
        for name, content in (("gz/a.txt.gz", gzip.compress(ARTICLE.encode())), ("zst/a.txt.zst", self.zstd(ARTICLE.encode())),
                              ("named/a.txt", gzip.compress(ARTICLE.encode())), ("plain2/a.txt.gz", ARTICLE)):
            with self.subTest(name):
                process = self.extract(self.file(name, content))
                self.expect(process, 0)
                self.assertEqual(process.stdout, plain.stdout)

    def test_digest_of_what_was_compressed(self):
        process = run("extract", self.file("a.txt.gz", gzip.compress(ARTICLE.encode())), "--to", "nquads")
        self.assertIn(hashlib.sha256(ARTICLE.encode()).hexdigest(), process.stdout.decode())

    def test_several_members_and_frames(self):
        parts = [records("a"), records("b")[:40], records("b")[40:] + records("c"), b"", records("d")]
        for name, content in (("w.jsonl.gz", b"".join(gzip.compress(part) for part in parts) + bytes(600)),
                              ("w.jsonl.zst", self.zstd(*parts))):
            with self.subTest(name):
                process = self.extract(self.file(name, content))
                self.expect(process, 0)
                self.assertEqual(self.documents(process), {"a", "b", "c", "d"})

    def test_standard_input(self):
        for content in (gzip.compress(records("a")), self.zstd(records("a"))):
            process = self.extract("-", input=content)
            self.expect(process, 0)
            self.assertEqual(self.documents(process), {"a"})

    def test_cut_short(self):
        filler = json.dumps({"id": "filler", "text": "x", "noise": noise(300_000).hex()}).encode() + b"\n"
        content = records("a") + filler + records("b")
        for name, packed, kind in (("w.jsonl.gz", gzip.compress(content), "gzip"), ("w.jsonl.zst", self.zstd(content), "Zstandard")):
            with self.subTest(name):
                process = self.extract(self.file(name, packed[:-100_000]))
                self.expect(process, 1, f"{name}:2: expected more {kind} data, found the end at byte {len(packed) - 100_000}")
                self.assertEqual(self.documents(process), {"a"})
        process = self.extract(self.file("a.txt.gz", gzip.compress(ARTICLE.encode())[:-9]))
        self.expect(process, 1, "a.txt.gz: expected more gzip data, found the end at byte ")
        self.assertEqual(process.stdout, b"")

    def test_damaged(self):
        filler = json.dumps({"id": "filler", "text": "x", "noise": noise(300_000).hex()}).encode() + b"\n"
        content = records("a") + filler + records("b")
        for name, packed in (("w.jsonl.gz", gzip.compress(content)), ("w.jsonl.zst", self.zstd(content))):
            with self.subTest(name):
                packed = packed[:-1000] + noise(500) + packed[-500:]
                process = self.extract(self.file(name, packed))
                self.expect(process, 1, "found damage at byte")
                self.assertRegex(process.stderr.decode(), rf"{name}:\d+: expected \w+ data, found damage at byte \d+: ")
                self.assertIn("a", self.documents(process))

    def test_wrong_checksum(self):
        packed = bytearray(gzip.compress(ARTICLE.encode()))
        packed[-8] ^= 1
        self.expect(self.extract(self.file("a.txt.gz", bytes(packed))), 1, "a.txt.gz: expected gzip data, found damage at byte ",
                    "incorrect data check")

    def test_something_else_behind(self):
        packed = gzip.compress(records("a"))
        process = self.extract(self.file("w.jsonl.gz", packed + b"more"))
        self.expect(process, 1, f"w.jsonl.gz:2: expected gzip data, found damage at byte {len(packed)}: no member begins there")
        self.assertEqual(self.documents(process), {"a"})

    def test_compressed_twice(self):
        packed = gzip.compress(gzip.compress(ARTICLE.encode()))
        self.expect(self.extract(self.file("a.txt.gz.gz", packed)), 1, "found a binary file: a file compressed with gzip")

    @own_memory
    def test_bomb(self):
        """What unpacks to more than a document may have is not unpacked further than that, or not kept."""
        letters = gzip.compress(b"x" * (1 << 26))
        for name, message in (("a.txt.gz", "a.txt.gz: expected a document of at most 10485760 bytes"),
                              ("w.jsonl.gz", "w.jsonl.gz:1: expected a document of at most 10485760 bytes")):
            with self.subTest(name):
                self.expect(self.extract(self.file(name, letters * 16)), 1, message)
                self.assertLess(peak_kilobytes(self.folder / name), 200_000)

    def test_empty(self):
        self.expect(self.extract(self.file("a.txt.gz", gzip.compress(b""))), 1, "a.txt.gz: expected text, found an empty file")
        self.expect(self.extract(self.file("b.txt.zst", self.zstd(b""))), 1, "b.txt.zst: expected text, found an empty file")


def peak_kilobytes(*inputs):
    """Of memory, while the inputs are read."""
    script = "import resource, subprocess, sys\nsubprocess.run(sys.argv[1:], capture_output=True)\n" \
             "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    found = subprocess.run([sys.executable, "-c", script, PROGRAM, "extract", *inputs, "--to", "nquads"], capture_output=True, check=True)
    return int(found.stdout)


if __name__ == "__main__":
    unittest.main()
