#!/usr/bin/env python3
"""Writes a ties file of many rows for measuring how fast it is read: make_ties_file.py ROWS ACTORS FILE [SEED].

Ten columns, about 78 bytes a row, with what makes reading hard: popular and rare actors in no order, quoted notes with
commas, dates of three precisions, empty cells. The same arguments give the same bytes with any Python 3.
"""
import sys


def main():
    rows, actors, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    state = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    relations = ["allied-with", "opposes", "trades-with", "meets", "funds", "criticises", "leads"]
    words = ["treaty", "summit", "border", "embargo", "visit", "speech", "raid", "loan", "envoy", "charter"]
    mask = (1 << 64) - 1
    with open(path, "w", newline="\n") as out:
        out.write("source,target,relation,sign,weight,start,end,confidence,citation,note\n")
        for row in range(rows):
            state = (state * 6364136223846793005 + 1442695040888963407) & mask
            a = state >> 16
            state = (state * 6364136223846793005 + 1442695040888963407) & mask
            b = state >> 16
            u = (a & 0xFFFFF) / 1048576.0
            source = int(u * u * actors)  # low numbers are popular
            target = (b & 0xFFFFFF) * actors >> 24
            if target == source:
                target = (target + 1) % actors
            c, d = a >> 24, b >> 24
            year = 1900 + c % 120
            start = (f"{year}", f"{year}-{1 + d % 12:02}", f"{year}-{1 + d % 12:02}-{1 + c % 28:02}")[d % 3]
            end = f"{year + d % 9}" if c % 4 == 0 else ""
            sign = "+" if d % 5 else "-"
            weight = f"{1 + c % 97}" if c % 3 else f"{(c % 997) / 100:.2f}"
            confidence = ("1", "0.9", "0.75", "0.5")[(c >> 8) % 4]
            note = f"{words[c % 10]} {words[d % 10]} {d % 100000}"
            if d % 8 == 0:
                note = f'"{note}, {words[(c >> 4) % 10]}"'
            out.write(f"actor-{source},actor-{target},{relations[(c >> 5) % 7]},{sign},{weight},{start},{end},{confidence},src-{c % 50000},{note}\n")


main()
