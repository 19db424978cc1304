"""`make bench-llm`: this engine, llama-cpp-python behind a lock (plain, and with the engine's grammar), and llama.cpp's
server, in turns.

python -m benchmarks.llm [--quick] [--json] [--only locked] [--model builtin] [--users 1 16] [--turns 8] [--runs 5]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.figures import Figure
from benchmarks.llm.asked import TASKS, Script
from benchmarks.llm.promised import figures
from benchmarks.llm.reading import Reading
from benchmarks.llm.rounds import CONTESTANTS, OURS, SERVER, SERVER_FREE, Row, compete, row
from benchmarks.llm.server import binary
from bot.app import set_up_logging

NOT_BUILT = (
    "llama.cpp's server is not built, and is left out: `make llama-server` builds it, once, in ten minutes or so."
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print. The exit status says nothing about targets: a busy machine is no fault of the code."""
    wanted = _parser().parse_args(arguments)
    set_up_logging("ERROR")
    names, left_out = contestants(wanted.only, quick=wanted.quick)
    tasks = ["builtin"] if wanted.quick else wanted.model or list(TASKS)
    users, turns, runs = ((1, 2), 2, 1) if wanted.quick else (wanted.users, wanted.turns, wanted.runs)
    rows = [
        line for task in tasks for line in measure(task, names, users, turns=turns, runs=runs, threads=wanted.threads)
    ]
    if wanted.json:
        told = {"machine": machine(), "left_out": left_out, "rows": [asdict(line) for line in rows]}
        print(json.dumps({**told, "targets": [asdict(figure) for figure in figures(rows)]}))
    else:
        print_tables(rows, left_out)


def contestants(only: Sequence[str] | None, *, quick: bool = False) -> tuple[list[str], str]:
    """Who takes part (the engine always does), and what has to be said of those who cannot."""
    names = [name for name in CONTESTANTS if name == OURS or not only or name in only]
    servers = {SERVER, SERVER_FREE} & set(names)
    if not servers or not (quick or not binary().is_file()):
        return names, ""
    left_out = "The short form leaves llama.cpp's server out." if quick else NOT_BUILT
    return [name for name in names if name not in servers], left_out


def measure(name: str, names: Sequence[str], users: Sequence[int], *, turns: int, runs: int, threads: int) -> list[Row]:
    """One model's lines, for each number of users."""
    progress = Console(stderr=True)
    rows = []
    task = TASKS[name]()
    with Reading(task.path) as reading:
        for count in users:
            with progress.status(f"{task.name}, {count} users…"):
                done = compete(partial(Script, task), reading, names, count, turns, runs, threads)
            rows += [row(task.name, who, count, turns, found) for who, found in done.items()]
    return rows


def machine() -> str:
    """What it was measured on, and how busy it was just now."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").is_file() else []
    named = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())
    version = sys.version.split()[0]
    return f"{named}, {os.cpu_count()} cores, Python {version}, load {os.getloadavg()[0]:.1f}"


def print_tables(rows: Sequence[Row], left_out: str) -> None:
    """What was measured, then the ratios and their targets."""
    console = Console(width=max(Console().width, 130))
    columns = ("users", "who", "decode calls", "computed", "sampled", "useful", "first token", "p50", "p95", "wall", "")
    for task in dict.fromkeys(line.task for line in rows):
        table = Table(*columns, title=f"{task}, on {machine()}", title_justify="left", caption=left_out or None)
        for line in (line for line in rows if line.task == task):
            if line.who == OURS:
                table.add_section()
            table.add_row(*_cells(line))
        console.print(table)
    console.print(_targets(figures(rows)))


def _cells(line: Row) -> list[str]:
    counts = [f"{value:,.0f}" for value in (line.evaluations, line.computed, line.sampled, line.useful)]
    times = [f"{seconds:,.3f} s" for seconds in (line.first_s, line.p50_s, line.p95_s, line.wall_s)]
    spread = f"{line.lowest_wall_s:,.2f} to {line.highest_wall_s:,.2f} s" if line.runs > 1 else "one run"
    unread = f", {line.without_call} answers without a call" if line.without_call else ""
    return [str(line.users), line.who, *counts, *times, spread + unread]


def _targets(found: Sequence[Figure]) -> Table:
    table = Table("the engine", "measured", "target", "")
    for figure in found:
        met = "" if figure.met is None else "[green]met[/]" if figure.met else "[red]missed[/]"
        most = "" if figure.most is None else f"≤ {figure.most:g}"
        table.add_row(figure.name, f"{figure.value:.3g} {figure.unit}", most, met)
    return table


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.llm", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    parser.add_argument("--quick", action="store_true", help="tiny numbers on the built-in model, to see that it works")
    parser.add_argument("--only", action="append", choices=CONTESTANTS, help="the engine and this one; may be repeated")
    parser.add_argument("--model", action="append", choices=TASKS, help="only this model; may be repeated")
    parser.add_argument("--users", type=int, nargs="+", default=(1, 4, 16), help="how many ask at once")
    parser.add_argument("--turns", type=int, default=8, help="turns of each conversation")
    parser.add_argument("--runs", type=int, default=5, help="the median of so many")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1, help="of each model, on this machine")
    return parser


if __name__ == "__main__":
    main()
