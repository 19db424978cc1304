"""Slips of a model that code can mend for every model, because the person's words leave no doubt.

- a corrected or completed call takes over what the model did not repeat;
- an answer that is nothing but the asked-for argument completes the call without asking the model at all;
- one amount that was said and that no call took belongs to the only call that could take it;
- a day phrase that the model cut short ("mon" of "mon to thu") is read to its end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.domain.conversation import ToolCall
from bot.errors import TallyError
from bot.phrases import PhraseError, amounts_in, mentions_day, read_days
from bot.tools.named_slots import ME
from bot.tools.names import plain, stands_in
from bot.tools.registry import TOOLS
from bot.tools.situation import Situation
from bot.tools.slots import Days, Percent
from bot.tools.tool import REPLACES, Kind

RANGE_END = re.compile(r"\s*(?:to|until|till|til|through|thru|-|–|au|à|jusqu'à|jusqu'au)\s+(.+)", re.IGNORECASE)
ENGLISH_BEGINNINGS = "since until till from every each last next past previous all rest of the"
FRENCH_BEGINNINGS = "depuis jusqu'à jusqu'au chaque tous toutes du de des le la les reste"
BEGINNINGS = frozenset(f"{ENGLISH_BEGINNINGS} {FRENCH_BEGINNINGS}".split())
NEXT_CLAUSE = re.compile(r"\s(?:and|then|et|puis)\s", re.IGNORECASE)
DAY_NUMBER = re.compile(r"\d{1,2}(?:st|nd|rd|th|er)?")
CLAUSES = "is was are were off sick ill leave holiday rtt est etait malade conge absent"
OWN_CLAUSE = frozenset(
    CLAUSES.split()
)  # what makes the day before it another matter: "apollo monday and friday is off"
LONGEST_PHRASE = 9  # words; "from wednesday 3 to friday 5 june except thursday" has 9


def completed(call: ToolCall, earlier: Mapping[str, str]) -> ToolCall:
    """The call with what it left out taken from an earlier, unfinished or corrected call of the same tool."""
    known = {parameter.name for parameter in TOOLS[call.tool].parameters} if call.tool in TOOLS else set()
    missing = {name: text for name, text in earlier.items() if name in known and not call.arguments.get(name)}
    return replace(call, arguments={**missing, **call.arguments})


def direct_answer(asked: ToolCall, arguments: Sequence[str], text: str, situation: Situation) -> ToolCall | None:
    """The asked call completed by `text`, when `text` as a whole is the one argument that was asked for; else None."""
    tool = TOOLS.get(asked.tool)
    if tool is None or len(arguments) != 1:
        return None
    parameter = next((p for p in tool.parameters if p.name == arguments[0]), None)
    if parameter is None or not parameter.slot.answers_alone:
        return None
    if amounts_in(text) and not isinstance(parameter.slot, Percent):
        return None  # "monday morning" says two things: the model reads it
    try:
        parameter.slot.read(text.strip(), situation)
    except TallyError:
        return None
    return replace(asked, arguments={**asked.arguments, parameter.name: text.strip()})


def mended(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...]:
    """The calls of one message with amounts and day phrases as the person said them."""
    tidied = [_tidied(call, situation) for call in calls]
    return _with_amount(_with_whole_phrases(tidied, text, situation), text)


def meant(call: ToolCall, situation: Situation) -> ToolCall:
    """What somebody who may not assign people means by "put me on apollo": their time, not an assignment."""
    alone = str(call.arguments.get("employee") or "me").strip().casefold() in ME
    if call.tool != "assign_project" or not alone or situation.employee.is_admin:
        return call
    return replace(call, tool="add_activities", arguments={"project": call.arguments.get("project", "")})


def _tidied(call: ToolCall, situation: Situation) -> ToolCall:
    """The call with what does not belong to its day phrases taken out of them: an amount, the next clause."""
    arguments = dict(call.arguments)
    for name in _slot_names(call, Days):
        phrase = str(arguments.get(name) or "").strip()
        if phrase and not _is_readable(phrase, situation.today):
            arguments[name] = _tidy(phrase, situation.today)
    return replace(call, arguments=arguments)


def _tidy(phrase: str, today: date) -> str:
    shorter = phrase
    for amount in amounts_in(phrase):
        shorter = shorter.replace(amount, " ")
    first = NEXT_CLAUSE.split(shorter, maxsplit=1)[0]
    if not _is_readable(shorter.strip(" ,;"), today) and not mentions_day(shorter[len(first) :], today):
        shorter = first
    shorter = shorter.strip(" ,;")
    return shorter if _is_readable(shorter, today) else phrase


def _is_readable(phrase: str, today: date) -> bool:
    try:
        read_days(phrase, today, ())
    except PhraseError:
        return False
    return True


def _with_amount(calls: Sequence[ToolCall], text: str) -> tuple[ToolCall, ...]:
    said_now = [call for call in calls if stands_in(str(call.arguments.get("percent") or ""), [text])]
    able = [call for call in calls if _slot_names(call, Percent) and call not in said_now]
    taken = bool(said_now) or len([call for call in calls if call.tool in TOOLS]) > len(able)
    amounts = amounts_in(text)
    if taken or len(able) != 1 or len(amounts) != 1:
        return tuple(calls)
    amended = replace(able[0], arguments={**able[0].arguments, "percent": amounts[0]})
    return tuple(amended if call is able[0] else call for call in calls)


def _slot_names(call: ToolCall, kind: type) -> list[str]:
    tool = TOOLS.get(call.tool)
    return [p.name for p in tool.parameters if isinstance(p.slot, kind)] if tool and tool.kind is Kind.WRITES else []


def _with_whole_phrases(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...]:
    return tuple(_whole(call, calls, text, situation) for call in calls)


def _whole(call: ToolCall, calls: Sequence[ToolCall], text: str, situation: Situation) -> ToolCall:
    arguments = dict(call.arguments)
    for name in _slot_names(call, Days):
        phrase = str(arguments.get(name, "")).strip()
        taken = [*_phrases_but(calls, call, name), *amounts_in(text)]
        if phrase:
            arguments[name] = widened(phrase, text, taken, situation.today)
    return replace(call, arguments=arguments)


def _phrases_but(calls: Sequence[ToolCall], call: ToolCall, name: str) -> list[str]:
    others = [str(v) for c in calls for n, v in c.arguments.items() if not (c is call and n == name)]
    return [text for text in others if text and text != str(call.arguments.get(name))]


def widened(phrase: str, text: str, taken: Sequence[str], today: date) -> str:
    """The longest day phrase of `text` that begins with `phrase` and touches no phrase that another argument took.

    The end of a range belongs to its beginning even where the range is impossible: it is then asked about.
    """
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    start = text.casefold().find(phrase.casefold())
    first = next((n for n, (begin, _) in enumerate(words) if begin == start), None)
    if first is None or text.casefold().count(phrase.casefold()) > 1:
        return phrase
    begun = _begun(phrase, text, [text[begin:end] for begin, end in words[:first]], taken, today)
    if begun != phrase:
        return widened(begun, text, taken, today)
    end = start + len(phrase)
    length = sum(1 for begin, _ in words[first:] if begin < end)
    best = phrase
    for stop in range(first + length + 1, min(first + LONGEST_PHRASE, len(words)) + 1):
        longer = text[start : words[stop - 1][1]].rstrip(".,;:!?")
        if _touches(end, start + len(longer), text, taken):
            break
        follows = plain(text[words[stop][0] : words[stop][1]]) if stop < len(words) else ""
        if follows not in OWN_CLAUSE and len(longer) > len(best) and _belongs(phrase, best, longer, today):
            best = longer
    return best


def _begun(phrase: str, text: str, before: list[str], taken: Sequence[str], today: date) -> str:
    """The phrase with the little words that stand right before it and give it another meaning: "since", "last"."""
    if before and DAY_NUMBER.fullmatch(before[-1]) and phrase[:1].isalpha():
        phrase = f"{before.pop()} {phrase}"  # "june" of "31 june": refused and asked about, never the whole month
    longest = phrase
    while before and before[-1].casefold() in BEGINNINGS:
        phrase = f"{before.pop()} {phrase}"
        begin = text.find(phrase)
        if begin < 0 or _touches(begin, begin + len(phrase), text, taken):
            break
        if _adds_days(longest, phrase, today):
            longest = phrase
    return longest


def _touches(begin: int, end: int, text: str, taken: Sequence[str]) -> bool:
    spans = (m.span() for part in taken for m in re.finditer(re.escape(part.strip()), text, re.IGNORECASE))
    return any(first < end and last > begin for first, last in spans)


def _belongs(phrase: str, so_far: str, longer: str, today: date) -> bool:
    end = RANGE_END.match(longer[len(phrase) :])
    return _adds_days(so_far, longer, today) or bool(end and _adds_days("", end.group(1), today))


def _adds_days(phrase: str, longer: str, today: date) -> bool:
    try:
        now = read_days(longer, today, ()).days
    except PhraseError:
        return False
    try:
        return read_days(phrase, today, ()).days != now
    except PhraseError:
        return True


def replaced_line(call: ToolCall) -> int | None:
    """The number of the pending line that the model says it corrects, or None."""
    digits = re.sub(r"\D", "", str(call.arguments.get(REPLACES, "")))
    return int(digits) if digits else None
