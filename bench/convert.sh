#!/usr/bin/env bash
# `entente convert` beside `serdi -b`, on one core, with one file: each command some times in turn, the least time counts.
# usage: bench/convert.sh [MEGABYTES [RUNS]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
megabytes=${1:-100} runs=${2:-5}
entente=build/release/bin/entente
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Statements of the usual mix: types, links, numbers, dates, labels with and without accents, escapes, blank nodes.
python3 - "$megabytes" "$folder" <<'PYTHON'
import random, sys

size, folder = int(sys.argv[1]) * 1_000_000, sys.argv[2]
chance = random.Random(4)
words = "la guerre des mots Alep Damas été forces « alliées » rebelles soutien armée ville front accord".split()
xsd, ns = "http://www.w3.org/2001/XMLSchema#", "http://purl.org/dc/terms/"
written = number = 0
with open(folder + "/data.nt", "w", encoding="utf-8") as out:
    while written < size:
        number += 1
        subject = f"<http://example.org/resource/{number}>"
        text = " ".join(chance.choices(words, k=chance.randint(3, 25)))
        block = "".join(f"{subject} {rest} .\n" for rest in (
            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/NewsArticle>",
            f"<{ns}title> \"{text}\"@fr",
            f"<{ns}created> \"2024-{number % 12 + 1:02}-{number % 28 + 1:02}\"^^<{xsd}date>",
            f"<{ns}extent> \"{number * 37}\"^^<{xsd}integer>",
            f"<http://schema.org/mentions> <http://example.org/actor/{chance.randint(1, 5000)}>",
            f"<http://schema.org/mentions> <http://example.org/actor/{chance.randint(1, 5000)}>",
            f"<http://www.w3.org/2000/01/rdf-schema#comment> \"dit : \\\"{text[:60]}\\\"\\n\"",
            f"<http://schema.org/about> _:b{number}"))
        block += f"_:b{number} <http://www.w3.org/2004/02/skos/core#prefLabel> \"sujet {number}\" .\n"
        out.write(block)
        written += len(block.encode())
PYTHON
serdi -b -i ntriples -o turtle "$folder/data.nt" >"$folder/plain.ttl"
$entente convert "$folder/data.nt" -o "$folder/data.ttl"

# Least seconds and most megabytes of memory of each command, in turns.
measure() {
  python3 - "$runs" "$@" <<'PYTHON'
import os, subprocess, sys

runs, commands = int(sys.argv[1]), sys.argv[2:]
least, memory = [float("inf")] * len(commands), [0] * len(commands)
for _ in range(runs):
    for i, command in enumerate(commands):
        with open("/dev/null", "wb") as sink:
            process = subprocess.Popen(["taskset", "-c", "0", *command.split()], stdout=sink)
            _, status, usage = os.wait4(process.pid, 0)
        assert status == 0, command
        least[i] = min(least[i], usage.ru_utime + usage.ru_stime)
        memory[i] = max(memory[i], usage.ru_maxrss / 1000)
for command, seconds, size in zip(commands, least, memory):
    short = " ".join(word.rsplit("/", 1)[-1] for word in command.split())
    print(f"{seconds:8.2f} s  {size:6.1f} MB  {least[0] / seconds:5.2f} x  {short}")
PYTHON
}

grep -m 1 'model name' /proc/cpuinfo || true
echo "$(serdi -v | head -1); $(stat -c %s "$folder/data.nt") bytes, $(wc -l <"$folder/data.nt") statements; processor seconds, most memory, speed against the first of the block"
measure "serdi -b -i ntriples -o turtle $folder/data.nt" "$entente convert $folder/data.nt --to turtle" \
  "$entente convert $folder/data.nt --to jsonld" "$entente convert $folder/data.nt --to ntriples" \
  "$entente convert $folder/data.nt --to ntriples --unique" "$entente convert $folder/data.nt --to gexf"
measure "serdi -b -i turtle -o ntriples $folder/data.ttl" "$entente convert $folder/data.ttl --to ntriples"
measure "serdi -b -i turtle -o ntriples $folder/plain.ttl" "$entente convert $folder/plain.ttl --to ntriples"
