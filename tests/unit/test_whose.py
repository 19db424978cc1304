"""Whose report a message is about."""

from __future__ import annotations

import pytest

from bot.domain.timesheet import Employee
from bot.tools.whose import about_somebody_else

ME = Employee("ana@acme.example", "Ana", "Silva")
BEN = Employee("ben@acme.example", "Ben", "Okafor")


@pytest.mark.parametrize(
    "text",
    ["ben is ill today, note it for him", "log apollo for Ben on monday", "Ben's day: zephyr", "apollo lundi pour ben",
     "ben was on zephyr yesterday"],
)  # fmt: skip
def test_a_colleagues_day_is_recognised(text):
    """Whoever is the subject, or the one it is for."""
    assert about_somebody_else(text, [ME, BEN], ME) == "Ben"


@pytest.mark.parametrize(
    "text", ["meeting with ben, apollo monday", "apollo monday", "ana is ill today", "log it for me", "bench for him"]
)
def test_ones_own_day_stays_ones_own(text):
    """A colleague who is merely mentioned changes nothing."""
    assert about_somebody_else(text, [ME, BEN], ME) is None
