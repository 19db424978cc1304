"""A second reading of messages that say several things: which days and which amount belong to which project.

Small models mix clauses up ("apollo monday, zephyr tuesday" with both on one day). Where the words leave no doubt,
because each part of the message holds exactly one project and one day phrase, this reading counts. Where they leave
any, there is none, and the model's stands. A head such as "last week:" is added to the days of each part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.timesheet import Project
from bot.phrases import days_in
from bot.tools.asides import said_besides
from bot.tools.counted_days import counts_days
from bot.tools.marks import HEAD_DAYS, Mark, days_named, days_under, marked, projects_in, without
from bot.tools.names import FILLER, plain

_ENGLISH_DOUBT = """not don dont no nope never instead without rather wait sorry oops wrong change changed replace
    swap move moved delete remove cancel undo drop forget except same copy again"""
_FRENCH_DOUBT = """pas non plutot sans sauf hormis excepte lieu pardon desole changer remplace remplacer supprime
    supprimer efface effacer annule annuler oublie meme memes pareil copie copier"""
NO_PLAIN_LIST = frozenset(f"{_ENGLISH_DOUBT} {_FRENCH_DOUBT}".split())  # a correction, a removal, an exception
_LIST_OF_DAYS = re.compile(r"[,&+]|\b(?:and|et)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Clause:
    """One project with its own days, and its amount where the same part of the message says one.

    `alone` is False where more was said in that part than this: then it may be a question, a remark or a condition.
    """

    project: Project
    dates: str
    amount: str | None = None
    alone: bool = True


@dataclass(frozen=True)
class Apart:
    """A part of the message with days and no project: most likely an absence."""

    dates: str
    words: str


@dataclass(frozen=True)
class Clauses:
    """All parts of a message."""

    of_projects: tuple[Clause, ...]
    apart: tuple[Apart, ...] = ()


def clauses_in(
    text: str, called: Sequence[tuple[str, Project]], projects: Sequence[Project], today: date
) -> Clauses | None:
    """The parts of a message, or None where it leaves any doubt. `called`: how the model's calls name projects."""
    if set(plain(text).split()) & NO_PLAIN_LIST or counts_days(text, today):
        return None
    marks = marked(text, projects_in(text, called, projects), today)
    named = [mark for mark in marks if mark.kind == "project"]
    if len({mark.project.code for mark in named if mark.project}) != len(named) or not named:
        return None
    head, rest = _headed(marks, text, today)
    shared = _sharing_days(rest, text, head, today)
    return shared or _apart_by_separators(text, rest, head, today)


def days_beside_projects(text: str, projects: Sequence[Project], today: date) -> tuple[str, ...]:
    """The day phrases of a text, where the names of projects stand between them: "web-12 monday" holds "monday"."""
    masked = without(text, projects_in(text, (), projects))
    return tuple(span.text for span in days_in(masked, today)) if masked != text else ()


def _headed(marks: list[Mark], text: str, today: date) -> tuple[str, list[Mark]]:
    """The week or month at the beginning that is meant for every part, and the marks without it.

    Nothing of its own may be said of it: "last week I was sick, apollo monday" has no head.
    """
    days = [mark for mark in marks if mark.kind == "days"]
    named = [mark for mark in marks if mark.kind == "project"]
    opening = days[0] if days else None
    if opening is None or opening.start > named[0].start or len(days) <= len(named):
        return "", marks
    if len(days_named(opening.text, today)) < HEAD_DAYS or _others(text, marks, 0, named[0].start):
        return "", marks
    return opening.text, [mark for mark in marks if mark is not opening]


def _others(text: str, marks: Sequence[Mark], start: int, end: int) -> set[str]:
    """The words of a part of the text that are no mark and that mean something of their own."""
    return said_besides(without(text, marks)[start:end])


def _sharing_days(marks: list[Mark], text: str, head: str, today: date) -> Clauses | None:
    """Several projects with an amount each on the only days that are named: "mon and tue apollo 25, zephyr 75"."""
    days = [mark for mark in marks if mark.kind == "days"]
    pairs = [mark for mark in marks if mark.kind in ("project", "amount")]
    if len(days) != 1 or len(pairs) < 4 or len(pairs) % 2:
        return None
    kinds = [mark.kind for mark in pairs]
    if kinds[0] == kinds[1] or kinds != kinds[:2] * (len(pairs) // 2):
        return None
    dates, alone = days_under(head, days[0].text, today), not _others(text, marks, 0, len(text))
    couples = [sorted(pairs[n : n + 2], key=lambda m: m.kind) for n in range(0, len(pairs), 2)]
    made = [Clause(p.project, dates, a.text, alone) for a, p in couples if p.project and dates]
    return Clauses(tuple(made)) if len(made) == len(couples) else None


def _apart_by_separators(text: str, marks: list[Mark], head: str, today: date) -> Clauses | None:
    parts = list(_parts(marks, len(text)))
    if len(parts) < 2 or any(not _is_plain(part, text) for part in parts):
        return None
    read = [_read(part, text, days_under(head, part.of("days")[0].text, today)) for part in parts]
    projects = tuple(clause for clause in read if isinstance(clause, Clause))
    if any(not clause.dates for clause in read):
        return None
    if any(clause.amount is None for clause in projects):
        projects = tuple(replace(clause, amount=None) for clause in projects)  # whose it is, the model says
    if len([m for m in marks if m.kind == "amount"]) > sum(len(part.of("amount")) for part in parts):
        projects = tuple(replace(clause, alone=False) for clause in projects)  # an amount of none or of all
    return Clauses(projects, tuple(clause for clause in read if isinstance(clause, Apart)))


@dataclass(frozen=True)
class _Part:
    """What stands between two separators."""

    start: int
    end: int
    marks: tuple[Mark, ...]

    def of(self, kind: str) -> list[Mark]:
        return [mark for mark in self.marks if mark.kind == kind]


def _parts(marks: list[Mark], end: int) -> Iterator[_Part]:
    """The parts with something in them; one that is nothing but an amount is left to the model."""
    start = 0
    inside: list[Mark] = []
    for mark in [*marks, Mark(end, end, "separator")]:
        if mark.kind != "separator":
            inside.append(mark)
            continue
        if {m.kind for m in inside} - {"amount"}:
            yield _Part(start, mark.start, tuple(inside))
        start, inside = mark.end, []


def _is_plain(part: _Part, text: str) -> bool:
    """One day phrase, at most one project and amount. After a list of days nothing new may begin: "mon, tue off"."""
    days = part.of("days")
    if len(days) != 1 or len(part.of("project")) > 1 or len(part.of("amount")) > 1:
        return False
    follows = min((mark.start for mark in part.marks if mark.start > days[0].start), default=part.end)
    after = set(plain(text[days[0].end : follows]).split()) - FILLER
    return not (after and part.of("project") and _LIST_OF_DAYS.search(days[0].text))


def _read(part: _Part, text: str, dates: str) -> Clause | Apart:
    named = part.of("project")
    if not named or named[0].project is None:
        return Apart(dates, text[part.start : part.end].strip(" ,;:."))
    amount = part.of("amount")
    alone = not _others(text, part.marks, part.start, part.end)
    return Clause(named[0].project, dates, amount[0].text if amount else None, alone)
