"""Amounts: those that correct the lines of a card ("sorry, gull 75, anchor 25"), and those that no call took."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import BLANK, amounts_in, days_in
from bot.tools.asides import said_besides
from bot.tools.grounding import project_places
from bot.tools.loose_names import loosely_named
from bot.tools.marks import Mark, days_named, marked, projects_in, without
from bot.tools.names import plain, stands_in
from bot.tools.registry import TOOLS, written_slots
from bot.tools.situation import Situation
from bot.tools.slots import Percent
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import places

BESIDE = " \t,:;=(@-–"
BEFORE_SHARES = frozenset(("at", "a", "only", "just", "it", "to", "rather", "sorry", "no", "other", "plutot", "non"))

_MEETING = re.compile(
    r"\b(?:(?:see|talk to|speak to|call|ring) (?:you|u|ya|me|back)|be back|rappell\w*|appell\w*|recontacte\w*"
    r"|se (?:re)?voit|a demain|a(?= cet\b)|bel|belle|excellent|excellente|nice|great|lovely)"
    r"(?: (?:in|dans|this|the|tomorrow|demain|cet|cette|l|about|you|me|half|an|lundi|mardi|mercredi|jeudi|vendredi))*"
    r" (?:mornings?|afternoons?|matin|matinee|apres midi|l?aprem|\d*h|(?:\d+ |one |two |une |deux )?(?:hour|heure)s?)$"
)
"""What is no share of an entry, up to the end of the time: "à cet aprem", "call me in half an hour"."""
_ABSENCE_BEHIND = re.compile(
    r"\s+(?:(?:days?|journ[ée]es?)\s+)?(?:of\s+|de\s+|d['’]|en\s+|on\s+)?(?:(?:paid|annual|sick)\s+)?"
    r"(?:leave|holidays?|vacation|off|sick|ill|rtt|cong[ée]s?|vacances|maladie|malade|repos)\b",
    re.IGNORECASE,
)
"""Behind an amount: the absence whose it is."""
_GREETINGS = frozenset(("morning", "afternoon"))
_AM_A_VERB = re.compile(
    r"^(?!.*\bpm\b).*\bam (?:sick|ill|unwell|poorly|feeling|down|not|still|going|taking)\b", re.DOTALL
)
_PART_OF_DAY = re.compile(r"\b(?:morning|afternoon|matin|apres midi|l?aprem)$")
_CORRECTING_WORDS = "sorry oops no nope wait actually rather make it should be pardon non plutot en fait c etait"
_ADDING = frozenset(["add", "also", "plus", "too", "another", "more", "ajoute", "ajouter", "aussi", "encore"])
_CORRECTING = frozenset(_CORRECTING_WORDS.split())


def without_amounts_in_names(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls without an amount that is only a part of a project's name: the "quarter" of "canal quarter"."""
    if not any(call.arguments.get("percent") for call in calls):
        return list(calls)
    names = [p for project in situation.ledger.projects() for p in project_places(project, text, situation.today)]
    return [_without_amount_in(names, call, text) for call in calls]


def _without_amount_in(names: Sequence[tuple[int, int]], call: ToolCall, text: str) -> ToolCall:
    standing = places(str(call.arguments.get("percent") or ""), text)
    inside = [any(a <= start and end <= b and (a, b) != (start, end) for a, b in names) for start, end in standing]
    if not inside or not all(inside):
        return call
    return _without_amount(call)


def without_mistaken_amounts(calls: Sequence[ToolCall], text: str) -> list[ToolCall]:
    """The calls without the "am" of "thursday am sick" and the "morning" of "morning, gull today", which are none."""
    said = [plain(amount) for amount in amounts_in(text)]
    return [_without_amount(call) if _is_no_amount(call, said, text) else call for call in calls]


def _is_no_amount(call: ToolCall, said: Sequence[str], text: str) -> bool:
    percent = plain(str(call.arguments.get("percent") or ""))
    if percent == "am":
        return bool(_AM_A_VERB.search(plain(text)))
    return percent in _GREETINGS and bool(places(percent, text)) and not any(percent in amount for amount in said)


def with_the_part_of_their_day(calls: Sequence[ToolCall], text: str) -> list[ToolCall]:
    """The half of "sick this afternoon" where a model copied it as the day alone."""
    return [_with_its_part(call, text) for call in calls]


def _with_its_part(call: ToolCall, text: str) -> ToolCall:
    dates = str(call.arguments.get("dates") or "")
    parts = amounts_in(dates) if dates else ()
    if call.tool not in ADDING or call.arguments.get("percent") or len(parts) != 1 or not places(dates, text):
        return call
    is_its_end = dates.casefold().endswith(parts[0].casefold()) and _PART_OF_DAY.search(plain(parts[0]))
    if not is_its_end or not any(parts[0] in amount or amount in parts[0] for amount in amounts_in(text)):
        return call
    return replace(call, arguments={**call.arguments, "percent": parts[0]})


def _without_amount(call: ToolCall) -> ToolCall:
    return replace(call, arguments={name: value for name, value in call.arguments.items() if name != "percent"})


def with_the_absences_own(calls: Sequence[ToolCall], text: str) -> list[ToolCall]:
    """The amount right before an absence is not the work's: "gull wed, then half day leave on friday"."""
    bare = [call for call in calls if call.tool == "add_absence" and not call.arguments.get("percent")]
    given = [call for call in calls if call.tool == "add_activities" and call.arguments.get("percent")]
    if len(bare) != 1 or len(given) != 1:
        return list(calls)
    amount = str(given[0].arguments["percent"])
    standing = places(amount, text)
    if len(standing) != 1 or not _ABSENCE_BEHIND.match(text, standing[0][1]):
        return list(calls)
    work = _without_amount(given[0])
    absence = replace(bare[0], arguments={**bare[0].arguments, "percent": amount})
    return [work if call is given[0] else absence if call is bare[0] else call for call in calls]


def amounts_of_lines(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...] | None:
    """A correction for each project that is named with an amount; None for any other message.

    Every word has to be accounted for, and each project to have exactly one line that waits.
    """
    lines: dict[str, list[int]] = {}
    for proposal in situation.pending:
        if proposal.tool == "add_activities":
            lines.setdefault(str(proposal.arguments.get("project")), []).append(proposal.line)
    others = any(call.tool != "add_activities" for call in calls)
    if not calls or others or len(lines) < 2:
        return None
    couples = amounts_of_projects(text, situation)
    if len(couples) < 2:
        return None
    codes = [name.project.code for name, _ in couples if name.project]
    if any(len(lines.get(code, ())) != 1 for code in codes) or len(set(codes)) < len(couples):
        return None
    return tuple(
        ToolCall(
            f"{calls[0].id}-{n}",
            "add_activities",
            {"project": name.text, "percent": amount.text, REPLACES: str(lines[code][0])},
        )
        for n, ((name, amount), code) in enumerate(zip(couples, codes, strict=True))
    )


def amounts_of_projects(text: str, situation: Situation) -> list[tuple[Mark, Mark]]:
    """The projects of a message with the amount of each, where it says nothing else; none for any other message."""
    if "?" in text or set(plain(text).split()) & _ADDING:
        return []
    found = projects_in(text, loosely_named(text, situation), situation.ledger.projects())
    marks = marked(text, found, situation.today)
    return [] if said_besides(without(text, marks)) - _CORRECTING else _couples(marks)


def _couples(marks: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """The projects with their amounts, all in the same order; nothing where anything else was found."""
    real = [mark for mark in marks if mark.kind != "separator"]
    kinds = [mark.kind for mark in real]
    half = len(real) // 2
    if kinds == ["project", "amount"] * half:
        return list(zip(real[::2], real[1::2], strict=True))
    if kinds == ["amount", "project"] * half:
        return list(zip(real[1::2], real[::2], strict=True))
    return []


# --- amounts that no call took ----------------------------------------------------------------------------------------


def with_amounts_said(calls: Sequence[ToolCall], bare: str, situation: Situation) -> tuple[ToolCall, ...]:
    """The calls with the amounts of the message, where it is certain whose they are. Names are blank in `bare`."""
    return _with_amount(_in_order(calls, bare, situation), bare, situation)


def _in_order(calls: Sequence[ToolCall], text: str, situation: Situation) -> Sequence[ToolCall]:
    """Where as many amounts were said as there are calls and one was used twice, each call has its own, in order."""
    amounts = amounts_in(text)
    used = [plain(str(call.arguments.get("percent") or "")) for call in calls]
    if len(calls) < 2 or len(amounts) != len(calls) or {plain(a) for a in amounts} <= set(used):
        return calls
    whole = [call for call, amount in zip(calls, used, strict=True) if not amount]
    if any(len(days_named(str(call.arguments.get("dates") or ""), situation.today)) > 1 for call in whole):
        return calls  # "1 to 5 march, but the 3rd only the morning": the second amount is another's
    if not all(written_slots(call.tool, Percent) for call in calls):
        return calls
    return [
        replace(call, arguments={**call.arguments, "percent": amount})
        for call, amount in zip(calls, amounts, strict=True)
    ]


def _with_amount(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...]:
    said_now = [call for call in calls if stands_in(str(call.arguments.get("percent") or ""), [text])]
    able = [call for call in calls if written_slots(call.tool, Percent) and call not in said_now]
    taken = bool(said_now) or len([call for call in calls if call.tool in TOOLS]) > len(able)
    amounts = amounts_in(text)
    if taken or len(able) != 1 or len(amounts) != 1 or not _is_a_share(amounts[0], text, situation):
        return tuple(calls)
    amended = replace(able[0], arguments={**able[0].arguments, "percent": amounts[0]})
    return tuple(amended if call is able[0] else call for call in calls)


def _is_a_share(amount: str, bare: str, situation: Situation) -> bool:
    """False for a number that may be anything: "room 75". Beside a project or days, or alone, it is a share.

    In `bare` the names of projects are blanked out.
    """
    start = bare.find(amount)
    if start >= 0 and _MEETING.search(plain(bare[: start + len(amount)])):
        return False
    if not amount.isdecimal():
        return True
    before, after = bare[:start].rstrip(BESIDE), bare[start + len(amount) :].lstrip()
    if not before or before.endswith(BLANK) or after.startswith(BLANK):
        return True
    if (plain(before).split() or [""])[-1] in BEFORE_SHARES:
        return True
    spans = days_in(bare, situation.today)
    return any(span.end == len(before) or span.start == len(bare) - len(after) for span in spans)
