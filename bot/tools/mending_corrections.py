"""What a correction leaves of its line: "make monday onboarding" of a line for monday and today keeps today."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.phrases import days_in, is_weekdays
from bot.tools.clauses import NO_PLAIN_LIST
from bot.tools.excepted import EXCEPT
from bot.tools.grounding import project_places
from bot.tools.left_alone import without_left_alone
from bot.tools.marks import days_named
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation, Unclear
from bot.tools.slots import Days
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import places, stands

_PARTS = re.compile(r"\s*[,&+]\s*|\s+(?:and|et)\s+", re.IGNORECASE)
_ALL_OF_IT = re.compile(
    r"\b(?:only|seulement|uniquement|juste|whole|entire|never|jamais|at all|du tout"
    r"|just(?! (?:make|put|change|set|move|let|have)\b))\b"
)
"""What leaves nothing of the line: "just anchor on monday", "not gull at all"."""
_EXCEPTED = re.compile(rf"\b(?:{EXCEPT})\b", re.IGNORECASE)
_ONLY_DAYS = re.compile(r"\b(?:only|just|seulement|juste)\s+(?:on\s+|le\s+)?$", re.IGNORECASE)
_REST_GIVEN_UP = re.compile(
    r"\b(?:drop|forget|remove|delete|cancel|scrap|oublie|enleve|supprime|annule|retire)\b(?: \w+){0,2}? "
    r"(?:rest|others?|reste|autres)\b(?! (?:of (?:the|that) day|de la journee|du jour))"
    r"|\b(?:others?(?: days| ones)?|the rest|autres(?: jours)?|le reste) (?:is|are|was|were|est|sont|etaient|etait) "
    r"(?:wrong|off|nothing|not|faux|fausses?|rien|pas)\b|\bnothing else\b|\brien d autre\b"
)
_REST = re.compile(r"\b(?:the rest|other days?|le reste|autres jours|nothing else|rien d autre)\b")
_IS = re.compile(
    r"\s+(?:was|is|should|needs|goes|has|est|[ée]tait|devrait|c['’]"
    r"|(?:only|just|seulement|que)\s+(?!(?:please|pls|plz|stp|svp)\b)\w)",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"['’]s\b", re.IGNORECASE)  # "friday's only the morning"
_MADE = re.compile(r"\b(?:make|set|put|change|mets|passe|fais|mettre|passer)\s+(?:(?:the|le|la)\s+)?$", re.IGNORECASE)
POINTED = re.compile(
    r"\b(?:first|1st|second|2nd|third|3rd|last one|the last (?:is|was|should)|others?|line|also|too|as well|same|like"
    r"|premiere?|deuxieme|seconde?|troisieme|dernier|derniere|autres?|ligne|aussi|meme|comme)\b"
)
"""What says in other words than by its days or its project which line is meant."""
_NOT_THAT = re.compile(
    r"(?:\b(?:not|instead of|rather than|pas|au lieu d[eu]|plut[oô]t que(?: de)?|replace|remplace[rz]?|change|changer"
    r"|swap)|\bau lieu d['’])\s*(?:(?:on|for|the|sur|le|la)\s+)*$",
    re.IGNORECASE,
)
_BECOMES = re.compile(r"\s*(?:[-=]+>|→|should|must|devrait|doit|by\b|with\b|par\b)", re.IGNORECASE)


def with_what_stays(calls: Sequence[ToolCall], situation: Situation) -> tuple[ToolCall, ...]:
    """The only call with a second one for the days of its line that it says nothing of.

    Only where another project takes some of the line's days, and the others were said in words of their own.
    """
    call = _correcting(calls, situation)
    if call is None or call.tool not in ADDING:
        return tuple(calls)
    said = str(call.arguments.get("dates") or "")
    days = set(days_named(said, situation.today))
    replaced = _line_meant(call, days, situation)
    if replaced is None:
        return tuple(calls)
    if not _is_another(call, replaced, situation):
        return (*calls, *_rest_of_its_line(call, replaced, days, situation))
    if len(calls) > 1:
        return tuple(calls)
    calls = [replace(calls[0], arguments={**calls[0].arguments, REPLACES: str(replaced.line)})]
    dates = days_left(replaced, days, situation, said)
    if not dates or is_all_of_it(situation) or _is_said_of_them(dates, replaced, days, situation):
        return tuple(calls)
    kept = {name: text for name, text in replaced.phrases.items() if name in ("project", "reason", "percent") and text}
    return (*calls, ToolCall(f"{calls[0].id}-0", replaced.tool, {**kept, "dates": dates}))


def _correcting(calls: Sequence[ToolCall], situation: Situation) -> ToolCall | None:
    """The only call; of several on the same days the only one that corrects a line."""
    correcting = [call for call in calls if call.arguments.get(REPLACES)]
    days = {days_named(str(call.arguments.get("dates") or ""), situation.today) for call in calls}
    if len(calls) > 1 and (len(correcting) != 1 or len(days) != 1):
        return None
    return (correcting or calls)[0] if calls else None


def _rest_of_its_line(call: ToolCall, line: Proposal, days: set[date], situation: Situation) -> list[ToolCall]:
    """ "Friday was only the morning" of a line for thursday and friday says nothing of the thursday: it stays.

    Nothing in "only friday, the morning", which may be all that is meant.
    """
    text = without_left_alone(_newest(situation), situation.today)
    amount, said = (str(call.arguments.get(name) or "") for name in ("percent", "dates"))
    found = [(span.start, span.end) for span in days_in(text, situation.today)] or places(said, text)
    if (
        len(found) != 1
        or set(days_named(text[slice(*found[0])], situation.today)) != days
        or not stands(amount, [text])
    ):
        return []
    (start, end) = found[0]
    is_said_of = _IS.match(text[end:]) or _MADE.search(text[:start]) or _OF_IT.search(text[start:end])
    if not is_said_of or _ALL_OF_IT.search(plain(text[:start])) or _REST_GIVEN_UP.search(plain(text)):
        return []
    dates = days_left(line, days, situation, said)
    kept = {name: said for name, said in line.phrases.items() if name in ("project", "reason", "percent") and said}
    return [ToolCall(f"{call.id}-0", line.tool, {**kept, "dates": dates})] if dates else []


def _newest(situation: Situation) -> str:
    return situation.said[-1] if situation.said else ""


def is_all_of_it(situation: Situation) -> bool:
    """True for "only monday, and on anchor"; not for "only monday was anchor"."""
    text = _newest(situation)
    spans = days_in(text, situation.today)
    if any(_ONLY_DAYS.search(text[: s.start]) and _IS.match(text[s.end :]) for s in spans):
        return False
    return bool(_ALL_OF_IT.search(plain(text)))


def _is_said_of_them(dates: str, replaced: Proposal, taken: set[date], situation: Situation) -> bool:
    """True where the newest words speak of the days that are left, and not as days that the line keeps: "forget today,
    monday was anchor"."""
    text, left = without_left_alone(_newest(situation), situation.today), set(replaced.change.days) - taken
    named = {day for span in days_in(text, situation.today) for day in days_named(span.text, situation.today)}
    named |= {day for part in _PARTS.split(dates) if stands(part, [text]) for day in days_named(part, situation.today)}
    keeps = _places(replaced, situation) and not set(plain(text).split()) & NO_PLAIN_LIST
    return bool(named & left or _REST.search(plain(text))) and not keeps


def _line_meant(call: ToolCall, days: set[date], situation: Situation) -> Proposal | None:
    """The line that the call corrects; where another project takes none of its days, the only line that has them; and
    where no days are said, the only line whose project is what it was not. Words such as "the first one" say it too."""
    lines = [p for p in situation.pending if p.tool in ADDING]
    named = next((p for p in lines if str(p.line) == str(call.arguments.get(REPLACES) or "")), None)
    if named is None or days & set(named.change.days) or not _is_another(call, named, situation):
        return named
    if _places(named, situation) or POINTED.search(plain(_newest(situation))):
        return named
    others = [p for p in lines if (days <= set(p.change.days) if days else _is_denied(p, situation))]
    others = [p for p in others if _is_another(call, p, situation)]
    return others[0] if len(others) == 1 else named


def _places(line: Proposal, situation: Situation) -> list[tuple[int, int]]:
    """Where the newest message names the line's project."""
    project = next((p for p in situation.ledger.projects() if p.code == line.arguments.get("project")), None)
    return project_places(project, _newest(situation), situation.today) if project else []


def _is_denied(line: Proposal, situation: Situation) -> bool:
    """True for the line's project in "it should have been Lighthouse rather than Support", "Support should be …"; not
    in "Support is right, the other one was Lighthouse"."""
    text = _newest(situation)
    return any(_NOT_THAT.search(text[:start]) or _BECOMES.match(text[end:]) for start, end in _places(line, situation))


def _is_another(call: ToolCall, replaced: Proposal, situation: Situation) -> bool:
    found = candidates(str(call.arguments.get("project") or ""), named_projects(situation.ledger.projects()))
    return len(found) == 1 and found[0].code != replaced.arguments.get("project")


def days_left(replaced: Proposal, taken: set[date], situation: Situation, said: str = "") -> str:
    """The parts of the line's day phrase that are about the days left over; empty where they are not all of them.

    `said` is how the days that are taken were put, if that is known.
    """
    phrase = str(replaced.phrases.get("dates") or "")
    days = set(replaced.change.days)
    if taken & days and taken - days <= set(days_named(phrase, situation.today)):
        taken = taken & days  # a public holiday in it is no day of the line
    if not taken or not taken < days or _days_read(phrase, situation) != days:
        return ""
    parts = [part for part in _parts(phrase, situation) if not taken & set(days_named(part, situation.today))]
    named = {day for part in parts for day in _days_read(part, situation)}
    if named == days - taken and all(stands(part, situation.said) for part in parts):
        return ", ".join(parts)
    return _excepting(phrase, days, taken, said, situation)


def _days_read(phrase: str, situation: Situation) -> set[date]:
    """The days of a phrase as a line has them: a range leaves out public holidays."""
    try:
        return set(Days().read(phrase, situation).days)
    except Unclear:
        return set()


def _excepting(phrase: str, days: set[date], taken: set[date], said: str, situation: Situation) -> str:
    """ "mon to thu except tuesday": a range that was said before, less the only days that the newest words name."""
    text = without_left_alone(_newest(situation), situation.today)
    spans = [span.text for span in days_in(text, situation.today)]
    if not spans and stands(said, [_newest(situation)]):
        spans = [said]  # "finalement le 24 je suis en formation": a number alone is a day only to whoever calls it one
    holidays = set(days_named(phrase, situation.today)) - days
    if not spans or not all(_is_of_those(span, taken, holidays, situation) for span in spans):
        return ""
    if not _is_said(phrase, situation) and _EXCEPTED.search(phrase) is None:
        return ""
    wholes = [f"{phrase} {joining} {spans[0]}".removesuffix("'s") for joining in ("except", "and", "et")]
    return next((whole for whole in wholes if _days_read(whole, situation) == days - taken), "")


def _is_said(phrase: str, situation: Situation) -> bool:
    """True for days in the person's words, in a row or in parts: "du lundi au jeudi semaine prochaine"."""
    if stands(phrase, situation.said):
        return True
    try:
        return Days().grounded(phrase, Days().read(phrase, situation), situation)
    except Unclear:
        return False


def _is_of_those(span: str, taken: set[date], holidays: set[date], situation: Situation) -> bool:
    """True for these days, and for a mere "friday" of the week that the line is in."""
    days = set(days_named(span, situation.today)) - holidays
    return days == taken or (is_weekdays(span) and {d.weekday() for d in days} == {d.weekday() for d in taken})


def _parts(phrase: str, situation: Situation) -> list[str]:
    """The parts of a list of days; "mon tue wed" has one for each word."""
    parts = _PARTS.split(phrase)
    words = phrase.split()
    each = [days_named(word, situation.today) for word in words]
    return words if len(parts) == 1 and all(len(days) == 1 for days in each) else parts
