"""Kinds of phrases that name weeks, months, repeated weekdays and the rest of something, also with exceptions."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from tests.unit.phrases.generated import Kind, Moment, Said, month_end
from tests.unit.phrases.generated_days import DAY, a_date, listed
from tests.unit.phrases.generated_words import Tongue

FRIDAY = timedelta(days=4)


def week(*shifts: int) -> Kind:
    """ "last week", "this week", "next week"."""

    def kind(draw: Random, moment: Moment, tongue: Tongue) -> Said:
        shift = draw.choice(shifts)
        monday = moment.monday(shift)
        return Said(tongue.say(draw, f"week{shift}"), moment.working(monday, monday + FRIDAY))

    return kind


def numbered_week(draw: Random, moment: Moment, tongue: Tongue) -> Said | None:
    """ "week 20": of the current year; left out where calendar and ISO year differ, as the README does."""
    year, number = moment.today.year, draw.randint(1, 53)
    if moment.today.isocalendar().year != year or number > weeks_of(year):
        return None
    monday = date.fromisocalendar(year, number, 1)
    return Said(tongue.say(draw, "week_number", n=number), moment.working(monday, monday + FRIDAY))


def weeks_of(year: int) -> int:
    """52 or 53."""
    return date(year, 12, 28).isocalendar().week


def week_of_a_year(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "week 20 of 2027"."""
    year = moment.today.year + draw.randint(-1, 1)
    number = draw.randint(1, weeks_of(year))
    monday = date.fromisocalendar(year, number, 1)
    return Said(tongue.say(draw, "week_year", n=number, y=year), moment.working(monday, monday + FRIDAY))


def weeks(draw: Random, moment: Moment, tongue: Tongue) -> Said | None:
    """ "week 20 to week 22"."""
    year, first = moment.today.year, draw.randint(1, 48)
    last = first + draw.randint(1, 4)
    if moment.today.isocalendar().year != year:
        return None
    span = date.fromisocalendar(year, first, 1), date.fromisocalendar(year, last, 5)
    return Said(tongue.say(draw, "weeks", a=first, b=last), moment.working(*span))


def week_of_a_date(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "the week of 3 june"."""
    day = a_date(draw, moment)
    monday = day - day.weekday() * DAY
    name = tongue.say(draw, "date", n=day.day, o=tongue.ordinal(day.day), m=tongue.month(draw, day.month))
    return Said(tongue.joined(tongue.say(draw, "week_of", x=name)), moment.working(monday, monday + FRIDAY))


def month(style: str, *, year: bool = False) -> Kind:
    """ "november": the nearest one; "november 2027"."""

    def kind(draw: Random, moment: Moment, tongue: Tongue) -> Said:
        first = a_date(draw, moment).replace(day=1)
        if year:
            first = first.replace(year=moment.today.year + draw.randint(-1, 1))
        name = tongue.month(draw, first.month, style)
        phrase = tongue.say(draw, "month_year" if year else "month", m=name, y=first.year)
        return Said(phrase, moment.working(first, month_end(first)))

    return kind


def relative_month(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "last month", "this month", "next month"."""
    shift = draw.randint(-1, 1)
    first = moment.first(shift)
    return Said(tongue.say(draw, f"month{shift}"), moment.working(first, month_end(first)))


def months(draw: Random, moment: Moment, tongue: Tongue) -> Said | None:
    """ "may to june": forwards, each being the nearest one."""
    first, other = (a_date(draw, moment).replace(day=1) for _ in range(2))
    if not first < other < first + timedelta(days=100):
        return None
    names = {"a": tongue.month(draw, first.month), "b": tongue.month(draw, other.month)}
    return Said(tongue.say(draw, "months", **names), moment.working(first, month_end(other)))


def every(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "every monday": of the current month."""
    weekday, first = draw.randrange(5), moment.first()
    phrase = tongue.say(draw, "every", d=tongue.weekday(draw, weekday))
    return Said(phrase, moment.working(first, month_end(first), weekday))


def every_of_month(style: str) -> Kind:
    """ "every monday in june", "mondays in june"."""

    def kind(draw: Random, moment: Moment, tongue: Tongue) -> Said:
        weekday, first = draw.randrange(5), a_date(draw, moment).replace(day=1)
        names = {"d": tongue.weekday(draw, weekday), "m": tongue.month(draw, first.month, style)}
        return Said(tongue.say(draw, "every_month", **names), moment.working(first, month_end(first), weekday))

    return kind


def every_of_relative_month(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "every monday of next month"."""
    weekday, shift = draw.randrange(5), draw.randint(-1, 1)
    first = moment.first(shift)
    span = tongue.say(draw, f"month{shift}")
    phrase = tongue.joined(tongue.say(draw, "every_span", d=tongue.weekday(draw, weekday), s=span))
    return Said(phrase, moment.working(first, month_end(first), weekday))


def every_two(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "every monday and wednesday in june"."""
    two, first = sorted(draw.sample(range(5), 2)), a_date(draw, moment).replace(day=1)
    names = {"a": tongue.weekday(draw, two[0]), "b": tongue.weekday(draw, two[1])}
    phrase = tongue.say(draw, "every_two", **names, m=tongue.month(draw, first.month))
    return Said(phrase, moment.working(first, month_end(first), *two))


def every_day(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "every day of last week", "every day this month"."""
    shift, unit = draw.randint(-1, 1), draw.choice(("week", "month"))
    first = moment.monday(shift) if unit == "week" else moment.first(shift)
    last = first + FRIDAY if unit == "week" else month_end(first)
    phrase = tongue.joined(tongue.say(draw, "every_day", s=tongue.say(draw, f"{unit}{shift}")))
    return Said(phrase, moment.working(first, last))


def whole_week(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "all week"."""
    return Said(tongue.say(draw, "whole_week"), moment.working(moment.monday(), moment.monday() + FRIDAY))


def from_today(frame: str) -> Kind:
    """ "the rest of the week", "until the end of the month": from today on; on a Sunday no day is left."""

    def kind(draw: Random, moment: Moment, tongue: Tongue) -> Said:
        last = moment.weekday(6) if frame.endswith("week") else month_end(moment.today)
        return Said(tongue.say(draw, frame), moment.working(moment.today, last))

    return kind


def two_spans(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "last week and this week", "may and june"."""
    if draw.random() < 0.5:
        one, other = week(-1)(draw, moment, tongue), week(0, 1)(draw, moment, tongue)
    else:
        one, other = (month("full")(draw, moment, tongue) for _ in range(2))
    return Said(f"{one.phrase} {tongue.say(draw, 'and')} {other.phrase}", one.days | other.days)


def excepting(span: Kind, taken: Callable[[Random, Moment, Tongue, frozenset[date]], Said]) -> Kind:
    """ "last week except thursday": the span's days without those taken out; no day left is refused."""

    def kind(draw: Random, moment: Moment, tongue: Tongue) -> Said | None:
        said = span(draw, moment, tongue)
        if said is None or not said.days:
            return None
        out = taken(draw, moment, tongue, said.days)
        return Said(tongue.say(draw, "except", s=said.phrase, x=out.phrase), said.days - out.days)

    return kind


def a_weekday(draw: Random, moment: Moment, tongue: Tongue, days: frozenset[date]) -> Said:
    """ "thursday", or an abbreviation or a slip of it."""
    weekday = draw.randrange(5)
    name = tongue.weekday(draw, weekday, draw.choice(("full", "full", "short", "slip")))
    return Said(name if name != "mar" else "mardi", frozenset(day for day in days if day.weekday() == weekday))


def two_weekdays(draw: Random, moment: Moment, tongue: Tongue, days: frozenset[date]) -> Said:
    """ "monday and tuesday"."""
    two = sorted(draw.sample(range(5), 2))
    phrase = f" {tongue.say(draw, 'and')} ".join(tongue.weekday(draw, weekday) for weekday in two)
    return Said(phrase, frozenset(day for day in days if day.weekday() in two))


def all_such_weekdays(draw: Random, moment: Moment, tongue: Tongue, days: frozenset[date]) -> Said:
    """ "mondays", "les lundis"."""
    weekday = draw.randrange(5)
    phrase = tongue.say(draw, "plural", d=tongue.weekday(draw, weekday))
    return Said(phrase, frozenset(day for day in days if day.weekday() == weekday))


def dates_out(draw: Random, moment: Moment, tongue: Tongue, days: frozenset[date]) -> Said:
    """ "5 june", "5 june and 8 june": whose nearest month is the one that is meant."""
    close = sorted(day for day in days if moment.nearest(day.month) == day.year)
    out = sorted(draw.sample(close, min(len(close), draw.randint(1, 2)))) or [moment.today]
    names = [
        tongue.say(draw, "date", n=day.day, o=tongue.ordinal(day.day), m=tongue.month(draw, day.month)) for day in out
    ]
    return Said(listed(draw, tongue, names) if len(names) > 1 else names[0], frozenset(out))


SPANS: dict[str, Kind] = {
    "last week": week(-1),
    "this week": week(0),
    "next week": week(1),
    "numbered week": numbered_week,
    "numbered week of a year": week_of_a_year,
    "range of weeks": weeks,
    "week of a date": week_of_a_date,
    "month": month("full"),
    "month abbreviated": month("short"),
    "month with a slip": month("slip"),
    "month with its year": month("full", year=True),
    "last, this or next month": relative_month,
    "range of months": months,
    "every weekday": every,
    "every weekday of a month": every_of_month("full"),
    "every weekday of a month abbreviated": every_of_month("short"),
    "every weekday of last, this or next month": every_of_relative_month,
    "every two weekdays of a month": every_two,
    "every day of a week or month": every_day,
    "whole week": whole_week,
    "rest of the week": from_today("rest_week"),
    "rest of the month": from_today("rest_month"),
    "until the end of the week": from_today("end_week"),
    "until the end of the month": from_today("end_month"),
    "two weeks or months": two_spans,
    "week except a weekday": excepting(week(-1, 0, 1), a_weekday),
    "week except two weekdays": excepting(week(-1, 0, 1), two_weekdays),
    "numbered week except a weekday": excepting(numbered_week, a_weekday),
    "month except all such weekdays": excepting(month("full"), all_such_weekdays),
    "month except dates": excepting(month("full"), dates_out),
    "relative month except all such weekdays": excepting(relative_month, all_such_weekdays),
    "every weekday of a month except a date": excepting(every_of_month("full"), dates_out),
    "rest of the week except a weekday": excepting(from_today("rest_week"), a_weekday),
}
