"""A week that a message names once, apart from its weekdays: "Hi, last week I was on gull Mon to Thu".

A model copies the weekdays and leaves the week out, and the card would be about this week.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import BLANK, days_in, is_weekdays
from bot.phrases.spans import Span
from bot.tools.asides import said_besides
from bot.tools.grounding import without_names
from bot.tools.marks import days_named, days_under
from bot.tools.mending_exchanges import SUBJECTS
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.weeks_said import IS_DONE, NAMED_WEEK, in_week, the_week

_EVERY_DAY = re.compile(
    r"(?:the )?(?:whole|entire|full|all) (?:the )?week|every ?day|each day|toute la semaine|tous les jours"
)
_THE_SAME = re.compile(r"\b(?:(?:that|the|this) same week|that week|(?:la|cette) meme semaine|cette semaine la)\b")
_NO_HEAD = re.compile(
    r"\b(?:since|until|till|by|before|after|like|as|than|of|from|depuis|jusqu|avant|apres|comme|que|de)\W*$"
)
_OPENING_WORDS = """hi hello hey morning afternoon evening good dear so ok okay right well and then now for in on hm hmm
    also bonjour bonsoir salut slt coucou cc yo allo alors bon donc et puis pour voila la le les sur du de"""
_OPENING = frozenset(_OPENING_WORDS.split())
_VERB_WORDS = """i m ve ll we was were am is are will be did do had have worked work working on in at the it for my
    me put log j je suis etais etait ai fait faisais serai sera sur a au en c bosse travaille mets moi mon ma ca"""
_VERBS = frozenset(_VERB_WORDS.split())
_STOP = re.compile(r"[.;!?]")


def under_the_only_week(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls with their weekdays in the week that the words name; what leaves a doubt stays as it is."""
    dated = [call for call in calls if call.arguments.get("dates")]
    if not dated or any(call.tool not in SUBJECTS or call.arguments.get(REPLACES) for call in dated):
        return list(calls)
    if not all(_is_bare(str(call.arguments["dates"])) for call in dated):
        return list(calls)
    found = [_within(str(call.arguments["dates"]), text, situation) for call in dated]
    if not all(found):
        return list(calls)
    meant = {id(call): dates for call, dates in zip(dated, found, strict=True)}
    return [
        replace(call, arguments={**call.arguments, "dates": meant[id(call)]}) if id(call) in meant else call
        for call in calls
    ]


def _is_bare(dates: str) -> bool:
    """True for weekdays, and for the days of a week, without a word of which."""
    return is_weekdays(dates) or bool(_EVERY_DAY.fullmatch(plain(dates)))


def _within(dates: str, text: str, situation: Situation) -> str:
    week = _same_week(dates, text, situation) or _head(text, situation)
    if not week:
        return ""
    return week if _EVERY_DAY.fullmatch(plain(dates)) else days_under(week, dates, situation.today)


def _same_week(dates: str, text: str, situation: Situation) -> str:
    """The week of what waits, where the words point at it: "wetland wed to fri that same week"."""
    monday = the_week(day for line in situation.pending for day in line.change.days)
    if monday is None or not _THE_SAME.search(plain(text)) or not is_weekdays(dates):
        return ""
    within = in_week(dates, monday, situation.said, situation.today)
    named = NAMED_WEEK.search(within)
    return named.group() if named else ""


def _head(text: str, situation: Situation) -> str:
    """The only week of the message, where it stands at the head of what the days are about."""
    bare = without_names(text, situation.ledger.projects(), situation.today)
    weeks = list(NAMED_WEEK.finditer(bare))
    if len(weeks) != 1 or _NO_HEAD.search(plain(bare[: weeks[0].start()])):
        return ""
    week = weeks[0]
    others = [span for span in days_in(_blanked(bare, week), situation.today) if not _is_bare(span.text)]
    if others or not _leads(bare, week, situation):
        return ""
    return week.group() if len(days_named(week.group(), situation.today)) > 2 else ""


def _leads(bare: str, week: re.Match[str], situation: Situation) -> bool:
    """True where only an opening stands before the week, and no more than a verb up to the first name or days."""
    ahead = re.split(r"[.;!?,:\n]", bare[: week.start()])
    if said_besides(ahead[-1]) - _OPENING or any(said_besides(part) - _OPENING for part in ahead[:-1]):
        return False
    spans: list[Span] = list(days_in(_blanked(bare, week), situation.today))
    stops = [span.start for span in spans if span.start >= week.end()]
    named = bare.find(BLANK, week.end())
    stops += [named] if named >= 0 else []
    between = bare[week.end() : min(stops)] if stops else ""
    if _STOP.search(between) or IS_DONE.search(between):
        return False
    return bool(stops) and not said_besides(between) - _OPENING - _VERBS


def _blanked(text: str, week: re.Match[str]) -> str:
    return text[: week.start()] + BLANK * len(week.group()) + text[week.end() :]
