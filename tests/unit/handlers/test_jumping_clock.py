"""A clock that jumps back loses, doubles and reorders nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.domain.timesheet import Month
from bot.handlers.reminders import remind
from bot.ports import ModelReply
from tests.fakes import calls
from tests.unit.handlers.told import APOLLO_MONDAY, answers, unfinished


def test_a_clock_that_jumps_back_neither_loses_nor_doubles_nor_reorders(office) -> None:
    """An hour back in mid-conversation, as NTP may do it: order comes from the database, not from the clock."""
    office.say("apollo monday", APOLLO_MONDAY)
    [first] = office.pending
    office.clock.time -= timedelta(hours=1)
    office.model.script += [ModelReply("One."), ModelReply("Two.")]
    for text in ("one", "two"):
        office.store.receive(office.event("message", "U-ANA", text=text))
    office.work()
    assert answers(office) == ["One.", "Two."]
    office.click("approve", first)
    assert office.entries() == [("2026-11-16", "APO", 100)]
    users = [m.text for m in office.store.history(first.conversation_id) if m.speaker == "user"]
    assert users == ["apollo monday", "one", "two"]
    assert unfinished(office) == []


class JumpingClock:
    """Goes back an hour every time it is looked at."""

    def __init__(self, clock: Any) -> None:
        self.clock = clock

    def now(self) -> Any:
        self.clock.time -= timedelta(hours=1)
        return self.clock.time


def test_the_lines_of_a_card_stay_in_order_when_the_clock_jumps_back(office) -> None:
    """Line 1 above line 2, also when the second one was made "earlier"."""
    office.desk = type(office.desk)(**{**vars(office.desk), "clock": JumpingClock(office.clock)})
    two = (
        ("add_activities", {"project": "apollo", "dates": "monday"}),
        ("add_absence", {"reason": "sick", "dates": "friday"}),
    )
    office.say("apollo monday, sick friday", calls(*two))
    [card] = office.cards
    assert [line.number for line in card.lines] == [1, 2]


def test_a_clock_that_jumps_back_reminds_nobody_twice(office) -> None:
    """The claim of a reminder has no time in it."""
    month_end = office.clock.time.replace(day=30, hour=15)
    office.clock.time = month_end
    remind(office.desk, office.platform)
    office.clock.time = month_end - timedelta(hours=1)
    remind(office.desk, office.platform)
    office.clock.time = month_end + timedelta(hours=1)
    remind(office.desk, office.platform)
    office.work()
    reminded = [r.month for r in office.reminders]
    assert reminded == [str(Month(2026, 11))] * len({e.email for e in office.ledger.employees()})


def test_a_card_that_the_clock_made_older_does_not_expire_early(office) -> None:
    """An hour back is an hour longer, never a card that is gone before its time."""
    office.say("apollo monday", APOLLO_MONDAY)
    [old] = office.pending
    office.clock.time -= timedelta(hours=1)
    office.click("approve", old)
    assert office.entries() == [("2026-11-16", "APO", 100)]
