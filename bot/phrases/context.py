"""What the entries of a list mean next to each other, before any date is known.

"monday and tuesday of last week" is two days of last week, "the 3rd, 4th and 6th of june" three of
June, "every monday and friday in may" two rules over May. Each pass below settles one such thing.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from bot.phrases import nodes as n
from bot.phrases.carried import with_months
from bot.phrases.refusal import not_understood
from bot.phrases.simplify import between, simple

Entries = tuple[n.Entry, ...]


def settle(entries: Entries, phrase: str) -> tuple[n.Node, ...]:
    """The entries as nodes that mean the same wherever they stand. Raises PhraseError."""
    settled = tuple(replace(entry, node=simple(entry.node)) for entry in entries)
    passes: tuple[Callable[[Entries], Entries], ...] = (
        _numbers_after_weeks,
        _every_after_every,
        _spans_beside_days,
        _scopes_to_the_left,
        _shifts_to_the_right,
        _shifts_to_the_left,
        with_months,
    )
    for step in passes:
        settled = step(settled)
    for before, entry in pairwise(settled):
        if not entry.join and _family(before.node) != _family(entry.node):
            raise not_understood(phrase)
    return tuple(entry.node for entry in settled)


def _family(node: n.Node) -> str:
    """What may stand side by side without a comma: "mon tue wed", "3 4 5 may"."""
    match node:
        case n.Stretch(first, _) if first:
            return _family(first)
        case n.Scoped(inner, _):
            return _family(inner)
        case n.Weekday() | n.Day() | n.RelativeDay():
            return type(node).__name__
        case _:
            return repr(node)


def _numbers_after_weeks(entries: Entries) -> Entries:
    """ "weeks 20 and 21": the second number is a week too."""
    read: list[n.Entry] = []
    for entry in entries:
        week = read[-1].node if read else None
        week = week.last if isinstance(week, n.Stretch) else week
        day = entry.node
        if isinstance(week, n.Week) and isinstance(day, n.Day) and day.numeral and not day.month:
            entry = replace(entry, node=n.Week(day.day, week.year))
        read.append(entry)
    return tuple(read)


def _every_after_every(entries: Entries) -> Entries:
    """ "every monday and friday", "fridays in june and july": the second weekday or span repeats as well."""
    read: list[n.Entry] = []
    for entry in entries:
        if read and isinstance(_inner(read[-1].node), n.Every):
            entry = replace(entry, node=_repeated(_also_over(read[-1].node, entry.node)))
        read.append(entry)
    return tuple(read)


def _inner(node: n.Node) -> n.Node:
    return node.node if isinstance(node, n.Scoped) else node


def _also_over(before: n.Node, node: n.Node) -> n.Node:
    span = node if isinstance(node, n.Month | n.Unit | n.Week) else None
    return n.Scoped(before.node, span) if span and isinstance(before, n.Scoped) else node


def _repeated(node: n.Node) -> n.Node:
    match node:
        case n.Weekday(weekday, None, 0):
            return n.Every(frozenset({weekday}))
        case n.Scoped(n.Weekday(weekday, None, 0), scope):
            return n.Scoped(n.Every(frozenset({weekday})), scope)
        case n.Stretch(n.Weekday() as first, n.Weekday() as last):
            return between(first, last)
        case n.Stretch(n.Weekday() as first, n.Scoped(n.Weekday() as last, scope)):
            return n.Scoped(between(first, last), scope)
        case _:
            return node


def _takes_scope(node: n.Node, scope: n.Node) -> bool:
    """Whether a span beside the node says in which week or month the node lies."""
    match node:
        case n.Weekday(_, None, 0) | n.Weekend(None):
            return _is_week(scope) or isinstance(scope, n.Month | n.Several)
        case n.Every():
            return isinstance(scope, n.Stretch | n.Month | n.Several | n.Scoped) or _is_week(scope) or _is_unit(scope)
        case n.Day(_, None, None):
            return isinstance(scope, n.Unit) and scope.unit == "month" and scope.shift is not None
        case n.Stretch(first, last) if first and last:
            return _takes_scope(first, scope) and _takes_scope(last, scope)
        case _:
            return False


def _is_unit(scope: n.Node) -> bool:
    return isinstance(scope, n.Unit) and scope.shift is not None


def _is_week(scope: n.Node) -> bool:
    if isinstance(scope, n.Scoped):
        return isinstance(scope.node, n.Unit | n.Nth)
    return _is_unit(scope) or isinstance(scope, n.Week) or (isinstance(scope, n.Shifted) and scope.unit == "week")


def _within(node: n.Node, scope: n.Node) -> n.Node:
    if isinstance(node, n.Stretch) and node.first and node.last:
        return n.Stretch(_within(node.first, scope), _within(node.last, scope))
    return simple(n.Scoped(node, scope)) if _takes_scope(node, scope) else node


def _spans_beside_days(entries: Entries) -> Entries:
    """ "tuesday last week", "last week, mon to wed": the span belongs to its neighbours."""
    read = list(entries)
    for at, entry in enumerate(entries):
        span = entry.node
        before = after = at
        if entry.join in ("", ","):
            while before > 0 and _takes_scope(entries[before - 1].node, span):
                before -= 1
        if before == at:
            while after + 1 < len(entries) and _takes_scope(entries[after + 1].node, span):
                if after == at and entries[at + 1].join == "and":
                    break
                after += 1
        if before == after:
            continue
        days = entries[before:at] or entries[at + 1 : after + 1]
        scoped = [replace(day, node=_within(day.node, span)) for day in days]
        scoped[0] = replace(scoped[0], join=entries[min(before, at)].join)
        return _spans_beside_days((*entries[:before], *scoped, *entries[max(at, after) + 1 :]))
    return tuple(read)


def _scope_of(node: n.Node) -> n.Node | None:
    match node:
        case n.Scoped(n.Weekday() | n.Every() | n.Day(), scope):
            return scope
        case n.Stretch(first, _) if first:
            return _scope_of(first)
        case _:
            return None


def _scopes_to_the_left(entries: Entries) -> Entries:
    """ "monday and tuesday of last week": what is said last holds for those before it."""
    read: list[n.Entry] = []
    for entry in reversed(entries):
        node = entry.node
        if isinstance(node, n.Stretch) and node.first and node.last:
            scope = _scope_of(node.last)
            node = n.Stretch(_within(node.first, scope), node.last) if scope else node
        scope = _scope_of(read[-1].node) if read else None
        node = _within(node, scope) if scope else node
        read.append(replace(entry, node=node))
    return tuple(reversed(read))


def _shifts_to_the_right(entries: Entries) -> Entries:
    """ "last monday and tuesday" is one week: a later weekday follows the one with a word before it."""
    read: list[n.Entry] = []
    for entry in entries:
        node = entry.node
        if read and isinstance(read[-1].node, n.Weekday):
            node = _followed(read[-1].node, node)
        if isinstance(node, n.Stretch) and node.first and node.last:
            node = n.Stretch(node.first, _followed(node.first, node.last))
        read.append(replace(entry, node=node))
    return tuple(read)


def _shifts_to_the_left(entries: Entries) -> Entries:
    """ "jeudi et vendredi dernier" is one week as well: the word behind the second one is about both."""
    read: list[n.Entry] = []
    for entry in reversed(entries):
        node = entry.node
        if isinstance(node, n.Stretch) and node.first and node.last:
            node = n.Stretch(_led(node.first, node.last), node.last)
        node = _led(node, read[-1].node) if read else node
        read.append(replace(entry, node=node))
    return tuple(reversed(read))


def _led(node: n.Node, behind: n.Node) -> n.Node:
    match node, behind:
        case n.Weekday(weekday, None, 0), n.Weekday(later, int() as shift, 0, True) if weekday < later:
            return replace(node, shift=shift, is_behind=True)
        case _:
            return node


def _followed(before: n.Node, node: n.Node) -> n.Node:
    if isinstance(node, n.Stretch) and node.first:
        return replace(node, first=_followed(before, node.first))
    if not (isinstance(node, n.Weekday) and node.shift is None and not node.near):
        return node
    match before:
        case n.Weekday(weekday, int() as shift) if weekday < node.weekday:
            return replace(node, shift=shift)
        case n.Scoped(n.Weekday(weekday, None), scope) if weekday < node.weekday and _is_week(scope):
            return n.Scoped(node, scope)
        case _:
            return node
