"""What the program does when the system fails: reads and writes that move little, or fail, and memory that ends."""
import gzip
import json
import os
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import ARTICLE, SANITIZED, ProgramTest, rows, run, skip

FAULTS = os.environ.get("ENTENTE_FAULTS")
QUADS = "".join(f"<http://x.example/s{n}> <http://x.example/p> \"été {n}\"@fr .\n" for n in range(2000))


def record(number):
    return json.dumps({"id": f"n{number}", "text": ARTICLE}) + "\n"


class Faults(ProgramTest):
    def faulty(self, fault, file, *arguments, after=0, **options):
        """Runs the program with something wrong with the files whose path holds `file`."""
        loader = ":".join(filter(None, (os.environ.get("LD_PRELOAD"), FAULTS)))
        environment = {**os.environ, "LD_PRELOAD": loader, "ENTENTE_FAULT": fault, "ENTENTE_FAULT_FILE": str(file), "ENTENTE_FAULT_AFTER": str(after)}
        return run(*arguments, env=environment, **options)

    def inputs(self):
        return [self.file("in/a.txt"), self.file("in/b.txt.gz", gzip.compress(ARTICLE.encode())), self.file("in/wire.jsonl", record(1) + record(2))]

    def test_short_reads_and_writes(self):
        inputs = self.inputs()
        expected = run("extract", *inputs, "--to", "nquads").stdout
        for jobs in (1, 2):
            self.expect(self.faulty("short", self.folder, "extract", *inputs, "--jobs", jobs, "-o", self.folder / "out.nq"), 0)
            self.assertEqual((self.folder / "out.nq").read_bytes(), expected)
        self.expect(self.faulty("short", self.folder, "extract", *inputs, "--to", "nquads", "--out-dir", self.folder / "parts", "--shard-size", "2"), 0)
        source = self.file("in.nt", QUADS)
        self.expect(self.faulty("short", self.folder, "convert", source, "-o", self.folder / "out.ttl"), 0)
        self.expect(run("convert", source, "-o", self.folder / "whole.ttl"), 0)
        self.assertEqual((self.folder / "out.ttl").read_bytes(), (self.folder / "whole.ttl").read_bytes())

    def test_an_input_that_cannot_be_read_to_its_end(self):
        inputs = self.inputs()
        for name, documents in (("a.txt", {"b", "n1", "n2"}), ("b.txt.gz", {"a", "n1", "n2"}), ("wire.jsonl", {"a", "b"})):
            with self.subTest(name):
                process = self.faulty("eio", name, "extract", *inputs, "--to", "claims")
                self.expect(process, 1, f"{name}: cannot be read: Input/output error" if name != "wire.jsonl" else "cannot be read: Input/output error")
                self.assertEqual({row["doc"] for row in rows(process.stdout)}, documents)
        source, output = self.file("in.nt", QUADS), self.folder / "out.nq"
        self.expect(self.faulty("eio", source, "convert", source, "-o", output, after=1000), 1, "in.nt: cannot be read: Input/output error")
        self.assertFalse(output.exists())

    def test_an_input_that_is_cut_while_it_is_read(self):
        inputs = [self.file("in/a.txt", ARTICLE * 20_000), self.file("in/b.txt")]
        process = self.faulty("end", "a.txt", "extract", *inputs, "--to", "claims", after=300_000)
        self.expect(process, 1, "a.txt: cannot be read: it became shorter meanwhile")
        self.assertEqual({row["doc"] for row in rows(process.stdout)}, {"b"})

    def test_an_output_that_cannot_be_written(self):
        """What stood there stays, and nothing is left beside it."""
        inputs, source = self.inputs(), self.file("in.nt", QUADS * 10)
        for fault, reason in (("eio", "Input/output error"), ("full", "No space left on device"), ("fsync", "Input/output error")):
            for command, after in ((("extract", *inputs), 0), (("convert", source), 0), (("convert", source), 300_000)):
                with self.subTest(fault=fault, command=command[0], after=after):
                    output = self.file("out/out.nq", "old")
                    process = self.faulty(fault, "/out/", *command, "-o", output, after=after)
                    self.expect(process, 1, f"out.nq: cannot be written: {reason}")
                    self.assertEqual([path.name for path in output.parent.iterdir()], ["out.nq"])
                    self.assertEqual(output.read_text(), "old")

    def test_a_run_into_a_folder_goes_on_after_a_failure(self):
        wire = self.file("in/wire.jsonl", "".join(map(record, range(40))))
        options = ("extract", wire, "--to", "nquads", "--shard-size", "7")
        self.expect(run(*options, "--out-dir", self.folder / "whole"), 0)
        expected = {path.name: path.read_bytes() for path in (self.folder / "whole").iterdir() if path.name != "manifest.json"}
        for fault, after in (("eio", 0), ("eio", 60_000), ("full", 20_000), ("fsync", 0)):
            with self.subTest(fault=fault, after=after):
                out = self.folder / f"out-{fault}-{after}"
                process = self.faulty(fault, out, *options, "--out-dir", out, after=after)
                self.expect(process, 1, "written: ")
                again = run(*options, "--out-dir", out, *(["--resume"] if any(out.iterdir()) else []))
                self.assertEqual(again.returncode, 0, again.stderr)
                self.assertEqual({path.name: path.read_bytes() for path in out.iterdir() if path.name != "manifest.json"}, expected)

    def test_memory_that_ends(self):
        """Wherever it ends: the whole output, or a message and none. With two workers, the failure is in any thread."""
        inputs, output = self.inputs(), self.folder / "out/out.nq"
        output.parent.mkdir()
        self.expect(run("extract", *inputs, "-o", output), 0)
        whole = output.read_bytes()
        has_failed = has_ended = False
        for step in range(24):
            allocations = int(500 * 1.3**step)
            for jobs in (1, 2):
                output.unlink(missing_ok=True)
                process = self.faulty("memory", "", "extract", *inputs, "--jobs", jobs, "-o", output, after=allocations)
                with self.subTest(allocations=allocations, jobs=jobs):
                    if process.returncode == 0:
                        self.assertEqual(output.read_bytes(), whole)
                        has_ended = True
                    else:
                        self.expect(process, 1, "entente: ")
                        self.assertEqual(list(output.parent.iterdir()), [])
                        has_failed = True
        self.assertTrue(has_failed and has_ended)

    def test_memory_that_ends_in_a_conversion(self):
        source, output = self.file("in.nt", QUADS), self.folder / "out/out.ttl"
        output.parent.mkdir()
        self.expect(run("convert", source, "-o", output), 0)
        whole = output.read_bytes()
        for allocations in (500, 700, 900, 1100, 1500, 2000, 4000, 8000):
            output.unlink(missing_ok=True)
            process = self.faulty("memory", "", "convert", source, "-o", output, after=allocations)
            with self.subTest(allocations=allocations):
                if process.returncode != 0:
                    self.expect(process, 1, "entente: ")
                self.assertEqual([path.read_bytes() for path in output.parent.iterdir()], [whole] if process.returncode == 0 else [])


if __name__ == "__main__":
    if SANITIZED:
        skip("faults_test", "a sanitizer wants to be the first library before the program")
    if FAULTS is None:
        skip("faults_test", "ENTENTE_FAULTS names no library to put before the program")
    unittest.main()
