"""Many documents: in parallel, in order, up to a limit, and stopped on the way."""
import fcntl
import json
import os
import pathlib
import re
import select
import signal
import subprocess
import struct
import sys
import termios
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from news import record, write_records
from program import ARTICLE, PROGRAM, ProgramTest, own_memory, rows, run

FORMATS = ("turtle", "trig", "ntriples", "nquads", "jsonld", "gexf", "graphml", "csv", "claims")


class Jobs(ProgramTest):
    def outputs(self, jobs, *inputs):
        """What a run writes in all formats, and tells."""
        folder = self.folder / f"jobs{jobs}"
        folder.mkdir()
        formats = [word for name in FORMATS for word in ("--to", name)]
        process = run("extract", *inputs, "-o", folder / "out", *formats, "--jobs", jobs)
        return process, {path.name: path.read_bytes() for path in folder.iterdir()}

    def test_any_number_of_jobs_writes_the_same_bytes(self):
        inputs = [write_records(self.folder / "a.jsonl", range(800)), self.file("broken.txt", b"\xff"), self.folder / "none.txt",
                  write_records(self.folder / "b.jsonl", range(700, 1600)), self.file("c.txt")]
        first, expected = self.outputs(1, *inputs)
        self.assertEqual(first.returncode, 1)
        self.assertEqual(len(expected), len(FORMATS) + 1)
        for jobs in (2, 7):
            process, found = self.outputs(jobs, *inputs)
            self.assertEqual(self.messages(process), self.messages(first))
            for name, content in expected.items():
                self.assertTrue(found[name] == content, f"{name} differs with --jobs {jobs}")

    @staticmethod
    def messages(process):
        """What a run tells but how far it has come, which depends on the machine."""
        return [line for line in process.stderr.splitlines() if b" MB/s" not in line]

    def test_number_of_jobs(self):
        for number in ("0", "-1", "many"):
            self.expect(run("extract", self.file("a.txt"), "--jobs", number), 2, "--jobs")

    def test_one_core_where_no_more_is_given(self):
        """The program looks at what it may use, not at what the machine has."""
        article = self.file("a.txt")
        core = min(os.sched_getaffinity(0))
        process = run("extract", article, "--to", "claims", preexec_fn=lambda: os.sched_setaffinity(0, {core}))
        self.expect(process, 0)


class Limits(ProgramTest):
    def test_long_documents_are_left_out(self):
        long_text = ARTICLE * 1000
        wire = [json.dumps({"id": "long", "text": long_text}), json.dumps({"id": "short", "text": ARTICLE})]
        inputs = (self.file("long.txt", long_text), self.file("wire.jsonl", "\n".join(wire)), self.file("short.txt"))
        for jobs in (1, 2):
            process = run("extract", *inputs, "--to", "claims", "--max-document", "10K", "--jobs", jobs)
            self.expect(process, 1, "long.txt: expected a document of at most 10240 bytes", "wire.jsonl:1: expected a document of at most 10240 bytes",
                        "short.txt: expected an id that no other document has, found short, as in ")
            self.assertEqual({row["doc"] for row in rows(process.stdout)}, {"short"})
        self.expect(run("extract", inputs[0], "--to", "claims", "--max-document", "1M"), 0)

    @own_memory
    def test_long_line_is_not_kept_in_memory(self):
        path = self.folder / "wire.jsonl"
        with path.open("wb") as file:
            file.write(b'{"id": "x", "text": "')
            for _ in range(400):
                file.write(b"mot " * (1 << 18))
            file.write(b'"}\n' + json.dumps({"id": "y", "text": ARTICLE}).encode())
        peak = "import resource, subprocess, sys\nprint(subprocess.run(sys.argv[1:], capture_output=True).returncode, " \
               "resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        found = subprocess.run([sys.executable, "-c", peak, PROGRAM, "extract", path, "--to", "nquads"], capture_output=True, check=True)
        status, kilobytes = found.stdout.split()
        self.assertEqual(int(status), 1)
        self.assertLess(int(kilobytes), 200_000)

    def test_sizes(self):
        article = self.file("a.txt")
        for size in ("", "0", "K", "10X", "-5", "1.5M", "99999999999G"):
            self.expect(run("extract", article, "--max-document", size), 2, "--max-document")
        self.expect(run("extract", article, "--max-document", "1g"), 0)

    def test_ids_are_of_one_document(self):
        inputs = (self.file("in/one/a.txt"), self.file("in/two/a.txt", "La France soutient l'Ukraine.\n"))
        process = run("extract", *inputs, "--to", "claims")
        self.expect(process, 1, f"{inputs[1]}: expected an id that no other document has, found a, as in {inputs[0]}\n")
        self.assertNotIn(b"France", process.stdout)
        wire = self.file("wire.jsonl", record(1) + record(2) + record(1))
        self.expect(run("extract", wire), 1, "wire.jsonl:3: expected an id that no other document has, found n1, as in ", "wire.jsonl:1\n")


class Stops(ProgramTest):
    def start(self, *arguments, **options):
        process = subprocess.Popen([PROGRAM, "extract", *map(str, arguments)], stderr=subprocess.PIPE, **options)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.kill)
        return process

    def wait_for(self, condition):
        for _ in range(1200):
            if condition():
                return
            time.sleep(0.05)
        self.fail("nothing came")

    def feed(self, pipe, numbers):
        """Documents, and then nothing, but no end either."""
        pipe.write("".join(record(number) for number in numbers).encode())
        pipe.flush()

    def wait_for_reader(self, process):
        """Until all that was fed is read, and nothing is left to do but to wait for more."""
        self.wait_for(lambda: struct.unpack("i", fcntl.ioctl(process.stdin, termios.FIONREAD, b"\0" * 4))[0] == 0)
        self.wait_for(lambda: self.is_idle(process))

    def is_idle(self, process):
        """It sleeps, and takes no time of any processor for a while."""
        def used():
            state, *rest = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rpartition(") ")[2].split()
            return state, rest[10:12]  # utime, stime
        before = used()
        time.sleep(0.5)
        return before[0] == "S" and used() == before

    def test_signals_end_what_is_under_way(self):
        for number, name in ((signal.SIGINT, "sigint"), (signal.SIGTERM, "sigterm"), (signal.SIGHUP, "sighup")):
            for jobs in (1, 2):
                with self.subTest(name, jobs=jobs):
                    out = self.folder / f"{name}{jobs}.nq"
                    process = self.start("-", "-o", out, "--jobs", jobs, stdin=subprocess.PIPE)
                    self.feed(process.stdin, range(60))
                    self.wait_for_reader(process)
                    process.send_signal(number)
                    self.assertEqual(process.wait(timeout=60), 128 + number)
                    self.assertRegex(process.stderr.read().decode(), r"stopped after 60 documents; what they say is written")
                    process.stdin.close()
                    whole = run("extract", write_records(self.folder / "stdin.jsonl", range(60)), "--to", "nquads").stdout
                    self.assertEqual(out.read_bytes().replace(b'fileName> "-"', b""),
                                     whole.replace(b'fileName> "' + str(self.folder / "stdin.jsonl").encode() + b'"', b""))
        self.assertFalse([name for name in self.files() if name.startswith(".")])

    def test_an_earlier_file_stays_where_a_run_is_stopped(self):
        out = self.file("out.ttl", "old")
        process = self.start("-", "-o", out, stdin=subprocess.PIPE)
        self.feed(process.stdin, range(3))
        self.wait_for_reader(process)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=60), 143)
        self.assertIn(b"stopped after 3 documents; the earlier output stays as it was", process.stderr.read())
        process.stdin.close()
        self.assertEqual(out.read_text(), "old")
        self.assertEqual(self.files(), ["out.ttl"])

    def test_standard_output_ends_well(self):
        process = self.start("-", "--to", "jsonld", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.feed(process.stdin, range(5))
        self.wait_for_reader(process)
        process.send_signal(signal.SIGINT)
        written = process.stdout.read()
        self.assertEqual(process.wait(timeout=60), 130)
        process.stdin.close()
        process.stdout.close()
        documents = [node for node in json.loads(written)["@graph"] if "NewsArticle" in node.get("type", ())]
        self.assertEqual(len(documents), 5)

    @unittest.skipIf("TSAN_OPTIONS" in os.environ, "ThreadSanitizer keeps signals back while the thread is in a write")
    def test_a_second_signal_does_not_wait(self):
        """Nobody reads what is written, so that the first signal cannot be obeyed."""
        wire = write_records(self.folder / "wire.jsonl", range(500))
        process = self.start(wire, "--to", "nquads", stdout=subprocess.PIPE)
        process.stdout.read(1)
        process.send_signal(signal.SIGINT)
        time.sleep(0.5)
        self.assertIsNone(process.poll())
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=60), -signal.SIGINT)
        process.stdout.close()

    def test_a_closed_pipe_ends_a_run_whose_input_does_not(self):
        for jobs in (1, 2):
            process = self.start("-", "--to", "nquads", "--jobs", jobs, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            process.stdout.close()
            try:
                self.feed(process.stdin, range(3000))
            except BrokenPipeError:
                pass
            self.assertEqual(process.wait(timeout=60), 0)
            self.assertEqual(process.stderr.read(), b"")
            try:
                process.stdin.close()
            except BrokenPipeError:
                pass

    @own_memory
    def test_a_slow_writer_does_not_fill_memory(self):
        wire = write_records(self.folder / "wire.jsonl", range(4000))
        process = self.start(wire, "--to", "nquads", "--jobs", 4, stdout=subprocess.PIPE)
        process.stdout.read(1)
        time.sleep(5)
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
        peak = int(status.split("VmHWM:")[1].split()[0])
        self.assertLess(peak, 300_000)
        process.stdout.close()
        self.assertEqual(process.wait(timeout=60), 0)


class Reports(ProgramTest):
    """What a run says of itself on standard error."""

    def test_nothing_where_all_is_well(self):
        self.expect(run("extract", self.file("a.txt"), "-o", self.folder / "out.ttl"), 0)

    def test_counts_where_something_failed(self):
        process = run("extract", self.file("a.txt"), self.file("b.txt", b"\xff"), self.folder / "none.txt")
        self.expect(process, 1, "entente: 1 document, 2 failed\n")
        process = run("extract", self.file("a.txt"), self.file("b.txt", b"\xff"), "--quiet")
        self.expect(process, 1, "b.txt:1:1")
        self.assertEqual(len(process.stderr.splitlines()), 1)

    def test_records(self):
        process = run("extract", self.file("wire.jsonl", record(1) + "{}\n"), self.folder / "none.txt", "--json-log")
        self.assertEqual(process.returncode, 1)
        first, second, end = map(json.loads, process.stderr.splitlines())
        self.assertEqual((first["event"], first["source"], first["line"]), ("error", str(self.folder / "wire.jsonl"), 2))
        self.assertIn("cannot be read", second["message"])
        self.assertEqual((end["event"], end["documents"], end["failures"]), ("end", 1, 2))
        process = run("extract", self.file("a.txt"), "--json-log", "-o", "")
        self.assertEqual((process.returncode, json.loads(process.stderr)["event"]), (2, "error"))

    def test_bar_on_a_terminal(self):
        """The wire has as many documents as it takes until a bar is seen, on a fast machine and on a slow one."""
        wire = self.folder / "wire.jsonl"
        os.mkfifo(wire)
        screen, terminal = os.openpty()
        self.addCleanup(os.close, screen)
        process = subprocess.Popen([PROGRAM, "extract", wire, self.folder / "none.txt", "-o", self.folder / "out.nq"], stderr=terminal)
        self.addCleanup(process.kill)
        os.close(terminal)
        bar = re.compile(r"\r\[#*\.*\] \d+ documents?( of \d+ stor(y|ies))?, \d+\.\d MB/s")
        shown = b""
        number = 0
        with open(wire, "w", encoding="utf-8") as file:
            end = time.monotonic() + 60
            while not bar.search(shown.decode()) and time.monotonic() < end:
                file.write(record(number))
                file.flush()
                number += 1
                if select.select([screen], [], [], 0.01)[0]:
                    shown += os.read(screen, 4096)
        try:
            while piece := os.read(screen, 4096):
                shown += piece
        except OSError:  # the other side is closed
            pass
        self.assertEqual(process.wait(), 1)
        self.assertRegex(shown.decode(), bar)
        self.assertRegex(shown.decode(), r"entente: [\d,]+ documents?( of [\d,]+ stor(y|ies))?, 1 failed, in \d+ s \(\d+\.\d MB/s\):\r\n    .*none.txt: cannot be read")


if __name__ == "__main__":
    unittest.main()
