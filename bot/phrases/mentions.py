"""Whether free text speaks of days at all: for the safety line under an answer that writes nothing."""

import re
from datetime import date
from typing import Final

from bot.phrases.lexer import lexemes, scanned
from bot.phrases.neighbours import Lexeme
from bot.phrases.vocabulary import listed

_ALWAYS: Final = frozenset({"WEEKDAYS", "RELDAY", "DATE", "WEEKNO", "MONTHREF", "WEEKEND", "WEEKOF", "SHIFT"})
_OTHERWISE_WORDS: Final = listed("may march mon sat sun wed mer sam jeu dim ven sep dec jan mars")
_LEADS: Final = listed("OF FROM SINCE UNTIL EVERY BETWEEN REL NEAR NUM ORD")
_FOLLOWS: Final = listed("NUM ORD YEAR POST")
_WITH_UNIT: Final = listed("REL NEAR POST NUM ORD EVERY REST")
_PLAIN_WEEKDAYS: Final = frozenset({"WEEKDAY", "TO", "UNTIL", "AND", "COMMA", "OF", "FROM", "EXCEPT"})
_LONGEST_TEXT: Final = 4000
_FRENCH_RANGE: Final = re.compile(r"\bdu \d{1,2}(?:er)? au \d{1,2}\b(?!\s*%)")  # hours are "de 5 à 7"


def mentions_day(text: str, today: date) -> bool:
    """Whether the text names any day, date, week or month. `today` only keeps the signature of the readers."""
    del today
    words = scanned(text[:_LONGEST_TEXT])
    found = lexemes(text[:_LONGEST_TEXT])
    return bool(_FRENCH_RANGE.search(words)) or any(_names_day(found, at, words) for at in range(len(found)))


def is_weekdays(phrase: str) -> bool:
    """Whether a phrase is nothing but days of a week that it does not name: "mon to wed", "jeudi et vendredi"."""
    kinds = {lexeme.kind for lexeme in lexemes(phrase)}
    return "WEEKDAY" in kinds and kinds <= _PLAIN_WEEKDAYS


def _names_day(found: tuple[Lexeme, ...], at: int, words: str) -> bool:
    lexeme = found[at]
    before = found[at - 1].kind if at else ""
    after = found[at + 1].kind if at + 1 < len(found) else ""
    if lexeme.kind in ("WEEKDAY", "MONTH"):
        said = words[lexeme.start : lexeme.end]
        alone = len(found) == 1
        return said not in _OTHERWISE_WORDS or alone or _said_as_date(found, at, words)
    if lexeme.kind == "UNIT":
        return before in _WITH_UNIT or after in ("POST", "NUM") or _all_before(words, lexeme)
    if lexeme.kind == "ORD":
        return words[lexeme.start : lexeme.start + 1].isdigit()
    return lexeme.kind in _ALWAYS


def _said_as_date(found: tuple[Lexeme, ...], at: int, words: str) -> bool:
    """A short word that is also another one is a day only with a number, a preposition or another day."""
    before = found[at - 1].kind if at else ""
    after = found[at + 1].kind if at + 1 < len(found) else ""
    if before in _LEADS or after in _FOLLOWS or before == after == "COMMA":
        return True
    if words[: found[at].start].rstrip().endswith((" on", " le", " for", " pour")) or words.startswith("on "):
        return True
    joined = ("TO", "UNTIL", "AND", "COMMA")
    near = [found[at + 2].kind if after in joined and at + 2 < len(found) else after]
    near.append(found[at - 2].kind if before in joined and at > 1 else before)
    return bool({"WEEKDAY", "MONTH", "RELDAY"} & set(near))


def _all_before(words: str, lexeme: Lexeme) -> bool:
    return words[: lexeme.start].rstrip().endswith(("the", "all", "whole", "la", "le", "ce", "du", "of"))
