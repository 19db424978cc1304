"""Months and years that are said once for several days: "3, 4 and 6 june", "28 december to 5 january 2027"."""

from dataclasses import replace

from bot.phrases import nodes as n

Entries = tuple[n.Entry, ...]
Dated = n.Day | n.Month


def with_months(entries: Entries) -> Entries:
    """Gives each day the month of a neighbour that continues it: first from the right, then from the left."""
    read: list[n.Entry] = []
    right: n.Node | None = None
    for entry in reversed(entries):
        node, right = _from_right(entry.node, right)
        read.append(replace(entry, node=node))
    read.reverse()
    left: n.Node | None = None
    for at, entry in enumerate(read):
        node, left = _from_left(entry.node, left)
        read[at] = replace(entry, node=node)
    return tuple(read)


def _from_right(node: n.Node, right: n.Node | None) -> tuple[n.Node, n.Node | None]:
    """The node with what its right neighbour lends it, and what it lends to its own left one."""
    if isinstance(node, n.Stretch) and node.first and node.last:
        last, right = _from_right(_from_left(node.last, node.first)[0], right)
        first, right = _from_right(node.first, right)
        return n.Stretch(first, last), right
    if isinstance(node, n.Scoped):
        inside, _ = _from_right(node.scope, None)
        return n.Scoped(node.node, inside), None
    if isinstance(node, n.Day) and isinstance(right, n.Day):
        node = _year_before(_month_before(node, right), right)
    elif isinstance(node, n.Month) and isinstance(right, Dated):
        node = _year_before(node, right)
    return node, node if isinstance(node, Dated) else None


def _month_before(day: n.Day, later: n.Day) -> n.Day:
    if day.month is None and later.month and day.day < later.day:
        return replace(day, month=later.month, year=later.year)
    return day


def _year_before(node: Dated, later: Dated) -> Dated:
    if node.year is None and later.year and node.month and later.month:
        return replace(node, year=later.year - (node.month > later.month))
    return node


def _year_after(node: n.Node, earlier: n.Node) -> n.Node:
    """ "28 december 2025 to 5 january": the end of a range follows the year that was said at its start."""
    if isinstance(node, Dated) and isinstance(earlier, Dated) and node.year is None and earlier.year is not None:
        if (isinstance(node, n.Month) and node.shift is not None) or not (node.month and earlier.month):
            return node
        return replace(node, year=earlier.year + (node.month < earlier.month))
    return node


def _from_left(node: n.Node, left: n.Node | None) -> tuple[n.Node, n.Node | None]:
    if isinstance(node, n.Stretch) and node.first and node.last:
        first, left = _from_left(node.first, left)
        last, left = _from_left(node.last, left)
        return n.Stretch(first, _year_after(last, first)), left
    if isinstance(node, n.Scoped):
        inside, _ = _from_left(node.scope, None)
        return n.Scoped(node.node, inside), None
    if isinstance(node, n.Day) and isinstance(left, n.Day) and node.month is None and left.day < node.day:
        node = replace(node, month=left.month, year=left.year)
    return node, node if isinstance(node, n.Day) else None
