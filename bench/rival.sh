#!/usr/bin/env bash
# `entente extract` beside what one would build without it (bench/rival): a French pipeline of spaCy, small and medium, with a gazetteer and
# rdflib, on the same articles to N-Quads, on one core, in turns. Without ../shared there are no scores.
# usage: bench/rival.sh [RUNS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${1:-2}
entente=${ENTENTE:-build/release/bin/entente}
venv=build/rival
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export OMP_NUM_THREADS=1

if ! cmp -s bench/rival/requirements.txt "$venv/requirements.txt"; then
  python3 -m venv --clear "$venv"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r bench/rival/requirements.txt
  cp bench/rival/requirements.txt "$venv/requirements.txt"
fi

# All articles that have gold in the project, as records, and their gold with the text in it.
python3 - "$folder" <<'PYTHON'
import json, pathlib, sys

folder = pathlib.Path(sys.argv[1])
size = number = 0
with open(folder / "articles.jsonl", "w", encoding="utf-8") as articles, open(folder / "gold.jsonl", "w", encoding="utf-8") as golds:
    for file in [pathlib.Path("samples/gold.jsonl"), *sorted(pathlib.Path("tests/unseen").glob("round*.jsonl"))]:
        for line in filter(str.strip, file.read_text("utf-8").splitlines()):
            gold = json.loads(line)
            gold["text"] = gold.get("text") or (file.parent / gold["file"]).read_text("utf-8")
            gold.pop("file", None)
            golds.write(json.dumps(gold, ensure_ascii=False) + "\n")
            record = {name: gold[name] for name in ("id", "text", "date", "publisher", "lang") if gold.get(name)}
            articles.write(json.dumps(record, ensure_ascii=False) + "\n")
            size, number = size + len(gold["text"].encode()), number + 1
(folder / "size").write_text(f"{number} {size}")
PYTHON
read -r articles bytes <"$folder/size" || true

for ((run = 0; run < runs; ++run)); do
  # The start is measured with one article, and taken off, as the pipelines' loading is.
  printf 'start\t0\t%s extract --quiet --jobs 1 --to nquads -o - samples/articles/alep-rebelles.txt\nentente\t0\t%s extract --quiet --jobs 1 --to nquads -o - %s\n' \
    "$entente" "$entente" "$folder/articles.jsonl" | bench/measure.py 5 >>"$folder/entente"
  for model in fr_core_news_sm fr_core_news_md; do
    taskset -c 0 python3 - "$venv/bin/python" -B bench/rival/pipeline.py "$model" "$folder/articles.jsonl" "$folder/$model.nq" "$folder/$model.claims" <<'PYTHON' >>"$folder/$model"
import os, subprocess, sys

process = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE)
line = process.stdout.read().decode().strip()
_, status, usage = os.wait4(process.pid, 0)
print(line, usage.ru_maxrss / 1000) if status == 0 else sys.exit("the pipeline failed")
PYTHON
  done
done
"$entente" extract --quiet "$folder/articles.jsonl" --to claims -o "$folder/entente.claims"

python3 - "$folder" "$articles" "$bytes" <<'PYTHON'
import json, pathlib, subprocess, sys

folder, articles, size = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
rows = [line.split() for line in (folder / "entente").read_text().splitlines()]
start = min(float(row[1]) for row in rows if row[0] == "start")
found = {"entente": (start, min(float(row[1]) for row in rows if row[0] == "entente") - start, max(float(row[4]) for row in rows))}
for model in ("fr_core_news_sm", "fr_core_news_md"):
    runs = [[float(field) for field in line.split()] for line in (folder / model).read_text().splitlines()]
    found[model] = tuple(min(run[i] for run in runs) for i in range(2)) + (max(run[2] for run in runs),)

def scores(name):
    scorer = pathlib.Path("../shared/score.py")
    if not scorer.exists():
        return "  (no ../shared/score.py)"
    out = subprocess.run([sys.executable, "-B", scorer, folder / "gold.jsonl", folder / f"{name}.claims", "--json"], capture_output=True, check=True)
    score = json.loads(out.stdout)
    return "".join(f"{score[kind]['f1']:10.3f}" for kind in ("claims", "quotes direct", "quotes indirect", "actors"))

model_name = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "unknown")
print(f"{model_name}, one core; {articles} articles, {size / 1e6:.2f} MB of text; processor seconds, the least of the runs; F1")
print(f"{'':16}{'to load':>9}{'articles/s':>12}{'MB/s':>9}{'x':>8}{'peak MB':>9}{'claims':>10}{'direct':>10}{'indirect':>10}{'actors':>10}")
least = found["fr_core_news_sm"][1]
for name, (load, work, memory) in found.items():
    print(f"{name:16}{load:8.2f}s{articles / work:12.1f}{size / 1e6 / work:9.3f}{least / work:8.1f}{memory:9.0f}{scores(name)}")
PYTHON
