"""A day or a time inside a span: "monday of last week", "last friday of may", "the week of the 3rd"."""

from dataclasses import replace
from datetime import date
from typing import Protocol

from bot.phrases import calendar as cal
from bot.phrases import nodes as n
from bot.phrases.refusal import PhraseError
from bot.words import say

_MIDDLE = 15
"""The last day of the first half of a month, as of a French "quinzaine"."""


class Spans(Protocol):
    """What is needed of a Resolver."""

    @property
    def today(self) -> date:
        """The day on which the phrase is said."""

    def interval(self, node: n.Node) -> cal.Interval:
        """First and last day of a node."""

    def is_working(self, day: date) -> bool:
        """Monday to Friday, and no public holiday."""


def scoped_interval(spans: Spans, node: n.Scoped) -> cal.Interval:
    """First and last day of a node that lies in a span. Raises PhraseError."""
    inner, scope = node.node, node.scope
    match inner:
        case n.Weekday():
            return _weekday(spans, inner, scope)
        case n.Day():
            return _day(spans, inner, scope)
        case n.Every():
            return spans.interval(scope)
        case n.Unit(unit, shift):
            return _unit(spans, unit, shift, scope)
        case n.Nth(number, what):
            return _nth(spans, number, what, scope)
        case n.Rest():
            return _rest(spans, scope)
        case n.Edge(side):
            first, last = spans.interval(scope)
            return (first, first) if side > 0 else (last, last)
        case n.Half(number):
            first, last = cal.whole_month(*_year_and_month(_a_month(spans, scope)))
            return (first, first.replace(day=_MIDDLE)) if number == 1 else (first.replace(day=_MIDDLE + 1), last)
        case n.Several(count, unit, -1):
            return _some(spans, -count, unit, scope)
        case n.Firsts(count, unit):
            return _some(spans, count, unit, scope)
        case n.Weekend(None):
            saturday = cal.moved(_week(spans, scope), 5)
            return saturday, cal.moved(saturday, 1)
        case n.Month(year=None, shift=None) if isinstance(scope, n.Unit) and scope.unit == "year":
            return spans.interval(replace(inner, year=spans.interval(scope)[0].year))
        case _:
            raise PhraseError(say("days-of-that-time"))


def _a_month(spans: Spans, scope: n.Node) -> cal.Interval:
    """The days of a whole month. Raises PhraseError for any other time: of a week nobody knows where its middle is."""
    span = spans.interval(scope)
    if span != cal.whole_month(span[0].year, span[0].month):
        raise PhraseError(say("days-of-that-time"))
    return span


def _week(spans: Spans, scope: n.Node) -> date:
    """The Monday of a scope that lies in one week. Raises PhraseError when it does not."""
    first, last = spans.interval(scope)
    start = cal.monday(first)
    if cal.monday(last) != start:
        raise PhraseError(say("days-of-that-time"))
    return start


def _weekday(spans: Spans, node: n.Weekday, scope: n.Node) -> cal.Interval:
    first, last = spans.interval(scope)
    one_week = cal.monday(first) == cal.monday(last)
    if node.shift == -1 and not one_week:
        return _nth(spans, -1, node.weekday, scope)
    if node.shift or node.near or _is_day(scope):
        raise PhraseError(say("days-of-that-time"))
    if not one_week:
        name = cal.weekday_name(node.weekday)
        raise PhraseError(say("weekday-several", weekday=name, lower=name.lower()))
    day = cal.moved(cal.monday(first), node.weekday)
    return day, day


def _is_day(scope: n.Node) -> bool:
    inner = scope.node if isinstance(scope, n.Scoped) else scope
    if isinstance(inner, n.Shifted):
        return inner.unit != "week"
    return isinstance(inner, n.Weekday | n.Day | n.RelativeDay)


def _day(spans: Spans, node: n.Day, scope: n.Node) -> cal.Interval:
    first, last = spans.interval(scope)
    month = isinstance(scope, n.Month) or (isinstance(scope, n.Unit) and scope.unit == "month")
    if node.month is None and month:
        return spans.interval(replace(node, month=first.month, year=first.year))
    if node.month and isinstance(scope, n.Unit) and scope.unit == "year":
        return spans.interval(replace(node, year=last.year))
    raise PhraseError(say("days-of-that-time"))


def _unit(spans: Spans, unit: str, shift: int | None, scope: n.Node) -> cal.Interval:
    if shift is None and unit == "week":
        start = _week(spans, scope)
        return start, cal.moved(start, 4)
    if shift == -1:
        return _nth(spans, -1, unit, scope)
    if shift is None and unit == "month":
        return cal.whole_month(*_year_and_month(spans.interval(scope)))
    raise PhraseError(say("days-of-that-time"))


def _year_and_month(span: cal.Interval) -> tuple[int, int]:
    if (span[0].year, span[0].month) != (span[1].year, span[1].month):
        raise PhraseError(say("days-of-that-time"))
    return span[0].year, span[0].month


def _nth(spans: Spans, number: int, what: int | str, scope: n.Node) -> cal.Interval:
    span = spans.interval(scope)
    if isinstance(what, int):
        day = cal.nth_weekday(number, what, span)
        return day, day
    if what == "week" and cal.monday(span[0]) != cal.monday(span[1]) and (span[1] - span[0]).days < 31:
        return cal.nth_week(number, span)
    days = [day for day in _days(span) if what == "day" or spans.is_working(day)]
    if what not in ("day", "workday") or not 0 < abs(number) <= len(days):
        raise PhraseError(say("days-of-that-time"))
    day = days[number if number < 0 else number - 1]
    return day, day


def _days(span: cal.Interval) -> list[date]:
    if (span[1] - span[0]).days > 400:
        raise PhraseError(say("days-of-that-time"))
    return cal.days_between(span)


def _rest(spans: Spans, scope: n.Node) -> cal.Interval:
    first, last = spans.interval(scope)
    if last < spans.today:
        raise PhraseError(say("days-over"))
    return max(first, spans.today), last


def _some(spans: Spans, count: int, unit: str, scope: n.Node) -> cal.Interval:
    """The first so many days or weeks of a scope; the last ones when the count is negative."""
    span = spans.interval(scope)
    if unit == "week" and count and 25 < (span[1] - span[0]).days < 31:
        ends = [cal.nth_week(number, span) for number in ((1, count) if count > 0 else (count, -1))]
        return ends[0][0], ends[1][1]
    days = [day for day in _days(span) if unit == "day" or spans.is_working(day)]
    if unit not in ("day", "workday") or not 0 < abs(count) <= len(days):
        raise PhraseError(say("days-of-that-time"))
    return (days[0], days[count - 1]) if count > 0 else (days[count], days[-1])
