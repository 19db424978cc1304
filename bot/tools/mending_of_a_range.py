"""A day of a line that waits was another project's: "not thursday though, that's ops", "sauf vendredi, j'étais sur X".

A model makes one call of it: the whole line for the other project, or nothing on that day. Code takes the day out of
the line and puts the other project onto it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Project
from bot.phrases import days_in
from bot.phrases.spans import Span
from bot.tools.absence_words import likely_absences_in
from bot.tools.asides import said_besides
from bot.tools.excepted import EXCEPT
from bot.tools.grounding import only_project, without_names
from bot.tools.marks import days_named, days_under
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import places

_EXCEPT = rf"(?:{EXCEPT}|not|without|bar|excepte|mais pas|pas|a part|sans)"
_AHEAD = re.compile(rf"(?:^|\W){_EXCEPT}(?:\W+(?:on|the|le|la|for|pour))*\W*$", re.IGNORECASE)
_FIRST = re.compile(rf"{_EXCEPT}\s+", re.IGNORECASE)
_NUMBER = re.compile(r"\b((?:le|the) \d{1,2})\b(?!\s*[%/:h])", re.IGNORECASE)
"""A day that is one only to whoever calls it so: "sauf le 23"."""
_BEFORE_WORDS = "no oh ah oops wait sorry non attends pardon well ok okay and but mais et enfin alors"
_BEFORE = frozenset(_BEFORE_WORDS.split())
_BETWEEN_ENGLISH = """though tho that day when where it this which there then i thats its is was were s did worked on
    for because with the project rather instead"""
_BETWEEN_FRENCH = """ce jour la quand ou c ca cela j je ce est sera etait etais ai fait fais sur a au chez pour parce
    que car le avec projet plutot l d"""
_BETWEEN = frozenset(f"{_BETWEEN_ENGLISH} {_BETWEEN_FRENCH}".split())


def of_a_range(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...] | None:
    """The line without the day, and the other project on it; None for any message that says anything else."""
    lines = [line for line in situation.pending if line.tool == "add_activities"]
    bare = without_names(text, situation.ledger.projects(), situation.today)
    spans = days_in(bare, situation.today) or [Span(m.start(1), m.end(1), m[1]) for m in _NUMBER.finditer(bare)]
    if not calls or len(situation.pending) != 1 or not lines or "?" in text or not spans:
        return None
    line, span = lines[0], _without_exception(spans[0])
    before = str(line.phrases.get("dates") or "")
    within, days = span.text, set(days_named(span.text, situation.today))
    if not days <= set(line.change.days):  # the friday of last week
        within = days_under(before, span.text, situation.today)
        days = set(days_named(within, situation.today))
    named = only_project(text, situation.ledger.projects(), situation.today) or _called(calls, text, situation)
    if len(spans) != 1 or "," in span.text or not days or not days < set(line.change.days) or not named:
        return None
    if named[0].code == line.arguments.get("project") or likely_absences_in(text):
        return None
    start, end = named[1]
    if start < span.end or not _is_all(text[: span.start], text[span.end : start], text[end:]):
        return None
    exception = _AHEAD.search(text[: span.start])
    rest = f"{before} {text[exception.start() : span.end].strip(' ,.;:!')}" if exception else before
    left = set(days_named(rest, situation.today))
    if not left or left & days:
        return None
    said = {name: value for name, value in line.phrases.items() if name != "dates"}
    return (
        ToolCall(f"{calls[0].id}-0", "add_activities", {**said, "dates": rest, REPLACES: str(line.line)}),
        ToolCall(f"{calls[0].id}-1", "add_activities", {"project": text[start:end], "dates": within}),
    )


def _without_exception(span: Span) -> Span:
    """The days of "sauf vendredi", which reads as a phrase of its own."""
    found = _FIRST.match(span.text)
    at = found.end() if found else 0
    return Span(span.start + at, span.end, span.text[at:])


def _called(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[Project, tuple[int, int]] | None:
    """The project that is named by a word of its name, as the only call has it, and where."""
    phrase = str(calls[0].arguments.get("project") or "") if len(calls) == 1 else ""
    meant = candidates(phrase, named_projects(situation.ledger.projects())) if phrase else []
    standing = places(phrase, text)
    return (meant[0], standing[0]) if len(meant) == len(standing) == 1 else None


def _is_all(ahead: str, between: str, behind: str) -> bool:
    """True where nothing is said but the exception and the other project."""
    exception = _AHEAD.search(ahead)
    if exception is None or set(plain(ahead[: exception.start()]).split()) - _BEFORE:
        return False
    return not set(plain(between).split()) - _BETWEEN and not said_besides(plain(behind)) - _BETWEEN
