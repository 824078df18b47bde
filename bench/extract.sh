#!/usr/bin/env bash
# `entente extract` to N-Quads beside `wc -w` (which counts characters too, being in a UTF-8 locale), on one core, with the same
# invented news: processor time, the least of some runs. usage: bench/extract.sh [MEGABYTES [RUNS]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
megabytes=${1:-10} runs=${2:-3}
entente=${ENTENTE:-build/release/bin/entente}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8

# measure COMMAND…: seconds of the processor and milliseconds by the clock, the least of all runs; megabytes at the most.
measure() {
  python3 - "$runs" "$@" <<'PYTHON'
import os, subprocess, sys, time

seconds, clock, memory = float("inf"), float("inf"), 0
for _ in range(int(sys.argv[1])):
    begin = time.monotonic()
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(["taskset", "-c", "0", *sys.argv[2:]], stdout=nothing)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {sys.argv[2:]}")
    clock = min(clock, 1000 * (time.monotonic() - begin))
    seconds = min(seconds, usage.ru_utime + usage.ru_stime)
    memory = max(memory, usage.ru_maxrss / 1000)
print(f"{seconds:.3f} {clock:.1f} {memory:.1f}")
PYTHON
}

printf '%-8s %9s %11s %9s %9s %9s %9s\n' news MB 'wc -w MB/s' MB/s 'of wc -w' sentences/s 'peak MB'
for kind in dense general; do
  bench/news.py "$kind" "$megabytes" "$folder/$kind"
  read -r start _ _ < <(measure "$entente" extract --quiet samples/articles/alep-rebelles.txt --to nquads -o -)
  read -r extract _ peak < <(measure "$entente" extract --quiet "$folder/$kind.jsonl" --to nquads -o -)
  read -r count _ _ < <(measure wc -w "$folder/$kind.txt")
  bytes=$(stat -c %s "$folder/$kind.txt")
  sentences=$(grep -oE '[.!?]( |$)' "$folder/$kind.txt" | wc -l)
  awk -v kind="$kind" -v b="$bytes" -v c="$count" -v e="$extract" -v s="$start" -v n="$sentences" -v p="$peak" 'BEGIN {
    printf "%-8s %9.1f %11.1f %9.2f %9.3f %11.0f %9.0f\n", kind, b / 1e6, b / 1e6 / c, b / 1e6 / (e - s), c / (e - s), n / (e - s), p }'
done
read -r start clock peak < <(measure "$entente" extract --quiet samples/articles/alep-rebelles.txt --to nquads -o -)
echo "one article: $(awk -v s="$start" 'BEGIN { print 1000 * s }') ms of the processor, $clock ms by the clock, $peak MB"
