"""A list with something else said before or behind it: "What a week! gull mon, anchor tue. Give Koen access to it."

Every sentence has to be a list or to say nothing of days, amounts and absences, and none may put the list in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.phrases import amounts_in, days_in
from bot.tools.absence_words import absences_in, likely_absences_in
from bot.tools.clauses import NO_PLAIN_LIST
from bot.tools.grounding import project_places, without_names
from bot.tools.marks import days_named
from bot.tools.names import plain
from bot.tools.plain_lists import Line
from bot.tools.situation import Situation

_SENTENCE_ENDS = (re.compile(r"(?<=[.!…:)])\s+|\n+"), re.compile(r"(?<=[.!…)])\s+|\n+"))  # "today: gull" is one
_ENGLISH_DOUBT = "don dont doesn didn if would should example draft test maybe perhaps plan planned unless said says"
_FRENCH_DOUBT = "si exemple brouillon essai peut etre prevu serait faudrait dit"
_DOUBT = NO_PLAIN_LIST | frozenset(f"{_ENGLISH_DOUBT} {_FRENCH_DOUBT}".split())
_APOLOGY = frozenset(["sorry", "pardon", "desole", "desolee", "oups", "oops"])
_AWAY_WORDS = "off away leave holiday holidays vacation absent absente conge conges repos libre free"
_AWAY = frozenset(_AWAY_WORDS.split())
WEEKEND = frozenset((5, 6))
_DO_NOT_MIND = re.compile(r"\b(?:do not|don['’]?t)\s+(?:judge|ask|laugh|mind|tell anyone)\b", re.IGNORECASE)
_NO_REPORT = re.compile(r"[?\"“”«»>`]")


def lines_among_sentences(
    text: str, lines_of: Callable[[str], Sequence[Line] | None], situation: Situation
) -> list[Line]:
    """The lines of the sentences that are lists; none where another sentence may say more of them."""
    if _NO_REPORT.search(text):
        return []
    return next(filter(None, (_among(end.split(text), lines_of, situation) for end in _SENTENCE_ENDS)), [])


def _among(
    sentences: Sequence[str], lines_of: Callable[[str], Sequence[Line] | None], situation: Situation
) -> list[Line]:
    parts = [part for part in sentences if part.strip()]
    if len(parts) < 2:
        return []
    if _says_when_it_is_typed(parts[0], situation):
        parts = parts[1:]
    read = [(part, lines_of(part)) for part in parts]
    if set(plain(" ".join(parts)).split()) & _DOUBT or any(
        not lines and _may_say_more(part, situation) for part, lines in read
    ):
        return []
    return [line for _, lines in read for line in lines or ()]


def _says_when_it_is_typed(part: str, situation: Situation) -> bool:
    """ "Sunday evening, sorry." above a list, on a sunday: no other day, no name, no amount."""
    part = _DO_NOT_MIND.sub(" ", part)
    projects = situation.ledger.projects()
    days = {day for span in days_in(part, situation.today) for day in days_named(span.text, situation.today)}
    weekdays = {day.weekday() for day in days}
    typed_now = bool(days) and (
        days == {situation.today} or weekdays == {situation.today.weekday()} == weekdays & WEEKEND
    )
    named = any(project_places(project, part, situation.today) for project in projects)
    words = set(plain(part).split())
    said = amounts_in(part) or absences_in(part, situation.ledger.absence_reasons()) or likely_absences_in(part)
    return typed_now and not named and not said and not words & _AWAY and not words & (_DOUBT - _APOLOGY)


def _may_say_more(part: str, situation: Situation) -> bool:
    bare = without_names(part, situation.ledger.projects(), situation.today)
    days = [span for span in days_in(bare, situation.today) if plain(span.text) != "mon"]  # "mon badge"
    return bool(days or amounts_in(bare) or absences_in(bare, situation.ledger.absence_reasons()))
