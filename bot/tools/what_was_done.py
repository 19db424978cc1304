"""Questions about one's own report: "what did i do last week", "did i log friday", "what's left to fill"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Month
from bot.phrases import days_in, is_weekdays
from bot.tools.grounding import without_names
from bot.tools.marks import FEWEST_OF_A_MONTH, days_named
from bot.tools.past_days import OVER
from bot.tools.situation import Situation
from bot.tools.utterance import stands

_DONE = r"(?:do|done|put|log(?:ged)?|work(?:ed)?(?: on)?|fill(?:ed)?(?: in)?|enter(?:ed)?|book(?:ed)?|report(?:ed)?)"
_WHAT_I_DID = re.compile(
    rf"\b(?:what|how (?:much|many days)) (?:did|have) i {_DONE}\b|\bwhat was i (?:on|doing)\b"
    rf"|^\W*(?:did|have) i {_DONE}\b"
    r"|\bqu['’ ]?est[- ]ce que j['’ ]?(?:ai|avais)\b|\bj['’ ]?ai (?:fait|mis|saisi) quoi\b"
    r"|\best[- ]ce que j['’ ]?ai (?:bien )?(?:rempli|saisi|mis|not[ée]|fait)\b",
    re.IGNORECASE,
)
_TO_FILL = r"to (?:fill|log|do|report|enter)(?: in)?"
_A_REMPLIR = r"[àa] (?:remplir|saisir|faire)"
_WHAT_IS_LEFT = re.compile(
    r"\W*(?:(?:and|so|hey|hi|ok|et|alors|bon)\W+)*(?:"
    rf"what(?:['’]?s| is| do i)? (?:still )?(?:left|missing|have left|have)(?: (?:for me )?{_TO_FILL})?"
    rf"|(?:il )?me (?:reste|manque) quoi(?: {_A_REMPLIR})?|que me reste[- ]t[- ]il(?: {_A_REMPLIR})?"
    rf"|qu['’]?est[- ]ce qui (?:me )?(?:manque|reste)(?: {_A_REMPLIR})?)\W*",
    re.IGNORECASE,
)


def of_what_was_done(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "What did i do last week?" asks for what is written in the month of these days, not for that week's dates."""
    asking = [call for call in calls if call.tool == "get_dates_of_week" or _is_of_no_month(call)]
    if not _WHAT_I_DID.search(text) or len(asking) != 1:
        return list(calls)
    phrase = _in_one_month(str(asking[0].arguments.get("week") or ""), situation) or _days_asked_about(text, situation)
    arguments = {"month": phrase} if phrase else {}
    return [replace(call, tool="get_report", arguments=arguments) if call is asking[0] else call for call in calls]


def what_is_left(text: str) -> bool:
    """True for "what's left to fill?" and nothing else."""
    return bool(_WHAT_IS_LEFT.fullmatch(text))


def is_of_days_asked_about(phrase: str, month: Month, situation: Situation) -> bool:
    """True where the newest words ask what was done on days of this month, in these words."""
    text = "".join(situation.said[-1:])
    days = days_named(phrase, situation.today)
    said = stands(phrase.removesuffix(f" {OVER}"), (text,))
    return bool(_WHAT_I_DID.search(text)) and said and bool(days) and all(Month.of(day) == month for day in days)


def _is_of_no_month(call: ToolCall) -> bool:
    return call.tool == "get_report" and not any(call.arguments.get(name) for name in ("month", "employee"))


def _days_asked_about(text: str, situation: Situation) -> str:
    """The only days that the text names, where they all lie in one month and are not all of it."""
    bare = _bare(text, situation)
    spans = days_in(bare, situation.today)
    if len(spans) != 1:
        return ""
    phrase = spans[0].text
    ahead = is_weekdays(phrase) and min(days_named(phrase, situation.today), default=situation.today) > situation.today
    phrase = f"{phrase} {OVER}" if ahead else phrase  # nobody asks what was done on a day that is still to come
    return _in_one_month(phrase, situation)


def _in_one_month(phrase: str, situation: Situation) -> str:
    """The phrase where its days are a part of one month; else nothing: this month is shown."""
    days = days_named(phrase, situation.today)
    return phrase if len(days) < FEWEST_OF_A_MONTH and len({Month.of(day) for day in days}) == 1 else ""


def _bare(text: str, situation: Situation) -> str:
    return without_names(text, situation.ledger.projects(), situation.today)
