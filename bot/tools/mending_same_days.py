"""Days that are only pointed at: "nova for both", "harvest on all five days", "kite 50 the same days, les mêmes jours".

A model copies the pointing words, or no days at all. They are those of what was said before, in the same message or on
the card, and only where the count that the words give is right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import amounts_in, days_in
from bot.tools.asides import said_besides
from bot.tools.marks import days_named
from bot.tools.names import plain
from bot.tools.shares import is_rest
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import places, stands

_NUMBERS = {"two": 2, "deux": 2, "three": 3, "trois": 3, "four": 4, "quatre": 4, "five": 5, "cinq": 5, "both": 2}
_COUNT = r"(?P<count>two|three|four|five|[2-5])"
_COUNTED = r"(?P<counted>two|three|four|five|[2-5])"
_COMPTE = r"(?P<compte>deux|trois|quatre|cinq|[2-5])"
_POINTING = re.compile(
    r"\b(?:(?:on |for )?(?:"
    rf"both(?: of (?:them|those|these))?(?: days)?|(?:in )?all (?:the )?{_COUNT}(?: of (?:them|those|these))?(?: days)?"
    rf"|(?:in )?the {_COUNTED} days|(?:each|every one|all) of (?:them|(?:those|these)(?: days)?)"
    r"|(?:on )?(?:the|those|these) same days"
    r"|(?:those|these) days|same days)"
    rf"|(?:pour )?(?:(?:tous |toutes )?les {_COMPTE}(?: jours)?|(?:les|ces) memes jours|memes jours"
    r"|chacun de ces jours|ces jours(?: la)?))\b"
)
_THAT_WEEK = re.compile(r"(?:(?:for )?(?:all )?(?:of )?that (?:whole |entire |full )?week|(?:toute )?cette semaine la)")
_A_WEEK = re.compile(r"(?:the |la )?(?:whole |entire |full )?(?:week|semaine)")
_EACH = re.compile(r"(?:on )?(?:every|each)(?: single)? day|tous les jours|chaque jour")
_WEEK = range(3, 8)  # days; a week with holidays in it, or with its weekend
_ELSEWHERE = re.compile(r" (?:as|than|que|in|of|next|last|this|that|la semaine|le mois|de la|du mois)\b")
"""Behind "the same days": those of last week, or next week, are others."""
_SOME_OF = re.compile(r"\b(?:of|de|des|d)\s*$")
_TOO = frozenset(["too", "also", "as", "well", "aussi", "instead", "again", "same", "it", "that"])
_CLAUSE_EDGE = re.compile(r"[,;:!?]|[.](?=\s|$)")
_OF = re.compile(r"(?:\s+(?:of|on|for|de|sur|pour|d))+$")


def with_days_said_before(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls whose days are pointed at with the days that are meant; what is not certain stays as it is."""
    done: list[ToolCall] = []
    for at, call in enumerate(calls):
        pointed = _pointed(call, done, [*done, *calls[at + 1 :]], text, situation)
        done.append(call if call.arguments.get("dates") and not pointed.arguments.get("dates") else pointed)
    return done


def _pointed(
    call: ToolCall, before: Sequence[ToolCall], others: Sequence[ToolCall], text: str, situation: Situation
) -> ToolCall:
    call = _by_its_amount(call, before, text, situation)
    if _takes_anothers_days(call, before, others, text, situation):
        call = replace(call, arguments={name: said for name, said in call.arguments.items() if name != "dates"})
    dates = str(call.arguments.get("dates") or "")
    if call.tool in ADDING and _is_that_week(plain(dates), plain(text)):
        return _of_that_week(call, text, situation)
    each = bool(_EACH.fullmatch(plain(dates)))
    if call.tool not in ADDING or (days_named(dates, situation.today) and not each):
        return call
    if each and not call.arguments.get("percent"):
        return call  # "gull monday and tuesday, i was sick every day"
    said = plain(dates) if dates else _only_pointing(call, others, text, situation)
    match = _POINTING.search(said) or _EACH.fullmatch(said)
    if match is None:
        return call
    share = None if _is_of_some(said[: match.start()], match.group()) else _share(said[: match.start()], call)
    if share is None or said[match.end() :].strip():
        return call
    meant = _meant(match, before, text, situation)
    if not meant or (call.arguments.get(REPLACES) and not dates):
        return call
    return replace(call, arguments={**call.arguments, **share, "dates": meant})


def _by_its_amount(call: ToolCall, before: Sequence[ToolCall], text: str, situation: Situation) -> ToolCall:
    """ "And maquettes the other half of both days": the days are pointed at in what a model took for the amount."""
    said = plain(str(call.arguments.get("percent") or ""))
    match = _POINTING.search(said) if call.tool in ADDING and not call.arguments.get(REPLACES) else None
    if match is None or said[match.end() :].strip():
        return call
    share = _share(said[: match.start()], replace(call, arguments={}))
    meant = _meant(match, before, text, situation)
    return replace(call, arguments={**call.arguments, **share, "dates": meant}) if share and meant else call


def _takes_anothers_days(
    call: ToolCall, before: Sequence[ToolCall], others: Sequence[ToolCall], text: str, situation: Situation
) -> bool:
    """True for the friday of "gull mon-thu, vela same days, fri leave" that a model gave to vela; days of a call before
    it are those that are pointed at."""
    dates, subject = str(call.arguments.get("dates") or ""), plain(str(call.arguments.get("project") or ""))
    if call.tool != "add_activities" or not subject or call.arguments.get(REPLACES):
        return False
    if any(plain(str(other.arguments.get("dates") or "")) == plain(dates) for other in before):
        return False
    if not any(
        other is not call and plain(str(other.arguments.get("dates") or "")) == plain(dates) for other in others
    ):
        return False
    own = [part for part in _CLAUSE_EDGE.split(text) if stands(subject, [part])]
    return len(own) == 1 and bool(_POINTING.search(plain(own[0]))) and not days_in(own[0], situation.today)


def _is_that_week(dates: str, said: str) -> bool:
    """True for "that whole week", and the "whole week" that a model took of it and that stands nowhere else."""
    if not _A_WEEK.fullmatch(dates):
        return bool(_THAT_WEEK.fullmatch(dates))
    return bool(_THAT_WEEK.search(said)) and not stands(dates, [_THAT_WEEK.sub(".", said)])


def _of_that_week(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "I'm on leave that whole week" behind "which days has week 51": the only week of the words before."""
    before = next((words for words in reversed(situation.said) if words != text), "")
    weeks = [s.text for s in days_in(before, situation.today) if len(days_named(s.text, situation.today)) in _WEEK]
    return replace(call, arguments={**call.arguments, "dates": weeks[0]}) if len(weeks) == 1 else call


def _only_pointing(call: ToolCall, others: Sequence[ToolCall], text: str, situation: Situation) -> str:
    """The pointing words of the message, where this call alone has no days and they stand there once."""
    if not call.arguments.get("project" if call.tool == "add_activities" else "reason"):
        return ""
    if any(other.tool in ADDING and not other.arguments.get("dates") for other in others):
        return ""
    said = plain(text)
    found = list(_POINTING.finditer(said))
    if len(found) != 1 or _ELSEWHERE.match(said, found[0].end()):
        return ""
    subject = plain(str(call.arguments.get("project" if call.tool == "add_activities" else "reason")))
    beside = [part for part in map(plain, _CLAUSE_EDGE.split(text)) if found[0].group() in part]
    if len(beside) != 1 or not stands(subject, beside):
        return ""  # "luca was there both days, vela"
    ahead, _, behind = beside[0].partition(found[0].group())
    rest = f" {ahead} {behind} ".replace(f" {subject} ", " ")
    for amount in map(plain, amounts_in(rest)):
        rest = rest.replace(amount, " ")
    return "" if _is_of_some(ahead, found[0].group()) or said_besides(rest) - _TOO else found[0].group()


def _is_of_some(ahead: str, pointing: str) -> bool:
    """True for "half of those days", which may be half the days; not for "half of each of those days"."""
    return bool(_SOME_OF.search(ahead)) and not re.match(r"each|every|all|chacun", pointing)


def _share(ahead: str, call: ToolCall) -> dict[str, str] | None:
    """What stands before the pointing words as an amount: "the other half" of "… of each of those days".

    None where it is something else.
    """
    words = _OF.sub("", ahead.rstrip()).strip()
    if not words:
        return {}
    amounts = amounts_in(words)
    if len(amounts) != 1 and not is_rest(words):
        return None
    return {} if call.arguments.get("percent") else {"percent": amounts[0] if amounts else words}


def _meant(match: re.Match[str], before: Sequence[ToolCall], text: str, situation: Situation) -> str:
    """The days that the words point at: those of the call before, the only ones of the message, or of the card."""
    said_before = [str(call.arguments.get("dates") or "") for call in before if call.arguments.get("dates")]
    until = _place(match.group(), text)
    named = [span for span in days_in(text, situation.today) if not _EACH.fullmatch(plain(span.text))]
    if named and named[0].start >= until:
        return ""
    spans = [span.text for span in named]
    lines = {str(p.phrases.get("dates") or "") for p in situation.pending if p.tool in ADDING}
    options = said_before[-1:] or (spans if len(spans) == 1 else [])
    if not options and not spans and len(lines) == 1 and stands(min(lines), situation.said):
        options = [min(lines)]
    days = days_named(options[0], situation.today) if options else ()
    return options[0] if _is_count(match, len(days)) else ""


def _place(pointing: str, text: str) -> int:
    """Where the pointing words begin: "i was on gull these days, vela monday and tuesday" points at nothing."""
    standing = places(pointing, text)
    return standing[0][0] if len(standing) == 1 else len(text)


def _is_count(match: re.Match[str], days: int) -> bool:
    groups = match.groupdict()
    word = (
        groups.get("count")
        or groups.get("counted")
        or groups.get("compte")
        or ("both" if "both" in match.group() else "")
    )
    least = 3 if _EACH.fullmatch(match.group()) else 2
    return days == (_NUMBERS.get(word) or int(word)) if word else days >= least
