"""The home page: the month at a glance, what waits, cards at one click, who has not handed in, and the settings.

A page has at most 100 blocks: every list in it has a most, and what is left out is counted.
"""

from __future__ import annotations

from bot.domain.timesheet import Month
from bot.platforms.slack.blocks.elements import (
    Block,
    actions,
    button,
    header,
    monospace,
    one_line,
    packed,
    paragraph,
    words,
)
from bot.platforms.slack.blocks.home_parts import late_blocks, offer_blocks, settings_blocks, waiting_blocks
from bot.platforms.slack.blocks.month_grid import legend, month_grid
from bot.platforms.slack.blocks.reminder import show_button, submit_button
from bot.platforms.slack.blocks.report import standing, totals
from bot.ports import Home
from bot.words import say

HOME_PREVIOUS = "home_previous"
HOME_NEXT = "home_next"
WITHDRAW_MONTH = "withdraw_month"


def home_view(home: Home, channel: str) -> Block:
    """A Home tab. It carries the direct conversation's channel, where a click is answered, and its month."""
    blocks = [header(home.greeting), *_month(home)]
    carried = {"channel": channel}
    if home.report is not None:
        blocks += [*waiting_blocks(home), *offer_blocks(home), *late_blocks(home), *settings_blocks(home)]
        carried["month"] = home.report.month
    return {"type": "home", "blocks": blocks, "private_metadata": packed(carried)}


def _month(home: Home) -> list[Block]:
    report = home.report
    if report is None:
        return []
    title = one_line(report.title, 100)
    blocks = [header(say("month-submitted", month=title) if report.submitted else say("month-open", month=title))]
    if report.days:
        blocks += [monospace([month_grid(report.days, home.today)]), paragraph(words(legend(report.days, home.today)))]
    if report.totals:
        blocks.append(paragraph(words(totals(report))))
    blocks.append(paragraph(words(standing(report), bold=bool(report.missing.strip()))))
    if report.missing.strip() and not report.submitted:
        blocks.append(paragraph(words(say("how-to-report"))))
    return [*blocks, _navigation(home, report.month)]


def _navigation(home: Home, shown: str) -> Block:
    assert home.report is not None, "only a page with a month has ways to others"
    month = Month.parse(shown)
    previous, following = ({"month": str(month.shift(n))} for n in (-1, 1))
    row = [
        button(say("previous-month"), HOME_PREVIOUS, packed(previous)),
        button(say("next-month"), HOME_NEXT, packed(following)),
        show_button(shown),
    ]
    if home.report.can_submit:
        row.append(submit_button(shown))
    if home.report.can_withdraw:
        row.append(button(say("withdraw"), WITHDRAW_MONTH, packed({"month": shown})))
    return actions(*row)
