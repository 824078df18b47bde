#!/usr/bin/env python3
"""Measures commands in turns, so that a busy machine disturbs all of them alike, and takes the least of each.

usage: measure.py RUNS < COMMANDS

A line of COMMANDS is a name, processors with commas between them, and a command, with tabs between them. Prints for each its name, seconds
of the processor, seconds by the clock, seconds by the clock to the first byte of its output, and the most memory in MB.
"""
import os
import shlex
import subprocess
import sys
import time


def measured(cores, command):
    ours = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {int(core) for core in cores.split(",")})  # of which the program takes over
    begin = time.monotonic()
    process = subprocess.Popen(shlex.split(command), stdout=subprocess.PIPE, bufsize=0)
    os.sched_setaffinity(0, ours)
    process.stdout.read(1)
    first = time.monotonic() - begin
    while process.stdout.read(1 << 20):
        pass
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.monotonic() - begin
    process.stdout.close()
    process.returncode = status
    if status:
        sys.exit(f"failed: {command}")
    return usage.ru_utime + usage.ru_stime, clock, first, usage.ru_maxrss / 1000


def main():
    commands = [line.rstrip("\n").split("\t") for line in sys.stdin]
    found = {name: [] for name, _, _ in commands}
    for _ in range(int(sys.argv[1])):
        for name, cores, command in commands:
            found[name].append(measured(cores, command))
    for name, _, _ in commands:
        seconds, clock, first, memory = zip(*found[name])
        print(f"{name} {min(seconds):.4f} {min(clock):.4f} {min(first):.4f} {max(memory):.1f}")


if __name__ == "__main__":
    main()
