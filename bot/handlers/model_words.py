"""The model's own words before a person sees them: legible, of bounded length, and never what looks like a tool call.

A call that stands in words is no call: it is not carried out, and it is not shown as if it were an answer either.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.domain.legible import legible
from bot.errors import ModelRefused
from bot.tools.naming import names_something
from bot.tools.registry import TOOLS
from bot.tools.situation import Situation
from bot.words import say

LONGEST_WORDS = 2_000  # characters; an answer has a sentence or two
ENDLESS = 20_000  # characters of one answer, after which nobody waits for its end

_NAMES = "|".join(map(re.escape, TOOLS))
_CALL = re.compile(
    rf"""
    <\|?/?\s*(?:tool_?calls?|function|python_tag)   # tags of model families
    | \[/?\s*(?:TOOL_CALLS?|AVAILABLE_TOOLS)
    | ```[^`]*?(?:{_NAMES})                         # a block of code about a tool
    | [\[{{]\s*(?:\{{\s*)?["'](?:name|tool|function|arguments|parameters|tool_calls)["']\s*:
    | \{{[^{{}}]{{0,200}}?["'](?:name|tool|function)["']\s*:
    | \b(?:{_NAMES})\s*[({{\[]
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ENGLISH = (
    r"\b(?:done|logged|saved|added|recorded|written|entered|booked|filed|deleted|removed|updated|changed|copied|moved"
    r"|submitted|approved|assigned|created|registered|confirmed|stored|completed|applied|all set|taken care of"
    r"|in your (?:report|timesheet)|on your (?:report|timesheet))\b"
)
_FRENCH = (
    r"\bc'est (?:fait|bon|noté|enregistré)\b|\b(?:saisi|soumis|écrit|inscrit|fait|remis)e?s?\b"
    r"|\b(?:enregistr|ajout|not|supprim|effac|modifi|copi|valid|approuv|assign|cr|confirm|déplac|retir)ée?s?\b"
)
_CLAIM = re.compile(rf"{_ENGLISH}|{_FRENCH}|[✅✔☑👍]", re.IGNORECASE)


def shown_words(text: str) -> str:
    """What of the model's text may be shown: up to where a call begins, and not more than a page."""
    clean = legible(text).strip()
    call = _CALL.search(clean)
    words = clean[: call.start()].rstrip(" \n`:[{") if call else clean
    return words if len(words) <= LONGEST_WORDS else words[: LONGEST_WORDS - 1].rstrip() + "…"


def claims_a_change(text: str) -> bool:
    """True for words that say, in English or French, that something was written."""
    return bool(_CLAIM.search(text.replace("’", "'")))


def note_under(written: str, words: str, situation: Situation) -> str:
    """Code's own line under an answer (to `words`, where there are any) that could be taken for a written change."""
    named = any(names_something(text, situation) for text in (written, words) if text)
    if not named and not claims_a_change(written):
        return ""
    return say("nothing-written") if words else say("only-the-card")


def bounded(on_text: Callable[[str], None]) -> Callable[[str], None]:
    """`on_text` for one answer. Raises ModelRefused, which stops the engine, when the answer does not end."""
    heard = 0

    def hear(piece: str) -> None:
        nonlocal heard
        heard += len(piece)
        if heard > ENDLESS:
            raise ModelRefused(f"The model's answer has more than {ENDLESS} characters and does not end.")
        on_text(piece)

    return hear
