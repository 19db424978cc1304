"""A second reading of messages that say several things: which days and which amount belong to which project.

Small models mix clauses up ("apollo monday, zephyr tuesday" with both on one day). Where the words leave no doubt,
because each part of the message holds exactly one project and one day phrase, this reading counts. Where they leave
any, there is none, and the model's stands. A head such as "last week:" is added to the days of each part.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.timesheet import Project
from bot.phrases import BLANK, PhraseError, amounts_in, days_in, read_days
from bot.tools.names import FILLER, plain

_WORDS_BETWEEN = "and|then|plus|but|while|et|puis|ensuite|mais"
_SEPARATOR = re.compile(rf"[,;:/|\n]|[.](?=\s|$)|\s(?:{_WORDS_BETWEEN})(?=\s)|\s[+&](?=\s)", re.IGNORECASE)
_ENGLISH_DOUBT = """not no nope never instead without rather wait sorry oops wrong change changed replace swap move
    moved delete remove cancel undo drop forget except same copy again"""
_FRENCH_DOUBT = """pas non plutot sans sauf lieu pardon desole changer remplace remplacer supprime supprimer efface
    effacer annule annuler oublie meme pareil copie copier"""
_NO_PLAIN_LIST = frozenset(f"{_ENGLISH_DOUBT} {_FRENCH_DOUBT}".split())  # a correction, a removal, an exception
_LIST_OF_DAYS = re.compile(r"[,&+]|\b(?:and|et)\b", re.IGNORECASE)
_ENGLISH_AROUND = """i im ive am was were did do done worked work working have had been spent put log add book note me
    my also then and plus of in at with day days time full whole please so here"""
_FRENCH_AROUND = (
    """j je ai fait travaille etais suis mis mets mettre ajoute note aussi puis et en au stp svp jour jours"""
)
_AROUND = FILLER | frozenset(f"{_ENGLISH_AROUND} {_FRENCH_AROUND}".split())  # words that add nothing to a plain list
_HEAD_DAYS = 3  # what names at least so many days can head a message: a week, a month


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


@dataclass(frozen=True)
class _Mark:
    """Something found in the text: a project, days, an amount, or what separates two parts."""

    start: int
    end: int
    kind: str
    text: str = ""
    project: Project | None = None


def clauses_in(
    text: str, called: Sequence[tuple[str, Project]], projects: Sequence[Project], today: date
) -> Clauses | None:
    """The parts of a message, or None where it leaves any doubt. `called`: how the model's calls name projects."""
    if set(plain(text).split()) & _NO_PLAIN_LIST:
        return None
    marks = _marks(text, called, projects, today)
    named = [mark for mark in marks if mark.kind == "project"]
    if len({mark.project.code for mark in named if mark.project}) != len(named) or not named:
        return None
    head, rest = _headed(marks, text, today)
    shared = _sharing_days(rest, text, head, today)
    return shared or _apart_by_separators(text, rest, head, today)


def days_beside_projects(text: str, projects: Sequence[Project], today: date) -> tuple[str, ...]:
    """The day phrases of a text, where the names of projects stand between them: "web-12 monday" holds "monday"."""
    masked = _without(text, _projects_in(text, (), projects))
    return tuple(span.text for span in days_in(masked, today)) if masked != text else ()


def _headed(marks: list[_Mark], text: str, today: date) -> tuple[str, list[_Mark]]:
    """The week or month at the beginning that is meant for every part, and the marks without it.

    Nothing of its own may be said of it: "last week I was sick, apollo monday" has no head.
    """
    days = [mark for mark in marks if mark.kind == "days"]
    named = [mark for mark in marks if mark.kind == "project"]
    opening = days[0] if days else None
    if opening is None or opening.start > named[0].start or len(days) <= len(named):
        return "", marks
    if len(_days(opening.text, today)) < _HEAD_DAYS or _others(text, marks, 0, named[0].start):
        return "", marks
    return opening.text, [mark for mark in marks if mark is not opening]


def _others(text: str, marks: Sequence[_Mark], start: int, end: int) -> set[str]:
    """The words of a part of the text that are no mark and that mean something of their own."""
    return set(plain(_without(text, marks)[start:end]).split()) - _AROUND


def _sharing_days(marks: list[_Mark], text: str, head: str, today: date) -> Clauses | None:
    """Several projects with an amount each on the only days that are named: "mon and tue apollo 25, zephyr 75"."""
    days = [mark for mark in marks if mark.kind == "days"]
    pairs = [mark for mark in marks if mark.kind in ("project", "amount")]
    if len(days) != 1 or len(pairs) < 4 or len(pairs) % 2:
        return None
    kinds = [mark.kind for mark in pairs]
    if kinds[0] == kinds[1] or kinds != kinds[:2] * (len(pairs) // 2):
        return None
    dates, alone = _under(head, days[0].text, today), not _others(text, marks, 0, len(text))
    couples = [sorted(pairs[n : n + 2], key=lambda m: m.kind) for n in range(0, len(pairs), 2)]
    made = [Clause(p.project, dates, a.text, alone) for a, p in couples if p.project and dates]
    return Clauses(tuple(made)) if len(made) == len(couples) else None


def _apart_by_separators(text: str, marks: list[_Mark], head: str, today: date) -> Clauses | None:
    parts = list(_parts(marks, len(text)))
    if len(parts) < 2 or any(not _is_plain(part, text) for part in parts):
        return None
    read = [_read(part, text, _under(head, part.of("days")[0].text, today)) for part in parts]
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
    marks: tuple[_Mark, ...]

    def of(self, kind: str) -> list[_Mark]:
        return [mark for mark in self.marks if mark.kind == kind]


def _parts(marks: list[_Mark], end: int) -> Iterator[_Part]:
    """The parts with something in them; one that is nothing but an amount is left to the model."""
    start = 0
    inside: list[_Mark] = []
    for mark in [*marks, _Mark(end, end, "separator")]:
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


def _under(head: str, dates: str, today: date) -> str:
    """The days of a part within the week or month that heads the message; empty where that cannot be read."""
    if not head:
        return dates if _days(dates, today) else ""
    within = f"{dates} {head}"
    days = set(_days(within, today))
    return within if days and days <= set(_days(head, today)) else ""


def _days(phrase: str, today: date) -> tuple[date, ...]:
    try:
        return read_days(phrase, today, ()).days
    except PhraseError:
        return ()


# --- what stands where ------------------------------------------------------------------------------------------------


def _marks(text: str, called: Sequence[tuple[str, Project]], projects: Sequence[Project], today: date) -> list[_Mark]:
    """Projects first, since a name may hold a day or an amount; then days, amounts, and separators outside of them."""
    found = _projects_in(text, called, projects)
    masked = _without(text, found)
    found += [_Mark(span.start, span.end, "days", span.text) for span in days_in(masked, today)]
    masked = _without(text, found)
    found += _amounts(masked)
    masked = _without(text, found)
    found += [_Mark(m.start(), m.end(), "separator") for m in _SEPARATOR.finditer(masked)]
    return sorted(found, key=lambda mark: mark.start)


def _projects_in(text: str, called: Sequence[tuple[str, Project]], projects: Sequence[Project]) -> list[_Mark]:
    folded = _folded(text)
    every = [*called, *((p.code, p) for p in projects), *((p.name, p) for p in projects)]
    names = [(name, project) for name, project in every if any(word in folded for word in plain(name).split()[:1])]
    found: list[_Mark] = []
    for name, project in sorted(names, key=lambda named: -len(named[0])):
        for match in _whole_words(name).finditer(folded):
            if not any(mark.start < match.end() and mark.end > match.start() for mark in found):
                found.append(_Mark(match.start(), match.end(), "project", project=project))
    return found


def _whole_words(name: str) -> re.Pattern[str]:
    words = r"[\W_]+".join(re.escape(word) for word in plain(name).split())
    return re.compile(rf"(?<!\w){words}(?!\w)")


def _folded(text: str) -> str:
    """Lower case without accents, character by character, so that places stay what they are."""
    return "".join(unicodedata.normalize("NFKD", c)[:1].lower() or " " for c in text)


def _amounts(masked: str) -> list[_Mark]:
    found: list[_Mark] = []
    at = 0
    for amount in amounts_in(masked):
        begin = masked.find(amount, at)
        if begin < 0:
            continue
        at = begin + len(amount)
        found.append(_Mark(begin, at, "amount", amount))
    return found


def _without(text: str, marks: Sequence[_Mark]) -> str:
    """The text with what was found blanked out so that nothing else is found there."""
    letters = list(text)
    for mark in marks:
        letters[mark.start : mark.end] = BLANK * (mark.end - mark.start)
    return "".join(letters)
