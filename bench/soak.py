#!/usr/bin/env python3
"""A soak: much news through every input and every output format, with an eye on memory and descriptors; and how time grows with input.

usage: bench/soak.py [MEGABYTES [LARGEST]]      2000 and 1000 by default, 0 for none; ENTENTE names the program

MEGABYTES of invented news (bench/news.py, general) go through each input kind to N-Quads, and as JSON Lines to each format; nothing is kept.
While a run is under way, its resident memory and open descriptors are looked at ten times a second. It fails where memory grows in the
second half by more than a tenth and 8 MB (and 56 MB below 400 MB of news, since until then there are still stories to be remembered),
passes 300 MB, or where descriptors become more. Then 10, 100 and so on up to LARGEST MB
are timed, in seconds of the processor. It takes three times MEGABYTES of disk in $TMPDIR; no test runs it.
"""
import gzip
import html
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(SOURCE / "tests/support"))
import warc  # noqa: E402

PROGRAM = os.environ.get("ENTENTE", str(SOURCE / "build/release/bin/entente"))
FORMATS = ("turtle", "trig", "ntriples", "nquads", "jsonld", "claims", "gexf", "graphml", "csv")
PAGE = "<!doctype html><html lang=fr><head><title>Nouvelles</title></head><body><article><h1>Nouvelles</h1>{}</article></body></html>"


def records(wire):
    with open(wire, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def page(text):
    return PAGE.format("".join(f"<p>{html.escape(part)}</p>" for part in text.split("\n\n"))).encode()


def write_files(folder, wire, extension, content):
    """A file for each document, a thousand in a folder."""
    for number, record in enumerate(records(wire)):
        path = folder / f"{number // 1000:04}" / f"{record['id']}.{extension}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content(record["text"]))
    return folder


def write_archive(path, wire):
    with gzip.open(path, "wb", compresslevel=1) as archive:
        for record in records(wire):
            archive.write(warc.response(page(record["text"]), target=f"https://presse.example/{record['id']}"))
    return path


def compressed(wire, command, extension):
    path = wire.with_name(wire.name + extension)
    with open(wire, "rb") as source, open(path, "wb") as made:
        subprocess.run(command, stdin=source, stdout=made, check=True)
    return path


def look(process):
    """Resident MB and the number of descriptors; None when it has ended."""
    folder = pathlib.Path("/proc", str(process.pid))
    try:
        status = (folder / "status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1000, len(list((folder / "fd").iterdir()))
    except (OSError, IndexError):
        return None


def run(arguments, source=None):
    """Seconds of the processor, seconds, looks at it."""
    begin, looks = time.monotonic(), []
    with open(source or os.devnull, "rb") as standard_input:
        process = subprocess.Popen([PROGRAM, "extract", "--quiet", *map(str, arguments)], stdin=standard_input, stdout=subprocess.DEVNULL)
    while True:
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        looks += filter(None, [look(process)])
        time.sleep(0.1)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed with {process.returncode}: {arguments}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - begin, looks, usage.ru_maxrss / 1000


def complaints(looks, peak, megabytes):
    found = ["more than 300 MB"] if peak >= 300 else []
    if len(looks) < 20:
        return found
    quarter = len(looks) // 4
    memory = [max(rss for rss, _ in part) for part in (looks[quarter:2 * quarter], looks[2 * quarter:])]
    if memory[1] > 1.1 * memory[0] + (8 if megabytes >= 400 else 64):
        found.append(f"memory grows from {memory[0]:.0f} to {memory[1]:.0f} MB")
    if max(count for _, count in looks[2 * quarter:]) > max(count for _, count in looks[quarter:2 * quarter]):
        found.append("descriptors become more")
    return found


def soak(name, arguments, megabytes, source=None):
    processor, clock, looks, peak = run(arguments, source)
    found = complaints(looks, peak, megabytes)
    descriptors = max((count for _, count in looks), default=0)
    print(f"{name:28} {megabytes / clock:7.2f} {processor:9.1f} {peak:8.0f} {descriptors:12} {'; '.join(found) or 'good'}", flush=True)
    return not found


def news(folder, megabytes):
    name = folder / f"news{megabytes}"
    subprocess.run([SOURCE / "bench/news.py", "general", str(megabytes), name], check=True)
    (folder / f"news{megabytes}.txt").unlink()
    return folder / f"news{megabytes}.jsonl"


def soak_all(folder, megabytes):
    wire = news(folder, megabytes)
    inputs = {
        "jsonl": lambda: wire,
        "jsonl.gz": lambda: compressed(wire, ["gzip", "-1"], ".gz"),
        "jsonl.zst": lambda: compressed(wire, ["zstd", "-q", "-1"], ".zst"),
        "folder of txt": lambda: write_files(folder / "texts", wire, "txt", str.encode),
        "folder of html": lambda: write_files(folder / "pages", wire, "html", page),
        "warc.gz": lambda: write_archive(folder / "news.warc.gz", wire),
    }
    print(f"{'run':28} {'MB/s':>7} {'processor':>9} {'peak MB':>8} {'descriptors':>12}", flush=True)
    good = [soak(f"{name} → nquads", [make(), "--to", "nquads"], megabytes) for name, make in inputs.items()]
    good.append(soak("standard input → nquads", ["-", "--to", "nquads"], megabytes, source=wire))
    for name in FORMATS:
        out = ["-o", "/dev/null"] if name != "csv" else ["-o", folder / "out"]
        good.append(soak(f"jsonl → {name}", [wire, "--to", name, *out], megabytes))
    parts = ["--out-dir", folder / "parts", "--shard-size", "1000", "--to", "claims"]
    good.append(soak("jsonl → parts", [wire, *parts], megabytes))
    return all(good)


def growth(folder, largest):
    first = None
    start = min(run([SOURCE / "samples/articles/alep-rebelles.txt", "--to", "nquads"])[0] for _ in range(3))
    print(f"{'growth':28} {'MB':>7} {'processor':>9} {'peak MB':>8} {'s/MB':>12}  of the first", flush=True)
    megabytes = 10
    while megabytes <= largest:
        wire = news(folder, megabytes)
        processor, _, _, peak = min((run([wire, "--to", "nquads", "--jobs", "1"]) for _ in range(3 if megabytes < 100 else 1)), key=lambda r: r[0])
        wire.unlink()
        rate = (processor - start) / megabytes
        first = first or rate
        print(f"{'jsonl → nquads, one job':28} {megabytes:7} {processor:9.1f} {peak:8.0f} {rate:12.4f}  {rate / first:.3f}", flush=True)
        megabytes *= 10


def main():
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    largest = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory() as folder:
        good = megabytes == 0 or soak_all(pathlib.Path(folder), megabytes)
    with tempfile.TemporaryDirectory() as folder:
        growth(pathlib.Path(folder), largest)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
