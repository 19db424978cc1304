"""A day that was like the one before, where a model put the second thing of that day on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending import mended
from bot.tools.registry import TOOLS
from tests.unit.small_company import SITUATION, called


def work(project: str, dates: str, **more: str) -> ToolCall:
    return called("add_activities", project=project, dates=dates, **more)


def lines(text: str, *calls: ToolCall) -> list[str]:
    """What the card would show, in days of March 2026; today is Wednesday 11."""
    situation = replace(SITUATION, said=(text,))
    resolved = [TOOLS[c.tool].resolve(c.arguments, situation).arguments for c in mended(calls, text, situation)]
    return sorted(f"{' '.join(day[8:] for day in r['dates'])} {r['project']} {r['percent']}" for r in resolved)


@pytest.mark.parametrize(
    ("text", "calls", "right"),
    [
        ("thurs: gull till lunch then vela, friday the same",
         (work("gull", "thurs", percent="till lunch"), work("vela", "friday")),
         ["12 GULL 50", "12 VELA 50", "13 GULL 50", "13 VELA 50"]),
        ("mon gull in the morning then vela, tue the same, wed anchor",
         (work("gull", "mon", percent="morning"), work("vela", "tue"), work("anchor", "wed")),
         ["09 GULL 50", "09 VELA 50", "10 GULL 50", "10 VELA 50", "11 ANC 100"]),
    ],
)  # fmt: skip
def test_both_things_of_the_day_are_on_both_days(text: str, calls: tuple[ToolCall, ...], right: list[str]) -> None:
    assert lines(text, *calls) == right


@pytest.mark.parametrize(
    ("text", "calls", "right"),
    [
        # nothing says that it came after the first thing, or it has an amount of its own
        ("thurs: gull till lunch, vela all friday",
         (work("gull", "thurs", percent="till lunch"), work("vela", "friday")), ["12 GULL 50", "13 VELA 100"]),
        ("thurs gull till lunch, then vela friday",
         (work("gull", "thurs", percent="till lunch"), work("vela", "friday")), ["12 GULL 50", "13 VELA 100"]),
    ],
)  # fmt: skip
def test_another_day_is_its_own(text: str, calls: tuple[ToolCall, ...], right: list[str]) -> None:
    assert lines(text, *calls) == right
