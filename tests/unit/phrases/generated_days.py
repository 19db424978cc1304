"""Kinds of phrases that name single days: one, several in a list, or several joined by "and"."""

from datetime import date, timedelta
from random import Random

from tests.unit.phrases.generated import Kind, Moment, Said, month_end
from tests.unit.phrases.generated_words import Tongue

DAY = timedelta(days=1)
NUMERIC = ("{d}/{m}", "{d:02}/{m:02}")
NUMERIC_YEAR = ("{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d:02}.{m:02}.{y}", "{d}-{m}-{y}", "{d:02}-{m:02}-{y}")


def one(phrase: str, day: date) -> Said:
    """A phrase that names one day: it is kept, weekend and holiday or not."""
    return Said(phrase, frozenset({day}))


def listed(draw: Random, tongue: Tongue, parts: list[str], tight: str = ", ") -> str:
    """The parts joined by commas, the last one by a comma, "and" or an ampersand."""
    last = draw.choice((f" {tongue.say(draw, 'and')} ", f" {tongue.say(draw, 'and')} ", tight, " & "))
    return tight.join(parts[:-1]) + last + parts[-1]


def a_date(draw: Random, moment: Moment) -> date:
    """A date whose month, said without a year, is the nearest one."""
    month = draw.randint(1, 12)
    first = date(moment.nearest(month), month, 1)
    return first.replace(day=draw.randint(1, month_end(first).day))


def in_this_month(draw: Random, moment: Moment) -> date:
    """A day of the current month."""
    return moment.first().replace(day=draw.randint(1, month_end(moment.today).day))


def bare(style: str) -> Kind:
    """ "monday": of the current week, on a weekend of the one just ended."""

    def kind(draw: Random, moment: Moment, tongue: Tongue) -> Said:
        weekday = draw.randrange(7)
        return one(
            tongue.say(draw, "bare", d=tongue.weekday(draw, weekday, style)),
            moment.weekday(weekday),
        )

    return kind


def shifted(style: str, *shifts: int) -> Kind:
    """ "last monday", "this monday", "next monday": of the previous, this and the next week."""

    def kind(draw: Random, moment: Moment, tongue: Tongue) -> Said:
        weekday, shift = draw.randrange(7), draw.choice(shifts)
        phrase = tongue.say(draw, f"weekday{shift}", d=tongue.weekday(draw, weekday, style))
        return one(phrase, moment.weekday(weekday, shift))

    return kind


def relative(*shifts: int) -> Kind:
    """ "yesterday", "the day after tomorrow"."""

    def kind(draw: Random, moment: Moment, tongue: Tongue) -> Said:
        shift = draw.choice(shifts)
        return one(tongue.say(draw, f"day{shift}"), moment.today + shift * DAY)

    return kind


def counted(frame: str, days: int) -> Kind:
    """ "3 days ago", "in 2 weeks"."""

    def kind(draw: Random, moment: Moment, tongue: Tongue) -> Said:
        count = draw.randint(2, 9)
        return one(tongue.say(draw, frame, n=count), moment.today + count * days * DAY)

    return kind


def number(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "the 14th": of the current month."""
    day = in_this_month(draw, moment)
    return one(tongue.say(draw, "number_alone", o=tongue.ordinal(day.day), n=day.day), day)


def dated(style: str, frame: str = "date") -> Kind:
    """ "3 november", "november 3rd", with and without the weekday or the year."""

    def kind(draw: Random, moment: Moment, tongue: Tongue) -> Said:
        day = a_date(draw, moment)
        if frame == "date_year":
            day = moment.today + draw.randint(-600, 600) * DAY
        weekday = tongue.weekday(draw, day.weekday(), draw.choice(("full", "short")))
        parts = {"n": day.day, "o": tongue.ordinal(day.day), "m": tongue.month(draw, day.month, style), "y": day.year}
        return one(tongue.say(draw, frame, d=weekday, **parts), day)

    return kind


def weekday_number(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "monday the 25th", of the current month."""
    day = in_this_month(draw, moment)
    weekday = tongue.weekday(draw, day.weekday())
    return one(tongue.say(draw, "weekday_number", d=weekday, o=tongue.ordinal(day.day)), day)


def numeric(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "3/11" is the nearest 3 November."""
    day = a_date(draw, moment)
    return one(draw.choice(NUMERIC).format(d=day.day, m=day.month), day)


def numeric_year(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "03/11/2026", "3.11.26"."""
    day = moment.today + draw.randint(-600, 600) * DAY
    year = draw.choice((day.year, day.year, day.year % 100))
    return one(draw.choice(NUMERIC_YEAR).format(d=day.day, m=day.month, y=year), day)


def iso(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "2026-11-03"."""
    day = moment.today + draw.randint(-600, 600) * DAY
    return one(day.isoformat(), day)


def weekday_of_week(draw: Random, moment: Moment, tongue: Tongue) -> Said | None:
    """ "friday of last week", "monday of week 20"."""
    weekday, shift = draw.randrange(7), draw.randint(-1, 2)
    week = tongue.say(draw, f"week{shift}") if shift < 2 else ""
    monday = moment.monday(shift)
    if not week:
        if moment.today.isocalendar().year != moment.today.year:
            return None  # whether "the current year" is then the calendar's or the weeks' is not said
        number = draw.randint(1, 52)
        week, monday = tongue.say(draw, "week_number", n=number), date.fromisocalendar(moment.today.year, number, 1)
    name = tongue.weekday(draw, weekday, draw.choice(("full", "full", "short")))
    return one(tongue.joined(tongue.say(draw, "weekday_week", d=name, w=week)), monday + weekday * DAY)


def list_of_weekdays(style: str, *, shifts: tuple[int, ...] = ()) -> Kind:
    """ "mon, tue and thursday": each is kept; with shifts, "monday and tuesday of last week"."""

    def kind(draw: Random, moment: Moment, tongue: Tongue) -> Said:
        weekdays = sorted(draw.sample(range(7), draw.randint(2, 4)))
        phrase = listed(draw, tongue, [tongue.weekday(draw, weekday, style) for weekday in weekdays])
        shift = draw.choice(shifts) if shifts else 0
        if shifts:
            phrase = tongue.say(draw, "weekday_list_week", d=phrase, w=tongue.say(draw, f"week{shift}"))
        return Said(phrase, frozenset(moment.weekday(weekday, shift) for weekday in weekdays))

    return kind


def list_of_numbers(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "the 3rd, the 4th and the 6th"."""
    days = sorted({in_this_month(draw, moment) for _ in range(3)} | {moment.first()})
    parts = [tongue.say(draw, "number", o=tongue.ordinal(day.day)) for day in days]
    return Said(listed(draw, tongue, parts), frozenset(days))


def list_in_a_month(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "3, 4 and 6 june", "the 3rd and 4th of june"."""
    first = a_date(draw, moment).replace(day=1)
    days = [first.replace(day=day) for day in sorted(draw.sample(range(1, 29), draw.randint(2, 4)))]
    numbers = listed(draw, tongue, [str(day.day) for day in days])
    ordinals = listed(draw, tongue, [tongue.ordinal(day.day) for day in days])
    month = tongue.month(draw, first.month, draw.choice(("full", "short")))
    return Said(tongue.say(draw, "numbers_list", x=numbers, ox=ordinals, m=month), frozenset(days))


SINGLES: dict[str, Kind] = {
    "weekday": bare("full"),
    "weekday abbreviated": bare("short"),
    "weekday with a slip": bare("slip"),
    "last weekday": shifted("full", -1),
    "this weekday": shifted("full", 0),
    "next weekday": shifted("full", 1),
    "last or next weekday abbreviated": shifted("short", -1, 0, 1),
    "last or next weekday with a slip": shifted("slip", -1, 0, 1),
    "yesterday, today, tomorrow": relative(-1, 0, 1),
    "day before yesterday, day after tomorrow": relative(-2, 2),
    "days ago": counted("ago_day", -1),
    "in some days": counted("ahead_day", 1),
    "weeks ago": counted("ago_week", -7),
    "in some weeks": counted("ahead_week", 7),
    "day of the month": number,
    "date": dated("full"),
    "date abbreviated": dated("short"),
    "date with a slip": dated("slip"),
    "date with its year": dated("full", "date_year"),
    "date abbreviated with its year": dated("short", "date_year"),
    "weekday and date": dated("full", "weekday_date"),
    "weekday and day of the month": weekday_number,
    "numeric date": numeric,
    "numeric date with its year": numeric_year,
    "ISO date": iso,
    "weekday of a week": weekday_of_week,
}

# What may stand beside what without a doubt: a bare weekday may follow "last", a number another's month.
BESIDE = (
    ("weekday", "yesterday, today, tomorrow"), ("weekday", "day of the month"), ("weekday", "date"),
    ("weekday abbreviated", "ISO date"), ("weekday", "numeric date"), ("date", "yesterday, today, tomorrow"),
    ("last weekday", "next weekday"), ("last weekday", "yesterday, today, tomorrow"), ("next weekday", "date"),
    ("last weekday", "this weekday"), ("last weekday", "ISO date"), ("date", "date"), ("numeric date", "numeric date"),
    ("ISO date", "ISO date"), ("day of the month", "yesterday, today, tomorrow"), ("date with its year", "ISO date"),
    ("yesterday, today, tomorrow", "day before yesterday, day after tomorrow"), ("date abbreviated", "next weekday"),
    ("days ago", "in some days"), ("this weekday", "next weekday"), ("days ago", "date"),
)  # fmt: skip


def two_singles(draw: Random, moment: Moment, tongue: Tongue) -> list[Said]:
    """Two days, named in two ways that leave no doubt beside each other."""
    names = list(draw.choice(BESIDE))
    if names[0] != "last weekday" and "date with its year" not in names:
        draw.shuffle(names)
    found = [SINGLES[name](draw, moment, tongue) for name in names]
    return [said for said in found if said]


def list_of_two(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "yesterday and 3 june", "friday and the 14th"."""
    one, other = two_singles(draw, moment, tongue)
    return Said(f"{one.phrase} {draw.choice((tongue.say(draw, 'and'), '&'))} {other.phrase}", one.days | other.days)


LISTS: dict[str, Kind] = {
    "list of weekdays": list_of_weekdays("full"),
    "list of weekdays abbreviated": list_of_weekdays("short"),
    "list of weekdays with slips": list_of_weekdays("slip"),
    "list of weekdays of a week": list_of_weekdays("full", shifts=(-1, 0, 1)),
    "list of days of the month": list_of_numbers,
    "list of days in a month": list_in_a_month,
    "two days named differently": list_of_two,
}
