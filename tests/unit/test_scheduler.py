"""What happens by the clock, and how often."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.platforms.slack.courtesies import STATUS_AGAIN
from bot.scheduler import STATUS_SECONDS, scheduler

SLACK_SHOWS_A_STATUS_FOR = 120  # seconds


@pytest.mark.parametrize("job", ["recover", "expire", "keep_status", "remind"])
def test_each_job_calls_its_own_handler(job: str) -> None:
    """None of them is mixed up with another, and none runs longer apart than five minutes."""
    called: list[str] = []
    handlers = {name: lambda name=name: called.append(name) for name in ("remind", "recover", "expire", "keep_status")}
    found = scheduler(**handlers).get_job(job)
    found.func()
    assert called == [job]
    assert found.trigger.interval <= timedelta(minutes=5)


def test_a_status_is_looked_at_before_slack_takes_it_away() -> None:
    """At the worst a look comes just too early, and the next one has to be in time."""
    assert STATUS_AGAIN + 2 * STATUS_SECONDS < SLACK_SHOWS_A_STATUS_FOR
