""" "The rest" as an amount: what another line leaves of its day, said in the same message or waiting on a card."""

from __future__ import annotations

import re

from bot.domain.timesheet import FULL_DAY
from bot.phrases import PhraseError, amounts_in, read_percent
from bot.tools.grounding import without_names
from bot.tools.names import plain
from bot.tools.situation import Situation

_DAY = r"(?:that|the|this|my) day|it"
_FRENCH_DAY = r"(?:cette |la |ma )?journee|ce jour"
REST = re.compile(
    rf"(?<!\w)(?:(?:the )?(?:rest|remainder)(?: of (?:{_DAY}))?|what(?:['’]?s| is)? (?:left|remains)(?: of (?:{_DAY}))?"
    r"|ce qu(?:['’ ]?il|i) reste(?: (?:de (?:cette |la )?journ[ée]e|du jour))?"
    rf"|(?:tout )?(?:le )?reste(?: (?:de |d['’])?(?:cette |la |ma )?journ[ée]e| de ce jour| du jour)?"
    r"|(?:the )?remaining (?:(?:25|50|75)(?: ?%)?|half|(?:three )?quarters?)"
    r"|(?:les? )?(?:(?:25|50|75)(?: ?%)?|quart|trois quarts) (?:qui restent?|restants?)"
    r"|(?:la )?moiti[ée] (?:qui reste|restante))(?!\w)",
    re.IGNORECASE,
)
"""Where it is said. An amount within it ("the remaining 25") says how much itself; the others say 100 less the rest."""
_IS_REST = re.compile(
    rf"(?:the )?(?:rest|remainder)(?: of (?:{_DAY}))?|what(?: ?s| is)? (?:left|remains)(?: of (?:{_DAY}))?"
    r"|ce qu(?: ?il|i) reste(?: (?:de (?:cette |la )?journee|du jour))?"
    rf"|(?:tout )?(?:le )?reste(?: (?:de (?:{_FRENCH_DAY})|du jour))?"
)

_BESIDE = re.compile(r"what is left beside (25|50|75) %")


def left_beside(percent: int) -> str:
    """The amount of work that is said without one beside work that has one: code writes it, nobody says it so."""
    return f"what is left beside {percent} %"


def beside_which(phrase: str) -> int | None:
    """The percent that `left_beside` was made of; None for other phrases."""
    beside = _BESIDE.fullmatch(phrase)
    return int(beside[1]) if beside else None


def is_rest(phrase: str) -> bool:
    """True for "the rest", "le reste de la journée": no days, but what is left of one."""
    return bool(_IS_REST.fullmatch(plain(phrase)))


def rest_of_the_day(phrase: str, situation: Situation) -> int | None:
    """100 less the one other amount of the newest message, or of the lines that wait where it names none.

    None for other phrases, and where there are several amounts or nothing is left.
    """
    if beside := beside_which(phrase):
        return FULL_DAY - beside
    if not is_rest(phrase):
        return None
    newest = situation.said[-1] if situation.said else ""
    bare = without_names(newest, situation.ledger.projects(), situation.today)
    said = {_percent(amount) for amount in amounts_in(bare) if not is_rest(amount)}
    waiting = {p.arguments.get("percent") for p in situation.pending if p.tool in ("add_activities", "add_absence")}
    taken = said or waiting
    value = taken.pop() if len(taken) == 1 else None
    return FULL_DAY - value if isinstance(value, int) and 0 < value < FULL_DAY else None


def _percent(amount: str) -> int | None:
    try:
        return read_percent(amount)
    except PhraseError:
        return None
