"""Day phrases that are not what the person said: too short, too long, or with something else in them.

"mon" of "mon to thu" is read to its end, an amount and the next clause are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import BLANK, amounts_in
from bot.tools.clauses import days_beside_projects
from bot.tools.excepted import excepted
from bot.tools.mending_amounts import BESIDE
from bot.tools.mending_days import is_readable, tidy, widened
from bot.tools.names import plain
from bot.tools.registry import written_slots
from bot.tools.situation import Situation
from bot.tools.slots import Days, Percent

_ENTRY_FROM = re.compile(r"\b(?:day|days|entry|entries|line|lines|leave|hours) from\b", re.IGNORECASE)


def tidied(call: ToolCall, situation: Situation) -> ToolCall:
    """The call with what does not belong to its day phrases taken out of them: an amount, the next clause."""
    arguments = dict(call.arguments)
    for name in written_slots(call.tool, Days):
        phrase = str(arguments.get(name) or "").strip()
        if name == "dates" and _is_its_amount(phrase, call, situation):
            del arguments["dates"]
            arguments.setdefault("percent", phrase)
        elif phrase and not is_readable(phrase, situation.today):
            phrase = _of_an_entry(phrase, situation) if call.tool == "delete_entries" else phrase
            unreadable = not is_readable(phrase, situation.today)
            arguments[name] = tidy(_without_projects(phrase, situation), situation.today) if unreadable else phrase
    return replace(call, arguments=arguments)


def _is_its_amount(phrase: str, call: ToolCall, situation: Situation) -> bool:
    """True for the "pm" that a model took for the days (too), where no other amount may be the call's."""
    given = str(call.arguments.get("percent") or "")
    if not written_slots(call.tool, Percent) or not _is_amount(phrase):
        return False
    if is_readable(phrase, situation.today):
        return False  # "cet aprem" is today as well
    return _is_amount(given) if given else len(amounts_in(next(iter(situation.said[-1:]), ""))) < 2


def _is_amount(phrase: str) -> bool:
    """True for the "pm" that a model took for the days too."""
    return [plain(amount) for amount in amounts_in(phrase)] == [plain(phrase)]


def _of_an_entry(phrase: str, situation: Situation) -> str:
    """The "from last thursday" of "my sick day from last thursday", which is no open range."""
    said = situation.said[-1] if situation.said else ""
    return phrase[len("from ") :] if _ENTRY_FROM.search(said) and plain(phrase).startswith("from ") else phrase


def _without_projects(phrase: str, situation: Situation) -> str:
    """A day phrase without the projects in it: "mon-tue, meridian wed" is "mon-tue", "web-12 monday" is "monday"."""
    found = days_beside_projects(phrase, situation.ledger.projects(), situation.today)
    return found[0] if found else phrase


def with_whole_phrases(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...]:
    """The calls with each day phrase as long as it was said, and no longer than the next call's begins."""
    return tuple(_whole(call, calls, text, situation) for call in calls)


def _whole(call: ToolCall, calls: Sequence[ToolCall], text: str, situation: Situation) -> ToolCall:
    arguments = dict(call.arguments)
    for name in written_slots(call.tool, Days):
        phrase = str(arguments.get(name, "")).strip()
        taken = [*_phrases_but(_beside(call, calls, situation), call, name), *amounts_in(text)]
        taken += [part for said in taken for part in said.split(", ")] if call.tool == "copy_entries" else []
        if phrase:
            longer = widened(phrase, text, taken, situation.today)
            arguments[name] = phrase if _reaches_over(phrase, longer, text) else longer
    return replace(call, arguments=arguments)


def _beside(call: ToolCall, calls: Sequence[ToolCall], situation: Situation) -> Sequence[ToolCall]:
    """The other calls whose days this one cannot reach over: not an absence on what it leaves out."""
    days, reason = excepted(situation.said[-1], situation) if situation.said else ("", "")
    left_out = [c for c in calls if days and c.tool == "add_absence" and c.arguments.get("reason") == reason]
    return calls if call in left_out else [c for c in calls if c not in left_out]


def _reaches_over(phrase: str, longer: str, bare: str) -> bool:
    """True where the longer phrase holds the next project's days: "apollo monday and friday zephyr"."""
    start = bare.casefold().find(longer.casefold())
    if longer == phrase or start < 0:
        return False
    before, after = bare[:start].rstrip(BESIDE), bare[start + len(longer) :].lstrip()
    return before.endswith(BLANK) and after.startswith(BLANK)


def _phrases_but(calls: Sequence[ToolCall], call: ToolCall, name: str) -> list[str]:
    others = [str(v) for c in calls for n, v in c.arguments.items() if not (c is call and n == name)]
    return [text for text in others if text and text != str(call.arguments.get(name))]
