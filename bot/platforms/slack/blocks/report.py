"""A month as one reads it: the calendar, the totals, what is missing, and Submit once the month is complete."""

from __future__ import annotations

from bot.domain.card import ReportPicture
from bot.platforms.slack.blocks.elements import (
    Block,
    Layout,
    actions,
    fallback,
    monospace,
    one_line,
    paragraph,
    words,
)
from bot.platforms.slack.blocks.reminder import submit_button
from bot.platforms.slack.blocks.tables import calendar

CALENDAR_ROOM = 6_000
TOTALS_SHOWN = 12


def report_layout(picture: ReportPicture) -> Layout:
    """One month, with Submit when it is the reader's own, open and complete."""
    buttons = [actions(submit_button(picture.month))] if can_submit(picture) else []
    text = f"{_title(picture)}\n{_standing(picture)}\n{_totals(picture)}"
    return Layout(fallback(text), [paragraph(words(_title(picture), bold=True)), *month_blocks(picture), *buttons])


def month_blocks(picture: ReportPicture) -> list[Block]:
    """The calendar, the totals and what is missing, as a report and the home page share them."""
    tables = calendar(picture.days, CALENDAR_ROOM)
    blocks = [monospace(tables)] if tables else []
    if picture.totals:
        blocks.append(paragraph(words(_totals(picture))))
    blocks.append(paragraph(words(_standing(picture), bold=bool(picture.missing.strip()))))
    if picture.pending:
        blocks.append(paragraph(words(f"{_count(picture.pending, 'proposal')} of this month not decided yet.")))
    return blocks


def can_submit(picture: ReportPicture) -> bool:
    """True for one's own, open month that is complete to its last day."""
    return picture.is_own and not picture.submitted and picture.complete


def _title(picture: ReportPicture) -> str:
    whose = "" if picture.is_own else f" – {one_line(picture.name, 80)}"
    return f"{one_line(picture.title, 60)}{whose}{' (submitted)' if picture.submitted else ''}"


def _standing(picture: ReportPicture) -> str:
    if picture.missing.strip():
        return f"Missing: {one_line(picture.missing, 500)}"
    if picture.submitted:
        return "Submitted."
    if picture.complete:
        return "Nothing is missing."
    return "Nothing is missing so far." if picture.totals else "Nothing reported yet."


def _totals(picture: ReportPicture) -> str:
    shown = [f"{one_line(name, 40)}: {one_line(total, 20)}" for name, total in picture.totals[:TOTALS_SHOWN]]
    more = len(picture.totals) - TOTALS_SHOWN
    return "   ".join([*shown, *([f"… and {more} more"] if more > 0 else [])])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
