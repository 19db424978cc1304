"""Numbers of a month that the same message names before them: the 20th of "gull all of november, sick on the 20th"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

from bot.phrases.vocabulary import MONTH_NAMES
from bot.tools.days_left import NUMBERS
from bot.tools.marks import days_named
from bot.tools.names import plain
from bot.tools.past_days import is_plan
from bot.tools.utterance import places

_MONTH = re.compile(rf"\b(?:{'|'.join(MONTH_NAMES)}|février|août|décembre|last month)\b", re.IGNORECASE)
_ALSO_A_WORD = ("may", "mar", "mars", "dec", "sep", "jan")
_EVERY = re.compile(
    r"(?:every|each|all(?: the)?|les|tous les|chaque) "
    r"(?:(?:mon|tues|wednes|thurs|fri)day|lundi|mardi|mercredi|jeudi|vendredi)s?|(?:mon|tues|wednes|thurs|fri)days",
    re.IGNORECASE,
)
_OF = " of "
_SENTENCE_END = re.compile(r"[.;!?](?=\s|$)|\n")


def only_month(text: str) -> re.Match[str] | None:
    """The month that a text without the names of projects names, where it names one and no more."""
    named = [match for match in _MONTH.finditer(text) if plain(match.group()) not in _ALSO_A_WORD]
    return named[0] if len(named) == 1 else None


def of_the_month(dates: str, named: re.Match[str], text: str) -> str:
    """Bare numbers, or "every friday", with that month behind them; empty where they do not stand behind it in its
    sentence, or are a plan: "gull all november, i will be on vela the 3rd"."""
    standing = places(dates, text)
    every = _EVERY.fullmatch(dates)
    if not (every or NUMBERS.fullmatch(dates)) or not standing or standing[0][0] < named.end():
        return ""
    between = text[named.end() : standing[0][0]]
    return "" if _SENTENCE_END.search(between) or is_plan(between) else f"{dates}{_OF if every else ' '}{named.group()}"


def days_of_the_month_before_said(phrase: str, days: Collection[date], texts: Sequence[str], today: date) -> bool:
    """True for "the 20th november" where one text says "all of november, sick on the 20th"."""
    for text in texts:
        named = only_month(text)
        for joint in (_OF, " "):
            ending = f"{joint}{named.group()}" if named else ""
            if named and phrase.endswith(ending) and of_the_month(phrase.removesuffix(ending), named, text) == phrase:
                return bool(days) and set(days) <= set(days_named(phrase, today))
    return False
