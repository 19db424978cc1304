"""What phrases mean, worked out from the evaluation's README with the standard library's dates alone.

A kind is a function that composes one phrase of its sort and the days it means; no days: it must be
refused. Nothing here reads bot.phrases, so that the two can only agree by both following the README.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from tests.unit.phrases.generated_words import Tongue

EASTER = {2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2028: (4, 16), 2029: (4, 1), 2030: (4, 21)}
FRENCH_FREE = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
BELGIAN_FREE = ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))
TODAYS = (
    *(date(2026, 5, day) for day in range(18, 25)),  # every weekday
    *(date(2026, 12, 27) + timedelta(days=step) for step in range(9)),  # the turn of the year, week 53
    *(date(2028, 2, 27) + timedelta(days=step) for step in range(4)),  # a leap day
    *(date(2026, month, 31) for month in (1, 3, 7, 8, 10)),
    *(date(2027, month, 1) for month in (2, 5, 6, 11)),
)


class Said(NamedTuple):
    """A phrase and the days it means; none when it must be refused."""

    phrase: str
    days: frozenset[date]


@dataclass(frozen=True)
class Moment:
    """The day on which a phrase is said, and the public holidays around it."""

    today: date
    holidays: frozenset[date]

    def monday(self, shift: int = 0) -> date:
        """The Monday of the current week or of one so many weeks later."""
        return self.today + timedelta(days=7 * shift - self.today.weekday())

    def weekday(self, weekday: int, shift: int = 0) -> date:
        """That weekday of the current week or of one so many weeks later."""
        return self.monday(shift) + timedelta(days=weekday)

    def first(self, shift: int = 0) -> date:
        """The first of the current month or of one so many months later."""
        count = self.today.year * 12 + self.today.month - 1 + shift
        return date(count // 12, count % 12 + 1, 1)

    def nearest(self, month: int) -> int:
        """The year of the nearest such month, by months; a tie goes to the past."""
        here = self.today.year * 12 + self.today.month
        years = (self.today.year - 1, self.today.year, self.today.year + 1)
        return min(years, key=lambda year: (abs(year * 12 + month - here), year))

    def working(self, first: date, last: date, *weekdays: int) -> frozenset[date]:
        """The days of a range without weekends and holidays; of them only the weekdays, where some are given."""
        days = (first + timedelta(days=step) for step in range((last - first).days + 1))
        wanted = weekdays or range(7)
        return frozenset(d for d in days if d.weekday() < 5 and d not in self.holidays and d.weekday() in wanted)


def month_end(day: date) -> date:
    """The last day of its month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


Kind = Callable[[Random, Moment, Tongue], Said | None]


def composed(name: str, kind: Kind, tongue: Tongue, seed: int, count: int) -> Iterator[tuple[Moment, Said]]:
    """So many phrases of a kind, each with the moment at which it is said; the same ones for the same seed."""
    draw = Random(f"{seed} {tongue.name} {name}")
    found = tries = 0
    while found < count:
        moment = a_moment(draw)
        said = kind(draw, moment, tongue)
        tries += 1
        assert tries < 100 * count, f"{name} composes too few phrases"
        if said is not None:
            found += 1
            yield moment, Said(dressed(draw, said.phrase), said.days)


def a_moment(draw: Random) -> Moment:
    """One of the telling days or any other, with no holidays, a country's, or many around it."""
    today = draw.choice(TODAYS) if draw.random() < 0.6 else date(2025, 1, 1) + timedelta(days=draw.randrange(1700))
    years = range(today.year - 1, today.year + 2)
    match draw.randrange(4):
        case 0:
            days: set[date] = set()
        case 1:
            days = {date(year, *free) for year in years for free in FRENCH_FREE}
            easters = [date(year, *EASTER[year]) for year in years if year in EASTER]
            days |= {easter + timedelta(days=after) for easter in easters for after in (1, 39, 50)}
        case 2:
            days = {date(year, *free) for year in years for free in BELGIAN_FREE}
        case _:
            days = {today + timedelta(days=step) for step in range(-45, 46) if draw.random() < 0.3}
    return Moment(today, frozenset(days))


def dressed(draw: Random, phrase: str) -> str:
    """The phrase as it is, in capitals, with a capital, or with spaces too many."""
    match draw.randrange(10):
        case 0:
            return phrase.upper()
        case 1:
            return phrase[:1].upper() + phrase[1:]
        case 2:
            return phrase.replace(" ", "  ")
        case 3:
            return f"  {phrase} "
        case 4:
            return phrase.title()
        case _:
            return phrase
