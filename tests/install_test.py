"""The installed tree works by itself: the program, find_package(Entente), pkg-config; also after it was moved."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "support"))
from program import ARTICLE, BUILD, SOURCE

CMAKE = os.environ.get("CMAKE", "cmake")
CONSUMER = SOURCE / "tests/consumer"
QUAD = b"<https://w3id.org/entente/actor/Russia> <https://w3id.org/entente/ns#supports>"


def call(*command, **options):
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    assert done.returncode == 0, done.stdout.decode("utf-8")
    return done.stdout


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        made = tempfile.TemporaryDirectory(prefix="entente-install-")
        cls.addClassCleanup(made.cleanup)
        cls.folder = pathlib.Path(made.name)
        first = cls.folder / "first"
        call(CMAKE, "--install", BUILD, "--prefix", first)
        cls.prefix = cls.folder / "moved"
        first.rename(cls.prefix)
        cls.data = cls.prefix / "share/entente"

    def test_program(self):
        article = self.folder / "a.txt"
        article.write_text(ARTICLE, "utf-8")
        empty = {"PATH": os.environ["PATH"]}
        out = call(self.prefix / "bin/entente", "extract", article, "--to", "nquads", env=empty)
        self.assertIn(b"Russia", out)

    def test_papers_are_there_and_sources_are_not(self):
        names = {path.name for path in self.prefix.rglob("*")}
        self.assertLessEqual({"entente.1", "context.jsonld", "shapes.ttl", "fr.morph", "ontology.compiled", "_entente", "entente.fish", "entente.pc"}, names)
        self.assertFalse([name for name in names if name.endswith((".cpp", ".in"))])

    def test_find_package(self):
        build = self.folder / "consumer"
        call(CMAKE, "-S", CONSUMER, "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={self.prefix}")
        call(CMAKE, "--build", build)
        self.assertIn(QUAD, call(build / "consumer", self.data))

    def test_pkg_config(self):
        if shutil.which("pkg-config") is None:
            self.skipTest("pkg-config is not there")
        path = next(self.prefix.rglob("entente.pc")).parent
        environment = {**os.environ, "PKG_CONFIG_PATH": str(path)}
        flags = call("pkg-config", "--cflags", "--libs", "entente", env=environment).decode().split()
        program = self.folder / "by-pkg-config"
        call(os.environ.get("CXX", "c++"), "-std=c++20", CONSUMER / "main.cpp", *flags, "-o", program)
        self.assertIn(QUAD, call(program, self.data))


if __name__ == "__main__":
    unittest.main()
