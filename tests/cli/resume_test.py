"""Outputs in a folder, part by part; and runs that are killed and go on."""
import json
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from news import record, write_records
from program import ARTICLE, PROGRAM, ProgramTest, run

FORMATS = ("--to", "nquads", "--to", "turtle", "--to", "jsonld", "--to", "csv", "--to", "claims")


def content(folder):
    """All that is in a folder and below, hidden things too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Folder(ProgramTest):
    def setUp(self):
        super().setUp()
        self.out = self.folder / "out"

    def inputs(self, *counts):
        made, first = [], 0
        for place, count in enumerate(counts or (60, 60, 60)):
            made.append(write_records(self.folder / f"wire{place}.jsonl", range(first, first + count)))
            first += count
        return made

    def extract(self, inputs, *arguments, out=None, **options):
        return run("extract", *inputs, "--out-dir", out or self.out, *arguments, **options)

    def manifest(self):
        return json.loads((self.out / "manifest.json").read_text("utf-8"))


class Parts(Folder):
    def test_an_output_for_each_input(self):
        inputs = [*self.inputs(3, 4), self.file("texts/un article.txt")]
        self.expect(self.extract(inputs, "--to", "nquads", "--to", "csv"), 0)
        expected = ["manifest.json"] + [f"{stem}.{end}" for stem in ("un article", "wire0", "wire1") for end in ("edges.csv", "nodes.csv", "nq")]
        self.assertEqual(sorted(content(self.out)), sorted(expected))
        for path in inputs:
            alone = run("extract", path, "--to", "nquads").stdout
            self.assertEqual((self.out / f"{path.stem}.nq").read_bytes(), alone)

    def test_turtle_where_nothing_else_is_asked_for(self):
        self.expect(self.extract([self.file("a.txt")]), 0)
        self.assertEqual(sorted(content(self.out)), ["a.ttl", "manifest.json"])

    def test_shards_by_number(self):
        inputs = self.inputs(7, 8)
        self.expect(self.extract(inputs, "--to", "nquads", "--to", "jsonld", "--shard-size", "4"), 0)
        self.assertEqual(sorted(path.name for path in self.out.glob("*.nq")), [f"part-0000{n}.nq" for n in (1, 2, 3, 4)])
        self.assertEqual([part["documents"] for part in self.manifest()["outputs"]], [4, 4, 4, 3])
        whole = run("extract", *inputs, "--to", "nquads").stdout
        self.assertEqual(b"".join((self.out / f"part-0000{n}.nq").read_bytes() for n in (1, 2, 3, 4)), whole)
        for path in self.out.glob("*.jsonld"):
            self.assertTrue(json.loads(path.read_text("utf-8"))["@graph"])

    def test_shards_by_size(self):
        self.expect(self.extract(self.inputs(20), "--to", "turtle", "--shard-size", "3K"), 0)
        self.assertGreater(len(list(self.out.glob("part-*.ttl"))), 2)

    def test_any_number_of_jobs_writes_the_same(self):
        inputs = [*self.inputs(), self.file("broken.txt", b"\xff"), self.folder / "none.txt"]
        outs = [self.folder / f"jobs{jobs}" for jobs in (1, 2, 7)]
        for out, jobs in zip(outs, (1, 2, 7)):
            self.expect(self.extract(inputs, *FORMATS, "--shard-size", "25", "--jobs", jobs, out=out), 1, "broken.txt:1:1", "none.txt: cannot be read")
        self.assertEqual(content(outs[0]), content(outs[1]))
        self.assertEqual(content(outs[0]), content(outs[2]))

    def test_manifest(self):
        wire = self.file("wire.jsonl", record(1) + "{}\n" + record(2))
        self.expect(self.extract([wire, self.folder / "none.txt"], "--to", "turtle", "--to", "claims"), 1, "wire.jsonl:2:", "none.txt")
        manifest = self.manifest()
        self.assertEqual((manifest["documents"], manifest["failures"]), (2, 2))
        self.assertEqual([(one["path"], one["documents"], one["failures"]) for one in manifest["inputs"]],
                         [(str(wire), 2, 1), (str(self.folder / "none.txt"), 0, 1)])
        self.assertEqual([(one["source"], one.get("line")) for one in manifest["failed"]], [(str(wire), 2), (str(self.folder / "none.txt"), None)])
        self.assertIn("cannot be read", manifest["failed"][1]["reason"])
        files = {file["name"]: file["bytes"] for output in manifest["outputs"] for file in output["files"]}
        self.assertEqual(files, {name: (self.out / name).stat().st_size for name in ("wire.ttl", "wire.claims.jsonl")})
        self.assertEqual(manifest["run"]["to"], ["turtle", "claims"])
        claims = [json.loads(line) for line in (self.out / "wire.claims.jsonl").read_text("utf-8").splitlines()]
        self.assertEqual(manifest["claims"], sum(row["type"] == "claim" for row in claims))

    def test_names_stay_in_the_folder(self):
        names = ["..txt", "...txt", "-x.txt", "a b.txt", "né.txt", 'q"\n\t.txt', "rtl\u202etxt.exe.txt", "%2F.txt", "x" * 250 + ".txt", "nul\\.txt"]
        inputs = [self.file(f"in/{place}/{name}") for place, name in enumerate(names)]
        inputs.append(pathlib.Path(os.fsdecode(bytes(self.folder) + b"/\xff.txt")))
        inputs[-1].write_text(ARTICLE)
        self.expect(self.extract(inputs, "--to", "nquads"), 0)
        made = [path for path in self.out.iterdir() if path.name != "manifest.json"]
        self.assertEqual(len(made), len(inputs))
        self.assertEqual([path for path in self.folder.iterdir() if path.name not in ("in", "out", inputs[-1].name)], [])
        for path in made:
            self.assertRegex(path.name, r"^[\w%~ =@+,][\w%~ =@+,.-]*\.nq$")
            self.assertLess(len(os.fsencode(path.name)), 240)
        self.assertIn("%2E%2E.nq" if (self.out / "%2E%2E.nq").exists() else "%2E.nq", [path.name for path in made])
        self.assertIn("né.nq", [path.name for path in made])

    def test_inputs_of_the_same_name(self):
        first = self.file("in/one/wire.jsonl", record(1))
        second = self.file("in/two/wire.jsonl", record(2))
        self.expect(self.extract([first, second], "--to", "nquads"), 0)
        names = sorted(path.name for path in self.out.glob("*.nq"))
        self.assertEqual(names[0], "wire.nq")
        self.assertRegex(names[1], r"^wire~[0-9a-f]{16}\.nq$")

    def test_wrong_usage(self):
        article = self.file("a.txt")
        for arguments, message in (
            (("-o", self.folder / "x.ttl", "--out-dir", self.out), "--out-dir"),
            (("--shard-size", "5"), "--shard-size"),
            (("--resume",), "--resume"),
            (("--out-dir", self.out, "--shard-size", "0"), "--shard-size"),
            (("--out-dir", self.out, "--shard-size", "some"), "--shard-size"),
            (("--out-dir", ""), "--out-dir"),
            (("--out-dir", self.out, "--to", "rdfxml"), "--to: expected one of"),
        ):
            with self.subTest(arguments):
                self.expect(run("extract", article, *arguments), 2, message)
        self.expect(run("extract", self.folder, "--out-dir", self.folder / "below"), 2, "lies in the input")
        self.assertEqual(self.files(), ["a.txt"])

    def test_folder_that_cannot_be_made(self):
        self.expect(self.extract([self.file("a.txt")], out=self.folder / "a.txt" / "out"), 1, "a.txt/out: cannot be made")

    def test_folder_with_other_things(self):
        self.file("out/mine.txt")
        self.expect(self.extract([self.file("a.txt")]), 2, "out: expected an empty folder, found mine.txt")

    def test_nothing_replaces_a_run(self):
        article = self.file("a.txt")
        self.expect(self.extract([article]), 0)
        self.expect(self.extract([article]), 2, "out: holds a run already")

    def test_nothing_can_be_read(self):
        self.expect(self.extract([self.folder / "none.txt"]), 1, "none.txt")
        self.assertEqual((self.manifest()["documents"], self.manifest()["failures"]), (0, 1))


class Resuming(Folder):
    arguments = (*FORMATS, "--shard-size", "15")

    def start(self, inputs, *arguments, **options):
        process = subprocess.Popen([PROGRAM, "extract", *inputs, "--out-dir", self.out, *self.arguments, *arguments],
                                   stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.kill)
        return process

    def whole(self, inputs, *arguments):
        """What an undisturbed run writes, and how long it takes."""
        begin = time.monotonic()
        process = self.extract(inputs, *arguments, out=self.folder / "whole")
        return process, content(self.folder / "whole"), time.monotonic() - begin

    def kill_and_resume(self, inputs, arguments, status, expected, seconds, rounds):
        """`seconds`: how long a run may take; less, where runs end sooner than they are killed."""
        seed = random.randrange(10**6)
        chance = random.Random(seed)
        kills = 0
        for number in range(rounds):
            self.out = self.folder / f"killed{number}"
            for _ in range(3):
                process = subprocess.Popen([PROGRAM, "extract", *inputs, "--out-dir", self.out, *arguments, "--resume", "--jobs", str(1 + number % 3)],
                                           stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                try:
                    process.wait(timeout=chance.uniform(0, 1.1 * seconds))
                except subprocess.TimeoutExpired:
                    process.kill()
                    kills += 1
                else:
                    seconds *= 0.8
                process.wait()
            last = self.extract(inputs, *arguments, "--resume")
            self.assertEqual(last.returncode, status, (seed, last.stderr))
            self.assertTrue(content(self.out) == expected, f"round {number} of seed {seed} differs")
        return kills

    def test_killed_at_random(self):
        inputs = [*self.inputs(), self.file("broken.txt", b"\xff")]
        process, expected, seconds = self.whole(inputs, *self.arguments)
        self.assertEqual(process.returncode, 1)
        kills = self.kill_and_resume(inputs, self.arguments, 1, expected, seconds, 9)
        self.assertGreater(kills, 3)

    def test_killed_at_random_with_an_output_for_each_input(self):
        inputs = [self.file(f"in/{number}.txt", json.loads(record(number))["text"]) for number in range(120)]
        _, expected, seconds = self.whole(inputs, "--to", "nquads")
        self.kill_and_resume(inputs, ("--to", "nquads"), 0, expected, seconds, 3)

    def test_a_finished_run_has_nothing_to_do(self):
        inputs = self.inputs(20)
        self.expect(self.extract(inputs, *self.arguments), 0)
        before = {path: path.stat().st_mtime_ns for path in self.out.iterdir()}
        self.expect(self.extract(inputs, *self.arguments, "--resume"), 0, "out: the run is complete")
        self.assertEqual({path: path.stat().st_mtime_ns for path in self.out.iterdir()}, before)

    def stop_in_the_middle(self, inputs):
        process = self.start(inputs)
        for _ in range(2400):
            if list(self.out.glob("part-00002.nq")):
                break
            time.sleep(0.01)
        process.send_signal(signal.SIGTERM)
        told = process.stderr.read().decode()
        self.assertEqual(process.wait(timeout=60), 143, told)
        return told

    def test_a_signal_keeps_what_is_done(self):
        inputs = self.inputs(300)
        _, expected, _ = self.whole(inputs, *self.arguments)
        self.assertIn("--resume goes on from there", self.stop_in_the_middle(inputs))
        self.assertFalse((self.out / "manifest.json").exists())
        self.expect(self.extract(inputs, *self.arguments), 2, "holds a run that has not ended; --resume goes on with it")
        self.expect(self.extract(inputs, *self.arguments, "--resume"), 0)
        self.assertTrue(content(self.out) == expected)

    def test_another_request_is_refused(self):
        inputs = self.inputs(300)
        self.stop_in_the_middle(inputs)
        before = content(self.out)
        mine = self.file("mine.ttl", "@prefix act: <https://w3id.org/entente/actor/> .\n@prefix ent: <https://w3id.org/entente/ns#> .\n"
                                     '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\nact:Mine a ent:State ; skos:prefLabel "Mienne"@fr .\n')
        for inputs_now, arguments, different in (
            (inputs, ("--to", "nquads", "--shard-size", "15"), "different: to"),
            (inputs, (*FORMATS, "--shard-size", "16"), "different: shard-size"),
            (inputs, (*self.arguments, "--min-confidence", "0.9"), "different: min-confidence"),
            (inputs, (*self.arguments, "--ontology", mine), "different: ontology"),
            ([*inputs, mine], self.arguments, "different: inputs"),
        ):
            with self.subTest(different):
                self.expect(self.extract(inputs_now, *arguments, "--resume"), 2, "expected the same run as the one begun there", different)
        self.assertEqual(content(self.out), before)

    def test_other_content_is_refused(self):
        inputs = self.inputs(300)
        self.stop_in_the_middle(inputs)
        lines = inputs[0].read_text("utf-8").splitlines(keepends=True)
        inputs[0].write_text(record(999) + "".join(lines[1:]), "utf-8")
        self.expect(self.extract(inputs, *self.arguments, "--resume"), 1, "wire0.jsonl: --resume: this input, or one before it, is not what it was")
        inputs[0].write_text("".join(lines[:2]), "utf-8")
        self.expect(self.extract(inputs, *self.arguments, "--resume"), 1, "is not what it was")
        inputs[0].write_text("".join(lines), "utf-8")
        _, expected, _ = self.whole(inputs, *self.arguments)
        self.expect(self.extract(inputs, *self.arguments, "--resume"), 0)
        self.assertTrue(content(self.out) == expected)

    def test_two_runs_do_not_write_into_one_folder(self):
        fifo = self.folder / "slow.txt"
        os.mkfifo(fifo)
        process = self.start([*self.inputs(30), fifo])
        for _ in range(1200):
            if (self.out / ".entente/run.json").exists():
                break
            time.sleep(0.05)
        self.expect(self.extract(self.inputs(30), *self.arguments, "--resume"), 1, "out: another run is writing there")
        process.kill()
        process.wait()

    def test_files_that_may_not_grow(self):
        inputs = self.inputs()

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

        _, expected, _ = self.whole(inputs, *self.arguments)
        self.expect(self.extract(inputs, *self.arguments, preexec_fn=limit), 1, "cannot be written: File too large")
        self.assertFalse((self.out / "manifest.json").exists())
        self.expect(self.extract(inputs, *self.arguments, "--resume"), 0)
        self.assertTrue(content(self.out) == expected)

    def test_full_disk(self):
        inputs = self.inputs()
        _, expected, _ = self.whole(inputs, *self.arguments)
        self.out.mkdir()
        size = sum(map(len, expected.values()))
        if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size // 2}", "tmpfs", self.out], stderr=subprocess.DEVNULL).returncode != 0:
            self.skipTest("full disk: no file system can be mounted here")
        try:
            self.expect(self.extract(inputs, *self.arguments), 1, "cannot be written: No space left on device")
            self.expect(self.extract(inputs, *self.arguments, "--resume"), 1, "cannot be written: No space left on device")
            subprocess.run(["mount", "-o", f"remount,size={4 * size}", self.out], check=True)
            self.expect(self.extract(inputs, *self.arguments, "--resume"), 0)
            self.assertTrue(content(self.out) == expected)
        finally:
            subprocess.run(["umount", self.out], check=True)


if __name__ == "__main__":
    unittest.main()
