"""Where results go: files that appear whole or not at all, devices, pipes."""
import os
import pathlib
import signal
import stat
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import ARTICLE, PROGRAM, ProgramTest, run


class Outputs(ProgramTest):
    def test_turtle_by_default(self):
        process = run("extract", self.file("a.txt"))
        self.expect(process, 0)
        self.assertIn(b"@prefix ent:", process.stdout)

    def test_format_by_extension(self):
        for extension, head in (("ttl", b"@prefix"), ("jsonld", b"{"), ("gexf", b"<?xml"), ("nt", b"<"), ("jsonl", b"{\"type\"")):
            with self.subTest(extension):
                out = self.folder / ("out." + extension)
                self.expect(run("extract", self.file("a.txt"), "-o", out), 0)
                self.assertTrue(out.read_bytes().startswith(head), out.read_bytes()[:40])

    def test_several_formats(self):
        self.expect(run("extract", self.file("a.txt"), "-o", self.folder / "out", "--to", "turtle", "--to", "JSONLD", "--to", "claims"), 0)
        self.assertEqual(self.files(), ["a.txt", "out.claims.jsonl", "out.jsonld", "out.ttl"])

    def test_csv_is_two_files(self):
        article = self.file("a.txt")
        for arguments in (("-o", self.folder / "out.csv"), ("-o", self.folder / "out", "--to", "csv"),
                          ("-o", self.folder / "out", "--to", "csv", "--to", "gexf")):
            with self.subTest(arguments):
                self.expect(run("extract", article, *arguments), 0)
                self.assertTrue((self.folder / "out.nodes.csv").read_text("utf-8").startswith("Id,Label,"))
                self.assertTrue((self.folder / "out.edges.csv").read_text("utf-8").startswith("Source,Target,Type,Kind,"))
                (self.folder / "out.nodes.csv").unlink()
                (self.folder / "out.edges.csv").unlink()
        self.assertEqual(self.files(), ["a.txt", "out.gexf"])

    def test_csv_appears_whole_or_not_at_all(self):
        (self.folder / "out.edges.csv").mkdir()
        self.expect(run("extract", self.file("a.txt"), "-o", self.folder / "out.csv"), 1, "out.edges.csv: cannot be written")
        self.assertEqual(self.files(), ["a.txt", "out.edges.csv"])

    def test_permissions_follow_the_mask(self):
        out = self.folder / "out.ttl"
        self.expect(run("extract", self.file("a.txt"), "-o", out, umask=0o027), 0)
        self.assertEqual(stat.S_IMODE(out.stat().st_mode), 0o640)

    def test_link_stays(self):
        real = self.file("real.ttl", "old")
        link = self.folder / "link.ttl"
        link.symlink_to(real)
        self.expect(run("extract", self.file("a.txt"), "-o", link), 0)
        self.assertTrue(link.is_symlink())
        self.assertIn("@prefix", real.read_text("utf-8"))

    def test_link_to_a_file_that_is_not_there_yet(self):
        (self.folder / "below").mkdir()
        link = self.folder / "link.ttl"
        link.symlink_to("below/second.ttl")
        (self.folder / "below/second.ttl").symlink_to("third.ttl")
        self.expect(run("extract", self.file("a.txt"), "-o", link), 0)
        self.assertTrue(link.is_symlink())
        self.assertIn("@prefix", (self.folder / "below/third.ttl").read_text("utf-8"))

    def test_folder_that_is_not_there(self):
        out = self.folder / "none/out.ttl"
        self.expect(run("extract", self.file("a.txt"), "-o", out), 1, f"{out}: cannot be written: No such file or directory")
        self.assertEqual(self.files(), ["a.txt"])

    def test_folder_as_output(self):
        self.expect(run("extract", self.file("a.txt"), "-o", self.folder, "--to", "turtle"), 1, "cannot be written: Is a directory")

    def test_unwritable_output_is_told_before_the_work(self):
        process = run("extract", self.folder / "none.txt", "-o", "/none/out.ttl")
        self.expect(process, 1, "/none/out.ttl: cannot be written")
        self.assertNotIn(b"none.txt", process.stderr)

    def test_one_of_several_outputs_cannot_be_written(self):
        (self.folder / "out.gexf").mkdir()
        self.expect(run("extract", self.file("a.txt"), "-o", self.folder / "out", "--to", "turtle", "--to", "gexf"), 1, "out.gexf: cannot be written")
        self.assertEqual(self.files(), ["a.txt", "out.gexf"])

    def test_full_disk(self):
        article = self.file("a.txt")
        for name in ("turtle", "jsonld", "gexf", "graphml", "nquads", "claims"):
            with self.subTest(name):
                self.expect(run("extract", article, "-o", "/dev/full", "--to", name), 1, "/dev/full: cannot be written: No space left on device")
        with open("/dev/full", "wb") as full:
            for arguments in (("extract", article), ("explain", article), ("check", self.file("empty.ttl", ""))):
                self.expect(run(*arguments, stdout=full), 1, "standard output: cannot be written: No space left on device")

    def test_standard_output_by_name(self):
        process = run("extract", self.file("a.txt"), "-o", "/dev/stdout")
        self.expect(process, 0)
        self.assertIn(b"@prefix ent:", process.stdout)
        out = self.folder / "redirected.ttl"
        with out.open("wb") as file:
            self.expect(run("extract", self.file("a.txt"), "-o", "/dev/stdout", stdout=file), 0)
        self.assertEqual(out.read_bytes(), process.stdout)

    def test_closed_pipe(self):
        paths = [self.file(f"{n}.txt", ARTICLE * 200) for n in range(20)]
        process = subprocess.Popen([PROGRAM, "extract", *paths, "--to", "nquads"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.read(10)
        process.stdout.close()
        errors = process.stderr.read()
        process.stderr.close()
        self.assertEqual((process.wait(timeout=60), errors), (0, b""))

    def test_old_file_stays_when_a_run_fails(self):
        out = self.file("out.ttl", "old")
        broken = self.file("broken.ttl", "this is no Turtle")
        self.expect(run("extract", self.file("a.txt"), "-o", out, "--ontology", broken), 1, "broken.ttl:1:")
        self.assertEqual(out.read_text("utf-8"), "old")
        self.assertEqual(self.files(), ["a.txt", "broken.ttl", "out.ttl"])

    def test_nothing_is_left_when_a_signal_ends_the_run(self):
        fifo = self.folder / "slow.txt"
        os.mkfifo(fifo)
        process = subprocess.Popen([PROGRAM, "extract", fifo, "-o", self.folder / "out.ttl"], stderr=subprocess.DEVNULL)
        for _ in range(600):
            if any(name.startswith(".out.ttl") for name in self.files()):
                break
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=60), 128 + signal.SIGTERM)
        self.assertEqual(self.files(), ["slow.txt"])

    def test_failed_inputs_do_not_keep_the_rest_from_being_written(self):
        out = self.folder / "out.ttl"
        self.expect(run("extract", self.file("a.txt"), self.folder / "none.txt", "-o", out), 1, "none.txt: cannot be read")
        self.assertIn("@prefix", out.read_text("utf-8"))


if __name__ == "__main__":
    unittest.main()
