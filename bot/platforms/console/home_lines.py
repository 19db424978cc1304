"""The home page in a terminal, below how the month stands: what one command does, who is late, what is set."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from bot.domain.home import LateMonth, OneClick
from bot.platforms.console.text import one_line
from bot.ports import Home
from bot.words import say


def home_lines(home: Home) -> Iterator[Text]:
    """What the home page offers besides the month: each with the command that does it."""
    for offer in home.offers:
        command = f"/same {offer.about}" if offer.kind is OneClick.COPY_WEEK else f"/fill {offer.about}"
        yield Text.assemble((f"{one_line(command, 40):18}", "cyan"), one_line(offer.label, 200))
    if home.report is not None and home.report.can_withdraw:
        yield Text(say("console-can-withdraw", month=one_line(home.report.month, 10)), style="cyan")
    for late in home.late:
        yield from _late(late)
    if home.preferences.strip():
        yield Text(say("preferences-now", summary=one_line(home.preferences, 300)), style="dim")


def _late(late: LateMonth) -> Iterator[Text]:
    yield Text(one_line(late.title, 200), style="bold")
    for person in late.people:
        yield Text(f"  {say('late-person', name=one_line(person.name, 80), standing=one_line(person.standing, 80))}")
    more = late.count - len(late.people)
    if not late.count:
        yield Text(f"  {say('late-nobody')}")
    if more > 0:
        yield Text(f"  {say('late-more', count=more)}")
    if late.nudgeable:
        about = say("console-can-nudge", count=late.nudgeable)
        yield Text.assemble((f"{one_line(f'/nudge {late.month}', 40):18}", "cyan"), about)
