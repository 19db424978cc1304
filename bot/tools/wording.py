"""How code prints days, months, counts and broken rules, in the language spoken now. A date has its weekday with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from bot.domain.rules import Rule, Violation
from bot.domain.timesheet import FULL_DAY, STEP, AbsenceReason, Month
from bot.tools.names import plain
from bot.words import ENGLISH, language, say, speaking


def day(value: date, *, month: bool = True) -> str:
    """`Mon 16 Nov`, or `Mon 16` without the month."""
    return say("day", day=value) if month else say("day-of-month", day=value)


def month_title(month: Month) -> str:
    """`November 2026`."""
    return say("month", first=month.first)


def month_heading(month: Month) -> str:
    """The same where it begins a line: `Novembre 2026`."""
    return say("month-as-title", first=month.first)


def reason(of: AbsenceReason) -> str:
    """How an absence reason is printed: as the ledger calls it, or where that is the usual English name, as people
    who speak the language call it."""
    usual = _USUAL_REASONS.get(of.code)
    if usual is None:
        return of.label
    with speaking(ENGLISH):
        is_usual = plain(of.label) in (plain(usual()), plain(of.code))
    return usual() if is_usual and language() != ENGLISH else of.label


_USUAL_REASONS: Mapping[str, Callable[[], str]] = {
    "paid_leave": lambda: say("reason-paid-leave"),
    "rtt": lambda: say("reason-rtt"),
    "sick": lambda: say("reason-sick"),
}


def days(values: Iterable[date]) -> str:
    """`Mon 16 – Thu 19 Nov, Mon 23 Nov`: days in a row are printed as ranges, so a gap is always seen."""
    return ", ".join(_run(run) for run in _runs(sorted(values)))


def _run(run: Sequence[date]) -> str:
    first, last = run[0], run[-1]
    if first == last:
        return day(first)
    same_month = (first.year, first.month) == (last.year, last.month)
    return say("from-day-to-day", first=day(first, month=not same_month), last=day(last))


def _runs(values: Sequence[date]) -> list[list[date]]:
    runs: list[list[date]] = []
    for value in values:
        if runs and (value - runs[-1][-1]).days == 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    return runs


def in_days(percent: int) -> str:
    """A sum of percents as days: `2.5 days`."""
    return say("some-days", days=percent / FULL_DAY)


def missing(gaps: Sequence[tuple[date, int]], most: int = 31) -> str:
    """`Mon 16 Nov, Wed 18 Nov (50 %)`: whole days bare, parts with what they lack; the `most` first ones by name."""
    named = (day(d) if gap == FULL_DAY else say("day-lacking", day=day(d), percent=gap) for d, gap in gaps[:most])
    some, more = ", ".join(named), len(gaps) - most
    return say("some-and-more", some=some, more=more) if more > 0 else some


def problem(broken: Iterable[Violation]) -> str:
    """What a card says about broken rules: which day and why. Empty when none is."""
    return " ".join(map(_violation, broken))


def _violation(broken: Violation) -> str:
    match broken.rule:
        case Rule.OPEN_MONTH:
            return say("month-closed", month=month_title(broken.month) if broken.month else "")
        case Rule.KNOWN_PROJECT:
            return say("no-such-project", code=broken.project)
        case Rule.ASSIGNED:
            return say("not-assigned", project=broken.project)
        case Rule.STEPS:
            return say("no-step", percent=broken.percent, step=STEP)
        case Rule.FULL_DAY:
            return say("day-too-full", day=day(broken.day) if broken.day else "", percent=broken.percent, most=FULL_DAY)
