"""Weekdays that words say are over: "i was sick thursday", said on a Monday, is the Thursday of last week.

A bare weekday is that day of the current week, past or future. Where somebody tells what they did on a day that is
still ahead, last week's is meant. Told is only what says so by itself: a plan is also spoken of in the past ("i was
asked to be on gull friday"), a verb may belong to another day, and a week is filled in before it is over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.phrases import BLANK, Span, days_in, is_weekdays
from bot.tools.marks import days_named
from bot.tools.utterance import places, stands

OVER = "last week"
"""What is put behind the weekdays of a call."""
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|lun|mar|mer|jeu|ven)\w*"
_DID = r"(?:was|were|did|worked|spent|stayed|helped)"
_TOLD = re.compile(
    rf"\b(?:i|we|it|that|{_WEEKDAY})\s+(?:\w+ly\s+)?{_DID}\b|^\W*(?:(?:and|so|oh|yes|ok|hi|hey|no|also)\W+)*{_DID}\b"
    r"|\b(?:j['’ ]?|c['’ ]?)[ée]tai[st]\b|\b(?:j['’ ]?ai|on a)\s+(?:\w+ )?(?:fait|boss[ée]|travaill[ée]|pass[ée])\b",
    re.IGNORECASE,
)
_FORGOTTEN = re.compile(
    r"\b(?:forgot(?:ten)?|missed|didn['’]?t) (?:to )?(?:log|fill|report|enter|record|note|declare)\b"
    rf"|\bforgot(?:ten)? (?:about )?(?:it|that|them|this|{_WEEKDAY})\b"
    r"|\boubli[ée]e? (?:de|d['’]) ?(?:le |la |les )?(?:noter|remplir|saisir|d[ée]clarer|rentrer|pointer|entrer)\b"
    rf"|\boubli[ée] (?:de )?(?:le |la |{_WEEKDAY})|\bl['’]ai oubli[ée]\b",
    re.IGNORECASE,
)
_LEAVE = re.compile(r"\b(?:leave|off|holidays?|vacation|pto|cong[ée]s?|vacances|rtt)\b", re.IGNORECASE)
_DECIDED = (
    "told|asked|given|granted|put|assigned|moved|approved|accepted|agreed|refused|cancel+ed|extended|supposed|meant|going"
    "|planning|planned|hoping|thinking|scheduled|booked|due|mise?|plac[ée]e?|valid[ée]e?|accord[ée]e?|refus[ée]e?|pr[ée]vue?"
    "|cens[ée]e?"
)
_NOT_OVER = re.compile(
    rf"\b(?:will|shall|i['’]?ll|we['’]?ll|won['’]?t|am|i['’]?m|we['’]?re|it['’]?s|is|isn['’]?t|are|gonna|next|tomorrow"
    r"|appointment|until|till|taking|need|want|would|demain|suis|serai|sera|serais|vais|va|aurai|devais|devait|allais"
    rf"|prochaine?|c['’ ]?est|accord|rdv|rendez[- ]vous|{_DECIDED})\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"^\W*(?:did|was|were|have|had) (?:i|you|we|it)\b|\?|\best[- ]ce que\b", re.IGNORECASE)
_LAST = re.compile(rf"(?:last|past) {_WEEKDAY}\s*(?:-|–|to|and|&)\s*{_WEEKDAY}", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[.;!?,\n]|\s(?:but|mais|then|puis|so|donc|because|since|car)(?=\s)|\s(?:and|et)(?=\s+(?:i|we|j['’]|je|on)\b)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;!?\n]")
_WEEK = re.compile(r"\b(?:weeks?|semaines?)\b", re.IGNORECASE)
_EXCEPT = re.compile(r"\b(?:except|but|not|bar|without|sauf|pas|hors|hormis)\b", re.IGNORECASE)
_LEADING = re.compile(r"[^\w\x00]*(?:(?:on|le|and|et|so|yes|no)\b[^\w\x00]*)*", re.IGNORECASE)
"""All that stands in a clause beside its days, where the next one says what was on them."""
_PART = re.compile(r"[^\s,](?:[^,]*[^\s,])?")


@dataclass(frozen=True)
class _Day:
    """A day phrase of a message, the clause that it stands in, and what is known of it."""

    span: Span
    clause: str
    days: tuple[date, ...]
    alone: bool
    """No days that are not ahead stand in its clause, whose verb it could be."""

    @property
    def bare(self) -> bool:
        return is_weekdays(self.span.text) and not _EXCEPT.search(self.span.text)

    def is_ahead(self, today: date) -> bool:
        return self.bare and bool(self.days) and min(self.days) > today

    @property
    def is_told(self) -> bool:
        return self.alone and bool(_TOLD.search(self.clause)) and not self.is_open

    @property
    def is_open(self) -> bool:
        """A plan, or a question."""
        return bool(_NOT_OVER.search(self.clause) or _ASKED.search(self.clause))

    @property
    def is_work(self) -> bool:
        """Nothing but a project, whose name is blanked out: what came before goes on."""
        return BLANK in self.clause and not (self.is_open or _TOLD.search(self.clause) or _LEAVE.search(self.clause))


def spans_over(text: str, today: date, *, in_parts: bool = False) -> list[Span]:
    """The weekdays of last week in a text that has no project's names in it (`bot.tools.grounding.without_names`).

    `in_parts` takes each part of a list by itself: of "i was on gull thursday, friday leave" only the first is told.
    """
    if _WEEK.search(text):
        return []  # it says itself of which week
    spans = [part for span in days_in(text, today) for part in (_parts(span) if in_parts else [span])]
    found = [_day(span, spans, text, today) for span in spans]
    forgotten = all(day.is_ahead(today) for day in found) and bool(_FORGOTTEN.search(text)) and not _LEAVE.search(text)
    over: list[int] = []
    told = story = False
    for n, day in enumerate(found):
        goes_on = n > 0 and _goes_on(found[n - 1], day, text)
        story = story and goes_on and day.bare and not day.is_open and today not in day.days
        told = story or (
            day.is_ahead(today)
            and (day.is_told or (told and goes_on and day.is_work) or (forgotten and not day.is_open))
        )
        over += [n] if told else []
        story = story or bool(_LAST.fullmatch(day.span.text))
    for n in range(len(found) - 2, -1, -1):  # "mon to thu i was on gull, friday i was sick": no week is told in two
        day, following = found[n], found[n + 1]
        if n + 1 in over and day.bare and day.is_told and _goes_on(day, following, text) and _is_next(day, following):
            over.append(n)
    return [found[n].span for n in sorted(set(over))]


def is_over(dates: str, text: str, today: date) -> bool:
    """True where the text has these weekdays, and says wherever they stand that they are over."""
    whole, standing = {(span.start, span.end) for span in spans_over(text, today)}, places(dates, text)
    parts = spans_over(text, today, in_parts=True)
    return bool(standing) and all(
        place in whole or any(part.start <= place[0] and place[1] <= part.end for part in parts) for place in standing
    )


def is_plan(text: str) -> bool:
    """True where the text speaks of what is still to come."""
    return bool(_NOT_OVER.search(text))


def days_over_said(phrase: str, texts: Sequence[str], today: date) -> bool:
    """True for "thursday last week" where a text says "i was sick thursday", or the newest one "and thursday too"
    and an earlier one "friday was gull"."""
    weekdays = phrase.removesuffix(f" {OVER}")
    if weekdays == phrase or not is_weekdays(weekdays):
        return False
    if any(is_over(weekdays, text, today) for text in texts):
        return True
    return stands(weekdays, texts[-1:]) and any(spans_over(text, today) for text in texts[:-1])


def _is_next(day: _Day, following: _Day) -> bool:
    return max(d.weekday() for d in day.days) + 1 == min(d.weekday() for d in following.days)


def _goes_on(day: _Day, following: _Day, text: str) -> bool:
    """Later in the same week, in the same sentence."""
    if not day.days or not following.days or _SENTENCE_END.search(text[day.span.end : following.span.start]):
        return False
    return max(d.weekday() for d in day.days) < min(d.weekday() for d in following.days)


def _parts(span: Span) -> list[Span]:
    return [Span(span.start + m.start(), span.start + m.end(), m.group()) for m in _PART.finditer(span.text)]


def _day(span: Span, spans: Sequence[Span], text: str, today: date) -> _Day:
    begin = max((m.end() for m in _CLAUSE_END.finditer(text, 0, span.start)), default=0)
    ends = [m.start() for m in _CLAUSE_END.finditer(text, span.end)]
    first, *more = [*ends, len(text)]
    clause = text[begin:first]
    rest = text[begin : span.start] + text[span.end : first]
    if more and _LEADING.fullmatch(rest) and not _SENTENCE_END.match(text, first):
        clause = text[begin : more[0]]  # "on thursday, i was sick"
        first = more[0]
    others = [other for other in spans if other is not span and begin <= other.start < first]
    alone = all(_is_like_it(other, today) for other in others)
    since = max((other.end for other in others if other.end <= span.start), default=begin)
    if _LEAVE.search(text[since:first]) and since > begin and not _TOLD.search(text[since:first]):
        alone = False  # the verb is that of the day before: "i was sick thursday and leave friday"
    return _Day(span, clause, days_named(span.text, today), alone)


def _is_like_it(other: Span, today: date) -> bool:
    days = days_named(other.text, today)
    return is_weekdays(other.text) and bool(days) and min(days) > today
