"""Folders are layers: who may include whom; and every public header compiles by itself."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ.get("ENTENTE_SOURCE", pathlib.Path(__file__).resolve().parents[1]))
LAYERS = ("ontology", "extract", "export", "cli")
MAY_USE = {
    "ontology": {"ontology"},
    "extract": {"ontology", "extract"},
    "export": {"ontology", "export"},
    "cli": {"ontology", "extract", "export", "cli"},
}
THIRD_PARTY = ("unicode/", "serd", "sord", "hunspell", "curl", "nlohmann", "openssl", "CLI/", "zlib", "zstd", "brotli/", "libxml/")


def sources(layer):
    return sorted(path for path in (SOURCE / layer).rglob("*") if path.suffix in (".cpp", ".hpp"))


def public_headers():
    return [path for layer in LAYERS for path in sorted((SOURCE / layer / "include").rglob("*.hpp"))]


def includes(path):
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if found := re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line):
            yield number, found.group(1)


def layer_of(path, included):
    """The layer that an include leads to, or None where it leads out of the project."""
    if public := re.match(r"entente/(\w+)/", included):
        return public.group(1)
    for base in (path.parent, SOURCE):
        target = (base / included).resolve()
        if target.is_file() and target.is_relative_to(SOURCE):
            return target.relative_to(SOURCE).parts[0]
    return None


class Layering(unittest.TestCase):
    def test_layers_include_downwards_only(self):
        wrong = [f"{path.relative_to(SOURCE)}:{number}: {layer} may not include {included}"
                 for layer in LAYERS for path in sources(layer) for number, included in includes(path)
                 if (used := layer_of(path, included)) is not None and used not in MAY_USE[layer]]
        self.assertEqual(wrong, [])

    def test_public_headers_have_no_third_party_types(self):
        wrong = [f"{path.relative_to(SOURCE)}:{number}: {included}" for path in public_headers()
                 for number, included in includes(path) if included.startswith(THIRD_PARTY)]
        self.assertEqual(wrong, [])

    def test_public_headers_include_public_headers_only(self):
        wrong = [f"{path.relative_to(SOURCE)}:{number}: {included}" for path in public_headers()
                 for number, included in includes(path) if "." in included and not included.startswith("entente/")]
        self.assertEqual(wrong, [])

    def test_headers_are_guarded(self):
        wrong = [str(path.relative_to(SOURCE)) for layer in LAYERS for path in sources(layer)
                 if path.suffix == ".hpp" and "#pragma once" not in path.read_text("utf-8")]
        self.assertEqual(wrong, [])

    def test_types_of_headers_have_names_of_their_own(self):
        """Two types of one name are one to the linker, which takes the functions of either for both."""
        places = {}
        for layer in LAYERS:
            for path in sources(layer):
                text = path.read_text("utf-8") if path.suffix == ".hpp" else ""
                space = re.search(r"^namespace ([\w:]+) {", text, re.MULTILINE)
                for name in re.findall(r"^(?:struct|class|enum class) (\w+)[^;{]*{", text, re.MULTILINE):
                    places.setdefault(f"{space.group(1)}::{name}", []).append(str(path.relative_to(SOURCE)))
        self.assertGreater(len(places), 100)
        self.assertEqual({name: paths for name, paths in places.items() if len(paths) > 1}, {})

    def test_public_headers_compile_alone(self):
        headers = public_headers()
        self.assertTrue(headers)
        folders = [f"-I{SOURCE / layer / 'include'}" for layer in LAYERS]
        compiler = [os.environ.get("CXX", "c++"), "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-x", "c++"]
        for header in headers:
            with self.subTest(header.name), tempfile.NamedTemporaryFile("w", suffix=".cpp") as file:
                file.write(f'#include "{header}"\n')
                file.flush()
                done = subprocess.run([*compiler, *folders, file.name], capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    unittest.main()
