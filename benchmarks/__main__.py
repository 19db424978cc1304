"""`make bench`: every figure in one table, or as JSON. Close other programs first: they are the machine's figures too.

python -m benchmarks [--json] [--only event_to_card --only growth] [--quick]
"""

from __future__ import annotations

import argparse
import inspect
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from benchmarks.cards import event_to_card, growth, whole_company
from benchmarks.figures import SMALL, Figure, Size
from benchmarks.model import tool_call
from benchmarks.starting import start_and_memory
from benchmarks.storing import events_stored
from bot.app import set_up_logging

Measure = Callable[[Size], tuple[Figure, ...]]
ALL: Mapping[str, Measure] = {
    measure.__name__: measure
    for measure in (event_to_card, events_stored, tool_call, start_and_memory, growth, whole_company)
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print. The exit status says nothing about targets: a busy machine is no fault of the code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    parser.add_argument("--quick", action="store_true", help="tiny numbers, only to see that it works")
    parser.add_argument("--only", action="append", choices=ALL, help="only this figure; may be repeated")
    wanted = parser.parse_args(arguments)
    set_up_logging("ERROR")
    measured = measure(wanted.only or ALL, SMALL if wanted.quick else Size())
    if wanted.json:
        figures = {name: [asdict(figure) for figure in figures] for name, figures in measured.items()}
        print(json.dumps({"machine": machine(), "figures": figures}))
    else:
        print_table(measured)


def measure(names: Iterable[str], size: Size) -> dict[str, tuple[Figure, ...]]:
    """The figures by the function that measures them."""
    progress = Console(stderr=True)
    measured = {}
    for name in names:
        with progress.status(f"measuring {name}…"):
            measured[name] = ALL[name](size)
    return measured


def machine() -> str:
    """What it was measured on: cores, and how busy they were just now."""
    return f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, load {os.getloadavg()[0]:.1f}"


def print_table(measured: Mapping[str, Iterable[Figure]]) -> None:
    """One table, with a line for each function that says what it measures."""
    table = Table("what", "measured", "target", "", title=f"Measured on {machine()}", title_justify="left")
    table.columns[1].justify = table.columns[2].justify = "right"
    for name, figures in measured.items():
        table.add_section()
        about = (inspect.getdoc(ALL[name]) or "").splitlines()[0]
        table.add_row(f"[bold]{about}[/]")
        for figure in figures:
            table.add_row(figure.name, _number(figure.value, figure.unit), *_target(figure))
    Console().print(table)


def _target(figure: Figure) -> tuple[str, str]:
    if figure.most is None:
        return "", ""
    return f"≤ {_number(figure.most, figure.unit)}", "[green]met[/]" if figure.met else "[red]missed[/]"


def _number(value: float, unit: str) -> str:
    return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.2g} {unit}" if value < 10 else f"{value:.0f} {unit}"


if __name__ == "__main__":
    main()
