"""From nodes to dates: what is meant on a given day, with its weekends and public holidays."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from bot.phrases import calendar as cal
from bot.phrases import nodes as n
from bot.phrases.refusal import DaysUnknown, PhraseError
from bot.phrases.scopes import scoped_interval
from bot.words import say

LONGEST_RANGE = 400


@dataclass(frozen=True)
class Picked:
    """Days that were meant; `named` are those that were named singly, `free` the public holidays that a range passed
    over."""

    days: frozenset[date] = frozenset()
    named: frozenset[date] = frozenset()
    free: frozenset[date] = frozenset()

    def __or__(self, other: "Picked") -> "Picked":
        """Both together."""
        return Picked(self.days | other.days, self.named | other.named, self.free | other.free)


@dataclass(frozen=True)
class Resolver:
    """Reads nodes as someone means them who speaks on `today`."""

    today: date
    holidays: Collection[date] = field(default=())

    def pick(self, node: n.Node) -> Picked:
        """The days of one entry. Raises PhraseError."""
        refuse_unclear(node)
        if is_single(node):
            day = self.interval(node)[0]
            return Picked(frozenset({day}), frozenset({day}))
        if is_weekend(node):
            days = frozenset(cal.days_between(self.interval(node)))
            return Picked(days, days)
        weekdays = _every(node)
        meant = [day for day in self.spanned(node) if day.weekday() < 5 and day.weekday() in weekdays]
        free = frozenset(day for day in meant if day in self.holidays)
        return Picked(frozenset(meant) - free, free=free)

    def spanned(self, node: n.Node) -> list[date]:
        """All days of a span. Raises PhraseError when it is too long."""
        first, last = self.interval(node)
        if (last - first).days > LONGEST_RANGE:
            raise PhraseError(say("days-too-many"))
        return cal.days_between((first, last))

    def is_working(self, day: date) -> bool:
        """Monday to Friday, and no public holiday."""
        return day.weekday() < 5 and day not in self.holidays

    def interval(self, node: n.Node) -> cal.Interval:
        """First and last day of what the node names. Raises PhraseError."""
        read: dict[type, Callable[..., cal.Interval]] = {
            n.Weekday: self._weekday,
            n.Day: self._day,
            n.RelativeDay: lambda node: _one(cal.moved(self.today, node.shift)),
            n.Shifted: self._shifted,
            n.CountedOn: self._counted_on,
            n.Unit: self._unit,
            n.Several: self._several,
            n.Week: lambda node: cal.iso_week(self.year(node.year), node.number),
            n.Month: self._month,
            n.Year: self._year,
            n.Weekend: lambda node: self._weekend(node.shift or 0),
            n.Every: lambda _: cal.whole_month(self.today.year, self.today.month),
            n.Scoped: partial(scoped_interval, self),
            n.Stretch: self._stretch,
        }
        if type(node) not in read:
            raise _unclear(node)
        return read[type(node)](node)

    def year(self, said: int | None) -> int:
        """A year that may be relative to this one, or not said at all."""
        return self.today.year + (said or 0) if said is None or -1 <= said <= 1 else said

    def _weekday(self, node: n.Weekday) -> cal.Interval:
        if node.near:
            away = (node.weekday - self.today.weekday()) * node.near % 7 or 7
            return _one(cal.moved(self.today, away * node.near))
        return _one(cal.moved(cal.monday(self.today), 7 * (node.shift or 0) + node.weekday))

    def _day(self, node: n.Day) -> cal.Interval:
        month = node.month or self.today.month
        if node.year is not None:
            year = self.year(node.year)
        else:
            year = cal.nearest_year(month, self.today) if 1 <= month <= 12 else self.today.year
        day = cal.a_day(year, month, node.day)
        if node.weekday is not None and day.weekday() != node.weekday:
            actual, said = cal.weekday_name(day.weekday()), cal.weekday_name(node.weekday)
            raise PhraseError(say("weekday-other", day=say("day-in-full", day=day), weekday=actual, said=said))
        return _one(day)

    def _shifted(self, node: n.Shifted) -> cal.Interval:
        base = self.interval(node.base)[0] if node.base else self.today
        match node.unit:
            case "day" | "week":
                return _one(cal.moved(base, node.count * (7 if node.unit == "week" else 1)))
            case "workday":
                return _one(self._workdays_from(base, node.count)[-1])
            case _:
                months = node.count * (12 if node.unit == "year" else 1)
                return _one(cal.a_day(*cal.months_on(base, months), base.day))

    def _counted_on(self, node: n.CountedOn) -> cal.Interval:
        base = self.interval(node.base)[0]
        if not node.count:
            raise _unclear(node)
        if node.unit in ("day", "workday"):
            return base, self._workdays_from(cal.moved(base, -1), node.count)[-1]
        end = self._shifted(n.Shifted(node.count, node.unit, node.base))[0]
        return base, cal.moved(end, -1)

    def _workdays_from(self, base: date, count: int) -> list[date]:
        step = 1 if count > 0 else -1
        found: list[date] = []
        for away in range(1, LONGEST_RANGE):
            day = cal.moved(base, away * step)
            if self.is_working(day):
                found.append(day)
            if len(found) == abs(count):
                return found
        raise PhraseError(say("date-too-far"))

    def _unit(self, node: n.Unit) -> cal.Interval:
        shift = node.shift or 0
        match node.unit:
            case "week":
                start = cal.moved(cal.monday(self.today), 7 * shift)
                return start, cal.moved(start, 4)
            case "month":
                return cal.whole_month(*cal.months_on(self.today, shift))
            case "year":
                return self._year(n.Year(shift))
            case _:
                raise _unclear(node)

    def _several(self, node: n.Several) -> cal.Interval:
        if not node.count:
            raise _unclear(node)
        near, far = node.sign, node.sign * node.count
        match node.unit:
            case "day":
                ends = [cal.moved(self.today, near), cal.moved(self.today, far)]
            case "workday":
                ends = self._workdays_from(self.today, far)
            case unit:
                spans = [self._unit(n.Unit(unit, shift)) for shift in (near, far)]
                return min(spans)[0], max(spans)[1]
        return min(ends), max(ends)

    def _month(self, node: n.Month) -> cal.Interval:
        if node.shift is not None:
            return cal.whole_month(cal.shifted_year(node.month, node.shift, self.today), node.month)
        if node.year is not None:
            return cal.whole_month(self.year(node.year), node.month)
        return cal.whole_month(cal.nearest_year(node.month, self.today), node.month)

    def _year(self, node: n.Year) -> cal.Interval:
        year = self.year(node.year)
        return cal.a_day(year, 1, 1), cal.a_day(year, 12, 31)

    def _weekend(self, shift: int) -> cal.Interval:
        saturday = cal.moved(cal.monday(self.today), 7 * shift + 5)
        return saturday, cal.moved(saturday, 1)

    def _stretch(self, node: n.Stretch) -> cal.Interval:
        first = self.interval(node.first)[0] if node.first else self.today
        last = self.interval(node.last)[1] if node.last else self.today
        if last < first:
            last = self._after(node, first) or last
            first = self._month_before(node, first, last)
        if last < first:
            raise PhraseError(_backwards(node, first, last))
        return first, last

    def _month_before(self, node: n.Stretch, first: date, last: date) -> date:
        """The 30th of last month in "from the 30th until today", said on the 2nd."""
        open_end = node.last is None or isinstance(node.last, n.RelativeDay)
        if last >= first or not open_end or not isinstance(node.first, n.Day) or node.first.month is not None:
            return first
        before = cal.moved(first.replace(day=1), -1)
        return before.replace(day=first.day) if first.day <= before.day else first

    def _after(self, node: n.Stretch, first: date) -> date | None:
        """The end in the year of the start or the next one, when only the unsaid year turned the range round."""
        start, end = node.first, node.last
        dated = (n.Day, n.Month)
        if not (isinstance(start, dated) and isinstance(end, dated)) or start.year is not None or end.year is not None:
            return None
        if not start.month or not end.month or start.month == end.month:
            return None
        year = first.year + (end.month < start.month)
        last = self.interval(n.Day(end.day, end.month, year) if isinstance(end, n.Day) else n.Month(end.month, year))[1]
        return last if end.month > start.month or (last - first).days < 184 else None


def _one(day: date) -> cal.Interval:
    return day, day


def is_single(node: n.Node) -> bool:
    """Whether the node names one day outright."""
    match node:
        case n.Weekday() | n.Day() | n.RelativeDay() | n.Shifted():
            return True
        case n.Scoped(n.Weekday() | n.Day() | n.Shifted(), _):
            return True
        case n.Scoped(n.Nth(_, what) | n.Unit(what), _):
            return what != "week" and (isinstance(node.node, n.Nth) or what in ("day", "workday"))
        case _:
            return False


def is_weekend(node: n.Node) -> bool:
    """Whether the node names a Saturday and a Sunday."""
    return isinstance(node.node if isinstance(node, n.Scoped) else node, n.Weekend)


def _every(node: n.Node) -> frozenset[int]:
    inner = node.node if isinstance(node, n.Scoped) else node
    return inner.weekdays if isinstance(inner, n.Every) else frozenset(range(7))


def refuse_unclear(node: n.Node) -> None:
    """Raises PhraseError for what names a time, but no days: "from monday", "end of the month", "2026"."""
    inner = node.node if isinstance(node, n.Scoped) else node
    if isinstance(inner, n.OpenEnd):
        raise PhraseError(say("days-until-when"))
    if isinstance(inner, n.Edge):
        raise DaysUnknown(say("days-at-an-edge"))
    if isinstance(node, n.Year) and not -1 <= node.year <= 1:
        raise PhraseError(say("days-a-year"))
    if isinstance(node, n.Nth | n.Rest | n.Firsts | n.Half):
        raise _unclear(node)


def _unclear(node: n.Node) -> PhraseError:
    kinds = {n.Nth: "nth", n.Rest: "rest", n.Edge: "edge"}
    return DaysUnknown(say("days-unclear", kind=kinds.get(type(node), "other")))


def _backwards(node: n.Stretch, first: date, last: date) -> str:
    begins, ends = say("day-in-full", day=first), say("day-in-full", day=last)
    if node.last is None:
        return say("range-backwards-to-today", first=begins, last=ends)
    if node.first is None:
        return say("range-backwards-from-today", first=begins, last=ends)
    return say("range-backwards", first=begins, last=ends)
