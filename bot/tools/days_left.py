"""Days that are said by what is taken of others, or by another end for them: "mon to thu" and "tuesday was zephyr"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from bot.phrases import BLANK, is_weekdays
from bot.phrases.vocabulary import MONTH_NAMES
from bot.tools.excepted import EXCEPTED, HALF_BEHIND
from bot.tools.grounding import EXCEPTING, Calendar, day_spans, days_said
from bot.tools.names import plain
from bot.tools.utterance import stands, words_of
from bot.tools.weeks_said import NAMED_WEEK

RANGE = re.compile(
    r"(?P<begin>\S.*?)(?P<to>\s*[-–]\s*|\s+(?:to|until|till|til|through|thru|au|aux|[àa]|jusqu\S*)\s+)(?P<end>\S.*)",
    re.IGNORECASE,
)
UNTIL = r"(?:up to|until|untill|till|til|to|through|thru|jusqu['’]?\s?(?:aux?|[àa]|en)|au)"
"""How a message says up to when, before a day."""
LAST_DAY = (
    r"(?:(?:last|final) day|dernier jour)(?:\s+(?:of|de|du)\s+(?:(?:the|my|la|mon|mes|ma|ce)\s+)?"
    r"(?:it|that|this|leave|absence|holidays?|vacation|pto|time off|cong[ée]s?|vacances|absence|rtt)\b)?"
    r"(?:\s+(?:is|was|will be|should be|has to be|must be|sera|est|[ée]tait|c['’]est|c['’][ée]tait)|\s*:)"
    r"(?:\s+(?:the|le|on))?"
)
"""How it says which day is the last one, before that day: "the last day of my leave is"."""
_BUT_DAYS = re.compile(r"\bbut\s+(\S.*)$", re.IGNORECASE)
_NUMBER = r"(?:(?:on |from )?(?:the|le|du|au) )?\d{1,2}(?:st|nd|rd|th|er)?"
NUMBERS = re.compile(rf"{_NUMBER}(?:\s*(?:,|and|et|&|to|au|-|–)\s*{_NUMBER})*", re.IGNORECASE)
"""Days by their numbers alone."""
_NUMBERED = re.compile(r"(?:(?:the|le|on)\s+)*\d{1,2}(?:st|nd|rd|th|er)?(?=\s)", re.IGNORECASE)
_GOES_ON = re.compile(r"\s+(?!(?:and|or|please|pls|plz|thanks|thx)\b)\w", re.IGNORECASE)
"""Behind the days of a "but": what happened on them; else they are only left out."""
_BEFORE_BEGINNINGS = frozenset(("from", "the", "du", "de", "le", "on"))


def days_left_said(
    phrase: str, days: Sequence[date], texts: Sequence[str], today: date, holidays: Collection[date]
) -> bool:
    """True for days that were said and of which other words take some: "mon to thu except tuesday" behind
    "apollo mon to thu" and "tuesday was zephyr", in two messages or in one."""
    calendar, words = Calendar(today, holidays), phrase.split()
    for at, word in enumerate(words):
        if at and plain(word) in EXCEPTING:
            whole, taken = " ".join(words[:at]), " ".join(words[at + 1 :])
            meant = [calendar.days(part) for part in (whole, taken)]
            if not all(meant) or not _leaves(set(days), meant[0], meant[1], taken):
                continue
            if days_said(whole, sorted(meant[0]), texts, today, holidays):
                return days_said(taken, sorted(meant[1]), texts, today, holidays)
            if any(_is_left_of(meant[0], meant[1], *said, texts, calendar) for said in _exceptions(texts, calendar)):
                return True
    return False


def _is_left_of(
    whole: frozenset[date],
    taken: frozenset[date],
    said: frozenset[date],
    excepted: frozenset[date],
    texts: Sequence[str],
    calendar: Calendar,
) -> bool:
    """True where an exception that was said is among those that are taken, and so are the others in their own words."""
    others = sorted(taken - excepted)
    is_its_own = whole == said and bool(excepted) and excepted <= taken
    return is_its_own and (not others or days_said("", others, texts, calendar.today, calendar.holidays))


def day_of_a_but_clause(days: Collection[date], texts: Sequence[str], today: date, holidays: Collection[date]) -> bool:
    """True for the wednesday of "all week, but wednesday i had a fever": what the clause says is about that day; and of
    "all week except wednesday morning", which leaves the other half of it."""
    calendar = Calendar(today, holidays)
    if any(set(days) == calendar.days(day) for text in texts for day in _half_excepted(text, calendar)):
        return True
    return any(
        set(days) == calendar.days(but[1])
        for text in texts
        for span in calendar.spans(text)
        if (but := _BUT_DAYS.search(span.text)) and _GOES_ON.match(text, span.end)
    )


def _half_excepted(text: str, calendar: Calendar) -> Iterator[str]:
    """The days of which only a half is an exception."""
    for span in calendar.spans(text):
        _, *behind = EXCEPTED.split(span.text)
        if behind and HALF_BEHIND.match(text, span.end):
            yield behind[-1]


def days_of_a_week_said(phrase: str, days: Collection[date], texts: Sequence[str], today: date) -> bool:
    """True for "friday last week" where the newest words say the friday, and any words "last week mon-wed"."""
    weeks = list(NAMED_WEEK.finditer(phrase))
    if len(weeks) != 1 or not days or not set(days) <= Calendar(today, ()).days(weeks[0].group()):
        return False
    weekdays = phrase[: weeks[0].start()].strip()
    said = stands(weekdays, texts[-1:]) and stands(weeks[0].group(), texts)
    return said and weeks[0].end() == len(phrase) and is_weekdays(weekdays)


def week_of_a_project_said(phrase: str, texts: Sequence[str]) -> bool:
    """True for the "this week" of "last week gull mon-wed, this week vela", with the names blanked out."""
    if not NAMED_WEEK.fullmatch(phrase):
        return False
    own = re.compile(
        rf"[,;]\s*(?:and |et )?{re.escape(phrase)}\s*:?\s*(?:(?:on|sur|i was on|i did)\s+)?{BLANK}", re.IGNORECASE
    )
    return any(own.search(text) for text in texts)


def days_of_a_month_said(phrase: str, days: Collection[date], texts: Sequence[str], today: date) -> bool:
    """True for "le 28 décembre" where the newest words say the 28 and earlier ones "du 21 au 24 décembre"."""
    number, _, month = phrase.rpartition(" ")
    if plain(month) not in MONTH_NAMES or not NUMBERS.fullmatch(number) or not days:
        return False
    is_its = set(days) <= Calendar(today, ()).days(phrase)
    return is_its and stands(number, texts[-1:]) and stands(month, texts[:-1])


def _exceptions(texts: Sequence[str], calendar: Calendar) -> Iterator[tuple[frozenset[date], frozenset[date]]]:
    """The days before and behind the "except" of each phrase that was said with one."""
    for span in (span for text in texts for span in calendar.spans(text)):
        words = span.text.split()
        at = next((n for n, word in enumerate(words) if n and plain(word) in EXCEPTING), None)
        if at is not None:
            yield calendar.days(" ".join(words[:at]).rstrip(",")), calendar.days(" ".join(words[at + 1 :]))


def days_to_another_end_said(phrase: str, texts: Sequence[str], today: date) -> bool:
    """True for a range of which the newest words say up to when, and earlier ones the beginning with another end: "only
    to the 30th" behind "from 24 dec to 31 dec"; or from when, and earlier ones the end."""
    found = RANGE.fullmatch(phrase)
    if found is None:
        return False
    begun = [RANGE.fullmatch(span.text) for text in texts[:-1] for span in day_spans(text, today)]
    ended = [said for said in begun if said and said["end"] == found["end"]]
    if ended and stands(" ".join(_bare(found["begin"])), texts[-1:]):
        return True
    same = [said for said in begun if said and _bare(said["begin"]) == _bare(found["begin"])]
    months = {
        "",
        *(f" {month_of(said['end'])}" for said in same if month_of(said["end"])),
    }  # "au 24" may leave it unsaid
    ends = [found["end"].removesuffix(month) for month in months]
    until = "|".join(map(re.escape, ends))
    return bool(same) and bool(re.search(rf"\b(?:{UNTIL}|{LAST_DAY})\s+(?:{until})(?!\w)", texts[-1], re.IGNORECASE))


def month_of(end: str) -> str:
    """The "of nov" of "the 27th of nov"; empty where no number leads it."""
    found = _NUMBERED.match(end)
    return end[found.end() :].strip() if found else ""


def _bare(beginning: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(beginning) if plain(word) not in _BEFORE_BEGINNINGS)


def _leaves(left: set[date], whole: frozenset[date], taken: frozenset[date], phrase: str) -> bool:
    """True where that is left of the whole; a mere "friday" is taken out of the weeks that are spoken of."""
    out = whole - left
    if not out or left - whole:
        return False
    return out == taken & whole or (is_weekdays(phrase) and {d.weekday() for d in out} == {d.weekday() for d in taken})
