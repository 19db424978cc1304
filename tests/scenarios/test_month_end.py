"""The month's end: who is reminded, what the Home tab shows, and how a month is submitted."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.timesheet import Month, ReportState
from bot.handlers.reminders import remind
from bot.ledgers.sample import sample_company
from tests.scenarios.workplace import (
    LUCAS,
    NIAMH,
    PATIENCE,
    StoppedClock,
    Workplace,
    buttons,
    open_workplace,
    sandbox_of,
    settings_for,
    words,
)

LAST_DAY = datetime(2026, 11, 30, 9, 30, tzinfo=UTC)  # the last working day of November, 10:30 in Paris
OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)
ROOT = Path(__file__).parents[2]


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    """The workplace on the last working day of November."""
    with open_workplace(tmp_path, LAST_DAY) as opened:
        yield opened


def is_submitted(workplace: Workplace, email: str, month: Month) -> bool:
    return workplace.bot.desk.ledger.report(email, month).state is ReportState.SUBMITTED


def test_whoever_has_days_missing_is_reminded_once_and_can_submit_from_there(workplace: Workplace):
    """The message names the days; Submit leads to a card that repeats them; the next sweep sends nothing."""
    lucas = workplace.lucas
    assert remind(workplace.bot.desk, workplace.bot.platform) > 0
    message = lucas.desk.wait_for(lambda m: "submit_month" in buttons(m), PATIENCE)
    assert "3 days of November 2026 still open: Thu 26 Nov, Fri 27 Nov, Mon 30 Nov" in words(message)
    assert lucas.desk.click("submit_month", message) == "acknowledged"
    card = lucas.new_card()
    assert "Still missing: Thu 26 Nov, Fri 27 Nov, Mon 30 Nov" in words(card)
    assert not is_submitted(workplace, LUCAS, NOVEMBER)
    assert lucas.desk.click("approve", card) == "acknowledged"
    lucas.decided(card)
    assert is_submitted(workplace, LUCAS, NOVEMBER)
    assert remind(workplace.bot.desk, workplace.bot.platform) == 0


def test_home_shows_the_month_and_submits_a_complete_one(workplace: Workplace):
    """Submit stands under a month that lacks nothing; its card comes into the conversation, and Approve hands it in."""
    niamh = workplace.colleague(NIAMH)
    niamh.desk.open_home()
    home = niamh.desk.wait_until(lambda desk: desk.home, PATIENCE)
    assert "November 2026 (open)" in words(home)
    assert "Missing: Thu 26 Nov, Fri 27 Nov, Mon 30 Nov" in words(home)
    assert "submit_month" not in buttons(home)
    assert niamh.desk.click("home_previous") == "acknowledged"
    niamh.desk.wait_until(lambda desk: "October 2026 (open)" in words(desk.home), PATIENCE)
    assert niamh.desk.click("submit_month") == "acknowledged"
    card = niamh.new_card()
    assert "Submit October 2026" in words(card)
    assert niamh.desk.click("approve", card) == "acknowledged"
    niamh.decided(card)
    assert is_submitted(workplace, NIAMH, OCTOBER)


def test_a_dry_run_says_who_would_be_reminded_and_why(tmp_path: Path):
    """`tally remind --dry-run` looks at a moment that has not come yet, and sends nothing."""
    company = sample_company(LAST_DAY.date())
    with sandbox_of(company, StoppedClock(LAST_DAY.timestamp())) as sandbox:
        environment = os.environ | {
            "PYTHONPATH": str(ROOT),
            "COLUMNS": "160",
            "TALLY_SLACK_BOT_TOKEN": sandbox.bot_token,
            "TALLY_SLACK_BASE_URL": sandbox.api_url,
            "TALLY_DATABASE_URL": settings_for(sandbox, tmp_path, company).database_url,
        }
        command = [sys.executable, "-m", "bot", "remind", "--dry-run", "--at", "2026-11-30T10:00"]
        done = subprocess.run(
            command, env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 0, done.stderr
        rows = [line for line in done.stdout.splitlines() if "Lucas Moreau" in line]
        assert len(rows) == 1
        assert "yes" in rows[0]
        assert "3 days missing: 2026-11-26, 2026-11-27, 2026-11-30" in rows[0]
        assert not any(call.method == "chat.postMessage" for call in sandbox.calls)
