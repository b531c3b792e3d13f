#!/usr/bin/env python3
"""check_schemas.py ENTENTE SCRATCH DATA…: every JSON that the program writes is what docs/schema says.

Runs each command with --format json over each of the data sets, validates what it prints or writes by the schema of that name, and
sees to it that no command and no schema is left out. The schemas allow no further field: one that is new fails until it is there.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

import jsonschema

SCHEMAS = pathlib.Path(__file__).resolve().parents[2] / "docs" / "schema"

# Of each data set two actors for path, ego and explain.
ENDS = {
    "jerusalem-axis": ("hezbollah", "hamas"),
    "great-powers-1872-1907": ("france", "russia"),
    "florentine-families": ("medici", "strozzi"),
    "highland-tribes": ("gavev", "kotun"),
}

# schema, what comes after `entente`; DATA, A and B stand for the data set and its actors.
RUNS = [
    ("check", "check DATA"),
    ("summary", "summary DATA"),
    ("summary", "summary DATA --directed --null 10 --ties nonnegative --largest-component"),
    ("centrality", "centrality DATA"),
    ("centrality", "centrality DATA -m all --normalized --ties all"),
    ("centrality", "centrality DATA -m degree --at 1900 --certain"),
    ("centrality", "centrality DATA -m pn,betweenness --approximate 0.1 --sort pn"),
    ("communities", "communities DATA"),
    ("communities", "communities DATA -a louvain --ties nonnegative --compare kind --runs 5"),
    ("balance", "balance DATA"),
    ("balance", "balance DATA --conflict keep --unweighted --draws 5"),
    ("balance", "balance DATA --time-limit 5 --ties all"),
    ("brokerage", "brokerage DATA"),
    ("brokerage", "brokerage DATA --group community --directed"),
    ("keyplayers", "keyplayers DATA -k 2"),
    ("keyplayers", "keyplayers DATA -k 2 --objective reach"),
    ("robustness", "robustness DATA -m betweenness --replicates 20"),
    ("robustness", "robustness DATA -m degree --by source --ties all"),
    ("robustness", "robustness DATA -m degree --by random --replicates 20"),
    ("path", "path DATA A B --ties all"),
    ("path", "path DATA A B --weighted --reversed --to 1800"),
    ("ego", "ego DATA A --radius 2"),
    ("explain", "explain DATA A -m betweenness"),
    ("explain", "explain DATA A -m pagerank --by source"),
    ("explain", "explain DATA A -m net_degree --by relation"),
    ("explain", "explain DATA A -m clustering --by actor"),
    ("diff", "diff DATA --between 1880,1905"),
    ("diff", "diff DATA data/highland-tribes -m degree --ties all"),
    ("timeline", "timeline DATA --by 1880,1895,1905,2020 -m degree"),
    ("timeline", "timeline DATA --by 1880,1895,1905 --null 5 --communities none"),
    ("aggregate", "aggregate DATA"),
    ("aggregate", "aggregate DATA --by all --signs net --weight sum --relations keep --min 2 --join none"),
    ("relations", "list relations DATA"),
]

# Data of other shapes: read by a preset, with errors, without a row, too large for every distance.
FILES = {
    "events.csv": "event_id_cnty,event_date,event_type,sub_event_type,actor1,assoc_actor_1,actor2,source,time_precision\n"
    "A1,01 March 2020,Battles,Armed clash,North Front,Coast Guard,River Army,Radio,1\n"
    "A2,02 March 2020,Strategic developments,Agreement,North Front,,River Army,Radio,3\n"
    "A3,03 March 2020,Riots,Mob violence,North Front,,,Radio,1\n",
    "wrong.csv": "source,target,weight\na,b,1\nc,,x\n",
    "none.csv": "source,target\n",
    "ring.csv": "source,target\n" + "".join(f"a{i},a{(i + 1) % 20100}\n" for i in range(20100)),
}
OF_FILES = [
    ("check", "check events.csv"),
    ("check", "check wrong.csv"),
    ("check", "check none.csv"),
    ("summary", "summary events.csv"),
    ("summary", "summary none.csv"),
    ("summary", "summary ring.csv"),
    ("centrality", "centrality none.csv"),
    ("communities", "communities none.csv"),
    ("balance", "balance events.csv"),
    ("balance", "balance none.csv"),
    ("brokerage", "brokerage none.csv"),
    ("robustness", "robustness none.csv -m degree"),
    ("timeline", "timeline events.csv --by month"),
    ("diff", "diff none.csv events.csv"),
    ("aggregate", "aggregate events.csv --by month"),
    ("aggregate", "aggregate none.csv"),
    ("list", "list measures"),
    ("list", "list algorithms"),
    ("list", "list layouts"),
    ("list", "list limits"),
    ("list", "list formats"),
    ("list", "list presets"),
    ("list", "list relations"),
]

# draw and convert write what they are asked for, combine what another command would have written; analyze
# writes files.
WITHOUT_JSON = {"draw", "convert", "combine"}


def validator(name):
    path = SCHEMAS / f"{name}.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, resolver=jsonschema.RefResolver(path.as_uri(), schema))


def problems_of(checker, text, what):
    try:
        value = json.loads(text)
    except ValueError as error:
        return [f"{what}: no JSON: {error}: {text[:200]!r}"]
    return [f"{what}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}" for error in checker.iter_errors(value)]


def main():
    program, scratch, data_sets = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3:]
    scratch.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        (scratch / name).write_text(text, encoding="utf-8")
    validators = {path.stem: validator(path.stem) for path in sorted(SCHEMAS.glob("*.json"))}

    def printed(schema, line, place):
        words = [program, *line.split(), "--format", "json", "--quiet"]
        done = subprocess.run(words, capture_output=True, text=True, cwd=place, timeout=300)
        if done.returncode not in (0, 1) or not done.stdout:
            return [f"entente {line}: status {done.returncode}: {done.stderr[:300]}"]
        return problems_of(validators[schema], done.stdout, f"entente {line} by {schema}.json")

    def written(data):
        folder = scratch / pathlib.Path(data).name
        done = subprocess.run([program, "analyze", data, "-o", str(folder), "--quiet"], capture_output=True, text=True, timeout=300)
        if done.returncode != 0:
            return [f"entente analyze {data}: {done.stderr[:300]}"]
        found = []
        for path in sorted(folder.glob("*.json")):
            if path.stem not in validators:
                found.append(f"analyze writes {path.name}, which docs/schema does not describe")
            else:
                found += problems_of(validators[path.stem], path.read_text(encoding="utf-8"), f"{path.name} of {data}")
        return found

    jobs, used = [], {"common", "manifest"}
    for data in data_sets:
        a, b = ENDS[pathlib.Path(data).name]
        stand_ins = {"DATA": data, "A": a, "B": b}
        jobs.append((written, data))
        dated = "start" in (pathlib.Path(data) / "ties.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
        for schema, line in RUNS:
            if not dated and re.search("--(at|to|between) ", line):
                continue
            jobs.append((printed, schema, " ".join(stand_ins.get(word, word) for word in line.split()), "."))
    jobs += [(printed, schema, line, scratch) for schema, line in OF_FILES]
    used |= {schema for schema, _ in RUNS + OF_FILES}

    problems = [f"docs/schema/{name}.json is used by no run" for name in sorted(set(validators) - used)]
    listed = subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout
    commands = set(re.findall(r"^  ([a-z]+) ", listed.split("Commands")[1].split("\n\n")[0], re.MULTILINE))
    tried = {"analyze"} | {line.split()[0] for _, line in RUNS + OF_FILES}
    problems += [f"no run of '{name}' is held against a schema" for name in sorted(commands - tried - WITHOUT_JSON)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for found in pool.map(lambda job: job[0](*job[1:]), jobs):
            problems += found
    print("\n".join(problems[:60]) or f"{len(jobs)} runs are as docs/schema says")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
