"""Runs the program as a user would. Standard library only."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ.get("ENTENTE_SOURCE", pathlib.Path(__file__).resolve().parents[2]))
BUILD = pathlib.Path(os.environ.get("ENTENTE_BUILD", SOURCE / "build/release"))
PROGRAM = pathlib.Path(os.environ.get("ENTENTE", BUILD / "bin/entente"))
SAMPLES = SOURCE / "samples"
SHARED = SOURCE.parent / "shared"

# Under a sanitizer (./dev sanitize) the program takes memory that is not its own, and starts with a library of its own.
SANITIZED = "ENTENTE_SANITIZED" in os.environ
own_memory = unittest.skipIf(SANITIZED, "a sanitizer takes memory too")

# Two sentences that hold a claim each, so that a test needs no article.
ARTICLE = "La Russie soutient la Syrie. Les rebelles ont attaqué Alep samedi.\n"


def skip(what, reason):
    """Ends a test script as skipped, saying so by name."""
    print(f"SKIPPED {what}: {reason}")
    sys.exit(77)


def run(*arguments, **options):
    """The finished process; options as subprocess.run takes them."""
    options.setdefault("timeout", 1200 if SANITIZED else 120)
    if "input" not in options:
        options.setdefault("stdin", subprocess.DEVNULL)
    options.setdefault("stdout", subprocess.PIPE)
    options.setdefault("stderr", subprocess.PIPE)
    return subprocess.run([str(PROGRAM), *map(str, arguments)], **options)


def rows(claims):
    """The objects of what `--to claims` wrote."""
    return [json.loads(line) for line in claims.decode("utf-8").splitlines()]


def local(iri):
    return iri.rstrip("/").replace("#", "/").rsplit("/", 1)[-1]


def triples(claims):
    """(subject, relation, object, polarity) of each claim, by local names."""
    return {(local(r["subject"]), local(r["predicate"]), local(r["object"]), r["polarity"])
            for r in rows(claims) if r["type"] == "claim"}


class ProgramTest(unittest.TestCase):
    """A test with an empty folder of its own, in `self.folder`."""

    def setUp(self):
        made = tempfile.TemporaryDirectory(prefix="entente-test-")
        self.addCleanup(made.cleanup)
        self.folder = pathlib.Path(made.name)

    def file(self, name, content=ARTICLE):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    def expect(self, process, status, *messages):
        """The exit status, and parts of what stands on standard error, where nothing stands if none is given."""
        errors = process.stderr.decode("utf-8")
        self.assertEqual(process.returncode, status, errors)
        for message in messages:
            self.assertIn(message, errors)
        if not messages:
            self.assertEqual(errors, "")
        self.assertTrue(all(line.startswith(("entente: ", "Try ", "    ")) for line in errors.splitlines()), errors)

    def files(self):
        return sorted(str(p.relative_to(self.folder)) for p in self.folder.rglob("*"))
