"""Somebody else's words: what stands in quotation marks is told, not asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.tools.utterance import places, words_of

_QUOTED = re.compile(
    r"\"([^\"]+)\"|“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]"
    r"|(?<!\w)['‘](?!\d)((?:[^'‘’]|\b['’]\b)+)['’](?!\w)"  # an apostrophe inside of a word ends nothing
)
_FEWEST = 5  # words; fewer are a name: project "Blue Moon"
_DAYS = ("dates", "source", "month")

Place = tuple[int, int]


def is_quoted(arguments: Mapping[str, str], text: str) -> bool:
    """True where the days of a call, or all that it says, stand in a longer quotation of the text and nowhere else."""
    quotes = [match.span() for match in _QUOTED.finditer(text) if len(words_of(match.group())) >= _FEWEST]
    if not quotes:
        return False
    standing = {name: found for name, value in arguments.items() if (found := places(str(value), text))}
    days = [name for name in _DAYS if name in standing]
    return any(_within(standing[name], quotes) for name in days) or (
        bool(standing) and not days and all(_within(found, quotes) for found in standing.values())
    )


def _within(found: list[Place], quotes: list[Place]) -> bool:
    return all(any(start <= a and b <= end for start, end in quotes) for a, b in found)
