"""What the words deny is not written: days are taken out of a line, a denied project gets nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.proposal import Change, Proposal
from bot.domain.timesheet import Entry
from bot.tools.mending import mended
from tests.unit.small_company import ANA, SITUATION, WEDNESDAY, SmallCompany, called, shown

TUESDAY = date(2026, 3, 10)


class GullOnTuesday(SmallCompany):
    """Where Gull stands on the tuesday."""

    def entries(self, email: str, first: date, last: date) -> tuple[Entry, ...]:
        return (Entry(ANA.email, TUESDAY, 100, project="GULL"),) if first <= TUESDAY <= last else ()


WRITTEN = replace(SITUATION, ledger=GullOnTuesday())  # type: ignore[arg-type]


def waiting(dates: str) -> Proposal:
    """A line of leave on these days."""
    now = datetime.combine(WEDNESDAY, datetime.min.time(), UTC)
    return Proposal(
        id="p", conversation_id="c", card_id="k", line=1, owner=ANA.email, tool="add_absence",
        arguments={"reason": "paid_leave", "dates": []}, phrases={"reason": "paid_leave", "dates": dates},
        change=Change(ANA.email), before=(), created_at=now, expires_at=now,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "text", "dates"),
    [
        ("all next week", "ah sorry not the friday, back by then", "all next week not the friday"),
        ("toute la semaine prochaine", "pas le vendredi en fait", "toute la semaine prochaine pas le vendredi"),
        ("next week", "except friday", "next week except friday"),
        ("next week", "sorry i am not away on friday", ""),  # which is it? the line is asked about
        ("monday", "sorry not monday", ""),
        ("monday", "i meant friday", "friday"),
        ("monday", "not monday but friday", "friday"),
    ],
)
def test_a_denied_day_is_taken_out_of_the_line(line: str, text: str, dates: str) -> None:
    """It never becomes the line's only day."""
    situation = replace(SITUATION, pending=(waiting(line),), said=(f"leave {line}", text))
    call = called("add_absence", reason="paid_leave", dates="all of it", replaces="1")
    (made,) = mended([call], text, situation)
    assert made.arguments.get("dates", "") == dates


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("yesterday was not gull but anchor", ["delete_entries project=gull dates=yesterday",
                                               "add_activities project=anchor dates=yesterday"]),
        ("hier c'était pas gull mais anchor, corrige", ["delete_entries project=gull dates=hier",
                                                        "add_activities project=anchor dates=hier"]),
        ("anchor instead of gull yesterday", ["delete_entries project=gull dates=yesterday",
                                              "add_activities project=anchor dates=yesterday"]),
        ("anchor instead of vela yesterday", ["add_activities project=anchor dates=yesterday"]),
        ("not gull yesterday", ["add_activities dates=yesterday"]),
        ("why not gull yesterday", ["add_activities project=gull dates=yesterday"]),
        ("gull yesterday, not that it matters to anchor", ["add_activities project=gull dates=yesterday"]),
    ],
)  # fmt: skip
def test_a_denied_project_gets_nothing(text: str, right: list[str]) -> None:
    """What stands there of it is taken off for the other one; alone it is asked about."""
    day = "hier" if "hier" in text else "yesterday"
    calls = [called("add_activities", project="gull", dates=day)]
    assert shown(mended(calls, text, replace(WRITTEN, said=(text,)))) == right
