"""Was it said? What nobody said is never proposed: this is where a value is held against the person's own words.

Wording is compared, not words in any order: "3 december" was not said by "3 november … 10 december". Where a phrase
is only a part of what was said ("10" of "10 december"), it may not mean other days than the whole. And a name that is
also an ordinary word ("May", "To", "50") counts only where it plainly stands as a name ("project May", "May (MAY)").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.domain.timesheet import Project
from bot.phrases import PhraseError, Span, amounts_in, days_in, read_days, read_percent
from bot.tools.names import FILLER, plain
from bot.tools.utterance import EDGES, may_stand, places, places_of, tokens, words_of

RANGE_WORDS = frozenset(("to", "until", "till", "til", "through", "thru", "-", "au", "a", "jusqu", "jusque", "'"))
FOR = re.compile(r"\s(?:for|pour|on|sur|onto)\s", re.IGNORECASE)
EXCEPTING = frozenset(("but", "except", "not", "without", "minus", "bar", "sauf", "mais", "hormis", "excepte", "pas"))
FRACTION = re.compile(r"[13]/[24]")
JOINING = frozenset([*EDGES, "and", "et", "&", "+", "puis", "then", "plus"])
PROJECT = frozenset({"project", "projet"})
MARKS = PROJECT | frozenset(("projects", "projets", "client", "code", "called", "named", "nomme", "appele"))
QUOTES = frozenset("\"'“”«»")
MOST_SEGMENTS = 6
ENGLISH = (
    "i me my we our you your he she it its they this that these those there here and or but if so as of off by with "
    "from to in into at on up out over is are was were be been do does did done have has had will would can could may "
    "might must should not no yes please thanks thank hello hi hey ok okay all any some every each both one more most "
    "also too only just then than when what which who where why how log add put set make take note mark book record "
    "work worked working delete remove copy submit withdraw create assign approve edit decline undo forget show tell "
    "same usual other rest sick ill leave holiday holidays vacation absent absence day days week month today report "
    "nothing everything done good morning afternoon full half whole"
)
FRENCH = (
    "je j moi mon ma mes tu te toi ton nous vous il elle on ce cet cette ces ca y en et ou mais si pas ne non oui "
    "merci bonjour salut dans au aux avec par est sont etait suis fait faire mets mettre ajoute note tout tous "
    "toute toutes aussi malade conge conges absent absente jour jours semaine mois rien reste pareil"
)
ORDINARY = FILLER | frozenset(f"{ENGLISH} {FRENCH}".split())


# --- names --------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def is_ordinary(name: str, today: date) -> bool:
    """True for a name that is also a usual word, a letter, a day or an amount."""
    words = plain(name).split()
    if not words or len("".join(words)) < 2 or all(word in ORDINARY for word in words):
        return True
    return bool(_days(name, today, ())) or plain(name) in {plain(amount) for amount in amounts_in(name)}


def name_places(name: str, text: str, today: date) -> list[tuple[int, int]]:
    """Where `name` stands in `text` as a name."""
    found = places(name, text)
    if not found or not is_ordinary(name, today):
        return found
    return [place for place in found if _is_marked(place, text)]


def _is_marked(place: tuple[int, int], text: str) -> bool:
    """True for "project May", "the May project", "called May" and “May”."""
    before = [token for token, _, end in tokens(text) if end <= place[0]]
    after = [token for token, start, _ in tokens(text) if start >= place[1]]
    if before and after and before[-1] in QUOTES and after[0] in QUOTES:
        return True
    led = [token for token in before if token not in EDGES]
    return bool(led and led[-1] in MARKS) or bool(after and after[0] in PROJECT)


def project_places(project: Project, text: str, today: date) -> list[tuple[int, int]]:
    """Where the project is named by its code, its name or both."""
    if not (may_stand(project.name, text) or may_stand(project.code, text)):
        return []
    found = {place for name in (project.name, project.code) if name for place in name_places(name, text, today)}
    if project.title != project.name:
        found |= set(places(project.title, text))
    return sorted(found)


def only_project(text: str, projects: Iterable[Project], today: date) -> tuple[Project, tuple[int, int]] | None:
    """The only project that the text names, and where it does so most fully; None where it names none or several."""
    found = [(project, standing) for project in projects if (standing := project_places(project, text, today))]
    if len(found) != 1:
        return None
    project, standing = found[0]
    return project, max(standing, key=lambda place: place[1] - place[0])


def without_names(text: str, projects: Iterable[Project], today: date) -> str:
    """The text with the projects that it names blanked out: the "Friday" of "Friday Club" is no day."""
    letters = list(text)
    for project in projects:
        for start, end in project_places(project, text, today):
            letters[start:end] = "\x00" * (end - start)
    return "".join(letters)


# --- days and amounts ---------------------------------------------------------------------------------------------


def days_said(phrase: str, days: Sequence[date], texts: Sequence[str], today: date, holidays: Collection[date]) -> bool:
    """True when the texts say these days: in the words of `phrase`, or as exactly these days in words of their own."""
    calendar = Calendar(today, holidays)
    for text in texts:
        found = [set(calendar.days(span.text)) for span in calendar.spans(text)]
        if found and set(days) in (*found, set().union(*found)):
            return True
    segments = list(_segments(words_of(phrase), texts))
    if any(_within_a_span(parts, set(days), text, calendar) for parts in segments for text in texts):
        return True
    return any(_composed(parts, set(days), texts, calendar) for parts in segments)


def _within_a_span(parts: Sequence[tuple[str, ...]], days: set[date], text: str, calendar: Calendar) -> bool:
    """True for "thursday last week" of "last week mon-wed, thursday": words of one phrase, for days of that phrase."""
    spans = [span for span in calendar.spans(text) if days and days <= calendar.days(span.text)]
    return len(parts) > 1 and any(all(places_of(part, span.text) for part in parts) for span in spans)


@dataclass(frozen=True)
class Calendar:
    """How phrases are read today."""

    today: date
    holidays: Collection[date]

    def days(self, phrase: str) -> frozenset[date]:
        """The days of a phrase; none where it cannot be read."""
        return _days(phrase, self.today, self.holidays)

    def spans(self, text: str) -> list[Span]:
        """The day phrases of a text; one that says for what days ("last week for monday") is two."""
        return [part for span in day_spans(text, self.today) for part in _cut(span, text)]


@lru_cache(maxsize=512)
def day_spans(text: str, today: date) -> tuple[Span, ...]:
    return days_in(_without_amounts(text), today)


def _cut(span: Span, text: str) -> list[Span]:
    ends = [(m.start(), m.end()) for m in FOR.finditer(text, span.start, span.end)]
    starts = [span.start, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), span.end]
    return [Span(a, b, text[a:b]) for a, b in zip(starts, stops, strict=True)]


def _without_amounts(text: str) -> str:
    for amount in amounts_in(text):
        text = text.replace(amount, " " * len(amount), 1)
    return text


def _segments(words: Sequence[str], texts: Sequence[str], most: int = MOST_SEGMENTS) -> Iterator[list[tuple[str, ...]]]:
    """The words cut into parts that each stand in a text, each as long as possible."""
    while words and words[0] in JOINING:
        words = words[1:]
    if not words:
        yield []
    if not words or not most:
        return
    for count in range(len(words), 0, -1):
        first = tuple(words[:count])
        if any(places_of(first, text) for text in texts):
            yield from ([first, *rest] for rest in _segments(words[count:], texts, most - 1))
            return


def _composed(parts: Sequence[tuple[str, ...]], days: set[date], texts: Sequence[str], calendar: Calendar) -> bool:
    """True when each part was said as days, and together they mean no other days than the parts do."""
    meant: set[date] = set()
    is_range = False
    for part in parts:
        if meant and part[0] in EXCEPTING:
            continue
        tail = _without_range_words(part) if meant else part
        is_range = is_range or tail != part
        found: set[date] = set().union(*(_meant(part, tail, text, calendar) for text in texts))
        if not found:
            return False
        meant |= found
    if not meant:
        return False
    return min(meant) <= min(days) and max(days) <= max(meant) if is_range else days <= meant


def _without_range_words(part: Sequence[str]) -> Sequence[str]:
    while part and part[0] in RANGE_WORDS:
        part = part[1:]
    return part


def _meant(part: Sequence[str], tail: Sequence[str], text: str, calendar: Calendar) -> frozenset[date]:
    """The days that a part means where it stands: no others than the longer phrase that it may be a part of."""
    alone = calendar.days(" ".join(tail).replace(" ' ", "'").replace(" - ", "-"))  # "aujourd'hui", "ce mois-ci"
    found: set[date] = set()
    for start, end in places_of(part, text):
        spans = [s for s in calendar.spans(text) if s.start < end and s.end > start]
        longer = [s for s in spans if s.start < start or s.end > end]
        whole = frozenset[date]().union(*(calendar.days(s.text) for s in longer))
        found |= alone & whole if longer else alone
    return frozenset(found)


@lru_cache(maxsize=4096)
def _read(phrase: str, today: date, holidays: frozenset[date]) -> frozenset[date]:
    try:
        return frozenset(read_days(phrase, today, holidays).days)
    except PhraseError:
        return frozenset()


def _days(phrase: str, today: date, holidays: Collection[date]) -> frozenset[date]:
    return _read(phrase, today, frozenset(holidays))


def days_of(phrase: str, today: date) -> frozenset[date]:
    """The days of a phrase, holidays among them; none where it names no days."""
    return _days(phrase, today, ())


def amount_said(phrase: str, percent: int, texts: Iterable[str], today: date) -> bool:
    """True when one of the texts states this amount of a day in whatever words, or has `phrase` outside of any day."""
    return any(
        percent in {_amount(text), *map(_amount, amounts_in(text))} or _stands_beside_days(phrase, text, today)
        for text in texts
    )


def _stands_beside_days(phrase: str, text: str, today: date) -> bool:
    found = places(phrase, text)
    if FRACTION.fullmatch(phrase.strip()):
        return bool(found)
    days = day_spans(text, today)
    return any(not any(s.start < end and s.end > start for s in days) for start, end in found)


def _amount(phrase: str) -> int | None:
    try:
        return read_percent(phrase)
    except PhraseError:
        return None
