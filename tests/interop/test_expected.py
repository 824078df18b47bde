"""The expected outputs that stand in the samples as documentation are those of this program, and the page of the vocabulary is made of it.
With ENTENTE_REWRITE set they are written; read the diff."""
import os
import subprocess
import sys

import pytest
from conftest import PROGRAM, SOURCE

sys.path.insert(0, str(SOURCE / "ontology"))
from page import page  # noqa: E402

EXPECTED = sorted(path for path in (SOURCE / "samples/expected").glob("*") if path.suffix in (".ttl", ".jsonld"))


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.name)
def test_output_is_as_expected(path):
    article = f"samples/articles/{path.stem}.txt"
    done = subprocess.run([PROGRAM, "extract", article, "--to", path.suffix[1:]], capture_output=True, check=True, cwd=SOURCE)
    if os.environ.get("ENTENTE_REWRITE"):
        path.write_bytes(done.stdout)
    assert done.stdout.decode("utf-8") == path.read_text("utf-8")


def test_page_of_the_vocabulary_is_made_of_it():
    path = SOURCE / "ontology/entente.html"
    made = page(SOURCE / "ontology/entente.ttl")
    if os.environ.get("ENTENTE_REWRITE"):
        path.write_text(made, "utf-8")
    assert made == path.read_text("utf-8")
