"""Days that are counted but not named are asked about."""

from __future__ import annotations

import pytest

from bot.tools.clauses import clauses_in
from bot.tools.mending_days import is_readable, widened
from tests.unit.small_company import PROJECTS, WEDNESDAY


@pytest.mark.parametrize(
    ("text", "phrase", "whole"),
    [
        ("one day two weeks ago was anchor", "two weeks ago", "one day two weeks ago"),
        ("gull 3 days last week", "last week", "3 days last week"),
        ("gull trois jours la semaine dernière", "la semaine dernière", "trois jours la semaine dernière"),
        ("gull un jour de la semaine dernière", "semaine dernière", "un jour de la semaine dernière"),
        ("a few days in february on gull", "february", "a few days in february"),
        ("i was also one day sick last week", "last week", "one day sick last week"),
        ("je voudrais une semaine de congés en août", "août", "une semaine de congés en août"),
        ("two weeks of holiday in july please", "july", "two weeks of holiday in july"),
    ],
)
def test_so_many_days_of_more_name_none(text: str, phrase: str, whole: str) -> None:
    """The phrase is read with its count, and then it cannot be read."""
    assert widened(phrase, text, [], WEDNESDAY) == whole
    assert not is_readable(whole, WEDNESDAY)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("gull 5 days last week", "last week"),  # all of them
        ("gull half a day last week", "last week"),
        ("gull une demi-journée la semaine dernière", "la semaine dernière"),
        ("gull 50% of a day last week", "last week"),
        ("two days, monday and tuesday", "monday and tuesday"),
        ("gull a day yesterday", "yesterday"),
        ("a week of leave next week", "next week"),
        ("sick 5 days last week", "last week"),
        ("gull un jour, mardi", "mardi"),
    ],
)
def test_a_count_that_leaves_nothing_open_changes_nothing(text: str, phrase: str) -> None:
    """As many days as are named, an amount of a day, or one day that is named."""
    assert widened(phrase, text, [], WEDNESDAY) == phrase


def test_a_list_with_counted_days_is_left_to_the_model() -> None:
    """Its second reading would be the whole week."""
    assert clauses_in("gull one day last week, anchor today", [], PROJECTS, WEDNESDAY) is None
    assert clauses_in("gull 5 days last week, anchor today", [], PROJECTS, WEDNESDAY) is not None
