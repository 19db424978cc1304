"""Phrases as days, months and weeks: what the rest of Tally asks this package for."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bot.phrases import calendar as cal
from bot.phrases import nodes as n
from bot.phrases.context import settle
from bot.phrases.grammar import parse
from bot.phrases.refusal import PhraseError, not_understood
from bot.phrases.resolving import Picked, Resolver, refuse_unclear
from bot.phrases.spelling import plain
from bot.words import say

_NUMBER: Final = "one|une?|two|deux|three|trois|four|quatre|five|cinq|six|seven|eight|huit|nine|neuf|ten|dix"
_COUNT: Final = re.compile(  # "les deux" is both of something, never the 2nd; "le deux" and "the 2" are
    rf"\W*(?:(?:for|on|pour|sur)\s+)?(?:(?:all|tous|toutes)\s+)?"
    rf"(?:(?:the|les|ces|those|these)\s+(?:{_NUMBER})|(?:les|ces)\s+\d\d?|{_NUMBER})\W*"
)


@dataclass(frozen=True)
class Reading:
    """The days that a phrase means.

    `days` are sorted and unique. `named` are those among them that were named singly: they may be
    weekends or holidays, and the card warns about them. `left_out` are public holidays within a
    range, which it does not mean.
    """

    days: tuple[date, ...]
    named: frozenset[date]
    left_out: tuple[date, ...] = field(default=(), compare=False)


def read_days(phrase: str, today: date, holidays: Collection[date]) -> Reading:
    """The days that the phrase means when it is said on `today`. Raises PhraseError."""
    if _COUNT.fullmatch(plain(phrase)):
        raise not_understood(phrase)
    sentence = parse(phrase)
    resolver = Resolver(today, holidays)
    picked = Picked()
    for node in settle(sentence.entries, phrase):
        picked |= resolver.pick(node)
    excepted: set[date] = set()
    for node in settle(sentence.excepted, phrase):
        excepted |= _taken_out(node, picked.days, resolver)
    days = picked.days - excepted
    if not days:
        raise PhraseError(_nothing_left(phrase, bool(excepted)))
    return Reading(tuple(sorted(days)), picked.named & days, tuple(sorted(picked.free - days - excepted)))


def _nothing_left(phrase: str, excepted: bool) -> str:
    shown = " ".join(phrase.split())
    return say("days-none-left", phrase=shown) if excepted else say("days-all-free", phrase=shown)


def _taken_out(node: n.Node, days: frozenset[date], resolver: Resolver) -> frozenset[date]:
    """The days that "except X" takes away: a bare weekday or number is one of those named before."""
    match node:
        case n.Weekday(weekday, None, 0):
            return frozenset(day for day in days if day.weekday() == weekday)
        case n.Every(weekdays):
            return frozenset(day for day in days if day.weekday() in weekdays)
        case n.Day(number, None, _, None):
            found = frozenset(day for day in days if day.day == number)
            return found or resolver.pick(node).days
        case n.Stretch(n.Weekday(first, None, 0), n.Weekday(last, None, 0)) if first <= last:
            return frozenset(day for day in days if first <= day.weekday() <= last)
        case n.Stretch(n.Day(first, None, _, None), n.Day(last, None, _, None)) if first <= last:
            return frozenset(day for day in days if first <= day.day <= last)
        case _:
            refuse_unclear(node)
            return frozenset(resolver.spanned(node)) if not _repeats(node) else resolver.pick(node).days


def _repeats(node: n.Node) -> bool:
    return isinstance(node, n.Scoped) and isinstance(node.node, n.Every)


def named_span(phrase: str, today: date) -> cal.Interval:
    """First and last day of all that the phrase names."""
    sentence = parse(phrase)
    if sentence.excepted:
        raise not_understood(phrase)
    resolver = Resolver(today)
    spans = [resolver.interval(node) for node in settle(sentence.entries, phrase)]
    return min(first for first, _ in spans), max(last for _, last in spans)


def read_week(phrase: str, today: date) -> date:
    """The Monday of the week that the phrase names, or in which its days lie. Raises PhraseError."""
    first, last = named_span(phrase, today)
    if cal.monday(first) != cal.monday(last):
        shown = " ".join(phrase.split())
        raise PhraseError(say("week-several", phrase=shown))
    return cal.monday(first)
