"""Scores of the program against gold, held to the floors of tests/floors.json."""
import json
import re

from program import SOURCE, run

FLOORS = json.loads((SOURCE / "tests/floors.json").read_text("utf-8"))


def evaluate(gold, *options):
    """The table that `entente eval` prints."""
    process = run("eval", gold, *options)
    assert process.returncode == 0, process.stderr.decode("utf-8")
    return process.stdout.decode("utf-8")


def f1_of(table):
    """F1 by row, and the rates of the last line."""
    found = {}
    for line in table.splitlines():
        if row := re.match(r"\s*([a-z ]+?)\s+[\d.]+\s+[\d.]+\s+([\d.]+)\s+\d+$", line):
            found[row.group(1)] = float(row.group(2))
    for name, value in re.findall(r"(\w+) ([\d.]+|None)", table.splitlines()[-1]):
        found[name] = None if value == "None" else float(value)
    return found


def below(table, name):
    """What does not reach its floor: (measure, score, floor)."""
    scores = f1_of(table)
    return [(measure, scores[measure], floor) for measure, floor in FLOORS[name].items()
            if scores[measure] is not None and scores[measure] < floor]
