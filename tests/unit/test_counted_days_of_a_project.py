"""So many days of a longer time, counted before a project's name: nobody said which."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.phrases import PhraseError, read_days
from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, WEDNESDAY, called


def dates(text: str, phrase: str) -> str:
    call = called("add_activities", project="gull", dates=phrase)
    (made,) = mended([call], text, replace(SITUATION, said=(text,)))
    return str(made.arguments["dates"])


@pytest.mark.parametrize(
    ("text", "phrase", "right"),
    [
        ("3 days of gull this week", "this week", "3 days this week"),
        ("two days on gull last week", "last week", "two days last week"),
        ("3 jours de gull cette semaine", "cette semaine", "3 jours cette semaine"),
    ],
)
def test_it_is_asked_which(text: str, phrase: str, right: str) -> None:
    assert dates(text, phrase) == right
    with pytest.raises(PhraseError):
        read_days(right, WEDNESDAY, ())


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("5 days of gull this week", "this week"),
        ("half days of gull this week", "this week"),
        ("gull 3 this week", "this week"),
    ],
)
def test_all_of_them_or_a_part_of_each_is_clear(text: str, phrase: str) -> None:
    assert dates(text, phrase) == phrase
