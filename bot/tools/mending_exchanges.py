"""Two lines of a card that are the other way round: "oops, vice versa", "ah mince, c'est l'inverse", "swap them", "swap
gull and vela"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.tools.marks import projects_in
from bot.tools.names import plain
from bot.tools.situation import Situation, Unclear
from bot.tools.slots import Percent
from bot.tools.tool import REPLACES

SUBJECTS: Mapping[str, str] = {"add_activities": "project", "add_absence": "reason"}
_ASIDE = (
    r"(?:gah|argh|ugh|a+h+|o+h+|oops|o?ups|whoops|woops|hm+|euh|damn|mince|zut|sorry|soz|sry|pardon|desolee?|my bad"
    r"|no|nope|non|wait|attends|actually|rather|plutot|en fait|ok|okay|please|pls|svp|stp|merci|thanks)"
)
_LED = (
    r"(?:(?:it|that) (?:s|is|was|should be|should have been)|its|should be|make (?:it|that)|i meant(?: it)?"
    r"|(?:i|you) (?:ve )?(?:got|had|have|put) (?:them|it|that|those)|c est|c etait|ce serait)"
)
_EXCHANGE = (
    r"(?:(?:exactly )?(?:the (?:two )?days (?:the )?)?(?:the )?(?:other|wrong) way (?:a)?round|vice versa"
    r"|(?:i )?(?:swap|switch|exchange|flip|mixed up|swapped|switched)"
    r" (?:them|those|these|both|the two|the amounts|the (?:two )?days)(?: (?:a)?round| up)?"
    r"|l inverse|(?:j ai )?(?:inverse[rz]?|intervert(?:i|is|ir)|echange[rz]?)"
    r"(?: les(?: (?:2|deux|montants|(?:2 |deux )?jours))?)?"
    r"|dans l autre sens)"
)
_NAMED = re.compile(
    rf"(?:{_ASIDE} )*(?:{_LED} )?(?:swap|switch|exchange|flip|inverse[rz]?|intervert(?:i|is|ir|issez)|echange[rz]?)"
    rf" (?:(?:the|les|my|mes|projects?|projets?) )*ppp (?:and|with|et|avec) ppp(?: (?:a)?round)?(?: {_ASIDE})*"
)
"""With `ppp` for each project."""
_EXCHANGED = re.compile(rf"(?:{_ASIDE} )*(?:{_LED} )?(?:{_ASIDE} )*{_EXCHANGE}(?: {_ASIDE})*")


def exchanged(text: str, situation: Situation, call_id: str = "unheard") -> tuple[ToolCall, ...] | None:
    """Both lines with each other's amount, where that is all that the message says; None for any other message.

    Where they have other days and the same amount, or an amount that nobody said ("the rest"), they take each other's
    project.
    """
    if "?" in text:
        return None
    lines = _couple(situation) if _EXCHANGED.fullmatch(plain(text)) else _named_couple(text, situation)
    if not lines:
        return None
    amounts = [amount_in_words(other, amount_of(other), situation) for other in reversed(lines)]
    if lines[0].change.days == lines[1].change.days and all(amounts):
        anew = [{**line.phrases, "percent": amount} for line, amount in zip(lines, amounts, strict=True)]
    elif lines[0].tool == lines[1].tool:
        subject = SUBJECTS[lines[0].tool]
        anew = [{**a.phrases, subject: b.phrases[subject]} for a, b in zip(lines, reversed(lines), strict=True)]
    else:
        return None
    return tuple(
        ToolCall(f"{call_id}-{n}", line.tool, {**said, REPLACES: str(line.line)})
        for n, (line, said) in enumerate(zip(lines, anew, strict=True))
    )


def _couple(situation: Situation) -> list[Proposal]:
    """The only two lines that wait, or those of the newest card; nothing where both days and amounts differ."""
    lines = list(situation.pending)
    if len(lines) > 2:
        newest = max(lines, key=lambda line: line.line).card_id
        lines = [line for line in lines if line.card_id == newest]
    if len(lines) != 2 or any(not line.phrases.get(SUBJECTS.get(line.tool, "")) for line in lines):
        return []
    one, other = lines
    amounts = {amount_of(one), amount_of(other)}
    if not one.change.days or subject_of(one) == subject_of(other) or 0 in amounts:
        return []
    return lines if (one.change.days == other.change.days) == (len(amounts) == 2) else []


def _named_couple(text: str, situation: Situation) -> list[Proposal]:
    """The lines of "swap gull and vela", one of each and alike in their amount; nothing for any other message."""
    marks = projects_in(text, (), situation.ledger.projects())
    skeleton = text
    for mark in sorted(marks, key=lambda mark: -mark.start):
        skeleton = f"{skeleton[: mark.start]} ppp {skeleton[mark.end :]}"
    if len(marks) != 2 or not _NAMED.fullmatch(" ".join(plain(skeleton).split())):
        return []
    codes = [mark.project.code for mark in marks if mark.project]
    found = [[line for line in situation.pending if line.arguments.get("project") == code] for code in codes]
    if any(len(lines) != 1 or lines[0].tool != "add_activities" for lines in found):
        return []
    one, other = (lines[0] for lines in found)
    return [one, other] if amount_of(one) == amount_of(other) != 0 and one.change.days != other.change.days else []


def subject_of(line: Proposal) -> str:
    """The code of the project or the reason that the line puts on days; empty for any other line."""
    return str(line.arguments.get(SUBJECTS.get(line.tool, "")) or "")


def amount_of(line: Proposal) -> int:
    """The percent of all days of the line; 0 where they differ."""
    amounts = {entry.percent for entry in line.change.added}
    return amounts.pop() if len(amounts) == 1 else 0


def amount_in_words(line: Proposal, amount: int, situation: Situation) -> str:
    """The amount in the person's own words; empty where it was not said."""
    phrase = str(line.phrases.get("percent") or "")
    try:
        is_it = bool(phrase) and Percent().read(phrase, situation) == amount
    except Unclear:
        return ""
    return phrase if is_it and Percent().grounded(phrase, amount, situation) else ""
