"""Monospace tables: the days that a card changes, and a month week by week."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from bot.domain.calendar import SATURDAY
from bot.domain.card import CardDay, ReportDay
from bot.platforms.slack.blocks.elements import ELLIPSIS, NOTHING, one_line
from bot.words import say

CELL = 14  # characters: five columns and the row's name stay within the width of a message on a desktop
DAYS_WIDE = 5
WEEK = range(7)
CELL_LINES = 6

Cell = Sequence[str]


def fit(text: str, width: int = CELL) -> str:
    """Text on one line and at most `width` wide; a percent at its end is kept: `Apollo Rese… 50`."""
    text = one_line(text, len(text) + 1) if text.strip() else ""
    if len(text) <= width:
        return text
    name, _, last = text.rpartition(" ")
    if name and last.isdigit() and len(last) < width - 3:
        return f"{name[: width - len(last) - 2].rstrip()}{ELLIPSIS} {last}"
    return text[: width - 1].rstrip() + ELLIPSIS


def grid(rows: Sequence[Sequence[Cell]]) -> str:
    """Rows of cells in columns; the lines of a cell stand below each other."""
    fitted = [[_lines(cell) for cell in row] for row in rows]
    widths = [max(len(line) for cell in column for line in cell) for column in zip(*fitted, strict=True)]
    lines = (line for row in fitted for line in _stacked(row, widths))
    return "\n".join(lines).rstrip()


def _lines(cell: Cell) -> list[str]:
    shown = [fit(line) for line in cell[:CELL_LINES]]
    more = len(cell) - CELL_LINES
    return [*shown, *([say("entries-more", count=more)] if more > 0 else [])] or [""]


def _stacked(row: Sequence[list[str]], widths: Sequence[int]) -> Iterator[str]:
    for n in range(max(len(cell) for cell in row)):
        parts = [(cell[n] if n < len(cell) else "").ljust(width) for cell, width in zip(row, widths, strict=True)]
        yield "  ".join(parts).rstrip()


def changes(days: Sequence[CardDay], room: int) -> list[str]:
    """What stands on each changing day and what will, in tables of five days and at most `room` characters in all."""
    changing = [day for day in days if day.before != day.after]
    weeks = [changing[n : n + DAYS_WIDE] for n in range(0, len(changing), DAYS_WIDE)]
    return _within([(len(week), _change(week)) for week in weeks], room)


def _change(days: Sequence[CardDay]) -> str:
    def row(name: str, cell: Callable[[CardDay], Cell]) -> list[Cell]:
        return [(name,), *(cell(day) or (NOTHING,) for day in days)]

    rows = [
        row("", lambda day: (day.label,)),
        row(say("table-before"), lambda day: day.before),
        row(say("table-after"), lambda day: day.after),
    ]
    if any(len(day.after) > 1 for day in days):
        rows.append(row(say("table-total"), lambda day: (f"{day.total} %",) if day.after else ()))
    if any(day.over for day in days):
        rows.append([("",), *((say("table-over"),) if day.over else ("",) for day in days)])
    return grid(rows)


def calendar(days: Sequence[ReportDay], room: int) -> list[str]:
    """A month with a row for each week, its days named; a weekend has a column only when something stands there."""
    columns = [n for n in WEEK if n < SATURDAY or any(d.entries for d in days if d.day.weekday() == n)]
    shown = [day for day in days if day.day.weekday() in columns]
    weeks = [list(week) for _, week in groupby(shown, key=lambda day: day.day.isocalendar()[:2])]
    for kept in range(len(weeks), 0, -1):
        table = grid([row for week in weeks[:kept] for row in _week(week, columns)])
        if len(table) <= room:
            left = sum(map(len, weeks[kept:]))
            return [table, *([_left_out(left)] if left else [])]
    return [say("days-in-all", count=len(shown))] if shown else []


def _week(days: Sequence[ReportDay], columns: Sequence[int]) -> list[list[Cell]]:
    found = {day.day.weekday(): day for day in days}
    week = [found.get(n) for n in columns]
    names = [(say("day-of-month", day=day.day),) if day else ("",) for day in week]
    return [list(names), [_standing(day) if day else ("",) for day in week], [("",) for _ in week]]


def _standing(day: ReportDay) -> Cell:
    if day.state == "partly":
        return (*day.entries, say("day-not-full"))
    names = {"missing": say("day-missing"), "holiday": say("day-holiday")}
    return day.entries or (names.get(day.state, "·"),)


def _within(tables: Sequence[tuple[int, str]], room: int) -> list[str]:
    """The tables that fit; where some do not, the last line says how many days they hold."""
    shown: list[str] = []
    for n, (_, table) in enumerate(tables):
        if sum(map(len, shown)) + len(table) > room:
            left = sum(count for count, _ in tables[n:])
            return [*shown, _left_out(left)]
        shown.append(table)
    return shown


def _left_out(days: int) -> str:
    return say("days-more", count=days)
