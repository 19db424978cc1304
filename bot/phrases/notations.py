"""Dates as English writes them, put in the grammar's order: "Friday, May 29", "October 16-25, 2026"."""

import re
from collections.abc import Sequence
from typing import Final

from bot.phrases.neighbours import Lexeme

# Over the types of the tokens, each followed by a space. In "mon, tue, 3 june" and "last friday, 3 june"
# the comma stands between two days; in "friday, 3 june" both sides are one, and must agree.
_LISTED: Final = "".join(
    f"(?<!{before} )" for before in ("WEEKDAY COMMA", "WEEKDAY AND", "WEEKDAY TO", "WEEKDAY UNTIL")
)
_QUALIFIED: Final = "".join(f"(?<!{before} )" for before in ("REL", "NEAR", "POST", "ORD", "EVERY"))
_NUMBER: Final = "(?:NUM|ORD) "
_COMMA: Final = re.compile(rf"{_LISTED}{_QUALIFIED}\bWEEKDAY (?=COMMA (?:MONTH {_NUMBER}|{_NUMBER}MONTH ))")
_MONTH: Final = re.compile(rf"(?<!NUM )(?<!ORD )\bMONTH (?={_NUMBER}(?:(?:TO|UNTIL|AND|COMMA) {_NUMBER})+(YEAR ))")


def in_grammar_order(found: Sequence[Lexeme]) -> list[Lexeme]:
    """Without the comma inside a date, and with a month that precedes several days and a year behind these days."""
    read = list(found)
    for match in reversed(list(_COMMA.finditer(_kinds(read)))):
        del read[_place(match, match.end())]
    for match in reversed(list(_MONTH.finditer(_kinds(read)))):
        month = read.pop(_place(match, match.start()))
        read.insert(_place(match, match.start(1)) - 1, month)
    return read


def _kinds(found: Sequence[Lexeme]) -> str:
    return "".join(f"{lexeme.kind} " for lexeme in found)


def _place(match: re.Match[str], character: int) -> int:
    """Which token begins at that character of the types."""
    return match.string.count(" ", 0, character)
