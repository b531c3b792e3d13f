#!/usr/bin/python3
"""Prints the tables of README.md as Markdown: table.py [BUILD [entente_bench's arguments…]], BUILD being build/release unless said.

Kernels beside igraph's (entente_bench), the program as its users run it (seconds and memory), reading five million rows beside
pandas where that is installed, NetworkX and graph-tool. Takes tens of minutes, most of them the peers'. `table.py BUILD --runs` leaves out the
kernels."""
import datetime
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time

here = os.path.dirname(os.path.abspath(__file__))
build = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "..", "build", "release"))
arguments = sys.argv[2:]
entente = os.path.join(build, "src", "entente")


def processor():
    with open("/proc/cpuinfo") as file:
        for line in file:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.machine()


def ties(path, actors, rows):
    """Some actors are popular, three quarters of the ties stay within communities of fifty."""
    draw = random.Random(actors)
    with open(path, "w") as out:
        out.write("source,target\n")
        for _ in range(rows):
            a = int(draw.random() ** 2 * actors)
            b = (a // 50 * 50 + draw.randrange(50)) % actors if draw.random() < 0.75 else draw.randrange(actors)
            if a != b:
                out.write(f"actor-{a},actor-{b}\n")


def run(*command):
    """Wall seconds, processor seconds and megabytes at most."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode > 1:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def row(name, repeats, *command):
    runs = [run(*command) for _ in range(repeats)]
    wall, cpu, memory = (statistics.median(column) for column in zip(*runs))
    print(f"| {name} | {wall:.3g} | {cpu:.3g} | {memory:,.0f} |", flush=True)


print(f"{datetime.date.today():%d %B %Y}, {os.cpu_count()} cores of {processor()}, load {os.getloadavg()[0]:.1f} at the start.\n", flush=True)
if "--runs" not in arguments:
    subprocess.run([os.path.join(build, "bench", "entente_bench"), *arguments], check=True)

print("\n| the program as it is run | seconds | CPU s | MB |\n|---|---|---|---|")
with tempfile.TemporaryDirectory() as folder:
    data, output = os.path.join(folder, "ties.csv"), os.path.join(folder, "out")
    for actors in (20, 1_000, 10_000, 100_000):
        ties(data, actors, 5 * actors)
        row(f"analyze, {actors:,} actors, {5 * actors:,} ties", 5 if actors < 10_000 else 1, entente, "analyze", data, "-o", output)
    ties(data, 1_000_000, 5_000_000)
    row("centrality -m degree,pagerank,coreness, 1,000,000 actors, 5,000,000 ties", 3, entente, "centrality", data, "-m", "degree,pagerank,coreness")
    row("summary of the same", 1, entente, "summary", data)
    subprocess.run([sys.executable, os.path.join(here, "make_ties_file.py"), "5000000", "1000000", data], check=True)
    size = os.path.getsize(data) / 1e6
    row(f"reading a file of 5,000,000 rows and ten columns, {size:.0f} MB: entente check", 3, entente, "check", data)
    try:
        import pandas
        row(f"the same: pandas {pandas.__version__}, read_csv", 3, sys.executable, "-c", f"import pandas; pandas.read_csv({data!r})")
    except ImportError:
        print("| the same: pandas is not installed | | | |")

print("\n", flush=True)
subprocess.run([sys.executable, os.path.join(here, "networkx_times.py")], check=True)
