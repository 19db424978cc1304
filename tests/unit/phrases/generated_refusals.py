"""Kinds of phrases that must be refused: no day, a day that does not exist, a range that runs backwards."""

from datetime import date, timedelta
from random import Random

from tests.unit.phrases.generated import Kind, Moment, Said, month_end
from tests.unit.phrases.generated_days import DAY, NUMERIC, NUMERIC_YEAR, SINGLES, a_date, in_this_month
from tests.unit.phrases.generated_spans import weeks_of
from tests.unit.phrases.generated_words import Tongue


def refused(phrase: str) -> Said:
    """A phrase that means no day."""
    return Said(phrase, frozenset())


def no_day(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "someday", "as usual"."""
    return refused(tongue.say(draw, "unknown"))


def doubtful(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "monday or tuesday", "monday blah": not to be read in part."""
    one, other = draw.sample(range(7), 2)
    names = {"a": tongue.weekday(draw, one), "b": tongue.weekday(draw, other)}
    return refused(tongue.say(draw, "doubt", d=tongue.weekday(draw, one), **names))


def no_such_number(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "the 32nd"; "the 31st" in a month of 30 days."""
    day = draw.randint(month_end(moment.today).day + 1, 40)
    return refused(tongue.say(draw, "number_alone", o=tongue.ordinal(day), n=day))


def _no_such_date(draw: Random, moment: Moment) -> tuple[int, int, int]:
    month = draw.randint(1, 12)
    year = moment.nearest(month)
    return month_end(date(year, month, 1)).day + draw.randint(1, 3), month, year


def no_such_date(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "31 june", "29 february" when the nearest one has 28 days."""
    day, month, _ = _no_such_date(draw, moment)
    name = tongue.month(draw, month, draw.choice(("full", "short")))
    return refused(tongue.say(draw, "date", n=day, o=tongue.ordinal(day), m=name))


def no_such_date_with_year(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "29 february 2027"."""
    day, month, year = _no_such_date(draw, moment)
    return refused(tongue.say(draw, "date_year", n=day, o=tongue.ordinal(day), m=tongue.month(draw, month), y=year))


def no_such_numeric_date(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "31/6", "3/13", "31/06/2026", "2026-06-31"."""
    day, month, year = _no_such_date(draw, moment)
    if draw.random() < 0.3:
        day, month = draw.randint(1, 28), draw.randint(13, 19)
    notation = draw.choice((*NUMERIC, *NUMERIC_YEAR, "{y}-{m:02}-{d:02}"))
    return refused(notation.format(d=day, m=month, y=year))


def no_such_end(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "28 to 31 june": one end of the range, or one day of the list, is not there."""
    day, month, _ = _no_such_date(draw, moment)
    name = tongue.month(draw, month)
    if draw.random() < 0.5:
        first = draw.randint(1, 20)
        ends: dict[str, object] = {"a": first, "b": day, "oa": tongue.ordinal(first), "ob": tongue.ordinal(day)}
        return refused(tongue.say(draw, "numbers_month", **ends, m=name))
    numbers = f"2, 3 {tongue.say(draw, 'and')} {day}"
    ordinals = f"{tongue.ordinal(2)}, {tongue.ordinal(3)} {tongue.say(draw, 'and')} {tongue.ordinal(day)}"
    return refused(tongue.say(draw, "numbers_list", x=numbers, ox=ordinals, m=name))


def no_such_week(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "week 54", "week 0", "week 53 of 2027"."""
    year = moment.today.year + draw.randint(-1, 1)
    if weeks_of(year) == 52 and draw.random() < 0.5:
        return refused(tongue.say(draw, "week_year", n=53, y=year))
    return refused(tongue.say(draw, "week_number", n=draw.choice((0, *range(54, 70)))))


def another_weekday(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "friday 20 may" when that is a Wednesday: there is no such day."""
    day = a_date(draw, moment)
    weekday = tongue.weekday(draw, (day.weekday() + draw.randint(1, 6)) % 7)
    parts = {"n": day.day, "o": tongue.ordinal(day.day), "m": tongue.month(draw, day.month)}
    return refused(tongue.say(draw, "weekday_date", d=weekday, **parts))


def backwards_weekdays(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "friday to tuesday": both are of the current week."""
    last, first = sorted(draw.sample(range(7), 2))
    style = draw.choice(("full", "short"))
    names = {"a": tongue.weekday(draw, first, style), "b": tongue.weekday(draw, last, style)}
    return refused(tongue.say(draw, draw.choice(("range", "range_tight")), **names))


def backwards_numbers(draw: Random, moment: Moment, tongue: Tongue) -> Said | None:
    """ "from the 7th to the 3rd"."""
    last, first = sorted(in_this_month(draw, moment).day for _ in range(2))
    if first == last:
        return None
    ends = [tongue.say(draw, "number", o=tongue.ordinal(day)) for day in (first, last)]
    return refused(tongue.say(draw, "range", a=ends[0], b=ends[1]))


def backwards_dates(draw: Random, moment: Moment, tongue: Tongue) -> Said | None:
    """ "from 7 november to 3 november", also with the year, in numbers and in ISO notation."""
    last = a_date(draw, moment)
    first = last.replace(day=draw.randint(last.day, month_end(last).day))
    if first == last:
        return None
    notation = draw.choice(("date", "date_year", *NUMERIC, *NUMERIC_YEAR, "{y}-{m:02}-{d:02}"))
    if "{" in notation:
        ends = [notation.format(d=day.day, m=day.month, y=day.year) for day in (first, last)]
    else:
        ends = [_in_words(draw, tongue, notation, day) for day in (first, last)]
    return refused(tongue.say(draw, "range", a=ends[0], b=ends[1]))


def _in_words(draw: Random, tongue: Tongue, frame: str, day: date) -> str:
    parts = {"n": day.day, "o": tongue.ordinal(day.day), "m": tongue.month(draw, day.month), "y": day.year}
    return tongue.say(draw, frame, **parts).replace(",", "")


def backwards_isos(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "2026-11-06..2026-11-02"."""
    last = moment.today + draw.randint(-300, 300) * DAY
    return refused(f"{last + draw.randint(1, 50) * DAY}..{last}")


def backwards_relatives(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "from tomorrow to yesterday"."""
    last, first = sorted(draw.sample(range(-2, 3), 2))
    return refused(
        tongue.say(draw, "range", a=tongue.say(draw, f"day{first}"), b=tongue.say(draw, f"day{last}")),
    )


def since_the_future(draw: Random, moment: Moment, tongue: Tongue) -> Said | None:
    """ "since tomorrow", "until yesterday"."""
    name = draw.choice(("weekday", "last weekday", "next weekday", "date", "ISO date", "yesterday, today, tomorrow"))
    said = SINGLES[name](draw, moment, tongue)
    if said is None or moment.today in said.days:
        return None
    word = "since" if max(said.days) > moment.today else "until"
    return refused(tongue.joined(tongue.say(draw, word, x=said.phrase.removeprefix("on ").removeprefix("pour "))))


def only_free_days(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "every sunday in june", a range over a weekend: nothing is left."""
    if draw.random() < 0.5:
        names = {"d": tongue.weekday(draw, draw.choice((5, 6))), "m": tongue.month(draw, draw.randint(1, 12))}
        return refused(tongue.say(draw, "every_month", **names))
    saturday = moment.weekday(5, draw.randint(-30, 30))
    return refused(f"{saturday}..{saturday + timedelta(days=1)}")


def all_taken_out(draw: Random, moment: Moment, tongue: Tongue) -> Said:
    """ "monday and tuesday except monday to tuesday": no day is left."""
    one, other = sorted(draw.sample(range(7), 2))
    both = f" {tongue.say(draw, 'and')} ".join(tongue.weekday(draw, weekday) for weekday in (one, other))
    return refused(tongue.say(draw, "except", s=both, x=both))


REFUSED: dict[str, Kind] = {
    "no day": no_day,
    "days in doubt": doubtful,
    "no such day of the month": no_such_number,
    "no such date": no_such_date,
    "no such date with its year": no_such_date_with_year,
    "no such numeric date": no_such_numeric_date,
    "no such end of a range": no_such_end,
    "no such week": no_such_week,
    "another weekday": another_weekday,
    "weekdays backwards": backwards_weekdays,
    "days of the month backwards": backwards_numbers,
    "dates backwards": backwards_dates,
    "ISO dates backwards": backwards_isos,
    "relative days backwards": backwards_relatives,
    "since the future, until the past": since_the_future,
    "only free days": only_free_days,
    "everything taken out": all_taken_out,
}
