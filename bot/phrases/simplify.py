"""One entry at a time: months and years after "of" go where they belong, "every" takes its range."""

from dataclasses import replace

from bot.phrases import nodes as n
from bot.phrases.refusal import PhraseError
from bot.words import say

ALL_WEEKDAYS = frozenset(range(7))


def simple(node: n.Node) -> n.Node:
    """The same meaning with fewer kinds of nodes."""
    match node:
        case n.Stretch(first, last):
            return _stretch(first and simple(first), last and simple(last))
        case n.Scoped(inner, scope):
            return _scoped(simple(inner), simple(scope))
        case n.Shifted(base=n.Scoped() as base) | n.CountedOn(base=n.Scoped() as base):
            return replace(node, base=simple(base))
        case _:
            return node


def _scoped(node: n.Node, scope: n.Node) -> n.Node:
    match node, scope:
        case n.Day(month=None), n.Month(shift=None):
            return replace(node, month=scope.month, year=scope.year)
        case ((n.Day(year=None) | n.Month(year=None) | n.Week(year=None)), n.Year()):
            return replace(node, year=scope.year)
        case n.Unit("month", None), n.Month():
            return scope
        case n.Unit("day", None), (n.RelativeDay() | n.Weekday() | n.Day()):
            return scope
        case n.Unit("day" | "workday", None), _:
            return n.Scoped(n.Every(ALL_WEEKDAYS), scope)
        case _:
            return n.Scoped(node, scope)


def _stretch(first: n.Node | None, last: n.Node | None) -> n.Node:
    if first is None or last is None:
        return n.Stretch(first, last)
    if isinstance(first, n.Week) and isinstance(last, n.Day) and last.numeral and last.month is None:
        return n.Stretch(first, n.Week(last.day, first.year))
    if isinstance(first, n.Every):
        return _every_until(first, last)
    if isinstance(first, n.Scoped) and isinstance(first.node, n.Every):
        return n.Scoped(first.node, n.Stretch(first.scope, last))
    return n.Stretch(first, last)


def _every_until(first: n.Every, last: n.Node) -> n.Node:
    """ "every monday to thursday in may" and "every monday until june" differ in what follows "to"."""
    scope = last.scope if isinstance(last, n.Scoped) else None
    end = last.node if isinstance(last, n.Scoped) else last
    if isinstance(end, n.Every | n.Weekday) and first.weekdays != ALL_WEEKDAYS:
        every = between(first, end)
        return n.Scoped(every, scope) if scope else every
    return n.Scoped(first, n.Stretch(None, last))


def between(first: n.Every | n.Weekday, last: n.Every | n.Weekday) -> n.Every:
    """All weekdays from one to the other. Raises PhraseError when they run backwards."""
    start, end = min(weekdays(first)), max(weekdays(last))
    if end < start:
        raise PhraseError(say("weekdays-backwards"))
    return n.Every(frozenset(range(start, end + 1)))


def weekdays(node: n.Every | n.Weekday) -> frozenset[int]:
    """The weekdays that the node speaks of."""
    return node.weekdays if isinstance(node, n.Every) else frozenset({node.weekday})
