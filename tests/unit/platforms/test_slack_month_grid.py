"""The calendar of the Home tab: every state has a sign of its own and a word that explains it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.card import ReportDay
from bot.platforms.slack.blocks.month_grid import SIGNS, legend, month_grid
from tests.unit.platforms import hostile_pictures
from tests.unit.platforms import slack_pictures as pictures

NOVEMBER = """\
 Mon    Tue    Wed    Thu    Fri    Sat    Sun
                                            1 –
  2 ●    3 ●    4 ●    5 ○    6 ½    7 –    8 –
  9 !   10 !   11 *   12 !   13 !   14 –   15 –
 16 !   17 !   18 !   19 !   20 !   21 –   22 –
[23]!   24 ·   25 ·   26 ·   27 ·   28 –   29 –
 30 ·"""


def test_a_month_is_read_at_a_glance() -> None:
    """Weeks below each other, weekdays above, a sign beside each day, today in brackets."""
    assert month_grid(pictures.MONTH.days, pictures.november(23)) == NOVEMBER


def test_the_legend_explains_the_signs_that_stand_there_and_counts() -> None:
    """Nobody has to know them, and colour says nothing; what does not occur is not explained."""
    told = legend(pictures.MONTH.days, pictures.november(23))
    assert told == (
        "● 3 reported   ½ 1 partly   ! 10 missing   ○ 1 absent   * 1 public holiday   – weekend   · 5 ahead   "
        "Today is in brackets."
    )
    assert legend(pictures.MONTH.days[:1], None) == "– weekend"


def test_every_state_has_a_sign_of_its_own() -> None:
    """Told apart by shape alone, and each as wide as every other letter."""
    assert set(SIGNS) == set(hostile_pictures.STATES)
    assert len(set(SIGNS.values())) == len(SIGNS)
    assert {len(sign) for sign in SIGNS.values()} == {1}


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.lists(st.sampled_from(hostile_pictures.STATES), max_size=40))
def test_every_day_stands_under_its_weekday(first: date, states: list[str]) -> None:
    """Whatever the month begins with: the number is found in the column of its weekday, with its sign."""
    days = [ReportDay(first + timedelta(days=n), state, ()) for n, state in enumerate(states)]
    rows = iter(month_grid(days, None).split("\n")[1:] if days else [])
    row = ""
    for number, day in enumerate(days):
        if number == 0 or day.day.weekday() == 0:
            row = next(rows)
        column = day.day.weekday() * 7
        assert row[column : column + 5] == f" {day.day.day:>2} {SIGNS[day.state]}"
    assert list(rows) == []
