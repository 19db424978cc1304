"""What is said of lines that still wait: "wednesday should be anchor, not gull", "ah non, en fait congé payé".

A small model takes such words for a deletion, though nothing of it is in the report yet: they correct the card. A line
keeps the days that nothing is said of. Where the words leave any doubt, the calls stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.domain.timesheet import FULL_DAY
from bot.phrases import amounts_in, days_in
from bot.tools.absence_words import absences_in
from bot.tools.asides import said_besides
from bot.tools.grounding import EXCEPTING, is_ordinary
from bot.tools.loose_names import loosely_named
from bot.tools.marks import Mark, days_named, marked, projects_in, without
from bot.tools.mending_corrections import days_left
from bot.tools.mending_exchanges import SUBJECTS, amount_in_words, amount_of, exchanged, subject_of
from bot.tools.mending_people import relabelled
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation, Unclear
from bot.tools.slots import Days
from bot.tools.tool import REPLACES
from bot.tools.utterance import stands

_OF_EVERYTHING = frozenset(
    ["everything", "all", "whole", "tout", "toute", "tous", "toutes", "report", "timesheet", "rapport"]
)
_NOT = re.compile(
    r"(?:\b(?:not|never|pas|jamais|instead of|rather than|au lieu d[eu]|plut[oô]t que)\b|\bau lieu d['’]|n['’]t\b)\s*"
    r"(?:(?:on|off|for|in|an?|the|really|actually|sur|en|d[eu]|le|la|une?)\s+|[dl]['’])*$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:and|et|or|ou|ni|nor|&|\+|/)\s+(?:(?:on|the|sur|le|la)\s+)*", re.IGNORECASE)
_GONE = re.compile(r"\b(?:replace|change|swap|remplace[rz]?|changer?)\s+(?:(?:the|le|la)\s+)?$", re.IGNORECASE)
_INSTEAD_ENGLISH = """sorry oops no nope wait actually rather make that it its s should be have been must not isn wasn t
    instead than of meant mean but replace change swap with by to is oh ah"""
_INSTEAD_FRENCH = """pardon non nan plutot en fait c est etait serait doit devait etre pas mais lieu que place met mets
    mettre remplace remplacer change changer par oh ah mince"""
_EXCLAIMED = frozenset(["zut", "argh", "ugh", "gah", "hm", "hmm", "un", "une", "a", "an", "oups", "voulais", "dire"])
_TAKEN_AS = frozenset(
    ["must", "have", "need", "want", "take", "taking", "taken", "as", "count", "counts", "prendre", "comme"]
)
_INSTEAD = frozenset(f"{_INSTEAD_ENGLISH} {_INSTEAD_FRENCH}".split())


def of_the_card(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...] | None:
    """What a message comes to that says only how the card is wrong, whatever was called; None for any other."""
    found = exchanged(text, situation, calls[0].id if calls else "unheard")
    return found or relabelled(calls, text, situation)


# --- a deletion that is a correction ----------------------------------------------------------------------------------


def with_the_card_corrected(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...]:
    """The calls with the only deletion as a correction of the only line that it can be about.

    Nothing of it is in the report on those days, and beside it are only calls that put something on days.
    """
    gone = [call for call in calls if call.tool == "delete_entries"]
    line = _line_of(gone[0], text, situation) if len(gone) == 1 else None
    if line is None or any(call.tool not in SUBJECTS for call in calls if call is not gone[0]):
        return tuple(calls)
    dates = str(gone[0].arguments.get("dates") or "")
    taken = _Taken(gone[0], line, set(days_named(dates, situation.today)) or set(line.change.days), dates)
    beside = [_without_line(call, line) for call in calls if call is not gone[0]]
    if any(not call.arguments.get(SUBJECTS[call.tool]) for call in beside):
        return tuple(calls)  # what is put there instead has to be asked for
    found = _another_reason(taken, beside, text, situation)
    found = found or (_shortened if taken.stays else _replaced)(taken, beside, text, situation)
    return tuple(found or calls)


@dataclass(frozen=True)
class _Taken:
    """The days that a deletion takes from a line: `phrase` says them, empty where the call says none."""

    call: ToolCall
    line: Proposal
    days: set[date]
    phrase: str

    @property
    def stays(self) -> set[date]:
        """The days of the line that are left."""
        return set(self.line.change.days) - self.days

    @property
    def subject(self) -> str:
        """The code of the line's project or reason."""
        return subject_of(self.line)

    def again(self, **said: str) -> ToolCall:
        """The line once more with something else in it, in its own place."""
        kept = {name: self.line.phrases[name] for name in ("project", "reason", "dates", "percent") if _has(self, name)}
        return ToolCall(self.call.id, self.line.tool, {**kept, **said, REPLACES: str(self.line.line)})


def _has(taken: _Taken, name: str) -> bool:
    return bool(taken.line.phrases.get(name))


def _without_line(call: ToolCall, line: Proposal) -> ToolCall:
    if str(call.arguments.get(REPLACES) or "") != str(line.line):
        return call
    return replace(call, arguments={name: value for name, value in call.arguments.items() if name != REPLACES})


def _line_of(call: ToolCall, text: str, situation: Situation) -> Proposal | None:
    """The only waiting line that has all the days of the deletion and its project or reason, if it names one."""
    project, reason = str(call.arguments.get("project") or ""), str(call.arguments.get("reason") or "")
    days = set(days_named(str(call.arguments.get("dates") or ""), situation.today))
    unreadable = bool(call.arguments.get("dates")) and not days
    subject = _code_of(project, situation) if project else reason
    if unreadable or (project and (reason or not subject)):
        return None
    if not subject and (not days or set(plain(text).split()) & _OF_EVERYTHING):
        return None
    lines = [p for p in situation.pending if p.tool in SUBJECTS and days <= set(p.change.days)]
    lines = [p for p in lines if p.change.days and subject in ("", subject_of(p))]
    if len(lines) != 1 or str(call.arguments.get(REPLACES) or lines[0].line) != str(lines[0].line):
        return None
    return None if _is_written(subject, days or set(lines[0].change.days), situation) else lines[0]


def _is_written(subject: str, days: set[date], situation: Situation) -> bool:
    entries = situation.ledger.entries(situation.email, min(days), max(days))
    return any(entry.day in days and subject in ("", entry.subject) for entry in entries)


def _code_of(phrase: str, situation: Situation) -> str:
    found = candidates(phrase, named_projects(situation.ledger.projects()))
    return found[0].code if len(found) == 1 else ""


def _subject_called(call: ToolCall, situation: Situation) -> str:
    said = str(call.arguments.get(SUBJECTS[call.tool]) or "")
    return _code_of(said, situation) if call.tool == "add_activities" else said


# --- what becomes of the line -----------------------------------------------------------------------------------------


def _shortened(taken: _Taken, beside: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The line with the days that stay, and what comes in the place of the others; nothing where it is not clear."""
    phrase = _phrase_of_what_stays(taken, situation)
    if not beside:
        named = None if amounts_in(text) else _named_instead(taken, text, situation)
        if named is None or not phrase:
            return []
        beside = [ToolCall(f"{taken.call.id}-0", *named)] if named[0] else []
    if restated := _restated(taken, beside, situation):
        return restated
    new = [_beside_line(call, taken, text, situation) for call in beside]
    if not phrase or any(call is None for call in new):
        return []
    return [taken.again(dates=phrase), *(call for call in new if call)]


def _restated(taken: _Taken, beside: Sequence[ToolCall], situation: Situation) -> list[ToolCall]:
    """ "Gull only monday": the call for the days that stay is the correction itself."""
    for call in beside:
        days = set(days_named(str(call.arguments.get("dates") or ""), situation.today))
        if len(beside) == 1 and _subject_called(call, situation) == taken.subject and days == taken.stays:
            return [replace(call, arguments={**call.arguments, REPLACES: str(taken.line.line)})]
    return []


def _beside_line(call: ToolCall, taken: _Taken, text: str, situation: Situation) -> ToolCall | None:
    """A call that takes the days over with the line's amount, or is about other days; None where it meets the rest."""
    dates = str(call.arguments.get("dates") or taken.phrase)
    days = set(days_named(dates, situation.today))
    if not days or not days & set(taken.line.change.days):
        return call if days else None
    if days != taken.days:
        return None
    amount = str(call.arguments.get("percent") or "")
    if not amount and (_subject_called(call, situation) == taken.subject or amounts_in(text)):
        return None
    if not amount and amount_of(taken.line) != FULL_DAY:
        amount = amount_in_words(taken.line, amount_of(taken.line), situation)
        if not amount:
            return None
    said = {"dates": dates} | ({"percent": amount} if amount else {})
    return replace(call, arguments={**call.arguments, **said})


def _replaced(taken: _Taken, beside: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """Something else in the place of the whole line, on the same days; nothing where nothing else is said."""
    if not beside:
        named = _named_instead(taken, text, situation)
        beside = [ToolCall(taken.call.id, *named)] if named and named[0] else []
    if len(beside) != 1 or beside[0].arguments.get(REPLACES):
        return []
    dates = str(beside[0].arguments.get("dates") or taken.line.phrases.get("dates") or "")
    same = set(days_named(dates, situation.today)) == set(taken.line.change.days)
    if not same or _subject_called(beside[0], situation) in ("", taken.subject):
        return []
    return [replace(beside[0], arguments={**beside[0].arguments, "dates": dates, REPLACES: str(taken.line.line)})]


def _phrase_of_what_stays(taken: _Taken, situation: Situation) -> str:
    """The days that stay in the person's own words: the parts of a list, a range with its exception."""
    whole = str(taken.line.phrases.get("dates") or "")
    if set(days_named(whole, situation.today)) != set(taken.line.change.days):
        return ""
    excepting = [word for word in sorted(EXCEPTING) if stands(word, situation.said)]
    phrases = [days_left(taken.line, taken.days, situation), *(f"{whole} {w} {taken.phrase}" for w in excepting)]
    return next((phrase for phrase in phrases if phrase and _are_said(phrase, taken.stays, situation)), "")


def _are_said(phrase: str, days: set[date], situation: Situation) -> bool:
    try:
        reading = Days().read(phrase, situation)
    except Unclear:
        return False
    return set(reading.days) == days and Days().grounded(phrase, reading, situation)


# --- what is named instead --------------------------------------------------------------------------------------------


def _another_reason(taken: _Taken, beside: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "Rtt friday", then "ah non en fait congé payé": the whole line for the only other reason that is named.

    Where no absence was called beside, nothing more may be said: "drop the rtt, paid leave covers it" has no other.
    """
    found = projects_in(text, loosely_named(text, situation), situation.ledger.projects())
    others = [m for m in absences_in(text, situation.ledger.absence_reasons()) if m.text != taken.subject]
    if taken.line.tool != "add_absence" or found or "?" in text or taken.stays or amounts_in(text):
        return []
    reason = others[0].text if others else ""
    marks = marked(text, absences_in(text, situation.ledger.absence_reasons()), situation.today)
    if not beside and said_besides(without(text, marks)) - _INSTEAD - _EXCLAIMED - _TAKEN_AS:
        return []
    if len({mark.text for mark in others}) != 1 or any(_NOT.search(text[: mark.start]) for mark in others):
        return []
    spans = [span.text for span in days_in(text, situation.today) if plain(span.text) != "mon"]  # "mon congé"
    spans += [str(call.arguments["dates"]) for call in beside if call.arguments.get("dates")]
    same = all(set(days_named(span, situation.today)) == taken.days for span in spans)
    if not same or len(beside) > 1 or any(_subject_called(call, situation) != reason for call in beside):
        return []
    return [taken.again(reason=reason)]


def _named_instead(taken: _Taken, text: str, situation: Situation) -> tuple[str, dict[str, str]] | None:
    """The tool and arguments of what the message names beside the line's own project or reason.

    An empty tool where it names nothing else; None where it does, and not plainly as what comes instead.
    """
    found = projects_in(text, loosely_named(text, situation), situation.ledger.projects())
    reasons = absences_in(without(text, found), situation.ledger.absence_reasons())
    own = [mark for mark in (*found, *reasons) if _code(mark) == taken.subject]
    other = [mark for mark in (*found, *reasons) if _code(mark) != taken.subject]
    if not other:
        return "", {}
    marks = marked(text, [*found, *reasons], situation.today)
    days = [set(days_named(mark.text, situation.today)) for mark in marks if mark.kind == "days"]
    if not days and any(_code(other[0]) == subject_of(line) for line in situation.pending):
        return None  # "i only did vela": it has its own line
    unlike = any(mark.kind == "amount" for mark in marks) or any(named != taken.days for named in days)
    if len(other) != 1 or unlike or "?" in text or said_besides(without(text, marks)) - _INSTEAD:
        return None
    name = other[0]
    if any(_JOINED.fullmatch(text[mark.end : name.start]) for mark in own):
        return None  # "not gull and anchor": both of them
    if _NOT.search(text[: name.start]) or not all(_is_gone(text[: mark.start]) for mark in own):
        return None
    if name.project is None:
        return "add_absence", {"reason": name.text}
    return None if is_ordinary(name.text, situation.today) else ("add_activities", {"project": name.text})


def _is_gone(before: str) -> bool:
    return bool(_NOT.search(before) or _GONE.search(before))


def _code(mark: Mark) -> str:
    return mark.project.code if mark.project else mark.text
