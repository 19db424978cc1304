""" "One day two weeks ago", "trois jours la semaine dernière": so many days of more of them, and nobody said which."""

from __future__ import annotations

import re
from datetime import date

from bot.phrases import BLANK, days_in
from bot.tools.marks import days_named
from bot.tools.names import plain

_NUMBERS = {"one": 1, "a": 1, "un": 1, "une": 1, "two": 2, "deux": 2, "three": 3, "trois": 3, "four": 4, "quatre": 4}
_SOME = "some|any|a few|a couple of|several|a single|one or two|quelques|plusieurs|certains|un ou deux"
_OF_WHAT = (
    rf"(?:\s*{BLANK}+|\s+(?:of|on|sur|de|d['’]|for|off|sick|ill|leave|holidays?|vacation|paid|annual|absent|away"
    r"|malade|maladie|cong[ée]s?|vacances|pay[ée]s?|rtt|repos|arr[êe]t)){0,4}"
)
"""What the counted days are: "one day sick last week", "une semaine de congés en août", or a name, blanked out."""
_COUNTED = re.compile(
    rf"(?<![\w/.,'’-])(?P<count>{_SOME}|{'|'.join(_NUMBERS)}|\d)\s+"
    rf"(?P<unit>days?|jours?|journ[ée]es?|weeks?|semaines?){_OF_WHAT}"
    r"\s+(?:of|in|during|from|de|du|d['’]|dans|pendant|en|au mois de)?\s*(?:the|la|le|les|l['’])?\s*$",
    re.IGNORECASE,
)
_SHARE_BEFORE = re.compile(r"(?:half|halves|quarters?|moiti[ée]|demi|of|de|d['’]|%)\s*$", re.IGNORECASE)
_SPANNING = re.compile(r"\b(?:weeks?|months?|semaines?|mois)\b")


def counted_phrase(phrase: str, text: str, today: date) -> str:
    """The phrase with the count that stands before it, where the count leaves open which days; else empty."""
    start = text.casefold().find(phrase.casefold())
    found = _COUNTED.search(text[:start]) if phrase and start > 0 else None
    if not found or _SHARE_BEFORE.search(text[: found.start()]):
        return ""
    days, count = days_named(phrase, today), _count(found["count"])
    if found["unit"].casefold().startswith(("week", "semaine")):
        return text[found.start() : start + len(phrase)] if count and len(days) > 7 * count else ""
    weeks = bool(_SPANNING.search(plain(phrase)))  # "two weeks ago" is a day; "one day two weeks ago" is one of a week
    is_open = (weeks and len(days) == 1) or (len(days) > 1 and count != len(days))
    if BLANK in found.group():
        return f"{found['count']} {found['unit']} {phrase}" if is_open else ""
    return text[found.start() : start + len(phrase)] if is_open else ""


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word.casefold(), 0)


def counts_days(text: str, today: date) -> bool:
    """True where days are counted anywhere in the text without saying which."""
    return any(counted_phrase(span.text, text, today) for span in days_in(text, today))
