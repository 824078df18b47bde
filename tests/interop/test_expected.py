"""The expected outputs that stand in the samples as documentation are those of this program.
With ENTENTE_REWRITE set they are written; read the diff."""
import os
import subprocess

import pytest
from conftest import PROGRAM, SOURCE

EXPECTED = sorted(path for path in (SOURCE / "samples/expected").glob("*") if path.suffix in (".ttl", ".jsonld"))


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.name)
def test_output_is_as_expected(path):
    article = f"samples/articles/{path.stem}.txt"
    done = subprocess.run([PROGRAM, "extract", article, "--to", path.suffix[1:]], capture_output=True, check=True, cwd=SOURCE)
    if os.environ.get("ENTENTE_REWRITE"):
        path.write_bytes(done.stdout)
    assert done.stdout.decode("utf-8") == path.read_text("utf-8")
