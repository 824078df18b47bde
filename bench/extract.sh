#!/usr/bin/env bash
# Speed and memory of `entente extract` to N-Quads, each with what it is meant to be. News is invented (bench/news.py); `wc -w` counts
# characters too, being in a UTF-8 locale. Commands run in turns, and the least of some runs counts: of throughput the seconds of
# the processor, of two processors and of the start those of the clock.
# usage: bench/extract.sh [MEGABYTES [RUNS]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
megabytes=${1:-10} runs=${2:-3}
entente=${ENTENTE:-build/release/bin/entente}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8

for kind in dense general; do
  bench/news.py "$kind" "$megabytes" "$folder/$kind"
  head -n $(($(wc -l <"$folder/$kind.jsonl") / 10)) "$folder/$kind.jsonl" >"$folder/$kind-tenth.jsonl"
done
article=samples/articles/alep-rebelles.txt
extract="$entente extract --quiet --to nquads -o -"
commands() {
  printf 'start\t0\t%s --jobs 1 %s\n' "$extract" "$article"
  for kind in dense general; do
    printf '%s\t0\t%s --jobs 1 %s\n' "$kind" "$extract" "$folder/$kind.jsonl"
    printf '%s-tenth\t0\t%s --jobs 1 %s\n' "$kind" "$extract" "$folder/$kind-tenth.jsonl"
    printf '%s-words\t0\twc -w %s\n' "$kind" "$folder/$kind.txt"
    printf '%s-two\t0,1\t%s --jobs 2 %s\n' "$kind" "$extract" "$folder/$kind.jsonl"
  done
}
declare -A seconds clock first memory
while read -r name used passed began most; do
  seconds[$name]=$used clock[$name]=$passed first[$name]=$began memory[$name]=$most
done < <(commands | bench/measure.py "$runs")

# row WHAT FOUND UNIT RELATION TARGET: whether what is found is as it is meant to be.
row() {
  awk -v what="$1" -v found="$2" -v unit="$3" -v relation="$4" -v target="$5" 'BEGIN {
    holds = relation == ">=" ? found + 0 >= target : found + 0 <= target
    printf "%-46s %9s %-9s %s %-7s %s\n", what, found, unit, relation, target, holds ? "yes" : "NO" }'
}
compute() { awk "BEGIN { printf \"$1\", $2 }"; }

echo "$(grep -m 1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), $(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg); $megabytes MB of each, the least of $runs"
printf '%-46s %9s %-9s %s\n' measure found '' target
most=0
for kind in dense general; do
  work=$(compute %.4f "${seconds[$kind]} - ${seconds[start]}")
  tenth=$(compute %.4f "${seconds[$kind-tenth]} - ${seconds[start]}")
  bytes=$(stat -c %s "$folder/$kind.txt")
  share=$(compute %.3f "$(stat -c %s "$folder/$kind.jsonl") / $(stat -c %s "$folder/$kind-tenth.jsonl")")
  target=$([[ $kind == dense ]] && echo 0.20 || echo 0.50)
  row "$kind news: throughput against wc -w" "$(compute %.3f "${seconds[$kind-words]} / $work")" "x" ">=" "$target"
  printf '%-46s %9s %-9s\n' "  in itself" "$(compute %.2f "$bytes / 1e6 / $work")" MB/s
  printf '%-46s %9s %-9s\n' "  of wc -w" "$(compute %.1f "$bytes / 1e6 / ${seconds[$kind-words]}")" MB/s
  row "  two processors against one" "$(compute %.2f "(${clock[$kind]} - ${clock[start]}) / (${clock[$kind-two]} - ${clock[start]})")" "x" ">=" 1.9
  row "  time per byte against that of a tenth of it" "$(compute %.3f "$work / $tenth / $share")" "x" "<=" 1.05
  for name in "$kind" "$kind-two"; do most=$(compute %.0f "(${memory[$name]} > $most ? ${memory[$name]} : $most)"); done
done
row "most memory of all these runs" "$most" MB "<=" 300
row "one article: start to first output" "$(compute %.1f "1000 * ${first[start]}")" ms "<=" 30
