"""The home page: greeting, the month, what waits, and the way to other months."""

from __future__ import annotations

from bot.domain.timesheet import Month
from bot.platforms.slack.blocks.elements import Block, actions, button, header, packed, paragraph, words
from bot.platforms.slack.blocks.reminder import submit_button
from bot.platforms.slack.blocks.report import can_submit, month_blocks
from bot.ports import Home

HOME_PREVIOUS = "home_previous"
HOME_NEXT = "home_next"
HOW_TO_REPORT = "Tell me in Messages what you worked on."


def home_view(home: Home, channel: str) -> Block:
    """A Home tab. It carries the direct conversation's channel, where a click on Submit is answered."""
    blocks = [header(home.greeting)]
    if home.cards_waiting:
        cards = "1 card waits" if home.cards_waiting == 1 else f"{home.cards_waiting} cards wait"
        blocks.append(paragraph(words(f"{cards} for your decision in Messages.", bold=True)))
    if home.report is not None:
        state = "submitted" if home.report.submitted else "open"
        blocks.append(header(f"{home.report.title[:100]} ({state})"))
        blocks += month_blocks(home.report)
        if home.report.missing.strip() and not home.report.submitted:
            blocks.append(paragraph(words(HOW_TO_REPORT)))
        blocks += _navigation(home)
    return {"type": "home", "blocks": blocks, "private_metadata": packed({"channel": channel})}


def _navigation(home: Home) -> list[Block]:
    report = home.report
    if report is None:
        return []
    month = Month.parse(report.month)
    previous, following = ({"month": str(month.shift(n))} for n in (-1, 1))
    row = [
        button("‹ Previous month", HOME_PREVIOUS, packed(previous)),
        button("Next month ›", HOME_NEXT, packed(following)),
    ]
    return [actions(*row, *([submit_button(report.month)] if can_submit(report) else []))]
