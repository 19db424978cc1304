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
from bot.platforms.slack.blocks.files import export_buttons
from bot.platforms.slack.blocks.reminder import submit_button
from bot.platforms.slack.blocks.tables import calendar
from bot.words import say

CALENDAR_ROOM = 6_000
TOTALS_SHOWN = 12


def report_layout(picture: ReportPicture) -> Layout:
    """One month, as a file where that is wanted, with Submit when it is the reader's own, open and complete."""
    buttons = [export_buttons(picture), *([actions(submit_button(picture.month))] if picture.can_submit else [])]
    text = f"{_title(picture)}\n{standing(picture)}\n{totals(picture)}"
    return Layout(fallback(text), [paragraph(words(_title(picture), bold=True)), *month_blocks(picture), *buttons])


def month_blocks(picture: ReportPicture) -> list[Block]:
    """The calendar, the totals and what is missing, for a report."""
    tables = calendar(picture.days, CALENDAR_ROOM)
    blocks = [monospace(tables)] if tables else []
    if picture.totals:
        blocks.append(paragraph(words(totals(picture))))
    blocks.append(paragraph(words(standing(picture), bold=bool(picture.missing.strip()))))
    if picture.pending:
        blocks.append(paragraph(words(say("undecided-lines", count=picture.pending))))
    return blocks


def _title(picture: ReportPicture) -> str:
    whose = "" if picture.is_own else f" – {one_line(picture.name, 80)}"
    title = f"{one_line(picture.title, 60)}{whose}"
    return say("month-submitted", month=title) if picture.submitted else title


def standing(picture: ReportPicture) -> str:
    """What is missing, or that nothing is."""
    if picture.missing.strip():
        return say("days-missing", days=one_line(picture.missing, 500))
    if picture.submitted:
        return say("submitted")
    if picture.complete:
        return say("nothing-missing")
    return say("nothing-missing-so-far") if picture.totals else say("nothing-reported")


def totals(picture: ReportPicture) -> str:
    """The days by project and absence, the first ones by name."""
    shown = [
        say("name-and-value", name=one_line(name, 40), value=one_line(total, 20))
        for name, total in picture.totals[:TOTALS_SHOWN]
    ]
    more = len(picture.totals) - TOTALS_SHOWN
    return "   ".join([*shown, *([say("totals-more", count=more)] if more > 0 else [])])
