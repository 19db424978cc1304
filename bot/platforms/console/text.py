"""Words on their way to a terminal: whatever could move its cursor, colour it or turn text around is taken out.

Names come from the ledger, words from people and from the model; none of them may speak to the terminal itself. Rich
interprets no mark-up here (only `Text` is printed), so this is the one door that control characters could come through.
"""

from __future__ import annotations

import re

from bot.domain.legible import legible

ELLIPSIS = "…"
NOTHING = "–"
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")  # French has no-break ones before some signs: they stay
_KEPT_END = 8  # characters: enough for the percent at the end of `Apollo 100`


def clean(text: str) -> str:
    """The text as `legible` leaves it, without tabs; lines stay lines."""
    return legible(text).replace("\t", " ")


def one_line(text: str, longest: int) -> str:
    """Clean text on one line, at most `longest` characters; the end is kept, since a percent may stand there."""
    text = _SPACES.sub(" ", clean(text)).strip() or NOTHING
    if len(text) <= longest:
        return text
    return f"{text[: longest - _KEPT_END - 1].rstrip()}{ELLIPSIS}{text[-_KEPT_END:]}"


def paragraphs(text: str, longest: int) -> str:
    """Clean text of several lines, at most `longest` characters."""
    text = clean(text).strip() or NOTHING
    return text if len(text) <= longest else text[: longest - 1].rstrip() + ELLIPSIS
