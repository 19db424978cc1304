"""Messages that are nothing but a list: projects and absences, each with days and perhaps an amount.

Here every word is accounted for, and there is one way only to share the days and amounts out: "mon gull, tue anchor,
wed sick", "yesterday half vela half bridge. today bridge". What such a message means does not hang on any model.
Wherever a word is left over, or anything could be read in two ways, there is no list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.domain.timesheet import FULL_DAY, AbsenceReason, Project
from bot.phrases import PhraseError, amounts_in, read_percent
from bot.tools.absence_words import absences_in
from bot.tools.asides import said_besides
from bot.tools.clauses import NO_PLAIN_LIST
from bot.tools.excepted import EXCEPT
from bot.tools.grounding import EXCEPTING, is_ordinary
from bot.tools.list_shapes import Group, groupings
from bot.tools.list_words import again_in, articles_in, but_in, ditto_in, names_one_day, without_header
from bot.tools.marks import Mark, days_named, days_under, marked, overlaps, projects_in, without
from bot.tools.names import plain
from bot.tools.utterance import may_stand, places

MOST_LINES = 12
_HEAD_DAYS = range(3, 8)  # what names so many days can head a list: a week, or a part of it
_NO_LIST = re.compile(r"[?\"“”«»>`]")  # a question, or somebody else's words
_BINDING = frozenset(":/|")  # "monday: apollo": these do not part what belongs together
_ALSO_OTHER_WORDS = frozenset(["mon", "may", "march", "mars", "mar", "sat", "sun", "sam", "wed", "mer", "ven", "dim"])
_WORKING = re.compile(r"\b(?:work(?:ed|ing)?|travaill\w*|boss\w*)(?!\w)", re.IGNORECASE)
_PART_EDGE = re.compile(r"[,;:\n]|[.](?=\s|$)|\b(?:and|et|then|puis)\b", re.IGNORECASE)
_REMARKS_WORDS = """i im ive was were did done had took have ok okay yeah yep yes full all just only je j ai suis etais
    fait mis travail travaille bosse pris note saisi voila"""
_REMARKS = frozenset(_REMARKS_WORDS.split())
_VAGUE_DAYS = frozenset(["now", "tonight", "tonite", "night"])
_COUNTED_FROM_TODAY = re.compile(r"\b(?:avant hier|apres demain|day before yesterday|day after tomorrow)\b")
_EXCEPTED = re.compile(rf"\b(?:{EXCEPT})\b", re.IGNORECASE)
_NEXT_WEEK = re.compile(r"(?:la )?semaine suivante|(?:the )?following week")
_ENGLISH_FROM, _FRENCH_FROM = (
    "rest remaining remainder following after before later hence day",
    "reste restant suivant suivante suivants suivantes apres avant jour",
)
_FROM_OTHERS = frozenset(f"{_ENGLISH_FROM} {_FRENCH_FROM}".split())  # "the next day": of which one?
_SAYING_MORE = frozenset(["again", "same", "pareil"])  # bot.tools.list_words
_PART_OF_DAY = re.compile(r"(?:in the |the |le |l |la )?(?:morning|afternoon|matin|matinee|apres midi|l?aprem|am|pm)")

_ONE_HALF = re.compile(r"(?:a |une )?(?:half|quarter|demi) (?:a )?(?:day|journee)")


@dataclass(frozen=True)
class Line:
    """One line of a list: a project or the code of a reason, as it was typed, with its own days and its amount."""

    subject: Project | str
    typed: str
    dates: str
    amount: str | None = None

    @property
    def code(self) -> str:
        """What tells lines apart."""
        return self.subject.code if isinstance(self.subject, Project) else self.subject


def lines_of(
    text: str,
    called: Sequence[tuple[str, Project]],
    projects: Sequence[Project],
    reasons: Sequence[AbsenceReason],
    today: date,
) -> tuple[Line, ...] | None:
    """The lines of a message that is a list and nothing else. `called`: how a model's calls name projects."""
    text = without_header(text, today)
    if _NO_LIST.search(text) or set(plain(text).split()) & (NO_PLAIN_LIST - _SAYING_MORE):
        return None
    marks = _accounted(text, _names(text, called, projects, reasons, today), today)
    if not marks or not _are_clear(marks) or _works_on_nothing(text, marks) or _has_a_remark(text, marks):
        return None
    sequence = [mark for mark in marks if mark.text not in _BINDING]
    lines = _under_no_head(sequence, today) or _under_a_head(sequence, today)
    return lines if lines and len(lines) <= MOST_LINES and _fits(lines, today) else None


def _works_on_nothing(text: str, marks: Sequence[Mark]) -> bool:
    """True for "sick monday, tuesday i work": who works is not absent, and no project says what on."""
    if not any(mark.kind == "reason" for mark in marks):
        return False
    worked = [match.start() for match in _WORKING.finditer(text)]
    edges = [0, *(edge.end() for edge in _PART_EDGE.finditer(text)), len(text) + 1]
    parts = [(first, last) for first, last in pairwise(edges) if any(first <= at < last for at in worked)]
    projects = [mark.start for mark in marks if mark.kind == "project"]
    return any(not any(first <= at < last for at in projects) for first, last in parts)


def _has_a_remark(text: str, marks: Sequence[Mark]) -> bool:
    """True for "gull monday, tuesday done": something is said of the last of these days alone."""
    names = [mark.start for mark in marks if mark.kind in ("project", "reason")]
    for days in (mark for mark in marks if mark.kind == "days" and re.search("[,.] ", mark.text)):
        edge = _PART_EDGE.search(text, days.end)
        end = edge.start() if edge else len(text)
        behind = set(plain(text[days.end : end]).split())
        if behind & _REMARKS and not any(days.end <= start < end for start in names):
            return True
    return False


def _accounted(text: str, names: Sequence[Mark], today: date) -> list[Mark]:
    """All that stands in the text; nothing where a word is left over."""
    if not names:
        return []
    found = [*names, *ditto_in(text, names, today)]
    masked = without(text, [*again_in(text, names), *but_in(text, names, today)])
    marks = marked(masked, found, today)
    articles = articles_in(text, names)
    if articles and not names_one_day([mark for mark in marks if mark.kind == "days"], today):
        return []
    left = without(without(masked, marks), articles)
    return [] if set(plain(left).split()) & NO_PLAIN_LIST or said_besides(left) else marks


def _names(
    text: str,
    called: Sequence[tuple[str, Project]],
    projects: Sequence[Project],
    reasons: Sequence[AbsenceReason],
    today: date,
) -> list[Mark]:
    """Projects and reasons; nothing where a name is also a usual word, or belongs to two projects."""
    there = [(name, p) for p in projects for name in dict.fromkeys((p.name, p.code)) if may_stand(name, text)]
    standing = [(name, project) for name, project in there if places(name, text)]
    owners = {(plain(name), project.code) for name, project in standing}
    if any(is_ordinary(name, today) for name, _ in standing) or len({n for n, _ in owners}) < len(owners):
        return []
    typed = [(name, p) for name, p in called if not any(is_ordinary(word, today) for word in plain(name).split())]
    found = projects_in(text, typed, projects)
    absences = absences_in(without(text, found), reasons)
    return [*found, *(mark for mark in absences if not overlaps(found, mark.start, mark.end))]


def _are_clear(marks: Sequence[Mark]) -> bool:
    """False for days with an amount in them, for "now", for "mon" alone, which may be French and mean "my", and for
    days that may count from others in the list: "gull monday, anchor the rest of the week".
    """
    days = [mark.text for mark in marks if mark.kind == "days"]
    excepting = any(set(plain(text).split()) & EXCEPTING or _EXCEPTED.search(text) for text in days)
    if excepting and any(mark.kind == "amount" for mark in marks):
        return False  # "gull 14 to 16, but 15 only half": whose half is it?
    if any(amounts_in(text) or set(plain(text).split()) & _VAGUE_DAYS for text in days):
        return False
    counted = days[1:] if days and _NEXT_WEEK.fullmatch(plain(days[0])) else days  # said first, it counts from today
    if len(days) > 1 and any(set(_COUNTED_FROM_TODAY.sub("", plain(text)).split()) & _FROM_OTHERS for text in counted):
        return False
    return not (len(days) == 1 and plain(days[0]) in _ALSO_OTHER_WORDS)


# --- which days and amount belong to what -----------------------------------------------------------------------------


def _under_no_head(sequence: Sequence[Mark], today: date) -> tuple[Line, ...] | None:
    lines = _shared_out(sequence, lambda dates: dates if days_named(dates, today) else "")
    return lines if lines and _stand_alone([line.dates for line in lines], today) else None


def _under_a_head(sequence: Sequence[Mark], today: date) -> tuple[Line, ...] | None:
    """ "last week: gull mon to wed, anchor thursday": every part lies within what was said first."""
    first = next((mark for mark in sequence if mark.kind != "separator"), None)
    if first is None or first.kind != "days" or len(days_named(first.text, today)) not in _HEAD_DAYS:
        return None
    rest = sequence[sequence.index(first) + 1 :]
    return _shared_out(rest, lambda dates: days_under(first.text, dates, today))


def _shared_out(sequence: Sequence[Mark], within: Callable[[str], str]) -> tuple[Line, ...] | None:
    """The lines, when there is exactly one way to share everything out."""
    found = groupings(sequence)
    if len(found) != 1 or not _amounts_are_somebodys(found[0], sequence):
        return None
    lines = [
        Line(group.subject.project or group.subject.text, group.subject.text, within(group.days.text), group.share)
        for group in found[0]
    ]
    return tuple(lines) if all(line.dates for line in lines) else None


def _amounts_are_somebodys(groups: Sequence[Group], sequence: Sequence[Mark]) -> bool:
    """False for an amount at the beginning or the end that may be meant for all: "gull mon, vela tue, half days".

    Not so "gull mon, vela tuesday morning" or "vela tuesday half day": that belongs to the day beside it.
    """
    if all(group.amount for group in groups) or not any(group.amount for group in groups):
        return True
    real = [mark for mark in sequence if mark.kind != "separator"]
    if sequence[-1].kind == "amount" and sequence[-2].kind == "days" and _ONE_HALF.fullmatch(plain(sequence[-1].text)):
        return real[0].kind != "amount"
    return not any(
        edge.kind == "amount"
        and not _has_days_in_its_line(edge, sequence)
        and not (beside.kind == "days" and _PART_OF_DAY.fullmatch(plain(edge.text)))
        for edge, beside in ((real[0], real[1]), (real[-1], real[-2]))
    )


def _has_days_in_its_line(amount: Mark, sequence: Sequence[Mark]) -> bool:
    """True in a list of one line a day: "fri: gull (morning), vela (afternoon)" below "mon: anchor"."""
    breaks = [mark.start for mark in sequence if mark.kind == "separator" and "\n" in mark.text]
    start = max((at for at in breaks if at < amount.start), default=0)
    end = min((at for at in breaks if at > amount.start), default=amount.end)
    return bool(breaks) and any(m.kind == "days" and start <= m.start <= end for m in sequence)


# --- whether that can be meant ----------------------------------------------------------------------------------------


def _stand_alone(dates: Sequence[str], today: date) -> bool:
    """False where one phrase may count for another: "gull monday, anchor tuesday last week"."""
    joined = ", ".join(dict.fromkeys(dates))
    alone = {day for phrase in dates for day in days_named(phrase, today)}
    return set(days_named(joined, today)) == alone


def _fits(lines: Sequence[Line], today: date) -> bool:
    """False where a day would have more than a day, or a project twice, or an amount is none that there is."""
    percents: dict[date, int] = {}
    seen: set[tuple[str, date]] = set()
    for line in lines:
        percent = _percent(line.amount)
        for day in days_named(line.dates, today):
            if percent is None or (line.code, day) in seen:
                return False
            seen.add((line.code, day))
            percents[day] = percents.get(day, 0) + percent
    return max(percents.values(), default=0) <= FULL_DAY


def _percent(amount: str | None) -> int | None:
    try:
        return read_percent(amount) if amount else FULL_DAY
    except PhraseError:
        return None
