#!/usr/bin/env bash
# Text to N-Quads on one core, beside `wc -w` on the same text. usage: bench/throughput.sh [MEGABYTES]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
megabytes=${1:-20}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The samples again and again, each time under another id.
python3 - "$megabytes" "$folder" <<'PYTHON'
import json, pathlib, sys

size, folder = int(sys.argv[1]) * 1_000_000, pathlib.Path(sys.argv[2])
articles = [path.read_text("utf-8") for path in sorted(pathlib.Path("samples/articles").glob("*.txt"))]
written = number = 0
with open(folder / "news.jsonl", "w", encoding="utf-8") as records, open(folder / "news.txt", "w", encoding="utf-8") as text:
    while written < size:
        article = articles[number % len(articles)]
        records.write(json.dumps({"id": f"n{number}", "lang": "fr", "date": "2024-12-01", "text": article}, ensure_ascii=False) + "\n")
        text.write(article)
        written += len(article.encode())
        number += 1
PYTHON

seconds() {
  local begin
  begin=$(date +%s.%N)
  taskset -c 0 "$@" >/dev/null
  echo "$(date +%s.%N) $begin" | awk '{printf "%.2f", $1 - $2}'
}

grep -m 1 'model name' /proc/cpuinfo || true
bytes=$(stat -c %s "$folder/news.txt")
start=$(seconds build/release/bin/entente extract samples/articles/"$(basename "$(find samples/articles -name '*.txt' | sort | head -1)")" --to nquads)
extract=$(seconds build/release/bin/entente extract "$folder/news.jsonl" --to nquads)
count=$(LC_ALL=C.UTF-8 seconds wc -w "$folder/news.txt")
awk -v b="$bytes" -v s="$start" -v e="$extract" -v w="$count" 'BEGIN {
  printf "text            %8.1f MB\n", b / 1e6
  printf "start           %8.2f s (one article)\n", s
  printf "entente extract %8.2f s  %6.1f MB/s after the start\n", e, b / 1e6 / (e - s)
  printf "wc -w           %8.2f s  %6.1f MB/s\n", w, b / 1e6 / w
}'
