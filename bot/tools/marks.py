"""What stands where in a message: its projects, days, amounts and separators, none of them inside another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.timesheet import Project
from bot.phrases import BLANK, PhraseError, amounts_in, days_in, read_days
from bot.tools.names import plain

_WORDS_BETWEEN = "and|n|then|plus|but|while|et|puis|ensuite|mais"
_SEPARATOR = re.compile(rf"[,;:/|\n]|[.](?=\s|$)|\s(?:{_WORDS_BETWEEN})(?=\s)|\s[+&](?=\s)", re.IGNORECASE)

_NUMBER = re.compile(r"[ :=]*(\d+)\b(?!\s*[%€$£]|[/.:,-]\d)")
_NUMBER_BEFORE = re.compile(r"(?<![\w/.:,-])(\d+) (?=\x00)")
_SHARES = ("25", "50", "75", "100")
_PART_END = re.compile(r"[,\n]|[.](?=\s)")


@dataclass(frozen=True)
class Mark:
    """Something found in the text: a project, a reason, days, an amount, or what separates two parts."""

    start: int
    end: int
    kind: str
    text: str = ""
    project: Project | None = None


def marked(text: str, found: Sequence[Mark], today: date) -> list[Mark]:
    """What was `found` (names, since one may hold a day or an amount), then days, amounts and separators, in order."""
    masked = without(without(text, found), _walls(text, found))
    found = [*found, *(Mark(span.start, span.end, "days", span.text) for span in days_in(masked, today))]
    masked = without(text, found)
    found += _bare_shares(masked, found) or _amounts(masked)
    masked = without(text, found)
    found += [Mark(m.start(), m.end(), "separator", m.group()) for m in _SEPARATOR.finditer(masked)]
    return sorted(found, key=lambda mark: mark.start)


def _walls(text: str, found: Sequence[Mark]) -> list[Mark]:
    """Where days cannot go on: between two parts that each name something, "gull mon and tue, thu anchor".

    In "gull mon, tue, wed anchor" the middle one may belong to either: there are no walls.
    """
    ends = [*_PART_END.finditer(without(text, found))]
    starts = [0, *(end.end() for end in ends)]
    stops = [*(end.start() for end in ends), len(text)]
    named = [overlaps(found, start, stop) for start, stop in zip(starts, stops, strict=True)]
    return [
        Mark(end.start(), end.end(), "wall")
        for end, before, after in zip(ends, named, named[1:], strict=False)
        if before and after
    ]


def projects_in(text: str, called: Sequence[tuple[str, Project]], projects: Sequence[Project]) -> list[Mark]:
    """The projects by code or name, or as in `called` (what a model wrote for them); longer names first."""
    folded = _folded(text)
    every = [*called, *((p.code, p) for p in projects), *((p.name, p) for p in projects)]
    names = [(name, project) for name, project in every if any(word in folded for word in plain(name).split()[:1])]
    found: list[Mark] = []
    for name, project in sorted(names, key=lambda named: -len(named[0])):
        for match in whole_words(name).finditer(folded):
            if not overlaps(found, match.start(), match.end()):
                found.append(Mark(match.start(), match.end(), "project", text[match.start() : match.end()], project))
    return found


def words_in(text: str, words: Sequence[str]) -> list[tuple[int, int, str]]:
    """Where each of the words or phrases stands as whole words; longer ones first, none inside another."""
    folded = _folded(text)
    found: list[Mark] = []
    for phrase in sorted(words, key=lambda word: -len(word)):
        for match in whole_words(phrase).finditer(folded):
            if not overlaps(found, match.start(), match.end()):
                found.append(Mark(match.start(), match.end(), "words", phrase))
    return [(mark.start, mark.end, mark.text) for mark in found]


def overlaps(found: Sequence[Mark], start: int, end: int) -> bool:
    """True where something was found in that place already."""
    return any(mark.start < end and mark.end > start for mark in found)


def without(text: str, marks: Sequence[Mark]) -> str:
    """The text with what was found blanked out so that nothing else is found there."""
    letters = list(text)
    for mark in marks:
        letters[mark.start : mark.end] = BLANK * (mark.end - mark.start)
    return "".join(letters)


FEWEST_OF_A_MONTH = 15
"""Days; a phrase that names fewer means a part of a month."""


def days_named(phrase: str, today: date) -> tuple[date, ...]:
    """The days of a phrase; none where it cannot be read."""
    try:
        return read_days(phrase, today, ()).days
    except PhraseError:
        return ()


HEAD_DAYS = 3
"""What names at least so many days can head a message: a week, a month."""


def days_under(head: str, dates: str, today: date) -> str:
    """The days of a part within the week or month that heads the message; empty where that cannot be read."""
    if not head:
        return dates if days_named(dates, today) else ""
    within = f"{dates} {head}"
    days = set(days_named(within, today))
    return within if days and days <= set(days_named(head, today)) else ""


def whole_words(name: str) -> re.Pattern[str]:
    """Matches a name in folded text, however its words are joined."""
    words = r"[\W_]+".join(re.escape(word) for word in plain(name).split())
    return re.compile(rf"(?<!\w){words}(?!\w)")


def _folded(text: str) -> str:
    """Lower case without accents, character by character, so that places stay what they are."""
    return "".join(unicodedata.normalize("NFKD", c)[:1].lower() or " " for c in text)


def _bare_shares(masked: str, found: Sequence[Mark]) -> list[Mark]:
    """ "eye 25 arm2 25 rover 50": as many numbers as names, each of them a share and right beside its name."""
    names = sorted((mark for mark in found if mark.kind in ("project", "reason")), key=lambda mark: mark.start)
    behind, before = list(_NUMBER.finditer(masked)), list(_NUMBER_BEFORE.finditer(masked))
    if [match.start() for match in behind] == [name.end for name in names]:
        numbers = behind
    elif [match.end() for match in before] == [name.start for name in names]:
        numbers = before
    else:
        return []
    shares = [Mark(match.start(1), match.end(1), "amount", match[1]) for match in numbers]
    return shares if len(names) > 1 and all(share.text in _SHARES for share in shares) else []


def _amounts(masked: str) -> list[Mark]:
    found: list[Mark] = []
    at = 0
    for amount in amounts_in(masked):
        begin = masked.find(amount, at)
        if begin < 0:
            continue
        at = begin + len(amount)
        found.append(Mark(begin, at, "amount", amount))
    return found
