"""The home page: greeting, the month, what waits, and the way to other months."""

from __future__ import annotations

from bot.domain.timesheet import Month
from bot.platforms.slack.blocks.elements import Block, actions, button, header, packed, paragraph, words
from bot.platforms.slack.blocks.reminder import submit_button
from bot.platforms.slack.blocks.report import month_blocks
from bot.ports import Home
from bot.words import say

HOME_PREVIOUS = "home_previous"
HOME_NEXT = "home_next"
HOME_RESET = "home_reset"
HOME_CONTEXT = "home_context"


def home_view(home: Home, channel: str) -> Block:
    """A Home tab. It carries the direct conversation's channel, where a click on Submit is answered."""
    blocks = [header(home.greeting)]
    if home.cards_waiting:
        blocks.append(paragraph(words(say("cards-waiting", count=home.cards_waiting), bold=True)))
    if home.report is not None:
        month = home.report.title[:100]
        blocks.append(
            header(say("month-submitted", month=month) if home.report.submitted else say("month-open", month=month))
        )
        blocks += month_blocks(home.report)
        if home.report.missing.strip() and not home.report.submitted:
            blocks.append(paragraph(words(say("how-to-report"))))
        blocks += [*_navigation(home), _about_the_conversation()]
    return {"type": "home", "blocks": blocks, "private_metadata": packed({"channel": channel})}


def _about_the_conversation() -> Block:
    return actions(
        button(say("home-reset"), HOME_RESET, packed({"about": "conversation"})),
        button(say("home-context"), HOME_CONTEXT, packed({"about": "conversation"})),
    )


def _navigation(home: Home) -> list[Block]:
    report = home.report
    if report is None:
        return []
    month = Month.parse(report.month)
    previous, following = ({"month": str(month.shift(n))} for n in (-1, 1))
    row = [
        button(say("previous-month"), HOME_PREVIOUS, packed(previous)),
        button(say("next-month"), HOME_NEXT, packed(following)),
    ]
    return [actions(*row, *([submit_button(report.month)] if report.can_submit else []))]
