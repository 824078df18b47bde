"""The samples in every format, written once."""
import os
import pathlib
import subprocess

import pytest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("ENTENTE", SOURCE / "build/release/bin/entente"))
EXTENSIONS = {"turtle": "ttl", "trig": "trig", "ntriples": "nt", "nquads": "nq", "jsonld": "jsonld", "gexf": "gexf"}


@pytest.fixture(scope="session")
def source():
    return SOURCE


@pytest.fixture(scope="session")
def outputs(tmp_path_factory):
    """Path by format."""
    base = tmp_path_factory.mktemp("samples") / "samples"
    formats = [argument for name in EXTENSIONS for argument in ("--to", name)]
    subprocess.run([PROGRAM, "extract", "samples/articles", "samples/wire.jsonl", "-o", base, *formats], check=True, cwd=SOURCE)
    return {name: base.with_suffix("." + extension) for name, extension in EXTENSIONS.items()}
