"""What the words leave as it is: "leave monday alone", "please don't touch Thursday", "ne touche pas à jeudi"."""

from __future__ import annotations

import re
from datetime import date

from bot.phrases import BLANK, days_in

_LEAVE = re.compile(
    r"\b(?:leave|keep|laisse[rz]?)\s+(?P<what>(?:(?!leave\b|keep\b|laisse|and\b|but\b|et\b|mais\b)[^,.;!?]){1,40}?)\s+"
    r"(?:as (?:it|they) (?:is|are|stands?)|as[- ]is|alone|untouched|unchanged"
    r"|comme (?:ça|ca|c['’]est|il est|ils sont)|tel quel)\b(?!\s+(?:a|an|the|my|une?|le|la|mon|ma)\b)",
    re.IGNORECASE,
)
_ABSENCE_BEFORE = re.compile(
    r"\b(?:on|days?|a|my|the|of|paid|unpaid|sick|annual|parental|maternity|paternity|took|taking|take|have|having|had|need|book"
    r"|booked|asked|for)\s+$",
    re.IGNORECASE,
)  # "i am on leave monday as it is a bridge day"
_DO_NOT_TOUCH = re.compile(
    r"\b(?:(?:don['’]?t|do not|never)\s+(?:touch|change|alter)"
    r"|ne?\s+(?:touche[rsz]?|change[rsz]?|modifie[rsz]?)\s+pas(?:\s+à)?"
    r"|touche[rsz]?\s+pas(?:\s+à)?)\s+(?:the\s+|my\s+|le\s+|la\s+)?",
    re.IGNORECASE,
)


def left_alone(text: str, today: date) -> list[tuple[int, int]]:
    """Where that stands, its verb included."""
    leaves = [match for match in _LEAVE.finditer(text) if not _ABSENCE_BEFORE.search(text[: match.start()])]
    found = [(match.start(), match.end()) for match in leaves]
    spans = days_in(text, today)
    for match in _DO_NOT_TOUCH.finditer(text):
        found += [
            (match.start(), span.start + len(span.text.partition(",")[0]))
            for span in spans
            if span.start == match.end()
        ]
    return sorted(found)


def without_left_alone(text: str, today: date) -> str:
    """The text with all of it blanked out, so that nothing is found there; every other character stays in its place."""
    letters = list(text)
    for start, end in left_alone(text, today):
        letters[start:end] = BLANK * (end - start)
    return "".join(letters)
