"""What a correction does not say is its own line's: a small model takes it from another line of the card.

"Anchor not yesterday. Monday." behind "yesterday anchor, today gull half": the half is Gull's. And where all that a
correction repeats is another line's, that line is meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.phrases import days_in
from bot.tools.absence_words import absences_in
from bot.tools.grounding import project_places
from bot.tools.marks import days_named, projects_in
from bot.tools.mending_corrections import POINTED
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import places, stands

_IS = re.compile(
    r"\s+(?:should|must|has to|needs to|was|were|is|are|(?:ça |ca )?c['’]?\s?(?:est|[ée]tait)|[ée]tait|doit|devrait)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|la|le mettre|ca)\b(?! should| must| was| is)")
_WHICH = ("project", "reason", "dates")
_OF_ANOTHER = re.compile(
    r"\b(?:same|like|also|too|as well|both|together|swap\w*|switch\w*|exchang\w*|mixed|inver\w*|intervert\w*|echang\w*"
    r"|meme|memes|pareil|aussi|idem|ditto|comme|deux|egalement"
    r"|shift\w*|later|earlier|decal\w*|plus tard|plus tot|everything|each|tout|tous|toutes|chacune?)\b"
)
"""What points at another line on purpose: "gull on the same day", "same for gull", "the days are swapped"."""


def with_own_line(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The corrections without what was neither said now nor of their line but of another; or of the line that they
    repeat."""
    if _OF_ANOTHER.search(plain(text)):
        return list(calls)
    by_days = [_by_its_days(_by_its_name(call, text, situation), text, situation) for call in calls]
    if len(by_days) == 1:
        by_days = [_by_the_days_taken(by_days[0], text, situation)]
    return [_own(call, text, situation) for call in by_days]


def _by_its_name(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "The gearbox was only 25" is about the only line of the gearbox, whichever a model took it for.

    Only where it says an amount and no days, and nothing of the line that the model took.
    """
    amount, project = str(call.arguments.get("percent") or ""), str(call.arguments.get("project") or "")
    lines = [p for p in situation.pending if p.tool in ADDING]
    named = [p for p in lines if _is_named(p, text, situation)]
    line = next((p for p in lines if str(p.line) == str(call.arguments.get(REPLACES) or "")), None)
    if call.tool != "add_activities" or line is None or len(named) != 1 or line in named:
        return call
    if not stands(amount, [text]) or stands(project, [text]) or days_in(text, situation.today):
        return call
    if len(projects_in(text, (), situation.ledger.projects())) != 1:
        return call
    return replace(call, arguments={"percent": amount, REPLACES: str(named[0].line)})


def _by_its_days(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "Tuesday was only the morning" is about the only line that has the tuesday, whichever a model took it for."""
    amount, dates = str(call.arguments.get("percent") or ""), str(call.arguments.get("dates") or "")
    days = set(days_named(dates, situation.today))
    lines = [p for p in situation.pending if p.tool in ADDING]
    line = next((p for p in lines if str(p.line) == str(call.arguments.get(REPLACES) or "")), None)
    if (
        line is None
        or not days
        or not stands(dates, [text])
        or not stands(amount, [text])
        or days & set(line.change.days)
    ):
        return call
    if any(_is_named(p, text, situation) for p in lines) or projects_in(text, (), situation.ledger.projects()):
        return call
    if absences_in(text, situation.ledger.absence_reasons()):
        return call
    meant = [p for p in lines if set(p.change.days) == days]
    if len(meant) != 1:
        return call
    return replace(
        call, tool=meant[0].tool, arguments={"dates": dates, "percent": amount, REPLACES: str(meant[0].line)}
    )


def _by_the_days_taken(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "Tue should be ops instead" takes the tuesday from the only line that has it, not from one on other days.

    Only where that day is what is spoken of; not where a line is named, or pointed at, by its days too.
    """
    dates, project = str(call.arguments.get("dates") or ""), str(call.arguments.get("project") or "")
    days = set(days_named(dates, situation.today))
    lines = [p for p in situation.pending if p.tool in ADDING]
    line = next((p for p in lines if str(p.line) == str(call.arguments.get(REPLACES) or "")), None)
    if call.tool != "add_activities" or line is None or not days or days & set(line.change.days):
        return call
    if not _is_spoken_of(dates, text) or not stands(project, [text]) or _is_of(line, "project", project, situation):
        return call
    with_them = [p for p in lines if days <= set(p.change.days)]
    named = any(_is_named(p, text, situation) for p in lines) or POINTED.search(plain(text)) or _IT.search(plain(text))
    other_days = {
        day for span in days_in(text, situation.today) for day in days_named(span.text, situation.today)
    } - days
    if named or other_days or len(with_them) != 1 or with_them[0].tool != "add_activities":
        return call
    return replace(call, arguments={**call.arguments, REPLACES: str(with_them[0].line)})


def _is_spoken_of(dates: str, text: str) -> bool:
    """True for "tuesday should be …", "mardi c'est …"."""
    found = places(dates, text)
    return len(found) == 1 and bool(_IS.match(text, found[0][1]))


def _own(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    lines = [p for p in situation.pending if p.tool == call.tool]
    line = next((p for p in lines if str(p.line) == str(call.arguments.get(REPLACES) or "")), None)
    if call.tool not in ADDING or line is None:
        return call
    unsaid = {
        name: str(v)
        for name, v in call.arguments.items()
        if name != REPLACES and v and not _is_said(name, str(v), text, situation)
    }
    foreign = [name for name, phrase in unsaid.items() if not _is_of(line, name, phrase, situation)]
    if not foreign or not all(_is_taken(name, unsaid[name], situation.pending, situation) for name in foreign):
        return call
    which = [name for name in foreign if name in _WHICH]
    theirs = [p for p in lines if p is not line and which and _has_any(p, foreign, unsaid, situation)]
    if any(_is_named(p, text, situation) for p in theirs):
        return call  # "put vela on the day of gull"
    repeated = [name for name in unsaid if name in _WHICH]
    others = [p for p in lines if p is not line and all(_is_of(p, name, unsaid[name], situation) for name in repeated)]
    is_moved = set(foreign) & set(_WHICH) and len(others) == 1 and not _is_named(line, text, situation)
    meant = others[0] if is_moved else line
    kept = {n: v for n, v in call.arguments.items() if n not in unsaid or _is_of(meant, n, unsaid[n], situation)}
    return replace(call, arguments={**kept, REPLACES: str(meant.line)})


def _is_said(name: str, phrase: str, text: str, situation: Situation) -> bool:
    """A reason is a code and never copied: it always counts as said. Days may be said in other words."""
    if name == "reason" or stands(phrase, [text]):
        return True
    days = set(days_named(phrase, situation.today)) if name == "dates" else set()
    return bool(days) and any(set(days_named(s.text, situation.today)) == days for s in days_in(text, situation.today))


def _has_any(line: Proposal, names: Sequence[str], said: Mapping[str, str], situation: Situation) -> bool:
    return any(_is_of(line, name, said[name], situation) for name in names)


def _is_named(line: Proposal, text: str, situation: Situation) -> bool:
    project = next((p for p in situation.ledger.projects() if p.code == line.arguments.get("project")), None)
    return project is not None and bool(project_places(project, text, situation.today))


def _is_taken(name: str, phrase: str, lines: Sequence[Proposal], situation: Situation) -> bool:
    """True for what a line of the card has; anything else the model read out of the words, in its own way."""
    if name == "project":
        found = candidates(phrase, named_projects(situation.ledger.projects()))
        return len(found) == 1 and any(found[0].code == line.arguments.get("project") for line in lines)
    return any(_is_of(line, name, phrase, situation) for line in lines)


def _is_of(line: Proposal, name: str, phrase: str, situation: Situation) -> bool:
    """True where the line has the same, or nothing is known of it."""
    if name == "project":
        found = candidates(phrase, named_projects(situation.ledger.projects()))
        return len(found) != 1 or found[0].code == line.arguments.get("project")
    if name == "dates":
        days = set(days_named(phrase, situation.today))
        return not days or days == set(line.change.days)
    return plain(phrase) == plain(str(line.phrases.get(name) or ""))
