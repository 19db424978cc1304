"""Shares of a day: what is one, what is an impossible one, and where they stand in a sentence."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phrases import PhraseError, amounts_in, read_percent

SHARES = {
    25: ["25%", "a quarter", "quarter", "un quart", "1/4", "0.25", "twenty-five percent", "25 pct",
         "a quarter of each day",
         "un quart de journée", "0,25j", "1/4 j", "¼", "quarter days", "quater", "0,25", "vingt-cinq pour cent"],
    50: ["half days", "half a day", "50%", "50 %", "mornings", "afternoon", "demi-journée", "demi journées",
         "until noon", "until lunch", "jusqu'à midi",
         "la moitié",
         "à 50%", "fifty percent", "1/2", "0.5", "haf day", "hlaf day", "every morning",
         "mi-temps", "half-day", "½", "50",
         "HALF DAYS", "la matinée", "après-midi", "half the day", "mornings only", "fifty-fifty", "afernoon",
         "aprem", "avant-midi", "les avant-midis", "que l'aprèm", "mi-journée", "en mi-journée", "0,5j", "0.5 j",
         "1/2j", "arvo", "this arvo", "arvos", "tuesday arvo", "every arvo"],
    75: ["three quarters", "trois quarts", "75", "75 %", "3/4", "0.75", "seventy-five percent", "three-quarter days",
         "the other 75", "make it 75", "soixante-quinze pour cent", "0,75j"],
    100: ["full day", "full days", "full day(s)", "all day", "journée entière", "100%", "full time", "whole days",
         "a day",
          "toute la journée", "one day", "100", "plein temps", "a hundred percent", "entire day", "full"],
}  # fmt: skip


@pytest.mark.parametrize(("phrase", "percent"), [(phrase, share) for share in SHARES for phrase in SHARES[share]])
def test_a_share_of_a_day_is_its_percent(phrase: str, percent: int) -> None:
    """Words, fractions, numbers and percent signs all come to steps of 25."""
    assert read_percent(phrase) == percent


@pytest.mark.parametrize(
    "phrase",
    ["80%", "120%", "2 hours", "33 %", "0%", "a third of a day", "two thirds", "150 percent", "62.5%",
     "80", "1/3",
     "half an hour", "3h", "eighty percent", "une heure", "0.3", "deux tiers", "25% or 50%", "a day and a half"],
)  # fmt: skip
def test_an_impossible_share_is_refused(phrase: str) -> None:
    """What is not a step of 25 % is refused with the steps, never rounded."""
    with pytest.raises(PhraseError):
        read_percent(phrase)


@pytest.mark.parametrize("phrase", ["", "apollo", "monday", "as usual", "last week", "3/11", "headquarters", "week 20"])
def test_a_phrase_without_an_amount_is_none(phrase: str) -> None:
    """No amount is not an amount of 100: the caller decides what it means."""
    assert read_percent(phrase) is None


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("apollo mon to thu, half days, sick on friday", ("half days",)),
        ("heron on wednesday, 80%", ("80%",)),
        ("tuesday: isbrytare 25%, snöflinga 75%", ("25%", "75%")),
        ("mon + tue aurora archive 25 pct, midnight kiosk the other 75", ("25 pct", "75")),
        ("heron on the 4th, 5th and 6th, 1/2 day each", ("1/2 day",)),
        ("Mistral à 50 % lundi", ("50 %",)),
        ("no make it 75", ("75",)),
        ("j'étais là la demi-journée", ("la demi-journée",)),
        ("two hours on apollo", ("two hours",)),
        ("good morning! heron today", ()),
        ("morning, apollo today please", ()),
        ("apollo this arvo", ("arvo",)),
        ("apollo mon to wed, arvos only", ("arvos only",)),
        ("good arvo! heron today", ()),
        ("bravo, apollo today", ()),
        ("apollo on 3/11 and 1/2", ()),
        ("WEB-12 on the 14th, week 20, from 25 to 27 may", ()),
        ("R2D-50 week 50 room B75", ()),
        ("from 20 until 31 july", ()),
        ("the first half of may", ()),
        ("ah right, then tomorrow", ()),
        ("2026-05-25 and 25/05/2026", ()),
    ],
)
def test_amounts_are_found_in_a_sentence(text: str, amounts: tuple[str, ...]) -> None:
    """Amounts are found as they were typed; dates, weeks, codes and greetings are none."""
    assert amounts_in(text) == amounts


@given(st.text(max_size=80))
def test_any_text_holds_amounts_or_none(text: str) -> None:
    """Amounts are spans of the text itself, and reading any text raises nothing but PhraseError."""
    assert all(amount in text for amount in amounts_in(text))
    with suppress(PhraseError):
        assert read_percent(text) in (None, 25, 50, 75, 100)
