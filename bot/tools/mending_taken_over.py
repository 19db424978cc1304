"""Days that a line waits with and that something else is to have: "finalement le 24 je suis en formation".

A model makes a new call of it, and the day would be full twice. Code takes the day out of the line that waits: nobody
is ill and at work all day, or on two projects all day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.domain.timesheet import FULL_DAY
from bot.phrases import PhraseError, days_in, is_weekdays, read_percent
from bot.tools.excepted import EXCEPT
from bot.tools.marks import days_named, days_under
from bot.tools.mending_corrections import days_left, is_all_of_it
from bot.tools.mending_exchanges import SUBJECTS, amount_of, subject_of
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.weeks_said import NAMED_WEEK, in_week, monday_of, the_week

HALF_DAY = 50
"""Percent: what is left of a day is said by the same words ("the morning" of two, "half")."""
_BESIDE = re.compile(r"\b(?:also|too|as well|both|besides|aussi|en plus|egalement|ainsi que|tous les deux)\b")
"""What says that a line stays as it is beside another one."""
_OF_THE_CARD = re.compile(
    r"\b(?:nope|nah|wait|actually|instead|sorry|oops|except|too(?! (?:bad|much|many|late|long))|also|as well|rather"
    r"|en fait|finalement|plutot|sauf|aussi|egalement|pardon|attends)\b"
    r"|^(?:(?:ah|oh|but|and|mais|et) )*(?:not?|non|pas)\b(?! (?:sure|idea|certain|worries|problem|sur|sure|de souci))"
    r"|^(?:(?:le|the|on) )?[a-z]+ (?:non|nope)\b"  # "le mercredi non, congé payé"
)
"""What says that a message goes on with what the card is about."""
_PAST = re.compile(
    r"\b(?:was|were|did|had|been|worked|took|forgot|etais|etait|avais"
    r"|ai (?:ete|fait|eu|pris|passe|bosse|travaille|oublie))\b"
)
_COMING = re.compile(r"\b(?:will|ll|going to|gonna|am|m|have|need|serai|sera|vais|prends|prendrai|suis|aurai)\b")
_EXCEPTED = re.compile(rf"^(?P<whole>.+?)\s+(?:{EXCEPT}|not|pas|but)\s+(?P<taken>.+)$", re.IGNORECASE)
_BEGINS_EXCEPTING = re.compile(rf"\W*(?:(?:ah|oh|oops|but|mais|sorry|and|et)\W+)*(?:{EXCEPT}|not|pas)\b", re.IGNORECASE)


def with_days_taken_over(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls, and the only line that waits with their days without these; what leaves a doubt stays as it is."""
    lines = [p for p in situation.pending if p.tool in SUBJECTS and p.change.days]
    if not lines or "?" in text or any(call.tool not in SUBJECTS for call in calls):
        return list(calls)
    known = [_with_its_reason(call, lines, situation) for call in calls]
    placed = [_new(_placed(_new(call, lines, situation), lines, text, situation), lines, situation) for call in known]
    corrected = {str(call.arguments.get(REPLACES) or "") for call in placed}
    free = [line for line in lines if str(line.line) not in corrected]
    new = [call for call in placed if not call.arguments.get(REPLACES) and call.arguments.get(SUBJECTS[call.tool])]
    met = [line for line in free if any(_days(call, situation) & set(line.change.days) for call in new)]
    if len(met) != 1:
        return placed
    taking = [call for call in new if _days(call, situation) & set(met[0].change.days)]
    return [*_left(met[0], taking, text, situation), *placed]


def _left(line: Proposal, taking: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The line in its own place without the days that the calls fill, and the half that they leave; or nothing."""
    taken, amount = _days(taking[0], situation), sum(map(_amount, taking))
    own = [call for call in taking if _subject(call, situation) == subject_of(line)]
    if any(_days(call, situation) != taken or not _amount(call) for call in taking) or not amount_of(line):
        return []
    if amount > FULL_DAY or amount + amount_of(line) <= FULL_DAY or any(not c.arguments.get("percent") for c in own):
        return []
    if _BESIDE.search(plain(text)) and all(call.tool == line.tool for call in taking):
        return []
    if amount < FULL_DAY and not own:
        return _left_half(line, taking[0], amount, situation)
    dates = days_left(line, taken, situation, str(taking[0].arguments.get("dates") or ""))
    return [_again(line, f"{taking[0].id}-left", dates=dates)] if dates else []


def _left_half(line: Proposal, taking: ToolCall, amount: int, situation: Situation) -> list[ToolCall]:
    """The days that something else has the half of: the other half stays the line's, in the same words."""
    taken, said = _days(taking, situation), str(taking.arguments.get("dates") or "")
    if amount != HALF_DAY or amount_of(line) != FULL_DAY or not taken <= set(line.change.days):
        return []
    half = {"dates": said, "percent": str(taking.arguments.get("percent"))}
    if taken == set(line.change.days):
        return [_again(line, f"{taking.id}-half", **half)]
    dates = days_left(line, taken, situation, said)
    if not dates:
        return []
    beside = _again(line, f"{taking.id}-half", **half)
    beside = replace(beside, arguments={name: value for name, value in beside.arguments.items() if name != REPLACES})
    return [_again(line, f"{taking.id}-left", dates=dates), beside]


def _again(line: Proposal, call_id: str, **said: str) -> ToolCall:
    """The line in its own place with something else in it."""
    kept = {name: str(line.phrases[name]) for name in (SUBJECTS[line.tool], "percent") if line.phrases.get(name)}
    return ToolCall(call_id, line.tool, {**kept, **said, REPLACES: str(line.line)})


def _with_its_reason(call: ToolCall, lines: Sequence[Proposal], situation: Situation) -> ToolCall:
    """ "On the 24th just half a day off" behind leave to the 31st: the reason of the only line that has the day."""
    days = _days(call, situation)
    if call.tool != "add_absence" or call.arguments.get("reason") or not days:
        return call
    if not call.arguments.get("percent"):
        return call  # "absent friday" behind leave on friday says nothing new: what kind of absence, is asked
    having = [line for line in lines if days <= set(line.change.days)]
    if len(having) != 1 or having[0].tool != "add_absence" or not having[0].phrases.get("reason"):
        return call
    return replace(call, arguments={"reason": str(having[0].phrases["reason"]), **call.arguments})


def _new(call: ToolCall, lines: Sequence[Proposal], situation: Situation) -> ToolCall:
    """An absence on some days of a line of work is no correction of the whole line."""
    line = next((p for p in lines if str(p.line) == str(call.arguments.get(REPLACES) or "")), None)
    days = _days(call, situation)
    if (
        line is None
        or (call.tool == line.tool and not _is_another_absence(call, line, situation))
        or not days
        or not days < set(line.change.days)
        or is_all_of_it(situation)
    ):
        return call
    return replace(call, arguments={name: value for name, value in call.arguments.items() if name != REPLACES})


def _is_another_absence(call: ToolCall, line: Proposal, situation: Situation) -> bool:
    """True for illness on some days of a leave: the other days stay leave."""
    reasons = {_subject(call, situation), subject_of(line)}
    return call.tool == "add_absence" and len(reasons) == 2 and "" not in reasons


def _placed(call: ToolCall, lines: Sequence[Proposal], text: str, situation: Situation) -> ToolCall:
    """A new call with its days as the card makes them: the friday of "except fri, i was sick", in the card's week."""
    dates = str(call.arguments.get("dates") or "")
    own = [line for line in lines if str(line.line) == str(call.arguments.get(REPLACES) or "")]
    if own and own[0].tool != call.tool and (excepted := _excepted(call, own, text, situation)):
        kept = {name: said for name, said in call.arguments.items() if name != REPLACES}
        return replace(call, arguments={**kept, "dates": excepted})
    if own:
        within = _in_week(call, own, text, situation)
        if own[0].tool == call.tool or not _is_in_the_other_time(call, within, text, situation):
            return within
        return replace(call, arguments={name: said for name, said in call.arguments.items() if name != REPLACES})
    if call.arguments.get(REPLACES) or not dates:
        return call
    excepted = _excepted(call, lines, text, situation)
    if excepted:
        return replace(call, arguments={**call.arguments, "dates": excepted})
    if not _OF_THE_CARD.search(plain(text)) or _is_elsewhere(lines, text, situation):
        return call
    within = _in_week(call, lines, text, situation)
    if not any(_days(within, situation) <= set(line.change.days) for line in lines):
        return call  # no line has all of them: nothing says that they are of the card's week
    if _is_in_the_other_time(call, within, text, situation) or _finds_no_room(within, lines, text, situation):
        return call
    return within


def _is_elsewhere(lines: Sequence[Proposal], text: str, situation: Situation) -> bool:
    """True where the message names days of another week than the lines': "tomorrow I am off, also friday"."""
    monday = the_week(day for line in lines for day in line.change.days)
    spans = [span.text for span in days_in(text, situation.today) if not is_weekdays(span.text)]
    named = [day for span in spans for day in days_named(span, situation.today)]
    return any(monday_of(day) != monday for day in named)


def _finds_no_room(call: ToolCall, lines: Sequence[Proposal], text: str, situation: Situation) -> bool:
    """True for "vela on friday too" where gull has that friday whole: another friday may be meant."""
    met = [line for line in lines if line.tool == call.tool and _days(call, situation) & set(line.change.days)]
    return bool(_BESIDE.search(plain(text))) and any(amount_of(line) + _amount(call) > FULL_DAY for line in met)


def _is_in_the_other_time(call: ToolCall, within: ToolCall, text: str, situation: Situation) -> bool:
    """True where the words are about what was, and the card about what comes: "sorry, I was sick on monday" behind
    "gull next week"; and the other way round."""
    bare, days, said = _days(call, situation), _days(within, situation), plain(text)
    if not bare or not days or bare == days:
        return False
    if min(days) > situation.today:
        return max(bare) <= situation.today and bool(_PAST.search(said))
    return min(bare) >= situation.today and bool(_COMING.search(said)) and not _PAST.search(said)


def _in_week(call: ToolCall, lines: Sequence[Proposal], text: str, situation: Situation) -> ToolCall:
    """The call with its bare weekdays in the only week of the lines, if that was named before and no other is now."""
    dates = str(call.arguments.get("dates") or "")
    monday = the_week(day for line in lines for day in line.change.days)
    if (
        monday is None
        or not is_weekdays(dates)
        or the_week(_days(call, situation)) == monday
        or NAMED_WEEK.search(text)
    ):
        return call
    within = in_week(dates, monday, situation.said, situation.today)
    return replace(call, arguments={**call.arguments, "dates": within}) if within else call


def _excepted(call: ToolCall, lines: Sequence[Proposal], text: str, situation: Situation) -> str:
    """What is left out of a line's days, where a model gave an absence all the others."""
    found = _EXCEPTED.match(str(call.arguments.get("dates") or ""))
    line = next((p for p in lines if found and plain(str(p.phrases.get("dates"))) == plain(found["whole"])), None)
    if found is None or line is None or call.tool == line.tool or not _BEGINS_EXCEPTING.match(text):
        return ""
    out = set(line.change.days) - _days(call, situation)
    for head in ("", found["whole"]):
        within = days_under(head, found["taken"], situation.today)
        if within and set(days_named(within, situation.today)) == out:
            return within
    monday = the_week(out)
    return in_week(found["taken"], monday, situation.said, situation.today) if monday else ""


def _days(call: ToolCall, situation: Situation) -> set[date]:
    return set(days_named(str(call.arguments.get("dates") or ""), situation.today))


def _amount(call: ToolCall) -> int:
    """Percent; 0 where it cannot be read."""
    try:
        return read_percent(str(call.arguments.get("percent") or "100")) or 0
    except PhraseError:
        return 0


def _subject(call: ToolCall, situation: Situation) -> str:
    said = str(call.arguments.get(SUBJECTS[call.tool]) or "")
    if call.tool == "add_absence":
        return said
    found = candidates(said, named_projects(situation.ledger.projects()))
    return found[0].code if len(found) == 1 else ""
