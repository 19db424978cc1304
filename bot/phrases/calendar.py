"""Plain calendar sums that phrases need: weeks, nearest months, n-th days. All raise PhraseError."""

from calendar import monthrange
from datetime import date, timedelta

from bot.phrases.refusal import PhraseError
from bot.words import say

A_MONDAY = date(2024, 1, 1)
Interval = tuple[date, date]


def weekday_name(weekday: int) -> str:
    """`Monday` for 0."""
    return say("weekday", day=A_MONDAY + timedelta(days=weekday))


def monday(day: date) -> date:
    """The Monday of the day's ISO week."""
    return moved(day, -day.weekday())


def moved(day: date, days: int) -> date:
    """The day so many days later. Raises PhraseError outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise PhraseError(say("day-too-far")) from None


def a_day(year: int, month: int, day: int) -> date:
    """The date. Raises PhraseError when there is no such day."""
    if not 1 <= month <= 12:
        raise PhraseError(say("month-not-there", number=str(month)))
    if not 1900 <= year <= 2200:
        raise PhraseError(say("year-not-there", year=str(year)))
    if not 1 <= day <= monthrange(year, month)[1]:
        named = say("month", first=date(year, month, 1))
        raise PhraseError(say("day-not-there", number=str(day), month=named))
    return date(year, month, day)


def whole_month(year: int, month: int) -> Interval:
    """First and last day of a month."""
    first = a_day(year, month, 1)
    return first, first.replace(day=monthrange(year, month)[1])


def months_on(today: date, shift: int) -> tuple[int, int]:
    """Year and month so many months after today's."""
    count = today.year * 12 + today.month - 1 + shift
    return count // 12, count % 12 + 1


def nearest_year(month: int, today: date) -> int:
    """The year of the nearest such month, past or future; six months away either way is the past one."""
    ahead = (month - today.month) % 12
    return months_on(today, ahead if ahead < 6 else ahead - 12)[0]


def shifted_year(month: int, shift: int, today: date) -> int:
    """The year of the last such month before this one (-1), the next one after it (1), or this year (0)."""
    if shift < 0:
        return today.year - (month >= today.month) + shift + 1
    return today.year + (month <= today.month) + shift - 1 if shift else today.year


def iso_week(year: int, number: int) -> Interval:
    """Monday and Friday of an ISO week. Raises PhraseError when the year has no such week."""
    try:
        start = date.fromisocalendar(year, number, 1)
    except ValueError:
        raise PhraseError(say("week-not-there", number=str(number), year=str(year))) from None
    return start, moved(start, 4)


def nth_weekday(number: int, weekday: int, span: Interval) -> date:
    """The n-th such weekday of a span, counted from its end when negative."""
    first, last = span
    if number < 0:
        found = moved(last, -((last.weekday() - weekday) % 7) + 7 * (number + 1))
    else:
        found = moved(first, (weekday - first.weekday()) % 7 + 7 * (number - 1))
    if not first <= found <= last:
        raise PhraseError(say("weekday-not-there", weekday=weekday_name(weekday)))
    return found


def nth_week(number: int, span: Interval) -> Interval:
    """The n-th ISO week of a month, clipped to it; like ISO years, it begins with the week of its first Thursday."""
    first, last = span
    thursday = nth_weekday(number, 3, span)
    return max(first, moved(thursday, -3)), min(last, moved(thursday, 1))


def days_between(span: Interval) -> list[date]:
    """All days of a span, both ends included."""
    return [moved(span[0], step) for step in range((span[1] - span[0]).days + 1)]
