"""Weekdays that words say are over: "i was sick thursday", said on a Monday, is the Thursday of last week.

A bare weekday is that day of the current week, past or future. Only where a verb of the past speaks of a day that is
still ahead can no other week be meant than the last one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.phrases import Span, days_in, is_weekdays
from bot.tools.marks import days_named
from bot.tools.utterance import places, stands

OVER = "last week"
"""What is put behind the weekdays of a call."""
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|lun|mar|mer|jeu|ven)\w*"
_PAST = re.compile(
    r"\b(?:was|wasn['’]?t|were|weren['’]?t|did|didn['’]?t|worked|spent|had|took|stayed|started|finished|helped|went|been"
    r"|ended up|c['’ ]?[ée]tait|[ée]tais|[ée]tait|j['’ ]?avais"
    r"|(?:j['’ ]?|on )ai?\s+(?:\w+ ){0,2}?(?:fait|boss[ée]|travaill[ée]|pass[ée]|pris|eu|[ée]t[ée]|pos[ée])"
    r"|ét[ée])\b",
    re.IGNORECASE,
)
_FORGOTTEN = re.compile(
    r"\b(?:forgot(?:ten)?|missed|didn['’]?t) (?:to )?(?:log|fill|report|enter|record|note|declare)\b"
    rf"|\bforgot(?:ten)? (?:about )?(?:it|that|them|this|{_WEEKDAY})\b"
    r"|\boubli[ée]e? (?:de|d['’]) ?(?:le |la |les )?(?:noter|remplir|saisir|d[ée]clarer|rentrer|pointer|entrer)\b"
    rf"|\boubli[ée] (?:de )?(?:le |la |{_WEEKDAY})|\bl['’]ai oubli[ée]\b",
    re.IGNORECASE,
)
_NOT_OVER = re.compile(
    r"\b(?:will|i['’]?ll|we['’]?ll|won['’]?t|am|i['’]?m|we['’]?re|it['’]?s|is|isn['’]?t|are|going|gonna|plan\w*|book\w*"
    r"|suppos\w*|meant|hoping|thinking|scheduled|due|next|tomorrow|demain|suis|serai|sera|serais|vais|va|aurai|pr[ée]vus?"
    r"|devais|devait|allais|prochaine?|c['’ ]?est)\b",
    re.IGNORECASE,
)
_LAST = re.compile(
    rf"(?:last|past) {_WEEKDAY}(?:\s*(?:-|–|to|and|&)\s*{_WEEKDAY})?|{_WEEKDAY} (?:dernier|pass[ée])", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"[.;!?,\n]|\s(?:but|mais|then|puis)(?=\s)", re.IGNORECASE)
_PART = re.compile(r"[^\s,](?:[^,]*[^\s,])?")
_SENTENCE_END = re.compile(r"[.;!?\n]")
_WEEK = re.compile(r"\b(?:weeks?|semaines?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Day:
    """A day phrase of a message, the clause that it stands in, and what is known of it."""

    span: Span
    clause: str
    days: tuple[date, ...]
    bare: bool
    """Nothing but weekdays, of no week that it names."""

    def is_ahead(self, today: date) -> bool:
        return self.bare and any(day > today for day in self.days)

    @property
    def is_past(self) -> bool:
        return bool(_PAST.search(self.clause)) and not _NOT_OVER.search(self.clause)

    @property
    def has_no_verb(self) -> bool:
        return not _PAST.search(self.clause) and not _NOT_OVER.search(self.clause)


def spans_over(text: str, today: date, *, in_parts: bool = False) -> list[Span]:
    """The weekdays of last week in a text that has no project's names in it (`bot.tools.grounding.without_names`).

    `in_parts` takes each part of a list by itself: in "i was on gull monday, thursday sick" only the first one is told.
    """
    if _WEEK.search(text):
        return []  # it says itself of which week
    spans = [part for span in days_in(text, today) for part in (_parts(span) if in_parts else [span])]
    found = [_day(span, text, today) for span in spans]
    forgotten = bool(_FORGOTTEN.search(text))
    over = {
        n
        for n, day in enumerate(found)
        if day.is_ahead(today) and (day.is_past or (forgotten and not _NOT_OVER.search(day.clause)))
    }
    last = {n for n, day in enumerate(found) if _LAST.fullmatch(day.span.text)}
    over |= _told_on(found, over | last, text, today)
    return [found[n].span for n in sorted(over)]


def is_over(dates: str, text: str, today: date) -> bool:
    """True where the text has these weekdays, and says wherever they stand that they are over."""
    whole, standing = {(span.start, span.end) for span in spans_over(text, today)}, places(dates, text)
    parts = spans_over(text, today, in_parts=True)
    return bool(standing) and all(
        place in whole or any(part.start <= place[0] and place[1] <= part.end for part in parts) for place in standing
    )


def days_over_said(phrase: str, texts: Sequence[str], today: date) -> bool:
    """True for "thursday last week" where a text says "i was sick thursday", or the newest one "and thursday too"
    and an earlier one "friday was gull"."""
    weekdays = phrase.removesuffix(f" {OVER}")
    if weekdays == phrase or not is_weekdays(weekdays):
        return False
    if any(is_over(weekdays, text, today) for text in texts):
        return True
    return stands(weekdays, texts[-1:]) and any(spans_over(text, today) for text in texts[:-1])


def _told_on(found: Sequence[_Day], over: set[int], text: str, today: date) -> set[int]:
    """What a story in the order of its days says besides: "monday was gull, i was sick thursday, vela friday"."""
    told: set[int] = set()
    for n, (day, following) in enumerate(pairwise(found)):
        is_told = following.bare and following.has_no_verb and today not in following.days
        if n in over | told and is_told and _goes_on(day, following, text):
            told.add(n + 1)
    for n in range(len(found) - 2, -1, -1):
        day, following = found[n], found[n + 1]
        known = n + 1 in over | told and following.is_ahead(today) and _is_next(day, following)
        if known and day.bare and (day.is_past or day.has_no_verb) and _goes_on(day, following, text):
            told.add(n)
    return told


def _is_next(day: _Day, following: _Day) -> bool:
    """Day by day: the Monday of "monday was gull, friday was vela" may as well be this week's."""
    return bool(day.days) and max(d.weekday() for d in day.days) + 1 == min(d.weekday() for d in following.days)


def _goes_on(day: _Day, following: _Day, text: str) -> bool:
    """Later in the same week, in the same sentence."""
    if not day.days or not following.days or _SENTENCE_END.search(text[day.span.end : following.span.start]):
        return False
    return max(d.weekday() for d in day.days) < min(d.weekday() for d in following.days)


def _parts(span: Span) -> list[Span]:
    return [Span(span.start + m.start(), span.start + m.end(), m.group()) for m in _PART.finditer(span.text)]


def _day(span: Span, text: str, today: date) -> _Day:
    return _Day(span, _clause(span, text, today), days_named(span.text, today), is_weekdays(span.text))


def _clause(span: Span, text: str, today: date) -> str:
    """What is said of a day: up to the next stop on either side, and the next clause where that names no days."""
    begin = max((m.end() for m in _CLAUSE_END.finditer(text, 0, span.start)), default=0)
    ends = [m.start() for m in _CLAUSE_END.finditer(text, span.end)]
    first, *more = [*ends, len(text)]
    clause = text[begin:first]
    if _PAST.search(clause) or not more:
        return clause
    behind = text[first : more[0]]
    return clause if _SENTENCE_END.match(behind) or days_in(behind, today) else clause + behind
