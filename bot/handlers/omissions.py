"""What the person said and the card does not show: a lost entry is the worst of all, so code says it aloud."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.domain.timesheet import Project
from bot.handlers.calls import Drafted, Outcome
from bot.phrases import PhraseError, Span, days_in, is_weekdays, read_days
from bot.tools import wording
from bot.tools.absence_words import absences_in, likely_absences_in
from bot.tools.grounding import EXCEPTING, project_places, without_names
from bot.tools.left_alone import without_left_alone
from bot.tools.marks import HEAD_DAYS, days_under
from bot.tools.mending_absences import is_back
from bot.tools.mending_only_named import named_projects
from bot.tools.names import candidates, mentions, plain
from bot.tools.names import named_projects as all_names
from bot.tools.situation import Situation
from bot.tools.slots import days_left_open
from bot.tools.utterance import places
from bot.tools.weeks_said import NAMED_WEEK
from bot.words import say

_EVERYBODYS = re.compile(r"\b(?:public|bank) holidays?\b", re.IGNORECASE)  # no entry of anybody's report
_REST_OF_WEEK = re.compile(
    r"(?:the )?(?:rest|remainder) of (?:the|that) week|(?:le )?reste de (?:la|cette) semaine", re.I
)
_IS_PUBLIC = re.compile(
    r"\s*(?:,|:|is|was|c['’ ]?est|[ée]tait)?\s*(?:a\s+)?(?:(?:public|bank) holiday|f[ée]ri[ée])\b", re.IGNORECASE
)
_TYPED_NOW = re.compile(
    r"\s*(?:bon )?(?:saturday|sunday|samedi|dimanche)\s+(?:night|evening|soir)\b\s*[,.;:!]", re.IGNORECASE
)
"""Above a list: when it is written, not what is reported."""
_SENTENCE_END = re.compile(r"[.;!?\n]")
_DENIED = re.compile(
    r"\b(?:(?:(?<!why )not|pas|instead of|rather than|au lieu (?:de|d['’])|plut[oô]t que)"
    r"(?:\s+(?:on|sur|the|le|la|de))*"
    r"|(?:was|were) (?:supposed|meant) to (?:be|do|work)(?: on)?)\s+$",
    re.IGNORECASE,
)
"""Before what it was not, or should have been."""
_ONLY_JOINING = frozenset(("but", "mais"))  # "apollo monday but tuesday i was away"
_ASIDE = frozenset(("now", "maintenant"))  # mostly when something is said, not when it was done


def left_out(outcomes: Sequence[Outcome], words: str, situation: Situation) -> list[str]:
    """A sentence for each project and absence, or else each day phrase, that no line of the card is about; or else for
    what may be an absence."""
    words = without_left_alone(words, situation.today)
    named = _projects_left_out(outcomes, words, situation) + _absences_left_out(outcomes, words, situation)
    return named or _days_left_out(outcomes, words, situation) or _likely_left_out(outcomes, words, situation)


def projects_never_shown(outcomes: Sequence[Outcome], words: str, situation: Situation) -> list[str]:
    """A sentence for each project of a whole exchange that no line of the card, and no line that waits, is about."""
    waiting = {p.arguments.get("project") for p in situation.pending}
    shown = {say("left-out", what=p.title) for p in situation.ledger.projects() if p.code in waiting}
    return [said for said in _projects_left_out(outcomes, words, situation) if said not in shown]


def _projects_left_out(outcomes: Sequence[Outcome], words: str, situation: Situation) -> list[str]:
    drafted = [o for o in outcomes if isinstance(o, Drafted)]
    lines = [o.resolved.arguments.get("project") for o in drafted]
    replaced = [o.replaces.arguments.get("project") for o in drafted if o.replaces]
    asked = [str(o.call.arguments.get("project") or "") for o in outcomes if not isinstance(o, Drafted)]
    if not any(lines):
        return []
    known = all_names(situation.ledger.projects())
    missing = [
        p
        for p in named_projects(words, situation)
        if p.code not in (*lines, *replaced)
        and not _is_denied(p, drafted, words, situation)
        and not any(mentions(phrase, p.name) or candidates(phrase, known) == [p] for phrase in asked)
    ]
    return [say("left-out", what=p.title) for p in missing]


def _is_denied(project: Project, drafted: Sequence[Drafted], words: str, situation: Situation) -> bool:
    """True for the gull of "friday was vela, not gull", where nothing of it is written that would have to go."""
    standing = project_places(project, words, situation.today)
    days = {day for o in drafted for day in o.draft.change.days}
    denied = [match for start, _ in standing if (match := _DENIED.search(words[:start]))]
    ends = {span.end for span in days_in(words, situation.today)}
    if not days or len(denied) < len(standing) or any(len(words[: m.start()].rstrip()) in ends for m in denied):
        return False  # "gull monday, tuesday not vela": the tuesday is Vela's
    entries = situation.ledger.entries(situation.email, min(days), max(days))
    return not any(entry.project == project.code and entry.day in days for entry in entries)


def _absences_left_out(outcomes: Sequence[Outcome], words: str, situation: Situation) -> list[str]:
    """Where only projects are on the card, and no line of it corrects another one."""
    if not _are_plain_activities(outcomes):
        return []
    labels = {reason.code: wording.reason(reason) for reason in situation.ledger.absence_reasons()}
    bare = without_names(words, situation.ledger.projects(), situation.today)
    found = dict.fromkeys(mark.text for mark in absences_in(bare, situation.ledger.absence_reasons()))
    return [say("left-out", what=labels[code]) for code in found]


def _likely_left_out(outcomes: Sequence[Outcome], words: str, situation: Situation) -> list[str]:
    """What may be an absence ("dentist"), in the person's own word, where only projects are on the card."""
    if not _are_plain_activities(outcomes):
        return []
    bare = without_names(words, situation.ledger.projects(), situation.today)
    found = dict.fromkeys(likely_absences_in(_EVERYBODYS.sub(" ", bare)))
    return [say("left-out", what=f"“{word}”") for word in found]


def _are_plain_activities(outcomes: Sequence[Outcome]) -> bool:
    return all(isinstance(o, Drafted) and o.call.tool == "add_activities" and not o.replaces for o in outcomes)


def _days_left_out(outcomes: Sequence[Outcome], words: str, situation: Situation) -> list[str]:
    """Day phrases of which not one day is on the card."""
    drafted = [o for o in outcomes if isinstance(o, Drafted)]
    if len(drafted) < len(outcomes) or any(not _names_its_days(o) for o in drafted):
        return []
    shown = {day for o in drafted for day in o.draft.change.days}
    said = {*_ASIDE, *(plain(str(o.call.arguments.get("percent") or "")) for o in drafted)}  # the "3/4" of a day
    spans = [s for s in days_in(words, situation.today) if plain(s.text) not in said and not _is_excepted(s, words)]
    heads = [s.text for s in spans if _is_head(s, words, situation.today)]
    weeks = [week for week in NAMED_WEEK.finditer(words) if shown <= _days(week.group(), situation.today)]
    chosen = {day.weekday() for day in shown & set(days_left_open(situation))}  # the "thu" of "wed or thu next week"
    missing = (
        s.text
        for s in spans
        if not (
            _REST_OF_WEEK.fullmatch(s.text)
            and any(_days(w, situation.today) <= shown for w in _before(weeks, s, words))
        )
        and not any(places(s.text, str(o.call.arguments.get("dates") or "")) for o in drafted)  # "the 28th" of december
        and not shown & _meant(s.text, heads, situation.today)
        and not (is_weekdays(s.text) and {day.weekday() for day in _days(s.text, situation.today)} & chosen)
    )
    return [say("left-out", what=say("quoted", words=phrase)) for phrase in missing]


def _before(weeks: Sequence[re.Match[str]], span: Span, words: str) -> list[str]:
    """The weeks that are named before a phrase in its sentence and hold all that the card shows."""
    before = [week for week in weeks if week.end() <= span.start]
    return [week.group() for week in before if not _SENTENCE_END.search(words[week.end() : span.start])]


def _is_excepted(span: Span, words: str) -> bool:
    """True in "the whole week but not wednesday", "mercredi férié", "back thursday": that day is rightly not there."""
    if _IS_PUBLIC.match(words, span.end) or (not words[: span.start].strip() and _TYPED_NOW.match(words)):
        return True
    if is_back(words[: span.start]):
        return True
    before = plain(words[: span.start]).split()
    return bool(before) and before[-1] in EXCEPTING - _ONLY_JOINING


def _is_head(span: Span, words: str, today: date) -> bool:
    """True for the week or month of "last week: mon on apollo"."""
    return len(_days(span.text, today)) >= HEAD_DAYS and words[span.end :].lstrip().startswith(":")


def _meant(phrase: str, heads: Sequence[str], today: date) -> set[date]:
    """The days of a phrase, by itself or within what heads the message ("last week: mon on apollo")."""
    under = (days_under(head, phrase, today) for head in heads if head != phrase)
    return _days(phrase, today).union(*(_days(within, today) for within in under if within))


def _names_its_days(drafted: Drafted) -> bool:
    """False for a correction, which may name the days it takes back, for a copy with its source, and for months."""
    return not drafted.replaces and bool(drafted.draft.change.days) and "source" not in drafted.resolved.arguments


def _days(phrase: str, today: date) -> set[date]:
    try:
        return set(read_days(phrase, today, ()).days)
    except PhraseError:
        return set()
