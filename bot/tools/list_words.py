"""Words of a list that mean something only by what stands beside them: "again", "the same", "un cp".

They are put into the form that plain lists know, or the list is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.phrases import amounts_in, days_in
from bot.tools.asides import said_besides
from bot.tools.marks import Mark, days_named, overlaps, without
from bot.tools.names import plain

_AGAIN = re.compile(r"\s(?:again|once more|encore|de nouveau|à nouveau)(?!\w)", re.IGNORECASE)
_DITTO = re.compile(
    r"(?<!\w)(?:(?:the )?same(?: again| thing)?|ditto|idem|pareil|(?:la )?m[eê]me chose)(?!\w)", re.IGNORECASE
)
_BUT = re.compile(r"\s(?:but|mais)(?:\s(?:only|just|seulement|que))?(?=\s)", re.IGNORECASE)
_PART_EDGE = re.compile(r"[,;\n]|[.](?=\s|$)")
_HEADER_WORDS = """list lists here are is my the this of hours time timesheet report reports activity activities summary
    update week month what it looks like liste voici ma mon rapport cra saisie saisies activite activites recap resume
    semaine mois"""
_HEADER = frozenset(_HEADER_WORDS.split())
_ARTICLE = re.compile(r"(?<!\w)(?:a|an|one|un|une)\s+$", re.IGNORECASE)


def again_in(text: str, names: Sequence[Mark]) -> list[Mark]:
    """The "again" right behind a project that the same message named before: there it means nothing more."""
    behind = {m.start(): Mark(m.start(), m.end(), "aside") for m in _AGAIN.finditer(text)}
    return [
        behind[name.end]
        for name in names
        if name.end in behind
        and any(other.start < name.start and _same_thing(other, name) for other in names if other is not name)
    ]


def _same_thing(one: Mark, other: Mark) -> bool:
    return one.kind == other.kind and (one.project == other.project if one.project else one.text == other.text)


def ditto_in(text: str, names: Sequence[Mark], today: date) -> list[Mark]:
    """ "tuesday the same": what was named last, where no amount was said so far.

    "half gull monday, tuesday the same" may mean the half, or not; "gull monday, vela tuesday, the same thursday and
    friday" may mean both.
    """
    found: list[Mark] = []
    for match in _DITTO.finditer(without(text, names)):
        before = [name for name in (*names, *found) if name.end <= match.start()]
        if not before or amounts_in(without(text, names)[: match.start()]):
            return []
        last = max(before, key=lambda name: name.start)
        if len({name.text for name in before}) > 1 and _days_beside(match, text, names, today) > 1:
            return []
        found.append(Mark(match.start(), match.end(), last.kind, last.text, last.project))
    return found


def _days_beside(ditto: re.Match[str], text: str, names: Sequence[Mark], today: date) -> int:
    start, end = _part_around(ditto, text)
    return sum(len(days_named(span.text, today)) for span in days_in(without(text, names)[start:end], today))


def _part_around(word: re.Match[str], text: str) -> tuple[int, int]:
    edges = [edge.start() for edge in _PART_EDGE.finditer(text)]
    start = max((edge for edge in edges if edge < word.start()), default=-1) + 1
    return start, min((edge for edge in edges if edge >= word.end()), default=len(text))


def but_in(text: str, names: Sequence[Mark], today: date) -> list[Mark]:
    """The "but" of "6/9 gull again but 50 %": one day, and what is said of it behind is an amount and nothing else."""
    return [Mark(m.start(), m.end(), "aside") for m in _BUT.finditer(text) if _is_of_one_day(m, text, names, today)]


def _is_of_one_day(but: re.Match[str], text: str, names: Sequence[Mark], today: date) -> bool:
    start, end = _part_around(but, text)
    amounts = amounts_in(text[but.end() : end])
    spans = days_in(without(text, names)[start : but.start()], today)
    one_day = len(spans) == 1 and len(days_named(spans[0].text, today)) == 1
    return one_day and len(amounts) == 1 and plain(text[but.end() : end]) == plain(amounts[0])


def without_header(text: str, today: date) -> str:
    """ "Hi! My list for this week:" above the lines of a list as the days that it names, or as nothing."""
    first, newline, rest = text.partition("\n")
    if not newline or not first.rstrip().endswith(":"):
        return text
    spans = days_in(first, today)
    words = first if len(spans) != 1 else first[: spans[0].start] + first[spans[0].end :]
    if len(spans) > 1 or said_besides(words) - _HEADER:
        return text
    return f"{spans[0].text}:\n{rest}" if spans else rest


def articles_in(text: str, names: Sequence[Mark]) -> list[Mark]:
    """The "un" of "un cp vendredi"."""
    found = ((_ARTICLE.search(text[: name.start]), name) for name in names if name.kind == "reason")
    marks = [Mark(article.start(), name.start, "aside") for article, name in found if article]
    return [mark for mark in marks if not overlaps(names, mark.start, mark.end)]


def names_one_day(days: Sequence[Mark], today: date) -> bool:
    """True where every day phrase is one day: "un cp la semaine prochaine" leaves open which."""
    return all(len(days_named(mark.text, today)) == 1 for mark in days)
