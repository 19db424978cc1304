"""What several reading calls of one message share."""

from __future__ import annotations

import pytest

from bot.tools.mending_reads import with_the_same_month
from tests.unit.small_company import called, shown


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("luca's report for february, and who is missing for that month", "get_missing_reports month=february"),
        ("february, and again february", "get_missing_reports"),  # said twice: perhaps of two years
        ("show my february report, and who is late?", "get_missing_reports"),  # now, or then?
        ("march, and who is missing", "get_missing_reports"),  # not what the call says
    ],
)
def test_a_month_that_is_said_once_is_everybodys(text: str, second: str) -> None:
    calls = [called("get_report", employee="luca", month="february"), called("get_missing_reports")]
    assert shown(with_the_same_month(calls, text))[1] == second


def test_one_call_alone_keeps_what_it_says() -> None:
    assert shown(with_the_same_month([called("get_missing_reports")], "who is missing in february")) == [
        "get_missing_reports"
    ]
