"""Kinds of phrases that name ranges: from one day to another, "since", "until", and several ranges in a list."""

from datetime import date, timedelta
from random import Random

from tests.unit.phrases.generated import Kind, Moment, Said, month_end
from tests.unit.phrases.generated_days import DAY, NUMERIC, NUMERIC_YEAR, SINGLES, a_date, in_this_month, two_singles
from tests.unit.phrases.generated_words import Tongue

LONGEST = timedelta(days=120)


def weekdays(style: str, frame: str = "range") -> Kind:
    """ "from monday to thursday", "mon-thu"."""

    def kind(draw: Random, moment: Moment, tongue: Tongue) -> Said:
        first, last = sorted(draw.sample(range(7), 2))
        names = {"a": tongue.weekday(draw, first, style), "b": tongue.weekday(draw, last, style)}
        return Said(tongue.say(draw, frame, **names), moment.working(moment.weekday(first), moment.weekday(last)))

    return kind


def weekdays_of_week(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "monday to wednesday of last week"."""
    (first, last), shift = sorted(draw.sample(range(7), 2)), draw.randint(-1, 1)
    names = {"a": tongue.weekday(draw, first), "b": tongue.weekday(draw, last)}
    phrase = tongue.joined(tongue.say(draw, "weekdays_week", **names, w=tongue.say(draw, f"week{shift}")))
    return Said(phrase, moment.working(moment.weekday(first, shift), moment.weekday(last, shift)))


def between_singles(draw: Random, moment: Moment, tongue: Tongue) -> Said | None:
    """ "from last thursday to yesterday", "from today to 3 june": any two days that run forwards."""
    two = two_singles(draw, moment, tongue)
    (first,), (last,) = (said.days for said in two)
    if not first < last < first + LONGEST or "," in two[0].phrase + two[1].phrase:
        return None
    for preposition in ("on ", "for ", "pour "):
        two = [Said(said.phrase.removeprefix(preposition), said.days) for said in two]
    return Said(tongue.say(draw, "range", a=two[0].phrase, b=two[1].phrase), moment.working(first, last))


def numbers(frame: str) -> Kind:
    """ "from the 3rd to the 7th" of the current month, "3-7"."""

    def kind(draw: Random, moment: Moment, tongue: Tongue) -> Said | None:
        first, last = sorted(in_this_month(draw, moment) for _ in range(2))
        if first == last:
            return None
        ends = [tongue.say(draw, "number", o=tongue.ordinal(day.day)) for day in (first, last)]
        if frame == "range_tight":
            ends = [str(first.day), str(last.day)]
        return Said(tongue.say(draw, frame, a=ends[0], b=ends[1]), moment.working(first, last))

    return kind


def numbers_of_month(style: str, *, year: bool = False) -> Kind:
    """ "3-7 november", "from the 3rd to the 7th of november 2026"."""

    def kind(draw: Random, moment: Moment, tongue: Tongue) -> Said | None:
        first = a_date(draw, moment)
        last = first.replace(day=draw.randint(first.day, month_end(first).day))
        if first == last:
            return None
        parts: dict[str, object] = {"a": first.day, "b": last.day, "m": tongue.month(draw, first.month, style)}
        parts |= {"oa": tongue.ordinal(first.day), "ob": tongue.ordinal(last.day)}
        phrase = tongue.say(draw, "numbers_month", **parts)
        return Said(f"{phrase} {first.year}" if year else phrase, moment.working(first, last))

    return kind


def dates(style: str) -> Kind:
    """ "from 28 may to 3 june": over the end of a month; forwards, each month being the nearest one."""

    def kind(draw: Random, moment: Moment, tongue: Tongue) -> Said | None:
        first, last = a_date(draw, moment), a_date(draw, moment)
        if not first < last < first + LONGEST:
            return None
        ends = [_date(draw, tongue, day, style) for day in (first, last)]
        return Said(tongue.say(draw, "range", a=ends[0], b=ends[1]), moment.working(first, last))

    return kind


def _date(draw: Random, tongue: Tongue, day: date, style: str) -> str:
    name = tongue.month(draw, day.month, style)
    return tongue.say(draw, "date", n=day.day, o=tongue.ordinal(day.day), m=name)


def dates_with_years(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "from 28 december 2026 to 4 january 2027"."""
    first = moment.today + draw.randint(-500, 500) * DAY
    last = first + draw.randint(1, 60) * DAY
    ends = [
        tongue.say(draw, "date", n=day.day, o=tongue.ordinal(day.day), m=f"{tongue.month(draw, day.month)}")
        + f" {day.year}"
        for day in (first, last)
    ]
    return Said(tongue.say(draw, "range", a=ends[0], b=ends[1]), moment.working(first, last))


def numerics(draw: Random, moment: Moment, tongue: Tongue) -> Said | None:
    """ "from 18/05 to 3/6", "18/5-22/5"."""
    first, last = a_date(draw, moment), a_date(draw, moment)
    if not first < last < first + LONGEST:
        return None
    ends = [draw.choice(NUMERIC).format(d=day.day, m=day.month) for day in (first, last)]
    return Said(
        tongue.say(draw, draw.choice(("range", "range_tight")), a=ends[0], b=ends[1]), moment.working(first, last)
    )


def numerics_with_years(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "28/12/2026 - 4/1/2027"."""
    first = moment.today + draw.randint(-500, 500) * DAY
    last = first + draw.randint(1, 60) * DAY
    notation = draw.choice(NUMERIC_YEAR)
    ends = [notation.format(d=day.day, m=day.month, y=day.year) for day in (first, last)]
    return Said(tongue.say(draw, "range", a=ends[0], b=ends[1]), moment.working(first, last))


def isos(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "2026-11-02..2026-11-06", "from 2026-11-02 to 2026-11-06"."""
    first = moment.today + draw.randint(-500, 500) * DAY
    last = first + draw.randint(1, 60) * DAY
    words = tongue.say(draw, "range", a=first, b=last)
    return Said(
        draw.choice((f"{first}..{last}", f"{first}..{last}", f"{first}/{last}", words)), moment.working(first, last)
    )


# The ends of "since" and "until"; a bare "3 june" may lie on either side of today.
ENDS = (
    "weekday", "weekday abbreviated", "last weekday", "next weekday", "yesterday, today, tomorrow", "days ago",
    "day before yesterday, day after tomorrow", "day of the month", "date", "date abbreviated", "weekday and date",
    "numeric date", "date with its year", "ISO date", "in some days", "weekday with a slip", "date with a slip",
)  # fmt: skip


def open_range(word: str) -> Kind:
    """ "since X" runs from X to today, "until X" from today; what would run backwards is refused."""

    def kind(draw: Random, moment: Moment, tongue: Tongue) -> Said | None:
        name = draw.choice(ENDS)
        said = SINGLES[name](draw, moment, tongue)
        if said is None or "," in said.phrase:
            return None
        (day,) = said.days
        first, last = (day, moment.today) if word == "since" else (moment.today, day)
        if last - first > LONGEST or (first > last and draw.random() < 0.8):
            return None
        end = said.phrase
        for preposition in ("on ", "for ", "pour "):
            end = end.removeprefix(preposition)
        return Said(tongue.joined(tongue.say(draw, word, x=end)), moment.working(first, last))

    return kind


def since_span(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "since last week", "since last month"."""
    shift = draw.choice((-1, 0))
    unit = draw.choice(("week", "month"))
    first = moment.monday(shift) if unit == "week" else moment.first(shift)
    phrase = tongue.joined(tongue.say(draw, "since", x=tongue.say(draw, f"{unit}{shift}")))
    return Said(phrase, moment.working(first, moment.today))


def range_and_single(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "mon to wed and friday": the range leaves a holiday out, the single day stays."""
    first, last, single = sorted(draw.sample(range(7), 3))
    style = draw.choice(("full", "short"))
    names = [tongue.weekday(draw, weekday, style) for weekday in (first, last, single)]
    joint = draw.choice((f" {tongue.say(draw, 'and')} ", ", "))
    phrase = tongue.say(draw, "range", a=names[0], b=names[1]) + joint + names[2]
    days = moment.working(moment.weekday(first), moment.weekday(last))
    return Said(phrase, days | {moment.weekday(single)})


def two_ranges(draw: Random, moment: Moment, tongue: Tongue) -> Said | None:
    """ "11 to 13 may and 1 to 3 june"."""
    found = [numbers_of_month("full")(draw, moment, tongue) for _ in range(2)]
    one, other = found
    if one is None or other is None:
        return None
    return Said(f"{one.phrase} {tongue.say(draw, 'and')} {other.phrase}", one.days | other.days)


RANGES: dict[str, Kind] = {
    "range of weekdays": weekdays("full"),
    "range of weekdays abbreviated": weekdays("short", "range_tight"),
    "range of weekdays with slips": weekdays("slip"),
    "range of weekdays of a week": weekdays_of_week,
    "range of two days named differently": between_singles,
    "range of days of the month": numbers("range"),
    "range of numbers": numbers("range_tight"),
    "range of days in a month": numbers_of_month("full"),
    "range of days in a month abbreviated": numbers_of_month("short"),
    "range of days in a month with a slip": numbers_of_month("slip"),
    "range of days in a month with its year": numbers_of_month("full", year=True),
    "range of dates": dates("full"),
    "range of dates abbreviated": dates("short"),
    "range of dates with years": dates_with_years,
    "range of numeric dates": numerics,
    "range of numeric dates with years": numerics_with_years,
    "range of ISO dates": isos,
    "since a day": open_range("since"),
    "until a day": open_range("until"),
    "since a week or a month": since_span,
    "range and a single day": range_and_single,
    "two ranges": two_ranges,
}
